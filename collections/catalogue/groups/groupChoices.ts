type Node = { id: string; name: string; parent: string | null }

/** Sections as choices of one list, each behind its parent and further in; one whose parent runs in a circle stands at the top. */
export function groupChoices(groups: readonly Node[]): { id: string; name: string }[] {
  const known = new Set(groups.map(({ id }) => id))
  const below = new Map<string | null, Node[]>()
  for (const group of groups) {
    const parent = group.parent && known.has(group.parent) ? group.parent : null
    below.set(parent, [...(below.get(parent) ?? []), group])
  }
  const told = new Set<string>()
  const tell = (parent: string | null, depth: number): { id: string; name: string }[] =>
    (below.get(parent) ?? []).flatMap(({ id, name }) => {
      if (told.has(id)) return []
      told.add(id)
      return [{ id, name: `${'\u2003'.repeat(depth)}${name}` }, ...tell(id, depth + 1)]
    })
  const grown = tell(null, 0)
  return [...grown, ...groups.filter(({ id }) => !told.has(id)).map(({ id, name }) => ({ id, name }))]
}
