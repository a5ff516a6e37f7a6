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
