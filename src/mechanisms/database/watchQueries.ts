import pg from 'pg'
import { logger } from '@/src/lib/logger'
import { ofProcess } from '@/src/lib/ofProcess'

/** From here on a statement is worth a line. */
export const SLOW_MS = 500
const LONGEST = 400

/** Drivers that are watched already. */
const watched = ofProcess('watched-drivers', () => new WeakSet<object>())

/**
 * Writes a line for each statement of this process that took longer than `slowMs`, Payload's own too: its text, which
 * holds placeholders instead of values, never the values. COPY streams are left alone.
 * @returns what ends the watch
 */
export function watchQueries(slowMs = SLOW_MS): () => void {
  const { prototype } = pg.Client
  if (watched.has(prototype)) return () => {}
  const own = prototype.query
  watched.add(prototype)
  // The overloads of `query` cannot be written down by one function; it is passed on untouched.
  prototype.query = function timed(this: pg.Client, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    if (text === null) return Reflect.apply(own, this, args) as unknown
    const began = performance.now()
    const ended = (): void => {
      const ms = Math.round(performance.now() - began)
      if (ms > slowMs) logger.warn({ ms, sql: text.replace(/\s+/g, ' ').trim().slice(0, LONGEST) }, 'slow query')
    }
    const last = args.at(-1)
    if (typeof last === 'function') {
      args[args.length - 1] = (...results: unknown[]): void => {
        ended()
        Reflect.apply(last, undefined, results)
      }
      return Reflect.apply(own, this, args) as unknown
    }
    const answer = Reflect.apply(own, this, args) as Promise<unknown>
    answer.then(ended, ended)
    return answer
  } as typeof own
  return () => {
    prototype.query = own
    watched.delete(prototype)
  }
}

/** The text of a statement; null for what is submitted as an object of its own (COPY, cursors). */
function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query
  if (typeof query !== 'object' || query === null || 'submit' in query) return null
  return 'text' in query && typeof query.text === 'string' ? query.text : null
}
