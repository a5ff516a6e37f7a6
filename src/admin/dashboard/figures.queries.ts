import { sql } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { query } from '@/src/mechanisms/database/query'
import { countDeadLetters } from '@/src/mechanisms/jobs/deadLetters'
import type { ViewContext } from '../lib/view'

export type Figures = {
  newOrders: number | null
  newClients: number
  unassigned: number
  notExported: number | null
  failedRuns: number | null
  deadLetters: number | null
}

/** Today's figures as the person may see them; null is what they may not see and what belongs to an area that is off. */
export async function figures({ req, actor }: ViewContext): Promise<Figures> {
  const orders = accessOf('orders').sql(actor, 'read', 'o')
  const companies = accessOf('companies').sql(actor, 'read', 'c')
  const [row] = await query<Omit<Figures, 'failedRuns' | 'deadLetters'>>(
    req,
    sql`select
          (select count(*)::int from orders o where o.status = 'submitted' and ${orders}) as "newOrders",
          (select count(*)::int from orders o where o.exported_at is null and o.status <> 'cancelled' and o.external_id is null and ${orders}) as "notExported",
          (select count(*)::int from companies c where c.status = 'new' and ${companies}) as "newClients",
          (select count(*)::int from companies c where c.manager_id is null and c.status <> 'archived' and ${companies}) as unassigned`,
  )
  const seen = row ?? { newOrders: 0, newClients: 0, unassigned: 0, notExported: 0 }
  const base = actor.off?.has('sales') ? { ...seen, newOrders: null, notExported: null } : seen
  if (actor.role !== 'admin') return { ...base, failedRuns: null, deadLetters: null }
  if (actor.off?.has('exchange')) return { ...base, notExported: null, failedRuns: null, deadLetters: await countDeadLetters(req) }
  const [runs] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from exchange_runs
        where status in ('failed', 'partial') and started_at > now() - interval '1 day'`,
  )
  return { ...base, failedRuns: runs?.count ?? 0, deadLetters: await countDeadLetters(req) }
}

export type DayOfOrders = { day: string; orders: number; total: number }

/** Orders of the last 14 days in Moscow days, oldest first; `total` in kopecks. */
export async function ordersByDay({ req, actor }: ViewContext): Promise<DayOfOrders[]> {
  return query<DayOfOrders>(
    req,
    sql`select to_char(d, 'YYYY-MM-DD') as day, count(o.id)::int as orders, coalesce(sum(o.total), 0)::float8 as total
        from generate_series((now() at time zone 'Europe/Moscow')::date - 13, (now() at time zone 'Europe/Moscow')::date, '1 day') d
        left join orders o on (o.placed_at at time zone 'Europe/Moscow')::date = d::date and o.status <> 'cancelled'
          and ${accessOf('orders').sql(actor, 'read', 'o')}
        group by d order by d`,
  )
}
