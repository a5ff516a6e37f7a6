import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { plainDay, type Clock } from './clock'
import type { Order } from './orders'
import { passport, type Source } from './passport'

/** An invoice or a transfer document (УПД) of an order. */
export type Document = {
  id: string
  kind: 'invoice' | 'upd'
  number: string
  date: string
  dueDate: string | null
  order: Order
}

/** The newest invoice of the demo; earlier ones count down from it. */
const LAST_INVOICE = 1131

/** Invoices of orders that are confirmed or further, УПД of those shipped. An invoice is paid whole or not at all. */
export async function seedDocuments(
  db: Runner,
  made: { orders: readonly Order[]; clock: Clock; source: Source },
): Promise<Document[]> {
  const { clock, source } = made
  const drafts = [...invoicesOf(made.orders, clock), ...transfersOf(made.orders)]
  const ids = await insertRows(
    db,
    'documents',
    drafts.map(({ kind, number, date, dueDate, order }) => ({
      kind,
      number,
      date,
      dueDate,
      companyId: order.who.id,
      contractorId: order.who.contractor,
      orderId: order.id,
      contractId: order.contract,
      total: order.total,
      paid: order.paidAt ? order.total : 0,
      currency: 'RUB',
      cancelled: false,
      createdAt: date,
      seenAt: order.closedAt ?? null,
      ...passport(source, kind, number),
    })),
  )
  return drafts.map((draft, n) => ({ ...draft, id: ids[n] ?? '' }))
}

type Draft = Omit<Document, 'id'>

function invoicesOf(orders: readonly Order[], clock: Clock): Draft[] {
  const billed = orders.flatMap((order) =>
    order.confirmedAt && order.dueIn !== undefined ? [{ order, at: order.confirmedAt, dueIn: order.dueIn }] : [],
  )
  const inTime = billed.sort((a, b) => a.at.getTime() - b.at.getTime())
  return inTime.map(({ order, at, dueIn }, n) => ({
    kind: 'invoice',
    number: String(LAST_INVOICE - inTime.length + 1 + n),
    date: plainDay(at),
    dueDate: clock.day(dueIn),
    order,
  }))
}

function transfersOf(orders: readonly Order[]): Draft[] {
  const shipped = orders.flatMap((order) => (order.shippedAt ? [{ order, at: order.shippedAt }] : []))
  return shipped
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ order, at }, n) => ({
      kind: 'upd',
      number: `СК${String(2_210 + n)}`,
      date: plainDay(at),
      dueDate: null,
      order,
    }))
}
