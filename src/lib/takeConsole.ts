import { format, stripVTControlCharacters } from 'node:util'
import { logger } from './logger'

const methods = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/** From here on whatever Next and other packages print becomes lines of our log: JSON, with the request's id, redacted. */
export function takeConsole(target: Pick<Console, keyof typeof methods> = console): void {
  for (const [method, level] of Object.entries(methods) as [keyof typeof methods, (typeof methods)[keyof typeof methods]][]) {
    target[method] = (...args: unknown[]) => {
      const err = args.find((arg) => arg instanceof Error)
      const text = stripVTControlCharacters(format(...args.filter((arg) => arg !== err))).trim()
      if (err) logger[level]({ err }, text)
      else if (text) logger[level](text)
    }
  }
}
