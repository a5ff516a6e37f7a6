import { addressBook } from '@/collections/documents/documents/addressBook'
import { documentLabels } from '@/collections/documents/documents/document.labels'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { contractLabels } from '@/collections/contracts/contracts/contract.labels'
import { listContracts } from '@/collections/contracts/contracts/contract.queries'
import { numericDay } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import type { QueryContext } from '@/src/mechanisms/access/context'
import type { KnownAddress } from './AddressPick'
import { fileAddress } from './fileAddress'

/** How many of a client's papers stand in the panel; older ones are in the lists. */
export const PAPERS_SHOWN = 200

/** Papers in words already, for components of the browser. */
export type DocumentPaper = {
  id: string
  kind: string
  kindName: string
  number: string
  date: string
  sum: string
  file: string | null
  cancelled: boolean
}
export type ContractPaper = {
  id: string
  number: string
  name: string
  date: string
  status: string
  statusName: string
  until: string
  limit: string
  debt: string
}
export type ClientPapers = {
  documents: DocumentPaper[]
  documentsTotal: number
  addresses: KnownAddress[]
  contracts: ContractPaper[]
}

const kinds: Readonly<Record<string, Text>> = documentLabels.options.kind
const states: Readonly<Record<string, Text>> = contractLabels.options.status

/** [MGR-03] [MGR-05] The newest documents and contracts of one client that the employee may read. */
export async function clientPapersOf(context: QueryContext, company: string, locale: Locale): Promise<ClientPapers> {
  const own = { ...context, company }
  const asked = { search: '', filters: {}, sort: { key: 'date', dir: 'desc' as const }, page: 1, perPage: PAPERS_SHOWN }
  const documents = await listDocuments(own, asked)
  const contracts = await listContracts(own, asked)
  const seen = documents.total > 0
  const book = seen ? await addressBook(context.req, company) : []
  return {
    documentsTotal: documents.total,
    // Whoever sees a client's documents may know whom they are sent to.
    addresses: book.map(({ email, name, byDefault }) => ({ email, name, byDefault })),
    documents: documents.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      kindName: say(kinds[row.kind] ?? documentLabels.one, locale),
      number: row.number,
      date: numericDay(row.date),
      sum: formatMoney(row.total, row.currency, locale).text,
      file: row.fileName ? fileAddress(row.fileName) : null,
      cancelled: row.cancelled,
    })),
    contracts: contracts.rows.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name ?? '',
      date: numericDay(row.date),
      status: row.status,
      statusName: states[row.status] ? say(states[row.status] ?? contractLabels.one, locale) : row.status,
      until: row.validUntil ? numericDay(row.validUntil) : '—',
      limit: formatMoney(row.creditLimit, row.currency, locale).text,
      debt: formatMoney(row.debt, row.currency, locale).text,
    })),
  }
}
