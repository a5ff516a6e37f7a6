import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { defaultLocale } from '@/src/lib/i18n'
import { attachedTo } from '@/src/mechanisms/files/attached'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { byNumberAt, standsAt } from '@/src/mechanisms/records/numbered'
import {
  byCompany,
  byDates,
  byId,
  bySelect,
  byText,
  codesOf,
  contains,
  containsCode,
  listSql,
  type ListInput,
} from '@/src/mechanisms/lists/listSql'
import { transitionBar, type TransitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { contractWorkflow } from './contract.workflow'

export type ContractRow = {
  id: string
  number: string
  date: string
  name: string | null
  kind: 'main' | 'addendum'
  status: string
  validUntil: string | null
  currency: string
  amount: number
  creditLimit: number
  creditDays: number
  debt: number
  overdue: number
  company: string
  companyName: string
  contractor: string | null
  nextDue: string | null
  nextAmount: number | null
  signedSentAt: string | null
  syncedAt: string | null
}

const columns = sql`c.id::text, c.number, c.date, c.name, c.kind, c.status, c.valid_until as "validUntil", c.currency,
  c.amount::float8 as amount, c.credit_limit::float8 as "creditLimit", c.credit_days::int as "creditDays",
  c.debt::float8 as debt, c.overdue::float8 as overdue, c.company_id::text as company, co.name as "companyName",
  ct.name as contractor, next.due_date as "nextDue", next.amount::float8 as "nextAmount", c.signed_sent_at as "signedSentAt", c.synced_at as "syncedAt"`

const tables = sql`contracts c
  join companies co on co.id = c.company_id
  left join contractors ct on ct.id = c.contractor_id
  left join lateral (
    select s.due_date, s.amount - coalesce(s.paid, 0) as amount from schedule_lines s
    where s.contract_id = c.id and coalesce(s.paid, 0) < s.amount order by s.due_date limit 1
  ) next on true`

/** Contracts as the person may see them: filtered by state, number, date (a day of the calendar, kept as midnight of UTC); `total` and `debt`, in each currency apart, are of the whole filter. */
export async function listContracts(
  context: QueryContext,
  input: ListInput,
): Promise<{ rows: ContractRow[]; total: number; debt: MoneySum[] }> {
  const { rows, scope } = await pageOfContracts(context, input)
  const parts = await query<{ currency: string; total: number; debt: number }>(
    context.req,
    sql`select c.currency, count(*)::int as total, coalesce(sum(c.debt), 0)::float8 as debt from ${tables} where ${scope} group by c.currency`,
  )
  return {
    rows,
    total: parts.reduce((count, { total }) => count + total, 0),
    debt: moneySums(parts, ({ debt }) => debt),
  }
}

/** One page of contracts, and what the whole filter is. */
export async function pageOfContracts(
  context: QueryContext,
  input: ListInput,
): Promise<{ rows: ContractRow[]; scope: SQL }> {
  const tie = sql`c.id`
  const { where, order, page } = listSql(input, {
    filters: {
      id: byId(tie),
      company: byCompany('c'),
      status: bySelect(sql`c.status`),
      kind: bySelect(sql`c.kind`),
      number: byText(sql`c.number`),
      date: byDates(sql`c.date`, 'UTC'),
    },
    sorts: { date: sql`c.date`, number: sql`c.number`, debt: sql`c.debt`, nextDue: sql`next.due_date` },
    search: (text) => sql`(${containsCode(codesOf(sql`c.number`), text)} or ${contains(sql`c.name`, text)})`,
    tie,
  })
  const scope = sql`${readable(context, 'contracts', 'c')} and ${where}`
  const rows = await query<ContractRow>(
    context.req,
    sql`select ${columns} from ${tables} where ${scope} order by ${order} ${page}`,
  )
  return { rows, scope }
}

export type ScheduleRow = {
  id: string
  dueDate: string
  amount: number
  paid: number
  currency: string
  note: string | null
  contract: string
  contractNumber: string
}
export type ContractFile = { id: string; fileName: string; title: string; mime: string | null; size: number }
export type ContractDetail = ContractRow & {
  parent: { id: string; number: string } | null
  addenda: ContractRow[]
  schedule: ScheduleRow[]
  file: ContractFile | null
}

/** One contract with its addenda, schedule and file; null when there is none for this person. */
export async function contractById(context: QueryContext, id: string): Promise<ContractDetail | null> {
  return (await contractsAt(context, id))[0] ?? null
}

/** Contracts that a part of an address names, whole, as the person may read them: one, or two where it says a number that several have. */
export async function contractsAt(context: QueryContext, part: string): Promise<ContractDetail[]> {
  const rows = await query<Found>(
    context.req,
    sql`select ${columns}, p.id::text as "parentId", p.number as "parentNumber", f.id::text as "fileId", f.filename as "fileName", f.title, f.mime_type as mime, f.filesize::float8 as size
        from ${tables} left join contracts p on p.id = c.parent_id left join lateral (select * from (${attachedTo('c.file_id')}) attached) f on true
        where ${standsAt(part, 'c')} and ${readable(context, 'contracts', 'c')}
        order by ${byNumberAt(part, 'c')}, c.id limit 2`,
  )
  return Promise.all(rows.map((row) => whole(context, row)))
}

type Found = ContractRow & {
  parentId: string | null
  parentNumber: string | null
  fileId: string | null
  fileName: string | null
  title: string | null
  mime: string | null
  size: number | null
}

async function whole(context: QueryContext, row: Found): Promise<ContractDetail> {
  const [addenda, schedule] = await Promise.all([
    query<ContractRow>(
      context.req,
      sql`select ${columns} from ${tables} where ${idIs(sql`c.parent_id`, row.id)} and ${readable(context, 'contracts', 'c')} order by c.date`,
    ),
    scheduleOf(context, { contract: row.id }),
  ])
  const { parentId, parentNumber, fileId, fileName, title, mime, size, ...contract } = row
  return {
    ...contract,
    parent: parentId ? { id: parentId, number: parentNumber ?? '' } : null,
    addenda,
    schedule,
    file: fileId && fileName ? { id: fileId, fileName, title: title ?? '', mime, size: size ?? 0 } : null,
  }
}

/** Payments of a contract, or the unpaid ones of the company, soonest first. Amounts in minor units. */
export async function scheduleOf(
  context: QueryContext,
  { contract, unpaid, limit = 500 }: { contract?: string; unpaid?: boolean; limit?: number },
): Promise<ScheduleRow[]> {
  return query<ScheduleRow>(
    context.req,
    sql`select s.id::text, s.due_date as "dueDate", s.amount::float8 as amount, coalesce(s.paid, 0)::float8 as paid, s.currency, s.note,
               c.id::text as contract, c.number as "contractNumber"
        from schedule_lines s join contracts c on c.id = s.contract_id
        where ${readable(context, 'schedule-lines', 's')}
          and ${contract ? idIs(sql`s.contract_id`, contract) : sql`true`} and ${unpaid ? sql`coalesce(s.paid, 0) < s.amount and c.status in ('active', 'suspended')` : sql`true`}
        order by s.due_date, s.id limit ${limit}`,
  )
}

/** The next payment by any schedule of the company: what the home page shows. */
export async function nextPayment(context: QueryContext): Promise<ScheduleRow | null> {
  return (await scheduleOf(context, { unpaid: true, limit: 1 }))[0] ?? null
}

/** Organisations of a client that a contract may be made with, by name, as the person reads them. */
export const contractorsOf = (context: QueryContext, company: string): Promise<Array<{ id: string; name: string }>> =>
  query<{ id: string; name: string }>(
    context.req,
    sql`select k.id::text, k.name from contractors k where k.company_id = ${company}::uuid and coalesce(k.active, true) and ${readable(context, 'contractors', 'k')} order by k.name limit 100`,
  )

/** What the person may do with a contract that they were given. */
export function contractBar({ req, actor, locale }: QueryContext, contract: ContractDetail): Promise<TransitionBar> {
  const row = { id: contract.id, number: contract.number, status: contract.status, company_id: contract.company }
  return transitionBar(contractWorkflow, { req, actor, row }, locale ?? defaultLocale)
}
