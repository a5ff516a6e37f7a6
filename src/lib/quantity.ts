import { QTY_SCALE } from './money'
import { isCounted } from './unitWords'

/** More than this of anything is a slip of the finger: a million units, in thousandths. */
const MOST = 1_000_000 * QTY_SCALE
/** So many times what lies in stock is asked about; where nothing lies there, so many thousandths. */
const FAR_TIMES = 20
const FAR_LEAST = 1_000 * QTY_SCALE
const FAR_UNSTOCKED = 100_000 * QTY_SCALE

/** What is known of the goods. `breaks`: the prices by quantity, `per` as many as the price is for (thousandths). */
export type Sold = {
  unit: string | null
  /** by ОКЕИ, where it is known */
  unitCode?: string | null
  packSize: number | null
  breaks: ReadonlyArray<{ from: number; per: number }>
}

/** What a quantity may be, in thousandths; plain data, so that the browser judges by it as the server does. */
export type QuantityRule = {
  /** counted by the piece: no fractions */
  whole: boolean
  /** the least that can be ordered */
  min: number
  max: number
  /** there is a price, be it from a quantity on */
  priced: boolean
  /** from `from` on a quantity is a multiple of `by`; the first holds from 0. `packs`: because it is sold in packs */
  grains: ReadonlyArray<{ from: number; by: number; packs: boolean }>
}

export type QtyCode = 'qty.whole' | 'qty.packs' | 'qty.least' | 'qty.tooMuch'
/** Why a quantity cannot be ordered. `nearest`: one that can; `pack`, `min`, `max`: what it breaks. */
export type QtyRefusal = { code: QtyCode; nearest: number; limit: number }
export type QtyVerdict =
  | { ok: true; /** so much more than lies in stock that it may be a slip */ far: boolean }
  | ({ ok: false } & QtyRefusal)

/**
 * The one rule of what a quantity of some goods may be. Counted units (шт, упак, рулон) are whole, measured ones (кг, м, л)
 * take thousandths, a unit nobody knows is not forbidden any. Goods with a pack are sold in multiples of it; where the
 * price itself is for a pack, of that one. Below the first price nothing is sold.
 */
export function quantityRule({ unit, unitCode, packSize, breaks }: Sold): QuantityRule {
  const whole = isCounted(unit ?? '', unitCode)
  const grainOf = (pack: number | null): { by: number; packs: boolean } => {
    const piece = whole ? QTY_SCALE : 1
    const by = pack !== null && pack > 0 ? together(pack, piece) : piece
    return { by, packs: by !== piece }
  }
  const tiers = [...breaks].sort((a, b) => a.from - b.from)
  const grains = tiers.map(({ from, per }) => ({ from, ...grainOf(per === QTY_SCALE ? packSize : per) }))
  const first = grains[0]
  if (!first) grains.push({ from: 0, ...grainOf(packSize) })
  else grains[0] = { ...first, from: 0 }
  const max = Math.max(MOST, ...grains.map(({ by }) => by))
  const rule = { whole, min: 1, max, priced: tiers.length > 0, grains }
  return { ...rule, min: nearestQty(Math.max(tiers[0]?.from ?? 0, 1), rule) }
}

/** May so much be ordered? If not, why, and which nearest quantity may. `stock`: what lies there, if it is known. */
export function judgeQty(qty: number, rule: QuantityRule, stock: number | null = null): QtyVerdict {
  const refused = (code: QtyCode, limit: number): QtyVerdict => ({ ok: false, code, limit, nearest: nearestQty(qty, rule) })
  if (qty > rule.max) return refused('qty.tooMuch', rule.max)
  const { by, packs } = grainAt(rule, qty)
  if (qty % by !== 0) return packs ? refused('qty.packs', by) : refused('qty.whole', by)
  if (qty < rule.min) return refused('qty.least', rule.min)
  return { ok: true, far: stock !== null && isFar(qty, stock) }
}

/** The least quantity not below the asked one that may be ordered; the greatest of all where it asks for more than that. */
export function nearestQty(qty: number, rule: QuantityRule): number {
  let nearest = Math.max(qty, rule.min)
  // Rounding up may reach a price for another pack: never more often than there are prices.
  for (let turn = 0; turn <= rule.grains.length; turn += 1) nearest = upTo(nearest, grainAt(rule, nearest).by)
  if (nearest <= rule.max) return nearest
  const { by } = grainAt(rule, rule.max)
  return Math.floor(rule.max / by) * by
}

/** What + and − lead to from a quantity: whole packs, else whole units, from wherever it stands; 0 below the least. */
export function stepped(qty: number, rule: QuantityRule, way: 1 | -1): number {
  const { by } = grainAt(rule, way === 1 ? qty : qty - 1)
  const step = by === 1 ? QTY_SCALE : by
  if (way === 1) return nearestQty((Math.floor(qty / step) + 1) * step, rule)
  const lower = (Math.ceil(qty / step) - 1) * step
  if (lower < rule.min) return 0
  const fits = nearestQty(lower, rule)
  return fits < qty ? fits : stepped(lower, rule, -1)
}

const grainAt = ({ grains }: QuantityRule, qty: number): QuantityRule['grains'][number] =>
  grains.reduce((best, one) => (one.from <= qty ? one : best), grains[0] ?? { from: 0, by: 1, packs: false })

const isFar = (qty: number, stock: number): boolean => (stock > 0 ? qty >= FAR_LEAST && qty > stock * FAR_TIMES : qty >= FAR_UNSTOCKED)

const upTo = (qty: number, by: number): number => Math.ceil(qty / by) * by

/** The least number that both divide. */
const together = (a: number, b: number): number => (a / commonOf(a, b)) * b
const commonOf = (a: number, b: number): number => (b === 0 ? a : commonOf(b, a % b))
