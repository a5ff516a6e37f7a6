import type { OrderPage, StreamItem } from '@/collections/sales/orders/order.page'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Textarea } from '@/src/ui/form/Textarea'
import { Timeline, type Moment } from '@/src/ui/thing/Timeline'
import { write } from './order.server'
import { orderPage as words } from './order.labels'

const events: Record<string, Text> = words.event

/** History and correspondence in one stream, newest first, with a place to write. */
export function OrderStream({ order, locale, zone }: { order: OrderPage; locale: Locale; zone: string }) {
  const moments = order.stream.flatMap((item) => momentOf(item, locale)).reverse()
  return (
    <Sheet id="history" title={say(words.history, locale)}>
      <div className="no-print px-4 pb-4 md:px-5">
        <ActionForm action={write.bind(null, locale, order.id)} className="grid gap-3" draft={`order:${order.id}`} key={order.stream.length}>
          <Textarea label={say(words.write, locale)} name="body" rows={2} />
          <div>
            <SubmitButton>{say(words.send, locale)}</SubmitButton>
          </div>
        </ActionForm>
      </div>
      <Timeline locale={locale} moments={moments} zone={zone} />
    </Sheet>
  )
}

function momentOf(item: StreamItem, locale: Locale): Moment[] {
  if (item.kind === 'comment') {
    const files = item.files.map((file) => (
      <a className="link mr-3 text-sm" href={`/api/document-files/file/${encodeURIComponent(file.name)}`} key={file.id}>
        {file.title}
      </a>
    ))
    return [{ key: item.id, at: item.at, author: item.author, body: item.body, said: true, files: files.length > 0 ? files : undefined }]
  }
  const label = events[item.type]
  if (!label) return []
  const reason = typeof item.data.comment === 'string' ? `: ${item.data.comment}` : ''
  return [{ key: item.id, at: item.at, body: `${say(label, locale)}${reason}` }]
}
