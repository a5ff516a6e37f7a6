import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { defineFigure, type BehindRow } from '@/src/mechanisms/panel/defineFigure'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import type { Locale } from '@/src/lib/i18n'
import { documentName } from './document.words'
import { isUnpaid } from './isUnpaid'

const words = (row: BehindRow, locale: Locale) => ({
  title: documentName(
    { kind: String(row.kind), number: String(row.number) } as Parameters<typeof documentName>[0],
    locale,
  ),
  note: String(row.company),
  href: panelPageOf('documents', row),
})

export const documentFigures = [
  defineFigure({
    key: 'overdueInvoices',
    kind: 'rows',
    label: { ru: 'Просроченные счета', en: 'Overdue invoices' },
    about: {
      ru: 'Счета, срок оплаты которых прошёл, на неоплаченный остаток.',
      en: 'Invoices whose day of payment has passed, by what is still owed.',
    },
    alarming: true,
    measure: 'sum',
    heads: {
      title: { ru: 'Счёт', en: 'Invoice' },
      at: { ru: 'Срок', en: 'Due' },
      amount: { ru: 'Не оплачено', en: 'Owed' },
    },
    parts: {
      month: { ru: 'до 30 дней', en: 'up to 30 days' },
      two: { ru: '31–60 дней', en: '31–60 days' },
      three: { ru: '61–90 дней', en: '61–90 days' },
      older: { ru: 'больше 90 дней', en: 'over 90 days' },
    },
    roles: ['head', 'accountant'],
    order: 27,
    rows: (context) =>
      sql`select d.id::text, d.kind::text, d.number, c.name as company, d.due_date as at, (d.total - coalesce(d.paid, 0))::float8 as amount, d.currency,
            case when now() - d.due_date <= interval '31 days' then 'month' when now() - d.due_date <= interval '61 days' then 'two'
                 when now() - d.due_date <= interval '91 days' then 'three' else 'older' end as part
          from documents d join companies c on c.id = d.company_id
          where ${isUnpaid} and d.due_date < now() - interval '1 day' and ${readable(context, 'documents', 'd')}`,
    words,
  }),
  defineFigure({
    key: 'noFile',
    kind: 'rows',
    label: { ru: 'Документы без файла', en: 'Documents without a file' },
    about: {
      ru: 'Действующие документы, которые клиент видит, а скачать не может.',
      en: 'Valid documents that the client sees and cannot download.',
    },
    measure: 'count',
    heads: {
      title: { ru: 'Документ', en: 'Document' },
      at: { ru: 'Дата', en: 'Date' },
      amount: { ru: 'Сумма', en: 'Sum' },
    },
    newestFirst: true,
    roles: ['accountant'],
    order: 36,
    rows: (context) =>
      sql`select d.id::text, d.kind::text, d.number, c.name as company, d.date as at, d.total::float8 as amount, d.currency
          from documents d join companies c on c.id = d.company_id
          where d.file_id is null and not coalesce(d.cancelled, false) and d.kind not in ('payment', 'refund')
            and ${readable(context, 'documents', 'd')}`,
    words,
  }),
]
