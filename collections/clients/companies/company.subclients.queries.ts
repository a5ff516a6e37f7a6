import { sql } from '@payloadcms/db-postgres/drizzle'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { orderStats } from './orderStats'

/** How the sub-clients of a company stand together: debt and overdue in each currency apart. */
export type SubclientSums = { count: number; inWork: number; debt: MoneySum[]; overdue: MoneySum[] }

/** [ROLE-02] What the sub-clients of the chosen company come to, as their partner may see them; null where there are none. */
export async function subclientSums({ req, actor, company }: QueryContext): Promise<SubclientSums | null> {
  const parts = await query<{ currency: string; count: number; inWork: number; debt: number; overdue: number }>(
    req,
    sql`select c.currency, count(*)::int as count, coalesce(sum(${orderStats().inWork('c')}), 0)::int as "inWork",
               coalesce(sum(c.debt), 0)::float8 as debt, coalesce(sum(c.overdue), 0)::float8 as overdue
        from companies c where c.partner_id = ${company ?? null}::uuid and ${accessOf('companies').sql(actor, 'read', 'c')} group by c.currency`,
  )
  if (parts.length === 0) return null
  const all = (of: 'count' | 'inWork'): number => parts.reduce((sum, part) => sum + part[of], 0)
  return {
    count: all('count'),
    inWork: all('inWork'),
    debt: moneySums(parts, ({ debt }) => debt),
    overdue: moneySums(parts, ({ overdue }) => overdue),
  }
}
