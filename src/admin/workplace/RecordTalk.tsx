import type { UIFieldServerProps } from 'payload'
import { humanDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { isStaff } from '@/src/mechanisms/access/actor'
import { workplaceLabels } from './workplace.labels'
import { panelLocale } from '../lib/panelLocale'
import { fileAddress } from './fileAddress'
import { MessageForm } from './MessageForm'
import { messageWords } from './messageWords'
import { talkOf } from './talk.queries'

const words = workplaceLabels

/** Correspondence with the client inside a record (a contract, a document), with a place to answer. */
export async function RecordTalk({ req, id, i18n, collectionSlug }: UIFieldServerProps & { collectionSlug?: string }) {
  if (!id || !collectionSlug) return null
  const context = await contextOf(req)
  if (!isStaff(context.actor)) return null
  const talk = await talkOf(context, collectionSlug, String(id))
  if (!talk?.company) return null
  const locale = panelLocale(i18n.language)
  return (
    <section className="kb-sheet kb-papers" id="talk">
      <header>
        <h2>{say(words.talk, locale)}</h2>
      </header>
      <MessageForm company={talk.company} entity={collectionSlug} id={String(id)} words={messageWords(locale)} />
      {talk.remarks.length > 0 ? (
        <ol className="kb-talk">
          {talk.remarks.map((remark) => (
            <li key={remark.id}>
              <span className="kb-muted kb-small">
                {[remark.author, humanDate(remark.at, locale)].filter(Boolean).join(', ')}
                {remark.internal ? <span className="kb-mark">{say(words.internal, locale)}</span> : null}
              </span>
              <div className="kb-say" data-side={remark.internal ? 'inside' : remark.side}>
                {remark.body}
                {remark.files.map((file) => (
                  <div key={file.id}>
                    <a href={fileAddress(file.name)}>{file.title}</a>
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
