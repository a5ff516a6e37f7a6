import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { byNumberAt, standsAt } from '@/src/mechanisms/records/numbered'
import { isUnpaid, isVoid } from './isUnpaid'
import {
  byCompany,
  byDates,
  byFlag,
  byId,
  bySelect,
  bySum,
  byText,
  codesOf,
  containsCode,
  isSum,
  listSql,
  type ListInput,
} from '@/src/mechanisms/lists/listSql'

export type DocumentRow = {
  id: string
  kind: string
  number: string
  date: string
  total: number
  paid: number
  currency: string
  dueDate: string | null
  cancelled: boolean
  order: string | null
  contract: string | null
  contractId: string | null
  contractor: string | null
  companyName: string
  fileId: string | null
  fileName: string | null
  mime: string | null
  size: number | null
  seenAt: string | null
  /** The client's answer to a reconciliation. */
  answer: 'agreed' | 'disputed' | null
  answeredAt: string | null
  answerNote: string | null
  /** What the books have been asked for and prepare now. */
  asked: 'copy' | 'original' | null
  syncedAt: string | null
}

const columns = sql`d.id::text, d.kind, d.number, d.date, d.total::float8 as total, d.paid::float8 as paid, d.currency,
  d.due_date as "dueDate", ${isVoid} as cancelled, o.number as "order", c.number as contract, c.id::text as "contractId",
  ct.name as contractor, co.name as "companyName", f.id::text as "fileId", f.filename as "fileName", f.mime_type as mime,
  f.filesize::float8 as size, d.seen_at as "seenAt", d.answer::text, d.answered_at as "answeredAt", d.answer_note as "answerNote",
  (select q.kind::text from document_requests q where q.document_id = d.id and q.status in ('waiting', 'leased') order by q.created_at desc limit 1) as asked, d.synced_at as "syncedAt"`

const tables = sql`documents d
  join companies co on co.id = d.company_id
  left join orders o on o.id = d.order_id
  left join contracts c on c.id = d.contract_id
  left join contractors ct on ct.id = d.contractor_id
  left join document_files f on f.id = d.file_id and not coalesce(f.internal, false)`

/** `sum` of what stands and `unpaid`, in each currency apart. */
export type DocumentList = { rows: DocumentRow[]; total: number; sum: MoneySum[]; unpaid: MoneySum[] }

/** Accounting documents as the person may see them; sums over the whole filter, in minor units. */
export async function listDocuments(context: QueryContext, input: ListInput): Promise<DocumentList> {
  const question = documentQuestion(context, input)
  const { searched, scope } = question
  const [rows, parts] = await Promise.all([
    cutDocuments(context, question),
    query<{ currency: string; total: number; sum: number; unpaid: number }>(
      context.req,
      sql`select d.currency, count(*)::int as total, coalesce(sum(d.total) filter (where not ${isVoid}), 0)::float8 as sum,
                 coalesce(sum(d.total - coalesce(d.paid, 0)) filter (where ${isUnpaid}), 0)::float8 as unpaid
          from ${searched} where ${scope} group by d.currency`,
    ),
  ])
  return {
    rows,
    total: parts.reduce((count, { total }) => count + total, 0),
    sum: moneySums(parts, ({ sum }) => sum),
    unpaid: moneySums(parts, ({ unpaid }) => unpaid),
  }
}

/** One page of documents without the sums. */
export const pageOfDocuments = (context: QueryContext, input: ListInput): Promise<DocumentRow[]> =>
  cutDocuments(context, documentQuestion(context, input))

/** A list as it was asked for: what answers, over which tables, in what order, which page of it. */
type DocumentQuestion = { scope: SQL; searched: SQL; order: SQL; page: SQL }

function documentQuestion(context: QueryContext, input: ListInput): DocumentQuestion {
  const tie = sql`d.id`
  const { where, order, page } = listSql(input, {
    filters: {
      id: byId(tie),
      kind: bySelect(sql`d.kind`),
      company: byCompany('d'),
      number: byText(sql`d.number`),
      // A day of the calendar, kept as midnight of UTC.
      date: byDates(sql`d.date`, 'UTC'),
      sum: bySum(sql`d.total`),
      contract: byId(sql`d.contract_id`),
      unpaid: byFlag(isUnpaid),
      withFile: byFlag(sql`d.file_id is not null`),
    },
    sorts: { date: sql`d.date`, number: sql`d.number`, total: sql`d.total` },
    search: (text) =>
      sql`(${containsCode(sql`d.codes`, text)} or ${containsCode(sql`o.codes`, text)} or ${containsCode(codesOf(sql`c.number`), text)} or ${isSum(sql`d.total`, text)})`,
    tie,
  })
  // What the search looks into is joined for a search alone.
  const searched = input.search
    ? sql`documents d left join orders o on o.id = d.order_id left join contracts c on c.id = d.contract_id`
    : sql`documents d`
  return { scope: sql`${readable(context, 'documents', 'd')} and ${where}`, searched, order, page }
}

