import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { orderFlags } from '@/collections/sales/orders/order.queries'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { query } from '@/src/mechanisms/database/query'
import { countDeadLetters } from '@/src/mechanisms/jobs/deadLetters'
import { badRuns } from '../exchange/journal.queries'
import type { ViewContext } from '../lib/view'

export type FigureKind = 'newOrders' | 'awaits' | 'notExported' | 'newClients' | 'unassigned' | 'failedRuns' | 'deadLetters' | 'noGroup' | 'noPicture'
/** What concerns the person, in the order of the dashboard; what is another role's work is not there. */
export type Figures = Partial<Record<FigureKind, number>>

/** Today's figures as the person may see them. */
export async function figures(context: ViewContext): Promise<Figures> {
  const { role } = context.actor
  const sells = staffWithClients.some((one) => one === role)
  return {
    ...(sells ? await ofSales(context) : {}),
    ...(role === 'admin' ? await ofExchange(context) : {}),
    ...(role === 'editor' && !context.actor.off?.has('catalogue') ? await ofGoods(context) : {}),
  }
}

async function ofSales({ req, actor }: ViewContext): Promise<Figures> {
  const orders = accessOf('orders').sql(actor, 'read', 'o')
  const companies = accessOf('companies').sql(actor, 'read', 'c')
  const count = (from: SQL, condition: SQL): SQL => sql`(select count(*)::int from ${from} where ${condition})`
  const [row] = await query<Required<Pick<Figures, 'newOrders' | 'awaits' | 'notExported' | 'newClients' | 'unassigned'>>>(
    req,
    sql`select ${count(sql`orders o`, sql`o.status = 'submitted' and ${orders}`)} as "newOrders",
               ${count(sql`orders o`, sql`${orderFlags.awaits} and ${orders}`)} as awaits,
               ${count(sql`orders o`, sql`${orderFlags.notExported} and ${orders}`)} as "notExported",
               ${count(sql`companies c`, sql`c.status = 'new' and ${companies}`)} as "newClients",
               ${count(sql`companies c`, sql`c.manager_id is null and c.status <> 'archived' and ${companies}`)} as unassigned`,
  )
  if (!row) return {}
  // Clients of nobody are the work of those who see them all.
  const { unassigned, ...rest } = row
  const mine: Figures = actor.role === 'admin' ? { ...rest, unassigned } : rest
  if (actor.off?.has('sales')) return without(mine, ['newOrders', 'awaits', 'notExported'])
  return actor.off?.has('exchange') ? without(mine, ['notExported']) : mine
}

const without = (figures: Figures, kinds: readonly FigureKind[]): Figures =>
  // The keys are those of `figures` themselves.
  Object.fromEntries(Object.entries(figures).filter(([kind]) => !kinds.includes(kind as FigureKind)))

async function ofExchange({ req, actor }: ViewContext): Promise<Figures> {
  if (actor.off?.has('exchange')) return { deadLetters: await countDeadLetters(req) }
  const [runs] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from exchange_runs r where ${badRuns}`,
  )
  return { failedRuns: runs?.count ?? 0, deadLetters: await countDeadLetters(req) }
}

async function ofGoods({ req }: ViewContext): Promise<Figures> {
  const [row] = await query<{ noGroup: number; noPicture: number }>(
    req,
    sql`select count(*) filter (where p.group_id is null)::int as "noGroup",
               count(*) filter (where not exists (select 1 from products_rels r where r.parent_id = p.id and r.path = 'images'))::int as "noPicture"
        from products p where p.active`,
  )
  return row ?? {}
}

export type DayOfOrders = { day: string; orders: number; totals: MoneySum[] }

/** Orders of the last 14 days in Moscow days, oldest first; their sums in each currency apart. */
export async function ordersByDay({ req, actor }: ViewContext): Promise<DayOfOrders[]> {
  if (accessOf('orders').where(actor, 'read') === false) return []
  const parts = await query<{ day: string; currency: string | null; orders: number; total: number }>(
    req,
    sql`select to_char(d, 'YYYY-MM-DD') as day, o.currency, count(o.id)::int as orders, coalesce(sum(o.total), 0)::float8 as total
        from generate_series((now() at time zone 'Europe/Moscow')::date - 13, (now() at time zone 'Europe/Moscow')::date, '1 day') d
        left join orders o on (o.placed_at at time zone 'Europe/Moscow')::date = d::date and o.status <> 'cancelled'
          and o.placed_at > now() - interval '15 days' and ${accessOf('orders').sql(actor, 'read', 'o')}
        group by d, o.currency order by d`,
  )
  return [...new Set(parts.map(({ day }) => day))].map((day) => {
    const of = parts.filter((part) => part.day === day)
    const sold = of.flatMap(({ currency, total }) => (currency ? [{ currency, total }] : []))
    return { day, orders: of.reduce((count, { orders }) => count + orders, 0), totals: moneySums(sold, ({ total }) => total) }
  })
}
