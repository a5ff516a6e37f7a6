import { stripVTControlCharacters } from 'node:util'
import { logger } from './logger'

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error', trace: 'debug' } as const

/**
 * What Next and other packages print by `console` becomes lines of the portal's log: JSON, with the request's id and
 * without personal data. Next writes errors of pages this way, with every property of a failed query.
 */
export function consoleToLogger(target: Pick<Console, keyof typeof levels> = console): void {
  for (const [method, level] of Object.entries(levels) as Array<
    [keyof typeof levels, (typeof levels)[keyof typeof levels]]
  >) {
    target[method] = (...args: unknown[]) => {
      const text = args.flatMap((arg) => (isPlain(arg) ? [String(arg)] : [])).join(' ')
      const error = args.find((arg) => arg instanceof Error)
      const others = args.filter((arg) => !isPlain(arg) && arg !== error)
      logger[level](
        { ...(error === undefined ? {} : { err: error }), ...(others.length > 0 ? { data: others } : {}) },
        stripVTControlCharacters(text).trim() || undefined,
      )
    }
  }
}

const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol'
