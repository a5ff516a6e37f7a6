import { sql } from '@payloadcms/db-postgres/drizzle'
import { lineTotal, PRICE_SCALE, QTY_SCALE, vatIncluded } from '@/src/lib/money'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { priceFor, type WarehouseIds } from './catalogue/prices'
import type { Sku } from './catalogue/products'
import { plainDay, type Clock } from './clock'
import type { Companies, Company } from './companies'
import type { Contracts } from './contracts'
import { planOrders, type OrderPlan } from './orderPlan'
import { guid, type Source } from './passport'
import type { DemoUsers } from './people'
import { dice, type Dice } from './random'
import type { Person } from './staff'
import { VAT } from './vat'

export type Line = { sku: Sku; qty: number; price: number; total: number }
export type Order = Omit<OrderPlan, 'lines'> & {
  id: string
  number: string
  who: Company
  author: Person | null
  lines: Line[]
  total: number
  vat: number
  contract: string | null
}
type Draft = Omit<Order, 'id'>

const FIRST_NUMBER = 1001

type Made = {
  clock: Clock
  source: Source
  companies: Companies
  contracts: Contracts
  users: DemoUsers
  skus: readonly Sku[]
  warehouses: WarehouseIds
}

/** Orders with their lines at the prices of the client's price type; numbers run with the dates. */
export async function seedOrders(db: Runner, made: Made): Promise<Order[]> {
  const throws = dice(105)
  const drafts = planOrders(made.clock).map((plan, n) => draftOf(plan, n, made, throws))
  const ids = await insertRows(
    db,
    'orders',
    drafts.map((draft) => orderRow(draft, made, throws)),
  )
  const orders = drafts.map((draft, n): Order => ({ ...draft, id: ids[n] ?? '' }))
  await insertRows(
    db,
    'order_lines',
    orders.flatMap((order) => lineRows(order, made)),
  )
  await query(db, sql`select setval('order_number_seq', ${FIRST_NUMBER + orders.length - 1})`)
  return orders
}

function draftOf(plan: OrderPlan, n: number, { companies, contracts, users, skus }: Made, throws: Dice): Draft {
  const who = companies[plan.company]
  const lines = plan.lines
    ? plan.lines.map(([article, pieces]) => lineOf(skuBy(skus, article), pieces, who))
    : chosen(skus, who, throws)
  const authors: Partial<Record<string, Person>> = {
    stroygrad: (plan.tag ?? throws.chance(0.6)) ? users.client : users.buyer,
    service: users.client,
    partner: users.partner,
    fasad: users.partner,
    monolit: users.partner,
  }
  return {
    ...plan,
    lines,
    who,
    number: `К-${String(FIRST_NUMBER + n).padStart(6, '0')}`,
    author: authors[plan.company] ?? null,
    total: lines.reduce((sum, { total }) => sum + total, 0),
    vat: lines.reduce((sum, { total }) => sum + vatIncluded(total, VAT), 0),
    contract: contracts[plan.company] ?? null,
  }
}

function skuBy(skus: readonly Sku[], article: string): Sku {
  const sku = skus.find((one) => one.article === article)
  if (!sku) throw new Error(`The demo's catalogue has no ${article}`)
  return sku
}

function lineOf(sku: Sku, pieces: number, who: Company): Line {
  const price = priceFor(sku, who.prices)
  const qty = pieces * QTY_SCALE
  return { sku, qty, price, total: lineTotal(price, qty) }
}

/** Three to seven different goods, dear ones in small numbers. */
function chosen(skus: readonly Sku[], who: Company, throws: Dice): Line[] {
  const picked = new Set<Sku>()
  const count = throws.int(3, 7)
  while (picked.size < count) picked.add(throws.pick(skus))
  return [...picked].map((sku) => {
    const packs = sku.price * sku.pack > 3_000 * PRICE_SCALE ? throws.int(1, 3) : throws.int(2, 12)
    return lineOf(sku, sku.pack * packs, who)
  })
}

function orderRow(draft: Draft, { clock, source, warehouses }: Made, throws: Dice): Record<string, unknown> {
  const delivery = throws.chance(0.55)
  const exported = draft.state !== 'submitted'
  const sentAt = draft.confirmedAt ?? draft.cancelledAt ?? null
  const planned = draft.shippedAt ? plainDay(draft.shippedAt) : draft.confirmedAt ? clock.day(throws.int(2, 5)) : null
  return {
    number: draft.number,
    status: draft.state,
    companyId: draft.who.id,
    contractorId: draft.who.contractor,
    contractId: draft.contract,
    authorId: draft.author?.id ?? null,
    branchId: draft.who.branchId,
    placedAt: draft.placedAt,
    createdAt: draft.placedAt,
    updatedAt: draft.closedAt ?? draft.shippedAt ?? draft.startedAt ?? sentAt ?? draft.placedAt,
    wantedDate: plainDay(draft.placedAt, 4),
    plannedDate: planned,
    warehouseId: warehouses[draft.who.branch],
    deliveryMethod: delivery ? 'delivery' : 'pickup',
    deliveryAddress: delivery ? draft.who.address : null,
    paymentMethod: draft.who.creditLimit > 0 ? 'credit' : 'invoice',
    comment: draft.tag === 'assembling' ? 'Получатель — по доверенности, позвоните за час.' : null,
    clientReference: throws.chance(0.3) ? `ЗК-${throws.int(100, 999)}` : null,
    total: draft.total,
    vat: draft.vat,
    paid: draft.paidAt ? draft.total : 0,
    currency: 'RUB',
    lineCount: draft.lines.length,
    erpNumber: exported ? `СК00-${draft.number.slice(2)}` : null,
    erpDate: exported ? sentAt : null,
    exportedAt: exported ? sentAt : null,
    exportProblem:
      draft.tag === 'problem'
        ? 'В 1С у «Скоба омегообразная G2130 3,25 т» не заполнена единица измерения, заказ не записан'
        : null,
    externalId: exported ? guid('order', draft.number) : null,
    syncNode: exported ? source.node : null,
    syncedAt: exported ? source.syncedAt : null,
    takenById: exported ? source.nodeId : null,
  }
}

function lineRows(order: Order, { clock, warehouses }: Made): Array<Record<string, unknown>> {
  return order.lines.map(({ sku, qty, price, total }, n) => ({
    orderId: order.id,
    companyId: order.who.id,
    position: n + 1,
    skuId: sku.id,
    productExternalId: sku.external,
    name: sku.name,
    article: sku.article,
    unit: sku.unit,
    qty,
    price,
    discount: 0,
    total,
    vatRate: VAT,
    shippedQty: order.shippedAt ? qty : 0,
    warehouseId: warehouses[order.who.branch],
    availableFrom: !order.shippedAt && sku.article === 'ШП-201000' ? clock.day(4) : null,
    createdAt: order.placedAt,
    updatedAt: order.placedAt,
  }))
}
