import type { NamedValue } from './records'
import { wallClock } from './times'
import type { ErrorCode } from '@/src/lib/errors'

/** An order on its way to 1C. Sums are kopecks, prices 1/10,000, quantities thousandths, moments UTC ISO. */
export type OutgoingOrder = {
  externalId: string
  /** Changes with the order; comes back with the commit. Not written into the file. */
  revision?: string | null
  /** At most 11 characters: 1C finds an order by number and date. */
  number: string
  createdAt: string
  currency: string
  /** Of the currency to the rouble, as text; «1» for roubles. */
  rate?: string
  total: number
  customer: OutgoingParty
  lines: OutgoingLine[]
  /** Of the whole order, not in the lines' sums. */
  discounts?: OutgoingDiscount[]
  warehouseExternalId?: string | null
  comment?: string | null
  statusName?: string | null
  statusChangedAt?: string | null
  paymentMethod?: string | null
  deliveryMethod?: string | null
  deliveryAddress?: string | null
  cancelled?: boolean
  paid?: boolean
  /** Whatever else the mapping wants to say (wanted date, contract, agreement …). */
  requisites?: NamedValue[]
}

export type OutgoingParty = {
  externalId: string
  kind: 'legal' | 'person'
  name: string
  /** Full legal name, or the person's full name. */
  legalName?: string | null
  surname?: string | null
  givenName?: string | null
  patronymic?: string | null
  inn?: string | null
  kpp?: string | null
  address?: string | null
  email?: string | null
  phone?: string | null
  /** Contact person. */
  representative?: { externalId: string; name: string } | null
}

export type OutgoingDiscount = { name: string; sum: number; percent?: string | null }

export type OutgoingLine = {
  /** Null for a line of text: it has a name and no goods. */
  productExternalId: string | null
  characteristicExternalId?: string | null
  name: string
  article?: string | null
  unit?: { code?: string | null; name: string; fullName?: string | null; intl?: string | null } | null
  price: number
  qty: number
  total: number
  /** Percent; `null` = «Без НДС»; `undefined` = nothing is said of VAT. */
  vatRate?: number | null
  vatSum?: number | null
  vatIncluded?: boolean
  /** Already in the line's `total`. */
  discounts?: OutgoingDiscount[]
  service?: boolean
  requisites?: NamedValue[]
}

/** Why an order would spoil its batch; the words are in `commerceml.labels.ts`. */
export type OutgoingProblem = { code: ErrorCode; params: Record<string, string | number> }

export const MAX_NUMBER = 11
const MAX_ID = 40
const MAX_PRODUCT_ID = 80

/**
 * Everything for which 1C refuses a whole batch, checked before one order is written. An empty list: it may go.
 * A bad order is parked in the journal and the others go.
 */
export function validateOutgoing(order: OutgoingOrder): OutgoingProblem[] {
  const found: OutgoingProblem[] = []
  const report = (code: ErrorCode, params: Record<string, string | number> = {}): void =>
    void found.push({ code, params })
  const needId = (field: string, value: string, max: number): void => {
    if (value.trim() === '' || value.length > max) report('order.badId', { field, max })
  }
  const needAmount = (field: string, value: number, least: number): void => {
    if (!Number.isSafeInteger(value) || value < least) report('order.badAmount', { field })
  }

  needId('Ид', order.externalId, MAX_ID)
  const number = order.number.trim()
  if (number === '' || number.length > MAX_NUMBER || number !== order.number)
    report('order.numberLength', { max: MAX_NUMBER })
  if (Number.isNaN(Date.parse(order.createdAt))) report('order.badMoment')
  if (!/^\p{L}{3}$/u.test(order.currency)) report('order.noCurrency')
  needAmount('Сумма', order.total, 0)

  if (order.customer.name.trim() === '') report('order.noCustomer')
  needId('Контрагент', order.customer.externalId, MAX_ID)

  if (order.lines.length === 0) report('order.noLines')
  for (const line of order.lines) {
    if (line.productExternalId !== null) needId('Товар', lineId(line) ?? '', MAX_PRODUCT_ID)
    needAmount('ЦенаЗаЕдиницу', line.price, 0)
    needAmount('Количество', line.qty, 1)
    needAmount('Сумма', line.total, 0)
  }
  const lines = order.lines.reduce((sum, line) => sum + line.total, 0)
  const off = (order.discounts ?? []).reduce((sum, one) => sum + one.sum, 0)
  if (Number.isSafeInteger(lines) && lines - off !== order.total)
    report('order.badTotal', { total: order.total, lines: lines - off })
  return found
}

export type ParkedOrder = { order: OutgoingOrder; problems: OutgoingProblem[] }

/** The orders that may go, and the rest with reasons; two of one number and date are both parked but the first. */
export function partitionOutgoing(
  orders: OutgoingOrder[],
  zone: string,
): { ready: OutgoingOrder[]; parked: ParkedOrder[] } {
  const ready: OutgoingOrder[] = []
  const parked: ParkedOrder[] = []
  const seen = new Set<string>()
  for (const order of orders) {
    const problems = validateOutgoing(order)
    if (problems.length === 0) {
      const key = `${order.number} ${wallClock(order.createdAt, zone).date}`
      if (seen.has(key)) problems.push({ code: 'order.numberRepeated', params: { number: order.number } })
      seen.add(key)
    }
    if (problems.length === 0) ready.push(order)
    else parked.push({ order, problems })
  }
  return { ready, parked }
}

/** `guid#char` as 1C wrote it. */
export function lineId(line: OutgoingLine): string | null {
  return line.characteristicExternalId
    ? `${line.productExternalId}#${line.characteristicExternalId}`
    : line.productExternalId
}
