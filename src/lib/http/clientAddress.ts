import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { plainAddress } from './trustedProxies'

/** What every part of the portal reads the caller's address from. Written here, whatever the caller sent. */
export const ADDRESS_HEADER = 'x-client-address'

/** Set by a proxy that asks another web process when this one answers 502. */
export const RETRY_HEADER = 'x-kabinet-retry'

/** Only a proxy of our own may say these; Next and the portal read them as they are. */
const FORWARDED = [
  RETRY_HEADER,
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

/**
 * Who is calling: the other end of the connection or, behind a proxy of our own, the last address of
 * X-Forwarded-For, which is what that proxy itself saw. What stands before it anybody could have written.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  isTrusted: (address: string) => boolean,
): string {
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  if (!isTrusted(peer)) return peer
  const last = plainAddress(
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '',
  )
  return isIP(last) ? last : peer
}

/** Takes away what a stranger says about where it comes from and by which name and scheme it asks. */
export function dropForwarded(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  isTrusted: (address: string) => boolean,
): void {
  if (isTrusted(request.socket.remoteAddress ?? '')) return
  for (const name of FORWARDED) delete request.headers[name]
}
