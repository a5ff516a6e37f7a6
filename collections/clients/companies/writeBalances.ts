import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list } from '@/src/mechanisms/database/query'

/**
 * Writes what companies have on their accounts, in their own currency; `balance` in minor units, of each currency once.
 * The companies are locked by the caller.
 */
export async function writeBalances(
  req: PayloadRequest,
  sums: ReadonlyArray<{ company: string; currency: string; balance: string }>,
): Promise<void> {
  const columns = [
    list(
      sums.map(({ company }) => company),
      'uuid',
    ),
    list(sums.map(({ currency }) => currency)),
    sql`${list(sums.map(({ balance }) => balance))}::bigint[]`,
  ]
  await execute(
    req,
    sql`with told as (select * from unnest(${sql.join(columns, sql`, `)}) as t(company, currency, balance))
        update companies c set finance_at = now(), updated_at = now(),
          balance = coalesce((select sum(t.balance) from told t where t.company = c.id and t.currency = c.currency), 0)
        where c.id in (select company from told)`,
  )
}
