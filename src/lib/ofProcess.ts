/** Next bundles a module several times and a dev server loads it again: what hangs on the process is one for all copies. */
const shared = globalThis as typeof globalThis & { kabinetProcess?: Map<string, unknown> }

/**
 * What this process has once: a count, a line to wait in, a connection, a memory that somebody else forgets. Whoever asks
 * first makes it; one name is one thing of one type.
 */
export function ofProcess<T extends object>(name: string, make: () => T): T {
  const things = (shared.kabinetProcess ??= new Map())
  const known = things.get(name) as T | undefined // each name is asked for in one place
  if (known) return known
  const made = make()
  things.set(name, made)
  return made
}

/** What a library keeps on the process under a name of its own, by keys; made where it has not begun to. */
export function keptByLibrary<T>(name: string): Record<string, T | undefined> {
  const all = globalThis as Record<string, unknown>
  return (all[name] ??= {}) as Record<string, T | undefined> // as the library keeps it
}
