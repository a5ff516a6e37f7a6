import { format } from 'node:util'
import { logger } from './logger'

/** Payload's own words about levels, and which of ours each is. */
const levels = { trace: 'debug', debug: 'debug', info: 'info', warn: 'warn', error: 'error', fatal: 'error' } as const
const order = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type Name = keyof typeof levels

export type PinoLike = Record<Name, (first: unknown, ...rest: unknown[]) => void> & {
  /** What is quieter is not said; LOG_LEVEL holds besides. `silent` says nothing. */
  level: string
  silent: () => void
  child: (bindings: object) => PinoLike
  bindings: () => object
  flush: () => void
  isLevelEnabled: (level: string) => boolean
}

/**
 * The portal's redacting JSON logger in the shape of pino's, which is what Payload calls: `error(text)`,
 * `error(error, text)`, `error({ err, msg })`, with printf places in the text.
 */
export function makePayloadLogger(bindings: object = {}): PinoLike {
  const speaks = (level: string): boolean => order.indexOf(level as Name) >= order.indexOf(self.level as Name)
  const say =
    (name: Name) =>
    (first: unknown, ...rest: unknown[]): void => {
      if (!speaks(name)) return
      const fields = {
        ...bindings,
        ...(first instanceof Error ? { err: first } : typeof first === 'object' && first !== null ? first : {}),
      }
      const words = typeof first === 'string' ? [first, ...rest] : rest
      const text = words.length > 0 ? format(...words) : undefined
      const err = 'err' in fields ? fields.err : undefined
      // An answer that a person was meant to get (no right, wrong input) is no failure and needs no stack.
      if (isAnswer(err)) logger.info({ status: err.status }, err.message)
      else logger[levels[name]](fields, text)
    }
  const self: PinoLike = {
    trace: say('trace'),
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    fatal: say('fatal'),
    level: 'trace',
    silent: () => {},
    child: (more) => makePayloadLogger({ ...bindings, ...more }),
    bindings: () => bindings,
    flush: () => {},
    isLevelEnabled: speaks,
  }
  return self
}

type Answer = { isPublic: true; isOperational: true; status: number; message: string }

function isAnswer(error: unknown): error is Answer {
  if (!(error instanceof Error)) return false
  const { isPublic, isOperational, status }: Partial<Answer> = error as Partial<Answer> & Error
  return isPublic === true && isOperational === true && typeof status === 'number' && status < 500
}
