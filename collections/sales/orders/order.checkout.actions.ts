import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { daysUntil } from '@/src/lib/dates'
import { AppError, type FieldIssue, type ErrorCode } from '@/src/lib/errors'
import { judgeQty, quantityRule } from '@/src/lib/quantity'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { insertRow, insertRows } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { orderNumberingOf } from '@/src/mechanisms/portal/numbering'
import { spanAt } from '@/src/lib/priceSpans'
import { unitPrice, offersOf, priceTypesOf } from '@/collections/catalogue/catalogue.api'
import { shipsOn } from '../shipping/shippingDays'
import { shippingDaysOf } from '../shipping/shippingDays.queries'
import { customers } from '@/src/mechanisms/access/roles'
import { ownCart } from '../carts/cart.actions'
import { cartRows, creditOf } from '../carts/cart.queries'
import { cartLineName } from '../carts/cart.rules'
import { checkPayment, isPaymentMethod } from '@/collections/sales/payment-methods/definePaymentMethod'
import { PAYMENT_LENGTH } from '@/collections/sales/payment-methods/paymentField'
import { qtyRefused } from '../carts/qtyRefused'
import { orderNumber, ordersOf, type DraftLine, type FrozenOrder } from './order.rules'

const day = z.iso.date()
const input = z.object({
  company: z.uuid(),
  contractor: z.uuid().nullish(),
  contract: z.uuid().nullish(),
  deliveryMethod: z.enum(['pickup', 'delivery']),
  deliveryAddress: z.string().trim().max(500).nullish(),
  /** Where to pick up from. */
  warehouse: z.uuid().nullish(),
  /** YYYY-MM-DD */
  wantedDate: day.nullish(),
  paymentMethod: z.string().max(PAYMENT_LENGTH).refine(isPaymentMethod),
  comment: z.string().trim().max(4_000).nullish(),
  /** The client's own number of this order. */
  clientReference: z.string().trim().max(60).nullish(),
  /** Two orders: what is in stock now, and the rest. */
  split: z.boolean().default(false),
  /** The total the person saw, minor units; another one refuses the order. With goods of several currencies: by currency. */
  expectedTotal: z.number().int().optional(),
  expectedTotals: z.record(z.string().length(3), z.number().int()).optional(),
})
type Input = z.output<typeof input>

export type PlacedOrder = { id: string; number: string; total: number; currency: string }

/**
 * Makes the cart into an order (or two), with prices frozen, under the locks of the cart and the company.
 * Call it with an Idempotency-Key: the same key gives the same orders.
 * Goods of several currencies become an order for each.
 * @throws AppError `cart.empty`, `cart.priceChanged`, `order.lineGone`, `order.noPrice`, `qty.whole`, `qty.packs`, `qty.least`, `qty.noPrice`, `qty.tooMuch`,
 *   `order.companySuspended`, those of the payment method (`checkPayment`) 409; `order.addressNeeded`, `order.dateInPast`, `order.noShipping`,
 *   `order.wrongContractor`, `order.contractorNeeded`, `order.wrongContract`, `order.wrongWarehouse`, `order.warehouseNeeded` 422
 */
export const createOrderFromCart = defineAction({
  name: 'orders.createFromCart',
  label: { ru: 'Оформлен заказ', en: 'Placed an order' },
  input,
  may: customers,
  run: async ({ req, actor, input: given }): Promise<{ orders: PlacedOrder[] }> => {
    const cart = await ownCart(req, actor, given.company)
    const company = await lockCompany(req, given.company)
    const asked = await checkForm(req, actor, given)
    const parts = (await draft(req, actor, asked.company)).map(({ currency, lines }) => ({
      currency,
      orders: ordersOf(lines, asked.split),
    }))
    if (asked.split && parts.every(({ orders }) => orders.length < 2))
      throw new AppError('order.nothingToSplit', {}, { status: 409 })
    checkTotals(asked, parts)
    await checkPayment(req, asked.paymentMethod, {
      sums: parts.map(({ currency, orders }) => ({ amount: totalOf(orders), currency })),
      credit: await creditOf(req, asked.company),
    })
    const placed: PlacedOrder[] = []
    for (const { currency, orders } of parts) {
      const [first, ...others] = orders
      if (!first) continue
      const of = { asked, currency, branch: company.branch }
      const from = await place(req, actor, { ...of, order: first, splitFrom: null })
      placed.push(from)
      for (const order of others) placed.push(await place(req, actor, { ...of, order, splitFrom: from.id }))
    }
    await execute(req, sql`delete from cart_lines where cart_id = ${cart}`)
    return { orders: placed }
  },
})

