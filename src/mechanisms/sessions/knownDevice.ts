import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { parseCookies, type Payload } from 'payload'
import type { People } from './sessions'

/** Says that somebody has signed in to this account from this browser before; it opens nothing by itself. */
export const DEVICE_COOKIE = 'kabinet-device'
export const DEVICE_COOKIE_SECONDS = 180 * 24 * 60 * 60

/** A new value of the cookie for an account: `nonce.signature`. */
export function rememberDevice(payload: Pick<Payload, 'secret'>, collection: People, email: string): string {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${signature(payload, collection, email, nonce)}`
}

/**
 * A name for the device when the browser is known to this account, else null. A stranger cannot make
 * one, so attempts from a known device are counted apart from the attempts of the whole world.
 */
export function knownDevice(payload: Pick<Payload, 'secret'>, headers: Headers, collection: People, email: string): string | null {
  const [nonce, given] = (parseCookies(headers).get(DEVICE_COOKIE) ?? '').split('.')
  if (!nonce || !given) return null
  const expected = Buffer.from(signature(payload, collection, email, nonce))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null
  return createHash('sha256').update(nonce).digest('base64url')
}

function signature(payload: Pick<Payload, 'secret'>, collection: People, email: string, nonce: string): string {
  return createHmac('sha256', payload.secret).update(`known-device:${collection}:${email.toLowerCase()}:${nonce}`).digest('base64url')
}
