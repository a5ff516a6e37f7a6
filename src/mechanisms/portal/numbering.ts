import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

/** How an administrator wants orders numbered: what stands before the figures, and how many there are at least. */
export async function orderNumberingOf(runner: Runner): Promise<{ prefix: string; digits: number }> {
  const [row] = await query<{ prefix: string; digits: number }>(
    runner,
    sql`select coalesce(order_prefix, 'К-') as prefix, coalesce(order_digits, 6)::int as digits from numbering limit 1`,
  )
  return row ?? { prefix: 'К-', digits: 6 }
}
