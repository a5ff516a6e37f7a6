import { sql } from '@payloadcms/db-postgres/drizzle'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { isUnpaid, isVoid } from './document.unpaid'
import { byDates, byFlag, byId, bySelect, bySum, byText, codesOf, containsCode, isSum, listSql, type ListInput } from '@/src/mechanisms/lists/listSql'

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
  const { where, order, page } = listSql(input, {
    filters: {
      kind: bySelect(sql`d.kind`),
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
      sql`(${containsCode(codesOf(sql`d.number`), text)} or ${containsCode(codesOf(sql`o.number`), text)} or ${containsCode(codesOf(sql`c.number`), text)} or ${isSum(sql`d.total`, text)})`,
    tie: sql`d.id`,
  })
  const scope = sql`${readable(context, 'documents', 'd')} and ${where}`
  // What the search looks into is joined for a search alone, and the page is cut before the rest is.
  const searched = input.search ? sql`documents d left join orders o on o.id = d.order_id left join contracts c on c.id = d.contract_id` : sql`documents d`
  const rows = await query<DocumentRow>(
    context.req,
    sql`with cut as (select d.id from ${searched} where ${scope} order by ${order} ${page})
        select ${columns} from ${tables} where d.id in (select id from cut) order by ${order}`,
  )
  const parts = await query<{ currency: string; total: number; sum: number; unpaid: number }>(
    context.req,
    sql`select d.currency, count(*)::int as total, coalesce(sum(d.total) filter (where not ${isVoid}), 0)::float8 as sum,
               coalesce(sum(d.total - coalesce(d.paid, 0)) filter (where ${isUnpaid}), 0)::float8 as unpaid
        from ${searched} where ${scope} group by d.currency`,
  )
  return { rows, total: parts.reduce((count, { total }) => count + total, 0), sum: moneySums(parts, ({ sum }) => sum), unpaid: moneySums(parts, ({ unpaid }) => unpaid) }
}

/** The newest documents, without the sums that a list has. */
export async function latestDocuments(context: QueryContext, limit: number): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`with cut as (select d.id from documents d where ${readable(context, 'documents', 'd')} order by d.date desc nulls last, d.id limit ${limit})
        select ${columns} from ${tables} where d.id in (select id from cut) order by d.date desc nulls last, d.id`,
  )
}

/** Documents of one order or contract, newest first. */
export async function documentsAbout(context: QueryContext, about: { order?: string; contract?: string }): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${readable(context, 'documents', 'd')}
          and ${about.order ? idIs(sql`d.order_id`, about.order) : idIs(sql`d.contract_id`, about.contract ?? '')}
        order by d.date desc, d.id limit 100`,
  )
}

export async function documentById(context: QueryContext, id: string): Promise<DocumentRow | null> {
  const [row] = await query<DocumentRow>(context.req, sql`select ${columns} from ${tables} where ${idIs(sql`d.id`, id)} and ${readable(context, 'documents', 'd')}`)
  return row ?? null
}

/** Those of the named documents that the person may read and that have a file, for an archive. */
export async function documentsWithFiles(context: QueryContext, ids: readonly string[]): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${idIn(sql`d.id`, ids)} and f.id is not null and ${readable(context, 'documents', 'd')} order by d.date, d.id`,
  )
}
