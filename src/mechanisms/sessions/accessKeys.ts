import { createHash, randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { ofProcess } from '@/src/lib/ofProcess'
import { execute, type Runner } from '../database/query'

/** By this a key is known wherever it turns up, in a repository or a log. */
export const KEY_PREFIX = 'kbp_'

const HINT = 10

/** A fresh key: long and random, so a plain hash of it is enough to keep. `hint` is what people tell their keys apart by. */
export function newKey(): { key: string; hash: string; hint: string } {
  const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`
  return { key, hash: hashOfKey(key), hint: key.slice(0, HINT) }
}

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Ends all keys of a person; they are refused from the next request on. */
export const endKeys = (runner: Runner, person: string): Promise<number> =>
  execute(
    runner,
    sql`update access_keys set ended_at = now(), updated_at = now() where user_id = ${person} and ended_at is null`,
  )

/** Keys that this process has noted lately. */
const noted = ofProcess('noted-keys', () => new Map<string, number>())
const NOTED_MS = 60_000
const MOST_NOTED = 10_000

/** Notes that a key is in use, at most once in five minutes; the database is asked once a minute by each process. */
export async function touchKey(runner: Runner, id: string): Promise<void> {
  const now = Date.now()
  if (now - (noted.get(id) ?? 0) < NOTED_MS) return
  if (noted.size >= MOST_NOTED) noted.clear()
  noted.set(id, now)
  await execute(
    runner,
    sql`update access_keys set last_used_at = now() where id = ${id} and (last_used_at is null or last_used_at < now() - interval '5 minutes')`,
  )
}
