import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/src/mechanisms/access/actor'
import { defineAction, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import type { RowOf } from '@/src/mechanisms/database/tableOf'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { moveTo } from './moveTo'
import { documentsOfOrder } from './documentsOfOrder'
import { allGone, spreadShipped, type ShippedGoods } from './order.shipments.rules'

export type Settled = {
  /** What payments less refunds come to; null while there are none. */
  paid: number | null
  /** Goods that have gone; null where a shipment does not name its goods. */
  gone: ShippedGoods[] | null
  shippedSum: number
  shipments: number
}

/** What the documents of an order add up to. Cancelled ones count for nothing, and yet say that such documents are sent. */
export async function documentsOf(req: PayloadRequest, order: string): Promise<Settled> {
  const rows = await documentsOfOrder(req, order)
  const money = rows.filter(({ kind }) => kind !== 'waybill')
  const shipments = rows.filter(({ kind }) => kind === 'waybill')
  const stand = shipments.filter(({ cancelled }) => !cancelled)
  const sum = (some: typeof rows): number => some.reduce((all, { total }) => all + total, 0)
  const paid =
    sum(money.filter(({ kind, cancelled }) => kind === 'payment' && !cancelled)) -
    sum(money.filter(({ kind, cancelled }) => kind === 'refund' && !cancelled))
  return {
    paid: money.length > 0 ? Math.max(paid, 0) : null,
    gone: stand.every(({ goods }) => goods && goods.length > 0) ? stand.flatMap(({ goods }) => goods ?? []) : null,
    shippedSum: sum(stand),
    shipments: shipments.length,
  }
}

type Line = ShippedGoods & { id: string; shipped: number }

const linesOf = (req: PayloadRequest, order: string): Promise<Line[]> =>
  query<Line>(
    req,
    sql`select l.id::text, coalesce(l.product_external_id, s.external_id) as sku, l.name, l.qty::float8 as qty, coalesce(l.shipped_qty, 0)::float8 as shipped
        from order_lines l left join skus s on s.id = l.sku_id where l.order_id = ${order} order by l.position`,
  )

/** Whether documents of shipment have reached the whole order; null while there are none. */
export async function shippedWhole(req: PayloadRequest, order: { id: string; total: number }): Promise<boolean | null> {
  const settled = await documentsOf(req, order.id)
  return settled.shipments === 0 ? null : isWhole(settled, order.total, await linesOf(req, order.id))
}

function isWhole({ gone, shippedSum }: Settled, total: number, lines: readonly Line[]): boolean {
  return (shippedSum > 0 && shippedSum >= total) || (gone !== null && allGone(lines, spreadShipped(lines, gone)))
}

const input = z.object({
  order: z.uuid(),
  /** What 1C has just said of the order itself in so many words: everything has gone. */
  saidShipped: z.boolean().default(false),
})

/**
 * Tells an order what its documents add up to: what is paid, how much of each line has gone, and its state once everything
 * has, or no longer has. A closed or cancelled order keeps its state.
 */
export const settleOrder: ActionDeclaration<typeof input, { changed: boolean }> = defineAction({
  name: 'orders.settle',
  label: { ru: 'Сложены документы заказа', en: 'Added up an order’s documents' },
  input,
  may: ['erp', 'system'],
  remote: false,
  lock: { entity: 'orders', id: ({ order }) => order },
  run: ({ req, actor, row, input: { saidShipped } }) => settleLocked(req, actor, row, saidShipped),
})

/** `orders.settle` for a caller that holds the row of the order already. */
export async function settleLocked(
  req: PayloadRequest,
  actor: Actor,
  row: RowOf<'orders'>,
  saidShipped: boolean,
): Promise<{ changed: boolean }> {
  const order = row.id
  const settled = await documentsOf(req, order)
  const about = { req, actor, order, company: row.company_id, number: row.number, currency: row.currency }
  const paid = await settlePaid(about, Number(row.paid ?? 0), settled.paid)
  const lines = await linesOf(req, order)
  const whole = settled.shipments > 0 ? isWhole(settled, Number(row.total), lines) : null
  const relined =
    settled.shipments > 0 && settled.gone
      ? await settleLines(about, lines, spreadShipped(lines, settled.gone), whole === true)
      : false
  const target = shipmentMoves(row.status, whole, saidShipped)
  const moved = target ? await moveTo({ req, actor }, { id: order, status: row.status }, target) : false
  return { changed: paid || relined || moved }
}

function shipmentMoves(status: string, whole: boolean | null, saidShipped: boolean): string | null {
  if (whole && ['submitted', 'confirmed', 'working'].includes(status)) return 'shipped'
  return whole === false && status === 'shipped' && !saidShipped ? 'working' : null
}

type About = { req: PayloadRequest; actor: Actor; order: string; company: string; number: string; currency: string }

async function settlePaid(
  { req, actor, order, company, number, currency }: About,
  before: number,
  paid: number | null,
): Promise<boolean> {
  if (paid === null || paid === before) return false
  await execute(req, sql`update orders set paid = ${paid}, updated_at = now() where id = ${order}`)
  await recordEvent(req, {
    type: 'order.paymentCounted',
    entity: 'orders',
    entityId: order,
    company,
    actor,
    data: { number, from: before, to: paid, sum: { amount: paid, currency } },
  })
  return true
}

async function settleLines(
  { req, actor, order, company, number }: About,
  lines: readonly Line[],
  shipped: readonly number[],
  whole: boolean,
): Promise<boolean> {
  const other = lines.flatMap((line, place) =>
    line.shipped === shipped[place] ? [] : [{ id: line.id, qty: shipped[place] ?? 0 }],
  )
  if (other.length === 0) return false
  await execute(
    req,
    sql`update order_lines l set shipped_qty = t.qty::numeric, updated_at = now()
        from unnest(${list(
          other.map(({ id }) => id),
          'uuid',
        )}, ${list(other.map(({ qty }) => String(qty)))}) as t(id, qty) where l.id = t.id`,
  )
  const gone = shipped.filter((qty) => qty > 0).length
  await recordEvent(req, {
    type: 'order.partShipped',
    entity: 'orders',
    entityId: order,
    company,
    actor,
    data: { number, lines: gone, all: lines.length, part: gone > 0 && !whole },
  })
  return true
}
