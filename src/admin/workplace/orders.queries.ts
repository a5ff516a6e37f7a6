import { sql } from '@payloadcms/db-postgres/drizzle'
import { listOrders, orderFlags, type OrderList } from '@/collections/sales/orders/order.queries'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import type { ListFilter } from '@/src/mechanisms/lists/listSql'

/** Tabs of the workplace, in their order. */
export const workViews = ['new', 'working', 'awaits', 'notExported', 'all'] as const
export type WorkView = (typeof workViews)[number]

const WORKING = ['confirmed', 'working', 'shipped']
export const PER_PAGE = 40

const filtersOf: Record<WorkView, Readonly<Record<string, ListFilter>>> = {
  new: { status: { kind: 'select', values: ['submitted'] } },
  working: { status: { kind: 'select', values: WORKING } },
  awaits: { awaits: { kind: 'flag' } },
  notExported: { notExported: { kind: 'flag' } },
  all: {},
}

export type WorkAsked = { view: WorkView; search: string; page: number; client?: string }

/** [MGR-02] Orders of one tab, newest first, as the employee may see them. */
export async function ordersToHandle(context: QueryContext, { view, search, page, client }: WorkAsked): Promise<OrderList> {
  const company: Readonly<Record<string, ListFilter>> = client ? { company: { kind: 'select', values: [client] } } : {}
  return listOrders(context, { search, filters: { ...filtersOf[view], ...company }, sort: { key: 'placed', dir: 'desc' }, page, perPage: PER_PAGE })
}

/** How many orders stand in each tab. */
export async function countWork(context: QueryContext): Promise<Record<WorkView, number>> {
  const [row] = await query<Record<WorkView, number>>(
    context.req,
    sql`select count(*) filter (where o.status = 'submitted')::int as new,
               count(*) filter (where o.status in ('confirmed', 'working', 'shipped'))::int as working,
               count(*) filter (where ${orderFlags.awaits})::int as awaits,
               count(*) filter (where ${orderFlags.notExported})::int as "notExported",
               count(*)::int as "all"
        from orders o where ${readable(context, 'orders', 'o')}`,
  )
  return row ?? { new: 0, working: 0, awaits: 0, notExported: 0, all: 0 }
}
