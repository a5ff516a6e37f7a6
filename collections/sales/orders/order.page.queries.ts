import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { defaultLocale } from '@/src/lib/i18n'
import { bareId } from '@/src/mechanisms/exchange/source'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { remarksOf, type Remark } from '@/src/mechanisms/comments/remarks'
import { transitionBar, type TransitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { orderSelect, orderTables, type OrderRow } from './order.queries'
import { orderWorkflow } from './order.workflow'

export type OrderLineRow = {
  id: string
  position: number
  name: string
  article: string | null
  unit: string
  /** Address of the product, while it is sold. */
  slug: string | null
  qty: number
  shippedQty: number
  price: number
  discount: number
  total: number
  vatRate: number | null
  warehouse: string | null
  /** YYYY-MM-DD when the line has to be waited for. */
  availableFrom: string | null
}

/** A step of the rail: `at` once it was reached. */
export type OrderStep = { state: string; at: string | null; reached: boolean; current: boolean }
/** One line of the history and correspondence, oldest first. */
export type StreamItem =
  | { kind: 'event'; id: string; at: string; type: string; author: string; role: string; data: Record<string, unknown> }
  | ({ kind: 'comment' } & Remark)

export type OrderPage = OrderRow & {
  comment: string | null
  contractor: string | null
  contractorInn: string | null
  paymentMethod: string
  vat: number
  author: string | null
  authorPhone: string | null
  branch: string | null
  branchId: string | null
  /** Kilograms, when every line's product tells its weight. */
  weight: number | null
  splitFrom: string | null
  parts: string[]
  lines: OrderLineRow[]
  steps: OrderStep[]
  stream: StreamItem[]
  /** What the person may do with it from here. */
  bar: TransitionBar
  passport: {
    externalId: string | null
    erpNumber: string | null
    erpDate: string | null
    node: string | null
    syncedAt: string | null
    exportedAt: string | null
    unsentSince: string | null
    problem: string | null
  }
}

type Row = OrderRow &
  Omit<OrderPage, keyof OrderRow | 'lines' | 'steps' | 'stream' | 'bar' | 'passport'> &
  OrderPage['passport']

/**
 * One order with its lines, way, correspondence and passport; null when there is none for this person. Whoever knows its
 * id already has all of it read at once.
 */
export const orderByNumber = (context: QueryContext, number: string, known?: string): Promise<OrderPage | null> =>
  orderOf(context, sql`select id from orders where number = ${number}`, known)

/** The same by its id, all of it read at once. */
export const orderById = (context: QueryContext, id: string): Promise<OrderPage | null> =>
  orderOf(context, sql`select ${isUuid(id) ? id : null}::uuid as id`, id)

async function orderOf(context: QueryContext, which: SQL, known?: string): Promise<OrderPage | null> {
  const { req, actor } = context
  // The address is the order's own: it opens whichever of the person's companies is chosen.
  const anywhere = { ...context, company: null }
  const ahead = known === undefined ? null : partsOf(anywhere, known)
  const found = query<Row>(
    req,
    sql`select ${orderSelect}, o.comment, k.name as contractor, k.inn as "contractorInn", o.payment_method as "paymentMethod",
               coalesce(o.vat, 0)::float8 as vat, u.name as author, u.phone as "authorPhone", b.name as branch, o.branch_id::text as "branchId", f.number as "splitFrom",
               array(select s.number from orders s where s.split_from_id = o.id order by s.number) as parts,
               (select case when count(*) = count(p.weight) then sum(p.weight * l.qty / 1000)::float8 end from order_lines l
                left join skus s on s.id = l.sku_id left join products p on p.id = s.product_id where l.order_id = o.id) as weight,
               o.external_id as "externalId", o.erp_date as "erpDate", o.sync_node as node, o.synced_at as "syncedAt",
               o.exported_at as "exportedAt", o.unsent_since as "unsentSince", o.export_problem as problem
        from ${orderTables} left join contractors k on k.id = o.contractor_id left join users u on u.id = o.author_id
        left join branches b on b.id = o.branch_id left join orders f on f.id = o.split_from_id
        where o.id in (${which}) and ${readable(anywhere, 'orders', 'o')}`,
  )
  const [[row], early] = await Promise.all([found, ahead])
  if (!row) return null
  const { externalId, erpDate, node, syncedAt, exportedAt, unsentSince, problem, ...order } = row
  const [{ events, lines, remarks }, bar] = await Promise.all([
    early && known === row.id ? early : partsOf(anywhere, row.id),
    transitionBar(
      orderWorkflow,
      { req, actor, row: { ...row, company_id: row.company } },
      context.locale ?? defaultLocale,
    ),
  ])
  return {
    ...order,
    placedAt: iso(row.placedAt) ?? '',
    lines,
    steps: stepsOf(row.status, iso(row.placedAt) ?? '', events),
    stream: inTime([...events, ...remarks.map((remark) => ({ kind: 'comment' as const, ...remark }))]),
    bar,
    passport: {
      externalId: externalId && bareId(externalId),
      erpNumber: row.erpNumber,
      erpDate: iso(erpDate),
      node,
      syncedAt: iso(syncedAt),
      exportedAt: iso(exportedAt),
      unsentSince: iso(unsentSince),
      problem,
    },
  }
}

/** What is read of an order by its id alone, each by its own access. */
async function partsOf(
  context: QueryContext,
  order: string,
): Promise<{ events: EventItem[]; lines: OrderLineRow[]; remarks: Remark[] }> {
  const [events, lines, remarks] = await Promise.all([
    eventsOf(context, order),
    linesOf(context, order),
    remarksOf(context, 'orders', order),
  ])
  return { events, lines, remarks }
}

const iso = (value: string | null): string | null => (value ? new Date(value).toISOString() : null)

async function linesOf(context: QueryContext, order: string): Promise<OrderLineRow[]> {
  return query<OrderLineRow>(
    context.req,
    sql`select l.id::text, l.position::int as position, l.name, l.article, coalesce(l.unit, '') as unit, p.slug, l.qty::float8 as qty,
               coalesce(l.shipped_qty, 0)::float8 as "shippedQty", l.price::float8 as price, coalesce(l.discount, 0)::float8 as discount,
               l.total::float8 as total, l.vat_rate::float8 as "vatRate", w.name as warehouse, to_char(l.available_from at time zone 'UTC', 'YYYY-MM-DD') as "availableFrom"
        from order_lines l left join warehouses w on w.id = l.warehouse_id left join skus s on s.id = l.sku_id and s.active
        left join products p on p.id = s.product_id and ${accessOf('products').sql(context.actor, 'read', 'p')}
        where l.order_id = ${order} and ${readable(context, 'order-lines', 'l')} order by l.position`,
  )
}

type EventItem = Extract<StreamItem, { kind: 'event' }>

/** History without the comments' own announcements: the comments stand in the stream themselves. */
async function eventsOf(context: QueryContext, order: string): Promise<EventItem[]> {
  const rows = await query<EventItem>(
    context.req,
    sql`select 'event' as kind, e.id::text, e.created_at as at, e.type, coalesce(e.actor_name, '') as author, coalesce(e.actor_role, '') as role,
               coalesce(e.data, '{}'::jsonb) as data
        from events e where e.entity = 'orders' and e.entity_id = ${order} and e.type <> 'comment.added' and ${readable(context, 'events', 'e')}
        order by e.created_at, e.id`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

const inTime = (items: StreamItem[]): StreamItem[] => items.sort((a, b) => a.at.localeCompare(b.at))

/**
 * The rail: states of the way in their order, each with the moment it was last entered. A state that was jumped over
 * counts as reached. An order that left the way shows the states it really came to, and where it left to.
 */
export function stepsOf(
  status: string,
  placedAt: string,
  events: ReadonlyArray<{ at: string; data: Record<string, unknown> }>,
): OrderStep[] {
  const way = Object.entries(orderWorkflow.states)
    .flatMap(([state, { step }]) => (step === undefined ? [] : [{ state, step }]))
    .sort((a, b) => a.step - b.step)
  const entered = new Map<string, string>([[orderWorkflow.initial[0] ?? 'submitted', placedAt]])
  for (const { at, data } of events) if (typeof data.to === 'string') entered.set(data.to, at)
  const standing = orderWorkflow.states[status]?.step
  if (standing === undefined) {
    const came = way
      .filter(({ state }) => entered.has(state))
      .map(({ state }) => ({ state, at: entered.get(state) ?? null, reached: true, current: false }))
    return [...came, { state: status, at: entered.get(status) ?? null, reached: true, current: true }]
  }
  return way.map(({ state, step }) => {
    const reached = step <= standing
    return { state, at: reached ? (entered.get(state) ?? null) : null, reached, current: state === status }
  })
}
