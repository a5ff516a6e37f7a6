import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { cutOrders, orderFlags, orderQuestion, sumsOf, type OrderRow } from '@/collections/sales/orders/order.queries'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import type { ListFilter } from '@/src/mechanisms/lists/listSql'

/** Tabs of the workplace, in their order. */
export const workViews = ['new', 'working', 'awaits', 'notExported', 'all'] as const
export type WorkView = (typeof workViews)[number]

const WORKING = ['confirmed', 'working', 'shipped']
export const PER_PAGE = 40

/** A tab is counted up to here: nobody pages through more, and counting every order there is costs more than the page. */
export const COUNTED_TO = 10_000

const filtersOf: Record<WorkView, Readonly<Record<string, ListFilter>>> = {
  new: { status: { kind: 'select', values: ['submitted'] } },
  working: { status: { kind: 'select', values: WORKING } },
  awaits: { awaits: { kind: 'flag' } },
  notExported: { notExported: { kind: 'flag' } },
  all: {},
}

export type WorkList = { rows: OrderRow[]; total: number }
export type WorkAsked = { view: WorkView; search: string; page: number; client?: string; manager?: string }

/**
 * [MGR-02] Orders of one tab, newest first, as the employee may see them. A tab that nothing narrows holds as many as
 * `counts` says: counting it once more would cost more than the page.
 */
export async function ordersToHandle(
  context: QueryContext,
  { view, search, page, client, manager }: WorkAsked,
  counts?: Promise<Record<WorkView, number>>,
): Promise<WorkList> {
  const narrowed: Record<string, ListFilter> = {}
  if (client) narrowed.company = { kind: 'select', values: [client] }
  if (manager) narrowed.manager = { kind: 'select', values: [manager] }
  const { scope, ...question } = orderQuestion(context, {
    search,
    filters: { ...filtersOf[view], ...narrowed },
    sort: { key: 'placed', dir: 'desc' },
    page,
    perPage: PER_PAGE,
  })
  const [rows, total] = await Promise.all([
    cutOrders(context, scope, question),
    counts && !search && !client && !manager
      ? counts.then((each) => each[view])
      : sumsOf(context, scope).then((sums) => sums.total),
  ])
  return { rows, total }
}

/** How many orders stand in each tab (`upTo`: as many or more), each counted by the index of its own condition. */
export async function countWork(context: QueryContext, upTo = COUNTED_TO): Promise<Record<WorkView, number>> {
  const mine = readable(context, 'orders', 'o')
  const count = (condition: SQL): SQL =>
    sql`(select count(*)::int from (select from orders o where ${mine} and ${condition} limit ${upTo}) as counted)`
  const [row] = await query<Record<WorkView, number>>(
    context.req,
    sql`select ${count(sql`o.status = 'submitted'`)} as new,
               ${count(sql`o.status in ('confirmed', 'working', 'shipped')`)} as working,
               ${count(orderFlags.awaits)} as awaits,
               ${count(orderFlags.notExported)} as "notExported",
               ${count(sql`true`)} as "all"`,
  )
  return row ?? { new: 0, working: 0, awaits: 0, notExported: 0, all: 0 }
}

/** What an employee is called, for the line that says whose orders are shown. */
export async function managerName({ req }: QueryContext, id: string): Promise<string> {
  const [row] = await query<{ name: string }>(req, sql`select name from staff where ${idIs(sql`id`, id)}`)
  return row?.name ?? '—'
}
