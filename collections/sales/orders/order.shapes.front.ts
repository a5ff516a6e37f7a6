import { z } from 'zod'
import { say } from '@/src/lib/i18n'
import type { RouteContext } from '@/src/mechanisms/front/defineRoute'
import {
  currency,
  day,
  moment,
  price,
  priceText,
  qtyText,
  quantity,
  sum,
  sumText,
  described,
  transition,
  transitionsShown,
} from '@/src/mechanisms/front/shown'
import { paymentLabel } from '../payment-methods/definePaymentMethod'
import type { OrderLineRow, OrderPage } from './order.page.queries'
import type { OrderRow } from './order.queries'
import { orderStanding } from './order.words'
import { orderWorkflow } from './order.workflow'

const state = described(z.object({ key: z.string(), label: z.string() }), {
  ru: 'Состояние: key для программы, label для человека',
  en: 'The state: key for programs, label for people',
})

const row = {
  id: z.uuid(),
  number: z.string(),
  erpNumber: z.string().nullable(),
  clientReference: described(z.string().nullable(), { ru: 'Свой номер клиента', en: 'The client’s own number' }),
  state,
  awaitsClient: described(z.boolean(), { ru: 'Ждёт ответа клиента', en: 'Waits for the client’s answer' }),
  placedAt: moment(),
  plannedDate: day().nullable(),
  wantedDate: day().nullable(),
  deliveryMethod: z.enum(['pickup', 'delivery']),
  deliveryAddress: z.string().nullable(),
  warehouse: z.string().nullable(),
  contract: z.string().nullable(),
  lines: z.int(),
  total: sum(),
  paid: sum(),
  currency: currency(),
  company: z.object({ id: z.uuid(), name: z.string() }),
}
export const orderItem = z.object(row)

const line = z.object({
  id: z.uuid(),
  position: z.int(),
  name: z.string(),
  article: z.string().nullable(),
  unit: z.string(),
  product: described(z.string().nullable(), {
    ru: 'slug товара, пока он продаётся',
    en: 'slug of the product while it is sold',
  }),
  qty: quantity(),
  shippedQty: quantity(),
  price: price(),
  discount: described(z.number(), { ru: 'Скидка, %', en: 'Discount, %' }),
  total: sum(),
  vatRate: z.number().nullable(),
  warehouse: z.string().nullable(),
  availableFrom: day().nullable(),
})

export const orderDetail = z.object({
  ...row,
  lines: z.array(line),
  vat: sum(),
  comment: z.string().nullable(),
  contractor: z.object({ name: z.string(), inn: z.string().nullable() }).nullable(),
  paymentMethod: z.object({ key: z.string(), label: z.string() }),
  author: z.string().nullable(),
  splitFrom: z.string().nullable(),
  parts: z.array(z.string()),
  steps: z.array(z.object({ state, at: moment().nullable(), reached: z.boolean(), current: z.boolean() })),
  transitions: described(z.array(transition), {
    ru: 'Что человек может сделать сейчас',
    en: 'What the person may do now',
  }),
})

const stateShown = (key: string, { locale }: RouteContext): z.input<typeof state> => ({
  key,
  label: say(orderWorkflow.states[key]?.label ?? { ru: key, en: key }, locale),
})

const rowValues = (order: OrderRow, context: RouteContext) => ({
  id: order.id,
  number: order.number,
  erpNumber: order.erpNumber,
  clientReference: order.clientReference,
  state: { key: order.status, label: say(orderStanding(order).label, context.locale) },
  awaitsClient: order.awaitsClient,
  placedAt: order.placedAt,
  plannedDate: order.plannedDate,
  wantedDate: order.wantedDate,
  deliveryMethod: order.deliveryMethod,
  deliveryAddress: order.deliveryAddress,
  warehouse: order.warehouse,
  contract: order.contract,
  total: sumText(order.total),
  paid: sumText(order.paid),
  currency: order.currency,
  company: { id: order.company, name: order.companyName },
})

export const orderShown = (order: OrderRow, context: RouteContext): z.input<typeof orderItem> => ({
  ...rowValues(order, context),
  lines: order.lineCount,
})

const lineShown = ({ slug, qty, shippedQty, price: one, total, ...rest }: OrderLineRow): z.input<typeof line> => ({
  ...rest,
  product: slug,
  qty: qtyText(qty),
  shippedQty: qtyText(shippedQty),
  price: priceText(one),
  total: sumText(total),
})

export const orderPageShown = (order: OrderPage, context: RouteContext): z.input<typeof orderDetail> => ({
  ...rowValues(order, context),
  lines: order.lines.map(lineShown),
  vat: sumText(order.vat),
  comment: order.comment,
  contractor: order.contractor === null ? null : { name: order.contractor, inn: order.contractorInn },
  paymentMethod: { key: order.paymentMethod, label: say(paymentLabel(order.paymentMethod), context.locale) },
  author: order.author,
  splitFrom: order.splitFrom,
  parts: order.parts,
  steps: order.steps.map(({ state: key, ...step }) => ({ ...step, state: stateShown(key, context) })),
  transitions: transitionsShown(order.bar),
})
