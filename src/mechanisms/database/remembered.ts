import type { Runner } from './query'

type State<T> = { known?: { at: number; value: Promise<T> }; changedAt: number }
type Remembered<T> = {
  /** At most `freshMs` old, and for the process that changed it never older than the change. */
  get: (runner: Runner) => Promise<T>
  /** Called by whoever changes it, inside the transaction that does. */
  forget: () => void
}

/** Next bundles a module several times; what a process knows is one for all copies. */
const shared = globalThis as typeof globalThis & { kabinetRemembered?: Map<string, State<unknown>> }
const states = (shared.kabinetRemembered ??= new Map())

/**
 * A small thing of the whole portal that nearly every request asks for (switches, settings): read once and shared for
 * `freshMs`, by requests that come at the same moment too.
 */
export function remembered<T>(name: string, { freshMs, read }: { freshMs: number; read: (runner: Runner) => Promise<T> }): Remembered<T> {
  // One name, one type: each is declared once.
  const state = (states.get(name) ?? { changedAt: 0 }) as State<T>
  states.set(name, state)
  return {
    get: (runner) => {
      const now = Date.now()
      // Whoever reads may stand in a transaction that breaks: that is not the others' trouble.
      if (state.known && now - state.known.at < freshMs) return state.known.value.catch(() => read(runner))
      const value = read(runner)
      // Just after a change others may still read what was before it was committed: nothing is kept then.
      if (now - state.changedAt <= freshMs) return value
      const known = { at: now, value }
      state.known = known
      value.catch(() => state.known === known && (state.known = undefined))
      return value
    },
    forget: () => {
      state.known = undefined
      state.changedAt = Date.now()
    },
  }
}
