import { logger } from './logger'

/**
 * What Payload logs, as one more line of ours: JSON, with the request's id, without personal data. Its own way is
 * coloured text of many lines with every value of a failed query.
 */
export const payloadLogger = {
  options: { level: 'debug' },
  destination: { write: takeLine },
}

const levels = [[50, 'error'], [40, 'warn'], [30, 'info']] as const

/** Takes one line of pino. */
function takeLine(line: string): void {
  const { level, time, pid, hostname, name, msg, ...fields } = JSON.parse(line) as { level: number; msg?: string } & Record<string, unknown>
  const err = fields.err as { isPublic?: boolean; isOperational?: boolean; status?: number; message?: string } | undefined
  // An answer that a person was meant to get (no right, wrong input) is no failure and needs no stack.
  if (err?.isPublic && err.isOperational && (err.status ?? 500) < 500) {
    logger.info({ status: err.status }, err.message ?? msg ?? '')
    return
  }
  const word = levels.find(([least]) => level >= least)?.[1] ?? 'debug'
  logger[word](fields, msg ?? '')
}
