import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { statement, type Statement } from '@/src/mechanisms/ledger/statement'

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
  return query<AccountRow>(
    context.req,
    sql`select a.id::text, a.number, a.contract_id::text as contract, c.number as "contractNumber", a.currency,
               a.balance::float8 as balance, a.balance_at as "balanceAt", a.company_id::text as company, co.name as "companyName"
        from accounts a join companies co on co.id = a.company_id left join contracts c on c.id = a.contract_id
        where ${readable(context, 'accounts', 'a')}
        order by (a.contract_id is null) desc, a.number nulls last, a.id`,
  )
}

/** Statement of an account for whole days `[from, to]` of the zone; null when the account is not theirs. */
export async function statementFor(context: QueryContext, account: string, days: { from: string; to: string; zone: string }): Promise<(Statement & { account: AccountRow }) | null> {
  const mine = (await accountsOf(context)).find(({ id }) => id === account)
  if (!mine) return null
  const [edge] = await query<{ from: string; to: string }>(
    context.req,
    sql`select (${days.from}::date::timestamp at time zone ${days.zone}) as "from",
               ((${days.to}::date + 1)::timestamp at time zone ${days.zone}) as "to"`,
  )
  const iso = (value: string | undefined): string => new Date(value ?? 0).toISOString()
  return { ...(await statement(context.req, `account:${account}`, iso(edge?.from), iso(edge?.to))), account: mine }
}
