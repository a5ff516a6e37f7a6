import type { UIFieldServerProps } from 'payload'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
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
  return <TalkAt context={context} entity={collectionSlug} id={String(id)} locale={panelLocale(i18n.language)} />
}

type TalkAtProps = { context: QueryContext; entity: string; id: string; locale: Locale }

/** Correspondence at one record, newest first, with a place to answer. */
export async function TalkAt({ context, entity, id, locale }: TalkAtProps) {
  const talk = await talkOf(context, entity, id)
  if (!talk?.company) return null
  return (
    <section className="kb-sheet kb-papers" id="talk">
      <header>
        <h2>{say(words.talk, locale)}</h2>
      </header>
      <MessageForm company={talk.company} entity={entity} id={id} words={messageWords(locale)} />
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
