import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import {
  byCompany,
  byDates,
  byFlag,
  byId,
  byOption,
  bySum,
  byText,
  codesOf,
  contains,
  containsCode,
  isSum,
  listSql,
  type ListInput,
} from '@/src/mechanisms/lists/listSql'
import { orderWorkflow } from './order.workflow'

/** Saved views of the list: all, in work, waiting for money, shipped this week, archive, to handle (staff). */
export const orderViews = ['all', 'work', 'unpaid', 'week', 'archive', 'new'] as const
export type OrderView = (typeof orderViews)[number]

/** An order as a row. Sums in minor units, days as YYYY-MM-DD. */
export type OrderRow = {
  id: string
  number: string
  erpNumber: string | null
  status: string
  placedAt: string
  plannedDate: string | null
  wantedDate: string | null
  deliveryMethod: 'pickup' | 'delivery'
  deliveryAddress: string | null
  warehouse: string | null
  contract: string | null
  contractId: string | null
  clientReference: string | null
  total: number
  paid: number
  currency: string
  lineCount: number
  company: string
  companyName: string
  manager: string | null
  /** The last word in the correspondence is the company's: the client is asked. */
  awaitsClient: boolean
  /** The last word is the client's: the manager is asked. */
  awaitsManager: boolean
}

/** `sum` and `paid`, in each currency apart, of what is not cancelled. */
export type OrderCut = { rows: OrderRow[]; total: number; sum: MoneySum[]; paid: MoneySum[] }
export type OrderListResult = OrderCut & { views: Record<OrderView, number> }

