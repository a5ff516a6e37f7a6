import type { IncomingMessage } from 'node:http'

/** What every part of the portal reads the caller's address from. Written here, whatever the caller sent. */
export const ADDRESS_HEADER = 'x-client-address'

/**
 * Who is calling: the other end of the connection or, behind a proxy of our own, the last address of
 * X-Forwarded-For, which is what that proxy itself saw. What stands before it anybody could have written.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for']
  const last = trustProxy ? String(forwarded ?? '').split(',').at(-1)?.trim() : undefined
  return (last || request.socket.remoteAddress || '').replace(/^::ffff:/, '').slice(0, 64)
}
