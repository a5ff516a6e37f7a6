const registries: Array<{ entries: Map<string, unknown>; onTakenBack: () => void }> = []

/**
 * A registry: what is declared under a key, in the order of declaration; the same key again replaces what stood there,
 * since a development server loads a file anew. Every `define…` keeps its declarations in one, so that they can be taken
 * back together. `onTakenBack` is for what was worked out of the declarations meanwhile.
 */
export function declarations<Declaration>(onTakenBack: () => void = () => {}): Map<string, Declaration> {
  const entries = new Map<string, Declaration>()
  registries.push({ entries, onTakenBack })
  return entries
}

/** Marks what is declared by now; the function it gives takes back whatever was declared or replaced since. */
export function markDeclared(): () => void {
  const marks = new Map(registries.map(({ entries }) => [entries, [...entries]] as const))
  return () => {
    for (const { entries, onTakenBack } of registries) {
      entries.clear()
      for (const [key, declaration] of marks.get(entries) ?? []) entries.set(key, declaration)
      onTakenBack()
    }
  }
}
