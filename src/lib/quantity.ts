import { QTY_SCALE } from './money'
import { partsOf } from './priceSpans'
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
  breaks: ReadonlyArray<{ from: number; to?: number | null; per: number }>
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
  /** quantities between two prices, for which none holds: from the first on, below the second */
  gaps: ReadonlyArray<{ from: number; until: number }>
}

export type QtyCode = 'qty.whole' | 'qty.packs' | 'qty.least' | 'qty.tooMuch' | 'qty.noPrice'
/** Why a quantity cannot be ordered. `nearest`: one that can; `pack`, `min`, `max`: what it breaks. */
export type QtyRefusal = { code: QtyCode; nearest: number; limit: number }
export type QtyVerdict =
  { ok: true; /** so much more than lies in stock that it may be a slip */ far: boolean } | ({ ok: false } & QtyRefusal)

/**
 * The one rule of what a quantity of some goods may be. Counted units (шт, упак, рулон) are whole, measured ones (кг, м, л)
 * take thousandths, a unit nobody knows is not forbidden any. Goods with a pack are sold in multiples of it; where the
 * price itself is for a pack, of that one. Below the first price, above the end of the last, and between two nothing is sold.
 */
export function quantityRule({ unit, unitCode, packSize, breaks }: Sold): QuantityRule {
  const whole = isCounted(unit ?? '', unitCode)
  const grainOf = (pack: number | null): { by: number; packs: boolean } => {
    const piece = whole ? QTY_SCALE : 1
    const by = pack !== null && pack > 0 ? together(pack, piece) : piece
    return { by, packs: by !== piece }
  }
  const parts = partsOf(breaks)
  const grains = parts.flatMap(({ from, span }) =>
    span ? [{ from, ...grainOf(span.per === QTY_SCALE ? packSize : span.per) }] : [],
  )
  const first = grains[0]
  if (!first) grains.push({ from: 0, ...grainOf(packSize) })
  else grains[0] = { ...first, from: 0 }
  const gaps = parts.flatMap(({ from, span }, place) =>
    span ? [] : [{ from, until: parts[place + 1]?.from ?? Infinity }],
  )
  const end = gaps.find(({ until }) => until === Infinity)
  const rule = {
    whole,
    min: 1,
    max: Math.max(MOST, ...grains.map(({ by }) => by)),
    priced: parts.length > 0,
    grains,
    gaps: gaps.filter((gap) => gap !== end),
  }
  const bounded = end ? { ...rule, max: lastBelow(end.from, rule) } : rule
  return { ...bounded, min: nearestQty(Math.max(parts[0]?.from ?? 0, 1), bounded) }
}

/** The greatest quantity below a bound that may be ordered; 0 when there is none. */
function lastBelow(bound: number, { grains, gaps }: Pick<QuantityRule, 'grains' | 'gaps'>): number {
  for (const { from, by } of grains.toReversed()) {
    const next = Math.min(bound, ...[...grains, ...gaps].map((one) => one.from).filter((other) => other > from))
    const last = Math.floor((next - 1) / by) * by
    if (from < bound && last >= from) return last
  }
  return 0
}

/** May so much be ordered? If not, why, and which nearest quantity may. `stock`: what lies there, if it is known. */
export function judgeQty(qty: number, rule: QuantityRule, stock: number | null = null): QtyVerdict {
  const refused = (code: QtyCode, limit: number): QtyVerdict => ({
    ok: false,
    code,
    limit,
    nearest: nearestQty(qty, rule),
  })
  if (qty > rule.max) return refused('qty.tooMuch', rule.max)
  const gap = gapAt(rule, qty)
  if (gap) return refused('qty.noPrice', gap.until)
  const { by, packs } = grainAt(rule, qty)
  if (qty % by !== 0) return packs ? refused('qty.packs', by) : refused('qty.whole', by)
  if (qty < rule.min) return refused('qty.least', rule.min)
  return { ok: true, far: stock !== null && isFar(qty, stock) }
}

/** The least quantity not below the asked one that may be ordered; the greatest of all where it asks for more than that. */
export function nearestQty(qty: number, rule: QuantityRule): number {
  let nearest = Math.max(qty, rule.min)
  // Rounding up may reach a price for another pack, or none: never more often than there are prices.
  for (let turn = 0; turn <= rule.grains.length + rule.gaps.length; turn += 1) {
    nearest = gapAt(rule, nearest)?.until ?? nearest
    nearest = upTo(nearest, grainAt(rule, nearest).by)
  }
  return nearest <= rule.max ? nearest : lastBelow(rule.max + 1, rule)
}

/** What + and − lead to from a quantity: whole packs, else whole units, from wherever it stands; 0 below the least. */
export function nextQuantity(qty: number, rule: QuantityRule, way: 1 | -1): number {
  const { by } = grainAt(rule, way === 1 ? qty : qty - 1)
  const step = by === 1 ? QTY_SCALE : by
  if (way === 1) return nearestQty((Math.floor(qty / step) + 1) * step, rule)
  const below = (Math.ceil(qty / step) - 1) * step
  const gap = gapAt(rule, below)
  const lower = gap ? lastBelow(gap.from, rule) : below
  if (lower < rule.min) return 0
  const fits = nearestQty(lower, rule)
  return fits < qty ? fits : nextQuantity(lower, rule, -1)
}

/** The pack that a quantity is sold in, in thousandths; null where it is sold by the unit. */
export function packAt(rule: QuantityRule, qty: number): number | null {
  const { by, packs } = grainAt(rule, qty)
  return packs ? by : null
}

const grainAt = ({ grains }: QuantityRule, qty: number): QuantityRule['grains'][number] =>
  grains.reduce((best, one) => (one.from <= qty ? one : best), grains[0] ?? { from: 0, by: 1, packs: false })

const gapAt = ({ gaps }: QuantityRule, qty: number): QuantityRule['gaps'][number] | undefined =>
  gaps.find(({ from, until }) => from <= qty && qty < until)

const isFar = (qty: number, stock: number): boolean =>
  stock > 0 ? qty >= FAR_LEAST && qty > stock * FAR_TIMES : qty >= FAR_UNSTOCKED

const upTo = (qty: number, by: number): number => Math.ceil(qty / by) * by

/** The least number that both divide. */
const together = (a: number, b: number): number => (a / commonOf(a, b)) * b
const commonOf = (a: number, b: number): number => (b === 0 ? a : commonOf(b, a % b))
