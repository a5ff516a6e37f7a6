import { lineTotal, vatIncluded } from '@/src/lib/money'
import type { PriceBreak } from '@/collections/catalogue/catalogue.api'
import { splitQty } from '../carts/cart.rules'

/** A line about to be frozen: price in 1/10,000 with VAT inside, quantities in thousandths. */
export type DraftLine = {
  sku: string
  name: string
  article: string | null
  unit: string
  vatRate: number | null
  qty: number
  /** Of one unit; `pricedBy` is what it is counted by, which may be a pack's. */
  price: number
  pricedBy?: PriceBreak
  stock: number
  expectedAt: string | null
}
export type FrozenLine = Omit<DraftLine, 'stock' | 'expectedAt' | 'pricedBy'> & {
  position: number
  total: number
  availableFrom: string | null
}
export type FrozenOrder = { lines: FrozenLine[]; total: number; vat: number }

/**
 * The orders a cart becomes: one, or — when split — what lies in stock now and what comes later. Each line
 * sum is rounded half up, an order's total is the sum of its lines, VAT is inside, by line.
 */
export function ordersOf(lines: readonly DraftLine[], split: boolean): FrozenOrder[] {
  if (!split) return [freeze(lines.map((line) => ({ ...line, late: line.qty > line.stock })))]
  const now = lines.map((line) => ({ ...line, qty: splitQty(line.qty, line.stock).now, late: false }))
  const later = lines.map((line) => ({ ...line, qty: splitQty(line.qty, line.stock).later, late: true }))
  return [now, later]
    .map((part) => part.filter(({ qty }) => qty > 0))
    .filter((part) => part.length > 0)
    .map(freeze)
}

function freeze(lines: ReadonlyArray<DraftLine & { late: boolean }>): FrozenOrder {
  const frozen = lines.map(({ stock: _stock, expectedAt, pricedBy, late, ...line }, index) => ({
    ...line,
    position: index + 1,
    total: lineTotal(pricedBy?.price ?? line.price, line.qty, pricedBy?.per),
    availableFrom: late ? expectedAt : null,
  }))
  return {
    lines: frozen,
    total: frozen.reduce((sum, { total }) => sum + total, 0),
    vat: frozen.reduce((sum, { total, vatRate }) => sum + vatIncluded(total, vatRate), 0),
  }
}

export const NUMBER_LENGTH = 11

/** An order number: prefix and digits with leading zeros. Null when it would be longer than 1C takes (11). */
export function orderNumber(prefix: string, digits: number, value: number): string | null {
  const number = `${prefix}${String(value).padStart(digits, '0')}`
  return number.length <= NUMBER_LENGTH ? number : null
}
