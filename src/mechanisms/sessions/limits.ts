import type { PayloadRequest } from 'payload'
import { callerAddress } from '../audit/writeAudit'
import { resetThrottle, throttle, throttleKey, type Limit } from '../throttle/throttle'
import { knownDevice } from './knownDevice'
import type { AuthCollection } from './sessions'

/** One account from one address: a person who mistypes, or a guesser who aims. */
const PAIR: Limit = { limit: 10, windowSeconds: 15 * 60 }
/** One address over all accounts; an office behind one address must still fit in. */
const ADDRESS: Limit = { limit: 100, windowSeconds: 15 * 60 }
/** One account from everywhere, known devices apart. NIST SP 800-63B allows 100 failures in a row. */
const ACCOUNT: Limit = { limit: 100, windowSeconds: 60 * 60 }

/**
 * Counts a sign-in before anything costly is done. A browser the account knows is counted by itself
 * only, so its owner gets in while strangers, even at the same address, are being refused.
 * @throws AppError `rate.limited` 429.
 * @returns what to call when the password was right.
 */
export async function admitSignIn(
  req: PayloadRequest,
  collection: AuthCollection,
  email: string,
  hash: string | null,
): Promise<() => Promise<void>> {
  const device = knownDevice(req.payload, req.headers, { collection, email, hash })
  if (device) {
    const key = throttleKey('login-device', collection, email, device)
    await throttle(req.payload, key, PAIR)
    return () => resetThrottle(req.payload, key)
  }
  const address = callerAddress(req)
  const pair = throttleKey('login-pair', collection, email, address ?? '')
  await throttle(req.payload, pair, PAIR)
  if (address) await throttle(req.payload, throttleKey('login-address', address), ADDRESS)
  await throttle(req.payload, throttleKey('login-account', collection, email), ACCOUNT)
  return () => resetThrottle(req.payload, pair)
}

/**
 * Counts a request that costs a letter or a hash: registration, recovery, a link.
 * @throws AppError `rate.limited` 429. It depends on the address only, so it tells nothing of accounts.
 */
export async function admitAddress(
  req: PayloadRequest,
  purpose: string,
  limit: Limit = { limit: 20, windowSeconds: 60 * 60 },
): Promise<void> {
  await throttle(req.payload, throttleKey(purpose, callerAddress(req) ?? ''), limit)
}
