import { AsyncLocalStorage } from 'node:async_hooks'
import { ofProcess } from './ofProcess'
import { redact } from './redact'

/** JSON lines to standard output: `{"time","level","msg","requestId",…}`, without personal data. */

const severity = { debug: 20, info: 30, warn: 40, error: 50, silent: 100 }
type Level = Exclude<keyof typeof severity, 'silent'>
type Write = { (fields: object, msg?: string): void; (msg: string): void }

/** The id of the request that is being answered. */
const request = ofProcess('request-id', () => new AsyncLocalStorage<string>())

/** Runs `work` so that everything it logs and queues carries this request's id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return request.run(id, work)
}

export function currentRequestId(): string | undefined {
  return request.getStore()
}

/** The line for one entry, without its line break. */
export function formatLine(level: Level, fields: object | string, msg?: string, now = new Date()): string {
  const id = currentRequestId()
  const text = typeof fields === 'string' ? fields : msg
  const line = {
    time: now.toISOString(),
    level,
    ...(text === undefined ? {} : { msg: redact(text) }),
    ...(id === undefined ? {} : { requestId: id }),
  }
  const extra = typeof fields === 'string' ? {} : redact(fields instanceof Error ? { err: fields } : fields)
  return JSON.stringify({ ...(extra as object), ...line }) // redact gives an object for an object
}

function writer(level: Level): Write {
  return (fields: object | string, msg?: string) => {
    const least = severity[process.env.LOG_LEVEL as keyof typeof severity] ?? severity.info
    if (severity[level] >= least) process.stdout.write(`${formatLine(level, fields, msg)}\n`)
  }
}

export const logger: Record<Level, Write> = {
  debug: writer('debug'),
  info: writer('info'),
  warn: writer('warn'),
  error: writer('error'),
}
