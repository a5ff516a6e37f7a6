import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { ofProcess } from '@/src/lib/ofProcess'

export type StoredPassword = { hash: string; salt: string }

/** Format and cost of Payload 3.90 (`generatePasswordSaltHash`), so that either side reads the other's. */
const PREFIX = 'pbkdf2-sha256-v1:'
const ITERATIONS = 600_000
const KEY_BYTES = 32
const LEGACY = { iterations: 25_000, keyBytes: 512 }

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

const derive = promisify(pbkdf2)

export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const key = await inTurn(() => derive(password, salt, ITERATIONS, KEY_BYTES, 'sha256'))
  return { hash: PREFIX + key.toString('hex'), salt }
}

/** What an account that does not exist is compared with: the same work, never a match. */
const NOBODY: StoredPassword = { hash: PREFIX + '0'.repeat(KEY_BYTES * 2), salt: '0'.repeat(64) }

/**
 * Whether the password is the one. Takes the same time when there is no account at all, or one that
 * has no password yet.
 */
export async function isPassword(
  stored: { hash: string | null; salt: string | null } | null,
  password: string,
): Promise<boolean> {
  const known = stored?.hash && stored.salt ? { hash: stored.hash, salt: stored.salt } : null
  const { hash, salt } = known ?? NOBODY
  const current = hash.startsWith(PREFIX)
  const expected = Buffer.from(current ? hash.slice(PREFIX.length) : hash, 'hex')
  const cost = current ? { iterations: ITERATIONS, keyBytes: KEY_BYTES } : LEGACY
  const key = await inTurn(() => derive(password.slice(0, 1_000), salt, cost.iterations, cost.keyBytes, 'sha256'))
  return expected.length === key.length && timingSafeEqual(expected, key) && known !== null
}

/**
 * Refuses what is guessed first: too short, the person's own name or address, one of the well-known.
 * @throws AppError `password.short`, `password.long` or `password.common`, 422.
 */
export function checkPassword(password: string, about: readonly (string | null | undefined)[] = []): void {
  const refuse = (code: ErrorCode, params = {}): never => {
    throw new AppError(code, params, { status: 422, field: 'password' })
  }
  if (password.length < PASSWORD_MIN) refuse('password.short', { min: PASSWORD_MIN })
  if (password.length > PASSWORD_MAX) refuse('password.long', { max: PASSWORD_MAX })
  const plain = password.toLowerCase()
  const own = about
    .flatMap((text) => (text ? text.toLowerCase().split(/[^\p{L}\p{N}]+/u) : []))
    .filter((word) => word.length >= 5)
  const rest = [...own, ...COMMON].reduce((left, word) => left.replaceAll(word, ''), plain).replace(/^\d+|\d+$/g, '')
  if (new Set(plain).size < 5 || rest.length < 4) refuse('password.common')
}

const COMMON = [
  'password',
  'qwertyuiop',
  'qwerty',
  'йцукенгшщз',
  'йцукен',
  'пароль',
  'admin',
  '1q2w3e4r5t',
  '1q2w3e',
  '1234567890',
  '123456789',
  '12345',
  '0987654321',
  'abcdef',
  'zxcvbn',
  'kabinet',
  'кабинет',
]

/**
 * Hashing takes a thread for a good part of a second; a flood of sign-ins must not take them all
 * from files and name look-ups, nor queue without end.
 */
const AT_ONCE = 2
const WAITING_MAX = 60
const line = ofProcess('password-hashing', () => ({ running: 0, waiting: [] as Array<() => void> }))

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.running >= AT_ONCE) {
    if (line.waiting.length >= WAITING_MAX) throw new AppError('service.unavailable', {}, { status: 503 })
    await new Promise<void>((resolve) => line.waiting.push(resolve))
  } else {
    line.running += 1
  }
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
  }
}