/** The page is cut before the rest is joined. */
const cutDocuments = (
  { req }: QueryContext,
  { scope, searched, order, page }: DocumentQuestion,
): Promise<DocumentRow[]> =>
  query<DocumentRow>(
    req,
    sql`with cut as (select d.id from ${searched} where ${scope} order by ${order} ${page})
        select ${columns} from ${tables} where d.id in (select id from cut) order by ${order}`,
  )

/** The newest documents, without the sums that a list has. */
export async function latestDocuments(context: QueryContext, limit: number): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`with cut as (select d.id from documents d where ${readable(context, 'documents', 'd')} order by d.date desc nulls last, d.id limit ${limit})
        select ${columns} from ${tables} where d.id in (select id from cut) order by d.date desc nulls last, d.id`,
  )
}

/** Documents of one order or contract, newest first. */
export async function documentsAbout(
  context: QueryContext,
  about: { order?: string; contract?: string },
): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${readable(context, 'documents', 'd')}
          and ${about.order ? idIs(sql`d.order_id`, about.order) : idIs(sql`d.contract_id`, about.contract ?? '')}
        order by d.date desc, d.id limit 100`,
  )
}

export async function documentById(context: QueryContext, id: string): Promise<DocumentRow | null> {
  const [row] = await query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${idIs(sql`d.id`, id)} and ${readable(context, 'documents', 'd')}`,
  )
  return row ?? null
}

/** Documents that a part of an address names, as the person may read them: one, or two where it says a number that several have. */
export async function documentsAt(context: QueryContext, part: string): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${standsAt(part, 'd')} and ${readable(context, 'documents', 'd')}
        order by ${byNumberAt(part, 'd')}, d.id limit 2`,
  )
}

/** Those of the named documents that the person may read and that have a file, for an archive. */
export async function documentsWithFiles(context: QueryContext, ids: readonly string[]): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${idIn(sql`d.id`, ids)} and f.id is not null and ${readable(context, 'documents', 'd')} order by d.date, d.id`,
  )
}

/** A document that the ERP's identifier names, and the order it is about. */
export type NamedDocument = { id: string; kind: string; number: string; order: string | null }

/** Documents that the person may read, by the identifiers that lines of the books name them by. */
export async function documentsNamed(
  context: QueryContext,
  identifiers: readonly string[],
): Promise<Map<string, NamedDocument>> {
  if (identifiers.length === 0) return new Map()
  const rows = await query<NamedDocument & { named: string }>(
    context.req,
    sql`select d.external_id as named, d.id::text, d.kind, d.number, o.number as "order"
        from documents d left join orders o on o.id = d.order_id
        where d.external_id = any(${list(identifiers)}) and ${readable(context, 'documents', 'd')}`,
  )
  return new Map(rows.map(({ named, ...document }) => [named, document]))
}

/** Invoices in a currency that wait for money, of the company or of one contract: what is left of each (minor units), and its day. */
export async function unpaidInvoices(
  context: QueryContext,
  { contract, currency }: { contract: string | null; currency: string },
): Promise<Array<{ left: number; dueDate: string | null }>> {
  return query<{ left: number; dueDate: string | null }>(
    context.req,
    sql`select (d.total - coalesce(d.paid, 0))::float8 as left, d.due_date as "dueDate" from documents d
        where ${isUnpaid} and d.currency = ${currency} and (${contract}::uuid is null or d.contract_id = ${contract}::uuid)
          and ${readable(context, 'documents', 'd')}`,
  )
}

/** What closes a period in the books. */
const closing = ['upd', 'waybill', 'act', 'vatInvoice']

/** Months, "YYYY-MM" and the newest first, in which the person has closing documents with files. */
export async function closingMonths(context: QueryContext, limit: number): Promise<string[]> {
  const rows = await query<{ month: string }>(
    context.req,
    sql`select distinct to_char(d.date at time zone 'UTC', 'YYYY-MM') as month from documents d
        where d.kind::text = any(${list(closing)}) and not coalesce(d.cancelled, false) and d.file_id is not null
          and ${readable(context, 'documents', 'd')} order by month desc limit ${limit}`,
  )
  return rows.map(({ month }) => month)
}

/** Ids of the closing documents of a month ("YYYY-MM") that stand and have files, for an archive. */
export async function closingOfMonth(context: QueryContext, month: string, limit: number): Promise<string[]> {
  const rows = await selectFrom(
    context.req,
    'documents d',
    ['id'],
    sql`where d.kind::text = any(${list(closing)}) and not coalesce(d.cancelled, false)
          and d.file_id is not null and to_char(d.date at time zone 'UTC', 'YYYY-MM') = ${month} and ${readable(context, 'documents', 'd')}
        order by d.date, d.id limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}
