import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** What is known of the orders of a company, as SQL; the company bears the alias `row`. Whoever keeps orders says so (`provideOrderStats`). */
export type OrderStats = {
  /** Whether it has ordered anything, ever. */
  hasOrders: (row: string) => SQL
  /** How many of its orders are on their way. */
  inWork: (row: string) => SQL
  /** When it placed the last one, or null. */
  lastOrderAt: (row: string) => SQL
}

const NONE: OrderStats = {
  hasOrders: () => sql`false`,
  inWork: () => sql`0`,
  lastOrderAt: () => sql`null::timestamptz`,
}
let kept = NONE

/** Called by the area that keeps orders. */
export function provideOrderStats(stats: OrderStats): OrderStats {
  kept = stats
  return stats
}

export const orderStats = (): OrderStats => kept
