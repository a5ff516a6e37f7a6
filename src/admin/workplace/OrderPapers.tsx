import { documentLabels } from '@/collections/documents/documents/document.labels'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import type { OrderPage } from '@/collections/sales/orders/order.page.queries'
import { numericDay } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { papersLabels } from './clients.labels'
import { fileAddress } from './fileAddress'

const kinds: Readonly<Record<string, Text>> = documentLabels.options.kind

/** Accounting documents of the order and files of its correspondence; nothing when there are none. */
export function OrderPapers({
  documents,
  order,
  locale,
}: {
  documents: readonly DocumentRow[]
  order: OrderPage
  locale: Locale
}) {
  const files = order.stream.flatMap((item) => (item.kind === 'comment' ? item.files : []))
  if (documents.length + files.length === 0) return null
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(papersLabels.title, locale)}</h2>
      </header>
      <ul className="kb-files">
        {documents.map((row) => (
          <li key={row.id}>
            <a href={row.fileName ? fileAddress(row.fileName) : `/admin/collections/documents/${row.id}`}>
              {`${say(kinds[row.kind] ?? documentLabels.one, locale)} № ${row.number}`}
            </a>
            <span className="kb-muted">{numericDay(row.date)}</span>
            <span className="kb-num">{formatMoney(row.total, row.currency, locale).text}</span>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id}>
            <a href={fileAddress(file.name)}>{file.title}</a>
            <span className="kb-muted">{say(papersLabels.fromTalk, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
