import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'

/** When the ERP last brought something through, ISO; null before the first time. */
export async function lastExchange(runner: Runner): Promise<string | null> {
  const [row] = await query<{ at: string | null }>(runner, sql`select max(finished_at) as at from exchange_runs where status in ('done', 'partial')`)
  return row?.at ? new Date(row.at).toISOString() : null
}

/** Positions in the person's cart for a company. */
export async function cartCount(runner: Runner, user: string, company: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    runner,
    sql`select count(l.id)::int as count from carts c join cart_lines l on l.cart_id = c.id where ${idIs(sql`c.user_id`, user)} and ${idIs(sql`c.company_id`, company)}`,
  )
  return row?.count ?? 0
}