type Part = { currency: string; orders: FrozenOrder[] }
const totalOf = (orders: readonly FrozenOrder[]): number => orders.reduce((sum, order) => sum + order.total, 0)

/** What the person saw is what is ordered, in each currency. */
function checkTotals({ expectedTotal, expectedTotals }: Input, parts: readonly Part[]): void {
  const seen = expectedTotals ?? (expectedTotal === undefined ? null : { [parts[0]?.currency ?? '']: expectedTotal })
  if (!seen) return
  const changed =
    Object.keys(seen).length !== parts.length ||
    parts.some(({ currency, orders }) => seen[currency] !== totalOf(orders))
  if (changed) throw new AppError('cart.priceChanged', { total: totalOf(parts[0]?.orders ?? []) }, { status: 409 })
}

/** The lock makes two orders of one company judge its limit one after the other. */
async function lockCompany(req: PayloadRequest, id: string): Promise<{ branch: string | null }> {
  const [row] = await query<{ status: string; branch: string | null }>(
    req,
    sql`select c.status::text, (select r.branches_id::text from companies_rels r where r.parent_id = c.id and r.path = 'branches' order by r."order" limit 1) as branch
        from companies c where c.id = ${id} for no key update`,
  )
  if (!row || row.status === 'suspended' || row.status === 'archived')
    throw new AppError('order.companySuspended', {}, { status: 409 })
  return row
}

/**
 * What the form says, and the place to pick up from where there is but one. Nobody is asked to choose among what they may
 * not see; all that is wrong is named at once.
 */
async function checkForm(req: PayloadRequest, actor: Actor, asked: Input): Promise<Input> {
  const issues: FieldIssue[] = []
  const refuse = (code: ErrorCode, field: keyof Input): void => void issues.push({ code, field, params: {} })
  if (asked.deliveryMethod === 'delivery' && !asked.deliveryAddress) refuse('order.addressNeeded', 'deliveryAddress')
  if (asked.wantedDate && daysUntil(asked.wantedDate) < 0) refuse('order.dateInPast', 'wantedDate')
  else if (asked.wantedDate && !shipsOn(asked.wantedDate, await shippingDaysOf(req)))
    refuse('order.noShipping', 'wantedDate')
  const [found] = await query<{ contractor: boolean; payers: number; contract: boolean; warehouses: string[] }>(
    req,
    sql`select exists (select 1 from contractors where id = ${asked.contractor ?? null} and company_id = ${asked.company} and active) as contractor,
               (select count(*)::int from contractors x where x.company_id = ${asked.company} and x.active and ${accessOf('contractors').sql(actor, 'read', 'x')}) as payers,
               exists (select 1 from contracts where id = ${asked.contract ?? null} and company_id = ${asked.company} and status = 'active'
                         and (contractor_id is null or ${asked.contractor ?? null}::uuid is null or contractor_id = ${asked.contractor ?? null})) as contract,
               array(select h.id::text from warehouses h where h.active and h.pickup and ${accessOf('warehouses').sql(actor, 'read', 'h')}) as warehouses`,
  )
  const { payers = 0, warehouses = [] } = found ?? {}
  if (asked.contractor && !found?.contractor) refuse('order.wrongContractor', 'contractor')
  if (!asked.contractor && payers > 1) refuse('order.contractorNeeded', 'contractor')
  if (asked.contract && !found?.contract) refuse('order.wrongContract', 'contract')
  const pickup = asked.deliveryMethod === 'pickup'
  if (pickup && asked.warehouse && !warehouses.includes(asked.warehouse)) refuse('order.wrongWarehouse', 'warehouse')
  if (pickup && !asked.warehouse && warehouses.length > 1) refuse('order.warehouseNeeded', 'warehouse')
  const [first] = issues
  if (first) throw new AppError(first.code, first.params, { status: 422, field: first.field, issues })
  return pickup ? { ...asked, warehouse: asked.warehouse ?? warehouses[0] } : asked
}

