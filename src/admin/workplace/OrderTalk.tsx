import type { OrderPage, StreamItem } from '@/collections/sales/orders/order.page.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { eventWords } from '@/src/mechanisms/events/historyWords'
import { workplaceLabels } from './workplace.labels'
import { fileAddress } from './fileAddress'
import { MessageForm } from './MessageForm'
import { messageWords } from './messageWords'

const words = workplaceLabels

/** What happened and what was said, newest first, with a place to write. */
export function OrderTalk({ order, locale }: { order: OrderPage; locale: Locale }) {
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(words.history, locale)}</h2>
      </header>
      <MessageForm company={order.company} entity="orders" id={order.id} key={order.id} words={messageWords(locale)} />
      <ol className="kb-talk">
        {[...order.stream].reverse().map((item) => (
          <li key={item.id}>
            <span className="kb-muted kb-small">
              {[item.author, humanDate(item.at, locale)].filter(Boolean).join(', ')}
              {item.kind === 'comment' && item.internal ? (
                <span className="kb-mark">{say(words.internal, locale)}</span>
              ) : null}
            </span>
            {item.kind === 'comment' ? <Said item={item} /> : <div>{happened(item, locale)}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Said({ item }: { item: Extract<StreamItem, { kind: 'comment' }> }) {
  return (
    <div className="kb-say" data-side={item.internal ? 'inside' : item.side}>
      {item.body}
      {item.files.map((file) => (
        <div key={file.id}>
          <a href={fileAddress(file.name)}>{file.title}</a>
        </div>
      ))}
    </div>
  )
}

/** What has happened in the event's own words, with what was said along. */
function happened(item: Extract<StreamItem, { kind: 'event' }>, locale: Locale): string {
  if (item.type === 'order.branchSet')
    return `${say(words.branchSet, locale)}: ${typeof item.data.branch === 'string' ? item.data.branch : say(words.noBranch, locale)}`
  const reason = typeof item.data.comment === 'string' ? `: ${item.data.comment}` : ''
  return `${eventWords(item.type, item.data, locale) ?? say(words.changed, locale)}${reason}`
}
