import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { query } from '@/src/mechanisms/database/query'
import { countDeadLetters } from '@/src/mechanisms/jobs/deadLetters'

export type NavCounts = { orders: number; clients: number; exchange: number; queue: number }

/** How much waits in each workplace: new orders, new clients, open problems of the exchange, jobs that failed for good. */
export async function navCounts(req: PayloadRequest, actor: Actor): Promise<NavCounts> {
  const [row] = await query<{ orders: number; clients: number }>(
    req,
    sql`select (select count(*)::int from orders o where o.status = 'submitted' and ${accessOf('orders').sql(actor, 'read', 'o')}) as orders,
               (select count(*)::int from companies c where c.status = 'new' and ${accessOf('companies').sql(actor, 'read', 'c')}) as clients`,
  )
  const counts = { orders: row?.orders ?? 0, clients: row?.clients ?? 0, exchange: 0, queue: 0 }
  if (actor.role !== 'admin') return counts
  const [issues] = await query<{ count: number }>(req, sql`select count(*)::int as count from exchange_issues where status = 'open'`)
  return { ...counts, exchange: issues?.count ?? 0, queue: await countDeadLetters(req) }
}