/** The lines of the cart at today's prices; those of each currency become orders of their own. */
async function draft(
  req: PayloadRequest,
  actor: Actor,
  company: string,
): Promise<Array<{ currency: string; lines: DraftLine[] }>> {
  const rows = await cartRows(req, String(actor.id), company)
  if (rows.length === 0) throw new AppError('cart.empty', {}, { status: 409 })
  const offers = await offersOf(
    req,
    rows.map(({ sku }) => sku),
    await priceTypesOf(req, company),
  )
  const parts = new Map<string, DraftLine[]>()
  for (const row of rows) {
    const offer = offers.get(row.sku)
    const pricedBy = spanAt(offer?.breaks ?? [], row.qty)
    if (!row.available) throw new AppError('order.lineGone', { name: row.name }, { status: 409 })
    const name = cartLineName(row.name, row.variant)
    const rule = quantityRule({ ...row, breaks: offer?.breaks ?? [] })
    const verdict = judgeQty(row.qty, rule)
    if (!verdict.ok && rule.priced) throw qtyRefused(verdict, { name, unit: row.unit }, { status: 409 })
    if (!offer || !pricedBy || offer.currency === null)
      throw new AppError('order.noPrice', { name: row.name }, { status: 409 })
    const { sku, article, unit, vatRate, qty } = row
    const line: DraftLine = {
      sku,
      name,
      article,
      unit,
      vatRate,
      qty,
      price: unitPrice(pricedBy),
      pricedBy,
      stock: offer.stock,
      expectedAt: offer.expectedAt,
    }
    parts.set(offer.currency, [...(parts.get(offer.currency) ?? []), line])
  }
  return [...parts].map(([currency, lines]) => ({ currency, lines }))
}

type Placing = { asked: Input; order: FrozenOrder; currency: string; branch: string | null; splitFrom: string | null }

async function place(
  req: PayloadRequest,
  actor: Actor,
  { asked, order, currency, branch, splitFrom }: Placing,
): Promise<PlacedOrder> {
  const number = await nextNumber(req)
  const id = await insertRow(req, 'orders', {
    number,
    status: 'submitted',
    companyId: asked.company,
    contractorId: asked.contractor,
    contractId: asked.contract,
    authorId: actor.id,
    branchId: branch,
    placedAt: new Date(),
    wantedDate: dayStart(asked.wantedDate),
    warehouseId: asked.deliveryMethod === 'pickup' ? asked.warehouse : null,
    deliveryMethod: asked.deliveryMethod,
    deliveryAddress: asked.deliveryMethod === 'delivery' ? asked.deliveryAddress : null,
    paymentMethod: asked.paymentMethod,
    comment: asked.comment,
    clientReference: asked.clientReference,
    total: order.total,
    vat: order.vat,
    paid: 0,
    currency,
    lineCount: order.lines.length,
    splitFromId: splitFrom,
  })
  await insertRows(
    req,
    'order_lines',
    order.lines.map(({ sku, ...line }) => ({
      ...line,
      availableFrom: dayStart(line.availableFrom),
      orderId: id,
      companyId: asked.company,
      skuId: sku,
      discount: 0,
      shippedQty: 0,
    })),
  )
  await recordEvent(req, {
    type: 'order.submitted',
    entity: 'orders',
    entityId: id,
    company: asked.company,
    data: {
      number,
      sum: { amount: order.total, currency },
      lines: order.lines.length,
      companyName: await nameOf(req, asked.company),
      ...(splitFrom ? { splitFrom } : {}),
    },
  })
  return { id, number, total: order.total, currency }
}

/** A plain day as it is stored: its midnight in UTC. */
const dayStart = (plain: string | null | undefined): string | null => (plain ? `${plain}T00:00:00.000Z` : null)

async function nextNumber(req: PayloadRequest): Promise<string> {
  const { prefix, digits } = await orderNumberingOf(req)
  const [row] = await query<{ value: number }>(req, sql`select nextval('order_number_seq')::float8 as value`)
  const number = row ? orderNumber(prefix, digits, row.value) : null
  if (!number) throw new AppError('numbering.exhausted', {}, { status: 409 })
  return number
}

async function nameOf(req: PayloadRequest, company: string): Promise<string> {
  const [row] = await selectFrom(req, 'companies', ['name'], sql`where id = ${company}`)
  return row?.name ?? ''
}
