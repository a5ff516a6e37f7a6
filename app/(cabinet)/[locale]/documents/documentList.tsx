import { Download, Eye } from 'lucide-react'
import { documentLabels } from '@/collections/documents/documents/document.labels'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { dayInZone, daysUntil, humanDate, longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Dash } from '@/src/ui/base/Dash'
import { State } from '@/src/ui/base/State'
import { TextLink } from '@/src/ui/base/TextLink'
import type { Column } from '@/src/ui/list/column'
import type { ListSpec } from '@/src/ui/list/listSpec'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { previewLink } from '@/src/ui/preview/previewItem'
import type { LinkTo, Page } from '../../_page/cabinetPage'
import { documentsPage as words } from './documents.labels'
import { documentName, documentPreview, fileKind } from './documentWords'

export const documentSpec: ListSpec = {
  search: true,
  filters: [
    { key: 'kind', kind: 'select', label: words.kind, options: Object.entries(documentLabels.options.kind).map(([value, label]) => ({ value, label })) },
    { key: 'number', kind: 'text', label: words.number },
    { key: 'date', kind: 'dates', label: words.date },
    { key: 'sum', kind: 'sum', label: words.sum },
    { key: 'unpaid', kind: 'flag', label: words.unpaid },
    { key: 'withFile', kind: 'flag', label: words.withFile },
  ],
  sorts: ['date', 'number', 'total'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: words.views.all },
    { key: 'unpaid', label: words.views.unpaid, filters: { unpaid: { kind: 'flag' } } },
    { key: 'invoices', label: words.views.invoices, filters: { kind: { kind: 'select', values: ['invoice'] } } },
    { key: 'closing', label: words.views.closing, filters: { kind: { kind: 'select', values: ['waybill', 'act', 'upd', 'vatInvoice'] } } },
    { key: 'reconciliations', label: words.views.reconciliations, filters: { kind: { kind: 'select', values: ['reconciliation'] } } },
  ],
}

export const documentColumns = (zone: string, { href, linkTo }: Pick<Page, 'href' | 'linkTo'>): Column<DocumentRow>[] => [
  {
    key: 'number',
    header: words.document,
    sort: true,
    main: true,
    phone: 'first',
    cell: (row, { locale }) => (
      <>
        <b className="font-mid">{documentName(row, locale)}</b>
        <span className="block text-sm text-ink-2">{row.contractor}</span>
      </>
    ),
  },
  { key: 'date', header: words.date, sort: true, phone: 'second', cell: (row, { locale }) => <DateText className="whitespace-nowrap" locale={locale} value={dayInZone(row.date, zone)} zone={zone} /> },
  { key: 'about', header: words.about, phone: 'hide', cell: (row, { locale }) => <About linkTo={linkTo} locale={locale} row={row} /> },
  { key: 'payment', header: words.payment, phone: 'second', cell: (row, { locale }) => <PaymentState locale={locale} row={row} zone={zone} /> },
  { key: 'total', header: words.sum, align: 'end', sort: true, phone: 'first', cell: (row, { locale }) => <Money amount={row.total} currency={row.currency} locale={locale} /> },
  {
    key: 'file',
    header: words.file,
    align: 'end',
    phone: 'second',
    cell: (row, { locale }) => <FileLinks href={href} locale={locale} row={row} zone={zone} />,
  },
]

function FileLinks({ row, locale, zone, href }: { row: DocumentRow; locale: Locale; zone: string; href: (path: string) => string }) {
  const preview = documentPreview(row, { locale, zone, href })
  const asked = row.asked ? <span className="block text-sm whitespace-nowrap text-ink-2">{say(words.asked[row.asked], locale)}</span> : null
  if (!preview) return asked ?? <span className="text-sm whitespace-nowrap text-ink-2">{say(words.noFile, locale)}</span>
  return (
    <>
    <span className="-my-1.5 inline-flex items-center gap-1 whitespace-nowrap">
      <a {...previewLink(preview)} className="inline-flex min-h-8 items-center gap-1.5 rounded-sm px-2 text-brand-ink hover:bg-brand-wash pointer-coarse:min-h-11 [&_svg]:!size-4">
        <Eye />
        {fileKind(row.mime) ?? say(words.open, locale)}
        <span className="sr-only">, {preview.name}</span>
      </a>
      <a download={row.fileName ?? true} href={`${preview.file}?save=1`} aria-label={say(words.save, locale, { name: preview.name })} title={say(words.download, locale)} className="grid size-8 place-items-center rounded-sm text-ink-2 hover:bg-sunk pointer-coarse:size-11 [&_svg]:!size-4">
        <Download />
      </a>
    </span>
    {asked}
    </>
  )
}

function About({ row, locale, linkTo }: { row: DocumentRow; locale: Locale; linkTo: LinkTo }) {
  if (row.order) return <TextLink href={linkTo(`/orders/${encodeURIComponent(row.order)}`)}>{say(words.order, locale, { number: row.order })}</TextLink>
  if (row.contractId) return <TextLink href={linkTo(`/contracts/${row.contractId}`)}>{say(words.contract, locale, { number: row.contract ?? '' })}</TextLink>
  return <Dash locale={locale} />
}

function PaymentState({ row, locale, zone }: { row: DocumentRow; locale: Locale; zone: string }) {
  if (row.cancelled) return <State tone="bad">{say(words.cancelled, locale)}</State>
  if (row.kind === 'reconciliation') return <State tone={row.answer === 'agreed' ? 'good' : 'wait'}>{say(words.reconciled[row.answer ?? 'waits'], locale)}</State>
  if (row.kind !== 'invoice') return <Dash locale={locale} />
  if (row.paid >= row.total) return <State tone="good">{say(words.paid, locale)}</State>
  const late = row.dueDate !== null && daysUntil(row.dueDate, zone) < 0
  return (
    <>
      <State tone={late ? 'bad' : 'wait'}>{say(late ? words.late : words.waits, locale)}</State>
      {row.dueDate ? <span className="block text-sm whitespace-nowrap text-ink-2" title={longDay(row.dueDate, locale, zone)}>{say(words.dueOn, locale, { day: humanDate(dayInZone(row.dueDate, zone), locale, zone) })}</span> : null}
    </>
  )
}
