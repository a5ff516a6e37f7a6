import type { OrderPage, StreamItem } from '@/collections/sales/orders/order.page.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { historyWords } from '@/src/mechanisms/events/historyWords'
import { Sheet } from '@/src/ui/base/Sheet'
import { Timeline, type Moment } from '@/src/ui/thing/Timeline'
import { remarkMoment } from '../../../_talk/remarkMoment'
import { TalkForm } from '../../../_talk/TalkForm'
import { orderPage as words } from './order.labels'

/** History and correspondence in one stream, newest first, with a place to write. */
export function OrderStream({
  order,
  locale,
  zone,
  files,
}: {
  order: OrderPage
  locale: Locale
  zone: string
  files: boolean
}) {
  const moments = order.stream.flatMap((item) => momentOf(item, locale)).reverse()
  return (
    <Sheet id="history" title={say(words.history, locale)}>
      <div className="no-print px-4 pb-4 md:px-5">
        <TalkForm entity="orders" files={files} id={order.id} locale={locale} />
      </div>
      <Timeline locale={locale} moments={moments} zone={zone} />
    </Sheet>
  )
}

function momentOf(item: StreamItem, locale: Locale): Moment[] {
  if (item.kind === 'comment') return [remarkMoment(item)]
  const said = historyWords(item.type, item.data, locale)
  if (said === null) return []
  const reason = typeof item.data.comment === 'string' ? `: ${item.data.comment}` : ''
  return [{ key: item.id, at: item.at, body: `${said}${reason}` }]
}
