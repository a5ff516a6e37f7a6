import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { ofProcess } from '@/src/lib/ofProcess'
import type { Runner } from './query'
import { scalars } from './scalars'

type State = { known?: { at: number; value: Promise<unknown> }; changedAt: number }
type Declared<T> = {
  freshMs: number
  /** A scalar expression; of several columns or rows a JSON. */
  value: () => SQL
  /** What the database said, made into what is asked for. */
  read: (value: unknown) => T
}
type Remembered<T> = {
  /** At most `freshMs` old, and for the process that changed it never older than the change. */
  get: (runner: Runner) => Promise<T>
  /** Called by whoever changes it, inside the transaction that does. */
  forget: () => void
}

/** All that is declared, by name: what has grown old is read anew together. */
const declared = new Map<string, Declared<unknown> & { state: State }>()

/**
 * A small thing of the whole portal that nearly every request asks for (switches, settings, sites): shared for `freshMs`
 * by all requests, those that come at the same moment too. Whoever asks first for one that has grown old reads all that
 * have, by one statement.
 */
export function portalCache<T>(name: string, thing: Declared<T>): Remembered<T> {
  const state = ofProcess(`remembered ${name}`, (): State => ({ changedAt: 0 }))
  declared.set(name, { ...thing, state })
  return {
    get: (runner) => {
      // What is kept under a name is what its own `read` made.
      const kept = state.known?.value as Promise<T> | undefined
      // Whoever reads may stand in a transaction that breaks: that is not the others' trouble.
      if (kept && isFresh(state, thing.freshMs)) return kept.catch(() => readOld(runner, name) as Promise<T>)
      return readOld(runner, name) as Promise<T>
    },
    forget: () => {
      state.known = undefined
      state.changedAt = Date.now()
    },
  }
}

const isFresh = ({ known }: State, freshMs: number): boolean => known !== undefined && Date.now() - known.at < freshMs

/** Reads what has grown old, and gives the one that was asked for. */
function readOld(runner: Runner, asked: string): Promise<unknown> {
  const now = Date.now()
  const old = [...declared].filter(([name, { state, freshMs }]) => name === asked || !isFresh(state, freshMs))
  const row = scalars<unknown>(
    runner,
    old.map(([name, { value }]) => [name, value()] as const),
  )
  const values = old.map(([name, { state, freshMs, read }]) => {
    const known = { at: now, value: row.then((all) => read(all[name])) }
    known.value.catch(() => state.known === known && (state.known = undefined))
    // Just after a change others may still read what was before it was committed: nothing is kept then.
    if (now - state.changedAt > freshMs) state.known = known
    return [name, known.value] as const
  })
  return new Map(values).get(asked) ?? Promise.reject(new Error(`Nothing is remembered as ${asked}`))
}
