import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { parseCookies, type Payload } from 'payload'
import type { AuthCollection } from './sessions'

/** Says that somebody has signed in to this account from this browser before; it opens nothing by itself. */
export const DEVICE_COOKIE = 'kabinet-device'
/** After its making, used or not; every sign-in makes a new one. */
export const DEVICE_COOKIE_SECONDS = 90 * 24 * 60 * 60

type Device = {
  collection: AuthCollection
  email: string
  /** The stored password that was right: another one makes all devices strangers. */ hash: string | null
}

/** A new value of the cookie for an account: `nonce.made.signature`. */
export function rememberDevice(payload: Pick<Payload, 'secret'>, device: Device, now = Date.now()): string {
  const told = `${randomBytes(16).toString('base64url')}.${Math.floor(now / 1_000).toString(36)}`
  return `${told}.${signature(payload, device, told)}`
}

/**
 * A name for the device when the browser is known to this account, else null. A stranger cannot make
 * one, so attempts from a known device are counted apart from the attempts of the whole world.
 */
export function knownDevice(
  payload: Pick<Payload, 'secret'>,
  headers: Headers,
  device: Device,
  now = Date.now(),
): string | null {
  const [nonce, made, given] = (parseCookies(headers).get(DEVICE_COOKIE) ?? '').split('.')
  if (!nonce || !made || !given || device.hash === null) return null
  const age = now / 1_000 - Number.parseInt(made, 36)
  if (!(age >= -60 && age < DEVICE_COOKIE_SECONDS)) return null
  const expected = Buffer.from(signature(payload, device, `${nonce}.${made}`))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null
  return createHash('sha256').update(nonce).digest('base64url')
}

function signature(payload: Pick<Payload, 'secret'>, { collection, email, hash }: Device, told: string): string {
  return createHmac('sha256', payload.secret)
    .update(`known-device:${collection}:${email.toLowerCase()}:${hash}:${told}`)
    .digest('base64url')
}
