import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { isTalkedAt } from '@/src/mechanisms/comments/defineTalk'
import type { Remark } from '@/src/mechanisms/comments/remarks'
import { eventWords } from '@/src/mechanisms/events/historyWords'
import type { Happened, HistoryItem } from '@/src/mechanisms/records/historyOf'
import { fileAddress } from '../workplace/fileAddress'
import { MessageForm } from '../workplace/MessageForm'
import { messageWords } from '../workplace/messageWords'
import { workplaceLabels } from '../workplace/workplace.labels'
import { paneLabels } from './pane.labels'

type Props = { entity: string; id: string; company: string | null; items: readonly HistoryItem[]; locale: Locale }

/** What happened to a record and what was said at it, newest first; where people write at it, a place to write. */
export function PaneHistory({ entity, id, company, items, locale }: Props) {
  const talks = company !== null && isTalkedAt(entity)
  if (!talks && items.length === 0 && company === null) return null
  return (
    <section className="kb-sheet" id="talk">
      <header>
        <h2>{say(talks ? paneLabels.history : paneLabels.happened, locale)}</h2>
      </header>
      {talks ? <MessageForm company={company} entity={entity} id={id} words={messageWords(locale)} /> : null}
      {items.length === 0 ? (
        <p className="kb-empty">{say(paneLabels.nothing, locale)}</p>
      ) : (
        <ol className="kb-talk">
          {items.map((item) => (
            <li key={item.id}>
              <span className="kb-muted kb-small">
                {[item.author, humanDate(item.at, locale)].filter(Boolean).join(', ')}
                {item.kind === 'comment' && item.internal ? (
                  <span className="kb-mark">{say(workplaceLabels.internal, locale)}</span>
                ) : null}
              </span>
              {item.kind === 'comment' ? <Said remark={item} /> : <div>{happened(item, locale)}</div>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Said({ remark }: { remark: Remark }) {
  return (
    <div className="kb-say" data-side={remark.internal ? 'inside' : remark.side}>
      {remark.body}
      {remark.files.map((file) => (
        <div key={file.id}>
          <a href={fileAddress(file.name)}>{file.title}</a>
        </div>
      ))}
    </div>
  )
}

function happened({ type, data }: Happened, locale: Locale): string {
  const reason = typeof data.comment === 'string' ? `: ${data.comment}` : ''
  return `${eventWords(type, data, locale) ?? say(paneLabels.changed, locale)}${reason}`
}
