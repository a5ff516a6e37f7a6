import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { statement, statementPage, type Statement, type StatementPage } from '@/src/mechanisms/ledger/statement'

export type AccountRow = {
  id: string
  number: string | null
  contract: string | null
  contractNumber: string | null
  currency: string
  balance: number
  balanceAt: string | null
  company: string
  companyName: string
}

/** Accounts of the company, the main one (without a contract) first. Balances in minor units. */
export async function accountsOf(context: QueryContext): Promise<AccountRow[]> {
  return readAccounts(context, null)
}

/** One account; null when it is not theirs. */
export async function accountById(context: QueryContext, id: string): Promise<AccountRow | null> {
  return isUuid(id) ? ((await readAccounts(context, id))[0] ?? null) : null
}

async function readAccounts(context: QueryContext, id: string | null): Promise<AccountRow[]> {
  return query<AccountRow>(
    context.req,
    sql`select a.id::text, a.number, a.contract_id::text as contract, c.number as "contractNumber", a.currency,
               a.balance::float8 as balance, a.balance_at as "balanceAt", a.company_id::text as company, co.name as "companyName"
        from accounts a join companies co on co.id = a.company_id left join contracts c on c.id = a.contract_id
        where ${readable(context, 'accounts', 'a')} and (${id}::uuid is null or a.id = ${id}::uuid)
        order by (a.contract_id is null) desc, a.number nulls last, a.id`,
  )
}

type Days = { from: string; to: string; zone: string }

/** Statement of an account for whole days `[from, to]` of the zone; null when the account is not theirs. */
export async function statementFor(
  context: QueryContext,
  account: string,
  days: Days,
): Promise<(Statement & { account: AccountRow }) | null> {
  const [mine, edges] = await Promise.all([accountById(context, account), edgesOf(context, days)])
  return mine ? statementOf(context, mine, edges) : null
}

/** Statement of an account that was read as the person, between two moments. */
const statementOf = async (
  { req }: QueryContext,
  account: AccountRow,
  { from, to }: Edges,
): Promise<Statement & { account: AccountRow }> => ({
  ...(await statement(req, `account:${account.id}`, from, to)),
  account,
})

/** The same with one page of its lines, the newest first. */
export const pageOfStatement = (
  { req }: QueryContext,
  account: AccountRow,
  { from, to }: Edges,
  window: { page: number; size: number },
): Promise<StatementPage> => statementPage(req, { account: `account:${account.id}`, from, to }, window)

type Edges = { from: string; to: string }

/** The moments between which whole days of a zone lie, ISO. */
export async function edgesOf(context: QueryContext, days: Days): Promise<Edges> {
  const [edge] = await query<{ from: string; to: string }>(
    context.req,
    sql`select (${days.from}::date::timestamp at time zone ${days.zone}) as "from",
               ((${days.to}::date + 1)::timestamp at time zone ${days.zone}) as "to"`,
  )
  const iso = (value: string | undefined): string => new Date(value ?? 0).toISOString()
  return { from: iso(edge?.from), to: iso(edge?.to) }
}
