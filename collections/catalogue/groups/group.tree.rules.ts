type Row = { id: string; parent: string | null; goods: number; shownGoods: number }
export type Grown<Of> = Of & { children: Grown<Of>[]; allGoods: number; allShown: number }

/**
 * Rows as a tree in their order, with what lies in each and below it. A row whose parent is missing or runs in a
 * circle stands at the top.
 */
export function growTree<Of extends Row>(rows: readonly Of[]): Grown<Of>[] {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [], allGoods: 0, allShown: 0 } as Grown<Of>]))
  const top: Grown<Of>[] = []
  for (const node of nodes.values()) {
    const parent = node.parent === null || runsInCircle(node, nodes) ? undefined : nodes.get(node.parent)
    ;(parent?.children ?? top).push(node)
  }
  top.forEach(count)
  return top
}

function runsInCircle(node: Row, nodes: ReadonlyMap<string, Row>): boolean {
  const seen = new Set([node.id])
  for (let parent = node.parent; parent !== null; parent = nodes.get(parent)?.parent ?? null) {
    if (seen.has(parent)) return true
    seen.add(parent)
  }
  return false
}

function count<Of extends Row>(node: Grown<Of>): void {
  node.children.forEach(count)
  node.allGoods = node.children.reduce((sum, { allGoods }) => sum + allGoods, node.goods)
  node.allShown = node.children.reduce((sum, { allShown }) => sum + allShown, node.shownGoods)
}
