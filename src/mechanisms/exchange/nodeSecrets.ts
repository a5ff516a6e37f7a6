import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const LENGTH = 32

/** Hash of a node's password, as `exchange-nodes.secretHash` keeps it. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64')}$${(await derive(secret, salt, LENGTH)).toString('base64')}`
}

/** Always derives once, whether there is a hash or not, so that an unknown login costs the same. */
export async function isSecret(secret: string, hash: string | null | undefined): Promise<boolean> {
  const [, salt = 'AAAAAAAAAAAAAAAAAAAAAA==', wanted = ''] = hash?.split('$') ?? []
  const given = await derive(secret, Buffer.from(salt, 'base64'), LENGTH)
  const known = Buffer.from(wanted, 'base64')
  return known.length === given.length && timingSafeEqual(known, given)
}

/** A fresh token; long and random, so a plain hash of it is enough to keep. */
export const newToken = (): string => `kab_${randomBytes(32).toString('base64url')}`
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