const day = (column: string): SQL => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`)

export const orderSelect = sql`o.id::text, o.number, o.erp_number as "erpNumber", o.status::text, o.placed_at as "placedAt",
  ${day('o.planned_date')} as "plannedDate", ${day('o.wanted_date')} as "wantedDate", o.delivery_method::text as "deliveryMethod",
  o.delivery_address as "deliveryAddress", w.name as warehouse, c.number as contract, c.id::text as "contractId",
  o.client_reference as "clientReference", o.total::float8 as total, coalesce(o.paid, 0)::float8 as paid, o.currency,
  coalesce(o.line_count, 0)::int as "lineCount", o.company_id::text as company, co.name as "companyName", m.name as manager,
  o.status <> 'cancelled' and o.status <> 'closed' and coalesce(o.last_word = 'company', false) as "awaitsClient",
  o.status <> 'cancelled' and o.status <> 'closed' and coalesce(o.last_word = 'client', false) as "awaitsManager"`

export const orderTables = sql`orders o
  join companies co on co.id = o.company_id
  left join staff m on m.id = co.manager_id
  left join warehouses w on w.id = o.warehouse_id
  left join contracts c on c.id = o.contract_id`

const LIVE = sql`o.status in ('submitted', 'confirmed', 'working', 'shipped')`

/** A finished order older than this lies in the archive. */
export const ARCHIVE_DAYS = 30

/** Planned days are days of the calendar, kept as midnight of UTC; which week it is depends on where the person is. */
const viewsIn = (zone: string): Record<OrderView, SQL> => ({
  all: sql`true`,
  work: LIVE,
  unpaid: sql`o.status <> 'cancelled' and coalesce(o.paid, 0) < o.total`,
  week: sql`${LIVE} and o.planned_date >= ${weekIn(zone)} and o.planned_date < ${weekIn(zone)} + interval '7 days'`,
  archive: sql`o.status in ('closed', 'cancelled') and o.placed_at < now() - make_interval(days => ${ARCHIVE_DAYS})`,
  new: sql`o.status = 'submitted'`,
})

const weekIn = (zone: string): SQL => sql`date_trunc('week', now() at time zone ${zone}) at time zone 'UTC'`

/** Conditions that staff ask for: the client has had the last word; 1C has not got the order, or what people changed in it since. On alias `o`. */
export const orderFlags = {
  awaits: sql`(${LIVE} and o.last_word = 'client')`,
  notExported: sql`((o.exported_at is null and o.external_id is null and o.status <> 'cancelled') or o.unsent_since is not null)`,
}

/** Orders as the person may see them, with the totals of the whole filter and the count of each view. */
export async function listOrders(
  context: QueryContext,
  input: ListInput,
  view: OrderView = 'all',
  zone = 'Europe/Moscow',
): Promise<OrderListResult> {
  const { scope, ...asked } = orderQuestion(context, input, view, zone)
  const [rows, sums, views] = await Promise.all([
    cutOrders(context, scope, asked),
    sumsOf(context, scope),
    countViews(context, readable(context, 'orders', 'o'), zone),
  ])
  return { rows, ...sums, views }
}

/** Condition of everything that answers, over `orders o` and `companies co`. */
type OrderScope = SQL

/** A list as it was asked for: what answers, in what order, which page of it. */
export function orderQuestion(
  context: QueryContext,
  input: ListInput,
  view: OrderView = 'all',
  zone = 'Europe/Moscow',
): { scope: OrderScope; order: SQL; page: SQL } {
  const tie = sql`o.id`
  const { where, order, page } = listSql(input, {
    filters: {
      id: byId(tie),
      status: byOption(sql`o.status`, Object.keys(orderWorkflow.states)),
      number: byText(sql`o.number`),
      contract: byId(sql`o.contract_id`),
      warehouse: byId(sql`o.warehouse_id`),
      company: byCompany('o'),
      manager: byId(sql`co.manager_id`),
      branch: byId(sql`o.branch_id`),
      awaits: byFlag(orderFlags.awaits),
      notExported: byFlag(orderFlags.notExported),
      sum: bySum(sql`o.total`),
      placed: byDates(sql`o.placed_at`, zone),
      planned: byDates(sql`o.planned_date`, 'UTC'),
    },
    sorts: {
      number: sql`o.number`,
      placed: sql`o.placed_at`,
      status: sql`o.status`,
      total: sql`o.total`,
      paid: sql`o.paid`,
      planned: sql`o.planned_date`,
      company: sql`co.name`,
    },
    search: (text) =>
      sql`(${containsCode(sql`o.codes`, text)} or ${isSum(sql`o.total`, text)} or ${contains(sql`co.name`, text)}
           or exists (select 1 from order_lines l where l.order_id = o.id and (${containsCode(codesOf(sql`l.article`), text)} or ${contains(sql`l.name`, text)})))`,
    tie,
  })
  return { scope: sql`${readable(context, 'orders', 'o')} and ${viewsIn(zone)[view]} and ${where}`, order, page }
}

/** One page of what answers, in its order. */
export async function cutOrders(
  { req }: QueryContext,
  scope: OrderScope,
  { order, page }: { order: SQL; page: SQL },
): Promise<OrderRow[]> {
  // The page is cut first: names are joined for its rows alone.
  const rows = await query<OrderRow>(
    req,
    sql`with cut as (select o.id from orders o join companies co on co.id = o.company_id where ${scope} order by ${order} ${page})
        select ${orderSelect} from ${orderTables} where o.id in (select id from cut) order by ${order}`,
  )
  return rows.map((row) => ({ ...row, placedAt: new Date(row.placedAt).toISOString() }))
}

/** One page of orders without what a list says besides. */
export async function pageOfOrders(
  context: QueryContext,
  input: ListInput,
  view: OrderView = 'all',
  zone = 'Europe/Moscow',
): Promise<OrderRow[]> {
  const { scope, ...asked } = orderQuestion(context, input, view, zone)
  return cutOrders(context, scope, asked)
}

/** How many orders answer, and their sums. */
export async function sumsOf({ req }: QueryContext, scope: OrderScope): Promise<Omit<OrderCut, 'rows'>> {
  const parts = await query<{ currency: string; total: number; sum: number; paid: number }>(
    req,
    sql`select o.currency, count(*)::int as total, coalesce(sum(o.total) filter (where o.status <> 'cancelled'), 0)::float8 as sum,
               coalesce(sum(o.paid) filter (where o.status <> 'cancelled'), 0)::float8 as paid
        from orders o join companies co on co.id = o.company_id where ${scope} group by o.currency`,
  )
  return {
    total: parts.reduce((count, { total }) => count + total, 0),
    sum: moneySums(parts, ({ sum }) => sum),
    paid: moneySums(parts, ({ paid }) => paid),
  }
}

async function countViews({ req }: QueryContext, mine: SQL, zone: string): Promise<OrderListResult['views']> {
  const views = viewsIn(zone)
  const counts = orderViews.map((view) => sql`count(*) filter (where ${views[view]})::int as ${sql.raw(`"${view}"`)}`)
  const [row] = await query<OrderListResult['views']>(
    req,
    sql`select ${sql.join(counts, sql`, `)} from orders o where ${mine}`,
  )
  return row ?? { all: 0, work: 0, unpaid: 0, week: 0, archive: 0, new: 0 }
}

/** The newest live orders, for the home page. */
export async function ordersInWork(context: QueryContext, limit = 6): Promise<OrderRow[]> {
  const rows = await query<OrderRow>(
    context.req,
    sql`select ${orderSelect} from ${orderTables} where ${readable(context, 'orders', 'o')} and ${LIVE} order by o.placed_at desc, o.id limit ${limit}`,
  )
  return rows.map((row) => ({ ...row, placedAt: new Date(row.placedAt).toISOString() }))
}

/** What a list of orders may be filtered by: only what the person has orders of. */
export async function orderFilterChoices(
  context: QueryContext,
): Promise<{ contracts: Array<{ id: string; name: string }>; warehouses: Array<{ id: string; name: string }> }> {
  const mine = readable(context, 'orders', 'o')
  return queryTogether<{ contracts: { id: string; name: string }; warehouses: { id: string; name: string } }>(
    context.req,
    {
      contracts: sql`select distinct c.id::text, c.number as name from orders o join contracts c on c.id = o.contract_id where ${mine} order by 2 limit 100`,
      warehouses: sql`select distinct w.id::text, w.name from orders o join warehouses w on w.id = o.warehouse_id where ${mine} order by 2 limit 100`,
    },
  )
}
