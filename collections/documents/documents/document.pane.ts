import { numericDay } from '@/src/lib/dates'
import { defineLabels, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { definePane, definePanePart, type PanePaper } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { documentById, documentsAbout, listDocuments, type DocumentRow } from './document.queries'
import { documentName } from './document.words'

const words = defineLabels({
  client: { ru: 'Клиент', en: 'Client' },
  what: { ru: 'Что это', en: 'What it is' },
  date: { ru: 'Дата', en: 'Date' },
  total: { ru: 'Сумма', en: 'Sum' },
  paid: { ru: 'Оплачено', en: 'Paid' },
  due: { ru: 'Оплатить до', en: 'Due' },
  order: { ru: 'Заказ', en: 'Order' },
  contract: { ru: 'Договор', en: 'Contract' },
  contractor: { ru: 'Контрагент', en: 'Contractor' },
  seen: { ru: 'Клиент открыл', en: 'The client opened it' },
  note: { ru: 'Ответ клиента', en: 'The client’s answer' },
  cancelled: { ru: 'Отменён', en: 'Cancelled' },
  yes: { ru: 'да', en: 'yes' },
  noFile: { ru: 'файла нет', en: 'no file' },
})
const fileOf = ({ fileName }: DocumentRow): string | null =>
  fileName ? `/api/document-files/file/${encodeURIComponent(fileName)}` : null

function paper(row: DocumentRow, locale: Locale): PanePaper {
  return {
    key: row.id,
    title: documentName(row, locale),
    note: [numericDay(row.date), row.fileName ? '' : words.noFile[locale]].filter(Boolean).join(', '),
    sum: formatMoney(row.total, row.currency, locale).text,
    href: panelPageOf('documents', row),
  }
}

/** A document: what it is, whose, for how much, and its file. */
export const documentPane = definePane({
  entity: 'documents',
  read: async (context, id, locale) => {
    const row = await documentById(context, id)
    if (!row) return null
    const sum = (amount: number): string | null => (amount ? formatMoney(amount, row.currency, locale).text : null)
    const file = fileOf(row)
    return {
      facts: [
        { label: words.what, value: documentName(row, locale) },
        { label: words.client, value: row.companyName },
        { label: words.contractor, value: row.contractor },
        { label: words.date, value: numericDay(row.date) },
        { label: words.total, value: sum(row.total) },
        { label: words.paid, value: sum(row.paid) },
        { label: words.due, value: row.dueDate ? numericDay(row.dueDate) : null },
        {
          label: words.order,
          value: row.order,
          ...(row.order ? { href: panelPageOf('orders', { number: row.order }) } : {}),
        },
        {
          label: words.contract,
          value: row.contract,
          ...(row.contractId ? { href: panelPageOf('contracts', { id: row.contractId }) } : {}),
        },
        { label: words.seen, value: row.seenAt ? numericDay(row.seenAt) : null },
        { label: words.note, value: row.answerNote },
        { label: words.cancelled, value: row.cancelled ? words.yes[locale] : null, tone: 'bad' },
      ],
      papers: file ? [{ ...paper(row, locale), href: file }] : [],
    }
  },
})

/** Documents of an order, of a contract, or the last ones of a client, in its pane. */
export const papersOfRecords = definePanePart({
  key: 'papers',
  of: ['orders', 'contracts', 'companies'],
  order: 20,
  read: async (context, record, locale) => ({
    papers: (await about(context, record)).map((row) => paper(row, locale)),
  }),
})

async function about(context: QueryContext, { entity, id }: { entity: string; id: string }): Promise<DocumentRow[]> {
  const own: Readonly<Record<string, () => Promise<DocumentRow[]>>> = {
    orders: () => documentsAbout(context, { order: id }),
    contracts: () => documentsAbout(context, { contract: id }),
    companies: async () => {
      const asked = { search: '', filters: {}, sort: { key: 'date', dir: 'desc' as const }, page: 1, perPage: 20 }
      return (await listDocuments({ ...context, company: id }, asked)).rows
    },
  }
  return own[entity]?.() ?? []
}
