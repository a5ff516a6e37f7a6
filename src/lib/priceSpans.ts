import { QTY_SCALE } from './money'

/** Where a price holds: from a quantity on, and up to one, that one inside; null without an end. Thousandths. */
type Span = { from: number; to?: number | null }

/** The span that a quantity falls into; of several the one that begins last. Null where none holds. */
export function spanAt<Some extends Span>(spans: readonly Some[], qty: number): Some | null {
  return spans.reduce<Some | null>(
    (best, one) => (holds(one, qty) && (!best || one.from >= best.from) ? one : best),
    null,
  )
}

const holds = ({ from, to }: Span, qty: number): boolean =>
  from <= qty && (to === undefined || to === null || qty <= to)

/** «1–9» and «10 and more» leave nothing between them, though 9,5 is neither: what is less than a unit wide is closed. */
export function withoutSlits<Some extends Span>(spans: readonly Some[]): Some[] {
  return spans.map((one) => {
    const { to } = one
    if (to === undefined || to === null) return one
    const next = Math.min(...spans.map(({ from }) => from).filter((from) => from > to))
    return next - to <= QTY_SCALE ? { ...one, to: next - 1 } : one
  })
}

/** The line of quantities in its parts: from where on which span holds, or none. The first part begins at the first span. */
export function partsOf<Some extends Span>(spans: readonly Some[]): { from: number; span: Some | null }[] {
  const points = spans.flatMap(({ from, to }) => (to === undefined || to === null ? [from] : [from, to + 1]))
  return [...new Set(points)].sort((a, b) => a - b).map((from) => ({ from, span: spanAt(spans, from) }))
}
