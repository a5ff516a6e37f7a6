import { freeOf, type Credit } from '../credit/standing.rules'
import { lineTotal, QTY_SCALE } from '@/src/lib/money'
import { judgeQty, type QtyRefusal, type QuantityRule } from '@/src/lib/quantity'

/**
 * A line as the rules see it: price in 1/10,000 (null: none for this company), quantities in thousandths. `rule`: what the
 * quantity may be; `per`: the price is for so many. Without a currency it is that of the credit.
 */
export type RuledLine = {
  id: string
  qty: number
  rule: QuantityRule
  price: number | null
  per?: number
  currency?: string | null
  stock: number
  expectedAt: string | null
  available: boolean
}
export type LineFeasibility = {
  id: string
  total: number
  /** Thousandths that lie in stock and those that will have to come; together the whole quantity. */
  now: number
  later: number
  /** The day on which the later part is expected; null when nobody knows. */
  expectedAt: string | null
  problem: 'gone' | 'noPrice' | 'qty' | null
  /** Why the quantity cannot be ordered, and which can. */
  refusal: QtyRefusal | null
  /** So much more than lies in stock that it may be a slip. */
  far: boolean
}

export type Feasibility = {
  /** Of the lines in `currency`: the credit's where something is sold in it. Sums of two currencies are never one. */
  total: number
  currency: string | null
  lines: LineFeasibility[]
  /** `left` is before this cart, `leftAfter` with it; null limit means that nothing is sold on credit. */
  limit: { limit: number; left: number; leftAfter: number; enough: boolean } | null
  credit: Credit
  overdue: { amount: number; blocks: boolean } | null
  /** Lines of which something has to wait, and the last of the known days. */
  waiting: { lines: number; until: string | null; unknown: boolean } | null
  /** Lines whose quantity is so much more than lies in stock that it may be a slip. */
  far: number
  /** Two orders out of one cart, when some of it can go now and some cannot. */
  split: { now: { total: number; lines: number }; later: { total: number; lines: number } } | null
  /** Whether it can be ordered at all, and whether on credit. */
  orderable: boolean
  onCredit: boolean
}

/** Can this cart be ordered, what does the limit say, what lies in stock and what comes later. Pure. */
export function feasibility(lines: readonly RuledLine[], credit: Credit): Feasibility {
  const judged = lines.map(judge)
  const currencies = [...new Set(lines.map((line) => line.currency ?? credit.currency ?? null))]
  const own = credit.currency ?? null
  const currency = currencies.includes(own) ? own : (currencies[0] ?? own)
  const total = sum(judged.flatMap((line, index) => ((lines[index]?.currency ?? own) === currency ? [line.total] : [])))
  const limit = credit.limit > 0 && currency === own ? limitLeft(credit, total) : null
  const overdue = credit.overdue > 0 ? { amount: credit.overdue, blocks: credit.overdueBlocks } : null
  const orderable = lines.length > 0 && judged.every(({ problem }) => problem === null)
  return {
    total,
    currency,
    lines: judged,
    limit,
    credit,
    overdue,
    waiting: waiting(judged),
    far: judged.filter(({ far }) => far).length,
    // Goods of two currencies become two orders already.
    split: currencies.length > 1 ? null : splitOf(lines, judged),
    orderable,
    onCredit: orderable && currencies.length === 1 && limit !== null && creditStop(credit, total) === null,
  }
}

/** What a line is called. 1C names a variant with its product: «Болт М12 (цинк)»; elsewhere the two are joined. */
export function cartLineName(name: string, variant: string | null): string {
  if (!variant) return name
  return variant.toLowerCase().startsWith(name.toLowerCase()) ? variant : `${name}, ${variant}`
}

/** What of a quantity lies in stock now and what will come later. Quantities in thousandths. */
export function splitQty(qty: number, stock: number): { now: number; later: number } {
  const now = Math.min(qty, Math.max(stock, 0))
  return { now, later: qty - now }
}

/** What is left of a credit limit before and after a sum; negative when it is overdrawn. */
export function limitLeft(
  credit: Credit,
  total: number,
): { limit: number; left: number; leftAfter: number; enough: boolean } {
  const left = freeOf(credit)
  return { limit: credit.limit, left, leftAfter: left - total, enough: left - total >= 0 }
}

/** What keeps a sum from being put on credit: something overdue stands in the way, or the limit is short of it. */
export function creditStop(credit: Credit, total: number): 'overdue' | 'short' | null {
  if (credit.overdue > 0 && credit.overdueBlocks) return 'overdue'
  return limitLeft(credit, total).enough ? null : 'short'
}

function judge({ id, qty, rule, price, per = QTY_SCALE, stock, expectedAt, available }: RuledLine): LineFeasibility {
  const verdict = judgeQty(qty, rule, stock)
  const refusal =
    !available || verdict.ok ? null : { code: verdict.code, nearest: verdict.nearest, limit: verdict.limit }
  // Below the first price there is none: the quantity is what can be mended.
  const problem = !available ? 'gone' : price === null && !(refusal && rule.priced) ? 'noPrice' : refusal ? 'qty' : null
  const parts = problem ? { now: 0, later: 0 } : splitQty(qty, stock)
  return {
    id,
    total: problem || price === null ? 0 : lineTotal(price, qty, per),
    ...parts,
    expectedAt: parts.later > 0 ? expectedAt : null,
    problem,
    refusal: problem === 'qty' ? refusal : null,
    far: problem === null && verdict.ok && verdict.far,
  }
}

function waiting(lines: readonly LineFeasibility[]): Feasibility['waiting'] {
  const late = lines.filter(({ later }) => later > 0)
  if (late.length === 0) return null
  const days = late.flatMap(({ expectedAt }) => expectedAt ?? []).sort()
  return { lines: late.length, until: days.at(-1) ?? null, unknown: days.length < late.length }
}

function splitOf(lines: readonly RuledLine[], judged: readonly LineFeasibility[]): Feasibility['split'] {
  const part = (name: 'now' | 'later') => {
    const totals = judged.flatMap((line, index) =>
      line[name] > 0 ? [lineTotal(lines[index]?.price ?? 0, line[name], lines[index]?.per)] : [],
    )
    return { total: sum(totals), lines: totals.length }
  }
  const [now, later] = [part('now'), part('later')]
  return now.lines > 0 && later.lines > 0 ? { now, later } : null
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
