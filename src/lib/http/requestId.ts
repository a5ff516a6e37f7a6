import { randomUUID } from 'node:crypto'

/** The id that a proxy or a client gave the request when it is harmless, otherwise a new one. */
export function saneRequestId(given: string | string[] | undefined | null): string {
  return typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID()
}
