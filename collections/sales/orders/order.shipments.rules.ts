/** Goods by their identifier in 1C (`guid` or `guid#characteristic`), or by their words where there is none; thousandths. */
export type ShippedGoods = { sku: string | null; name: string; qty: number }

/**
 * How much of each line has gone when these goods have: a line takes up to its own quantity, in the order of the lines,
 * and the last one of its goods takes what is over.
 */
export function spreadShipped(lines: readonly ShippedGoods[], gone: readonly ShippedGoods[]): number[] {
  const shipped = lines.map(() => 0)
  for (const goods of gone) {
    let left = goods.qty
    const places = placesOf(lines, goods)
    for (const [order, place] of places.entries()) {
      const room = Math.max((lines[place]?.qty ?? 0) - (shipped[place] ?? 0), 0)
      const taken = order === places.length - 1 ? left : Math.min(left, room)
      shipped[place] = (shipped[place] ?? 0) + taken
      left -= taken
    }
  }
  return shipped
}

/** Whether every line that names goods has gone; delivery and other words are no goods and stand in no waybill. */
export function allGone(lines: readonly ShippedGoods[], shipped: readonly number[]): boolean {
  const goods = lines.flatMap((line, place) => (line.sku ? [{ wanted: line.qty, gone: shipped[place] ?? 0 }] : []))
  return goods.length > 0 && goods.every(({ wanted, gone }) => gone >= wanted)
}

/** Lines of these very goods; where 1C names no characteristic, of the product. */
function placesOf(lines: readonly ShippedGoods[], goods: ShippedGoods): number[] {
  const of = (same: (line: ShippedGoods) => boolean): number[] =>
    lines.flatMap((line, place) => (same(line) ? [place] : []))
  if (!goods.sku) return of(({ sku, name }) => !sku && name === goods.name)
  const exact = of(({ sku }) => sku === goods.sku)
  const product = goods.sku.split('#')[0]
  return exact.length > 0 ? exact : of(({ sku }) => sku?.split('#')[0] === product)
}
