import { z } from 'zod'
import { formatDecimal } from '@/src/lib/decimal'
import {
  shownDay,
  shownFlag,
  shownId,
  shownMoment,
  shownMoney,
  shownNumber,
  shownSync,
  shownText,
} from '@/src/mechanisms/exchange/items/shown'
import type { OrderLine, OrderOut } from './outgoingOrder'

const MONEY_PLACES = 2
const PRICE_PLACES = 4
const QTY_PLACES = 3

/** An order as REST gives it. */
export const orderGives = z.object({
  id: z.string(),
  externalId: shownId,
  number: shownText,
  state: shownText,
  company: shownId,
  companyInn: shownText,
  contractor: shownId,
  contractorInn: shownText,
  contractorKpp: shownText,
  contractorName: shownText,
  payer: z.object({
    id: z.string(),
    externalId: shownId,
    kind: shownText,
    name: shownText,
    legalName: shownText,
    inn: shownText,
    kpp: shownText,
    address: shownText,
    email: shownText,
    phone: shownText,
  }),
  contract: shownId,
  contractNumber: shownText,
  warehouse: shownId,
  placedAt: shownMoment,
  wantedDate: shownDay,
  plannedDate: shownDay,
  deliveryMethod: shownText,
  deliveryAddress: shownText,
  paymentMethod: shownText,
  comment: shownText,
  clientReference: shownText,
  total: shownMoney,
  discount: shownMoney,
  vat: shownMoney,
  paid: shownMoney,
  currency: shownText,
  erpNumber: shownText,
  erpDate: shownMoment,
  exportedAt: shownMoment,
  author: z.object({ id: z.string(), name: shownText, email: shownText, phone: shownText }).nullable(),
  lines: z.array(
    z.object({
      sku: shownId,
      service: shownFlag,
      name: shownText,
      article: shownText,
      unit: shownText,
      qty: shownText,
      price: shownText,
      discount: shownMoney,
      total: shownMoney,
      vatRate: shownNumber,
      vat: shownMoney,
      shippedQty: shownText,
    }),
  ),
  sync: shownSync,
})

const places = (value: number | null, scale: number, least = 0): string | null =>
  value === null ? null : formatDecimal(value, scale, least)
const money = (value: number | null): string | null => places(value, MONEY_PLACES, MONEY_PLACES)

/** The order in the words of `orderGives`, its identifiers as the portal keeps them: sums as decimal text, methods and states by their codes. */
export function asItem(order: OrderOut): z.input<typeof orderGives> {
  const { payer, contractor } = order
  return {
    id: order.id,
    externalId: order.external,
    number: order.number,
    state: order.status,
    company: order.company.external,
    companyInn: order.company.inn,
    contractor: contractor?.external ?? null,
    contractorInn: contractor?.inn ?? null,
    contractorKpp: contractor?.kpp ?? null,
    contractorName: contractor?.name ?? null,
    payer: {
      id: payer.id,
      externalId: payer.external,
      kind: payer.kind,
      name: payer.name,
      legalName: payer.legalName,
      inn: payer.inn,
      kpp: payer.kpp,
      address: payer.address,
      email: payer.email,
      phone: payer.phone,
    },
    contract: order.contract,
    contractNumber: order.contractNumber,
    warehouse: order.warehouse,
    placedAt: order.placedAt,
    wantedDate: order.wanted,
    plannedDate: order.planned,
    deliveryMethod: order.delivery,
    deliveryAddress: order.address,
    paymentMethod: order.payment,
    comment: order.comment,
    clientReference: order.reference,
    total: money(order.total),
    discount: money(order.discount),
    vat: money(order.vat),
    paid: money(order.paid),
    currency: order.currency,
    erpNumber: order.erpNumber,
    erpDate: order.erpDate,
    exportedAt: order.exportedAt,
    author: order.author,
    lines: order.lines.map(lineOf),
    sync: order.sync,
  }
}

const lineOf = (line: OrderLine): z.input<typeof orderGives>['lines'][number] => ({
  sku: line.sku,
  service: line.service,
  name: line.name,
  article: line.article,
  unit: line.unit,
  qty: places(line.qty, QTY_PLACES),
  price: places(line.price, PRICE_PLACES),
  discount: money(line.discount),
  total: money(line.total),
  vatRate: line.vatRate,
  vat: money(line.vat),
  shippedQty: places(line.shippedQty, QTY_PLACES),
})
