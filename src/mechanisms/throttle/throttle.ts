import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { rateLimited } from '@/src/lib/rateLimited'
import { execute, query, type Runner } from '../database/query'
import { defineJob } from '../jobs/defineJob'

export type Limit = { limit: number; windowSeconds: number }
export type ThrottleHit = { allowed: boolean; count: number; retryAfterSeconds: number }

/**
 * Counts one attempt under a key and says whether it is still within the limit. The window opens at
 * the first attempt. One statement, so of any number of parallel attempts exactly `limit` pass.
 *
 * It always runs on a connection of its own: an attempt counts even when the work it guards is
 * rolled back. Call it before opening a transaction.
 */
export async function countHit(runner: Runner, key: string, { limit, windowSeconds }: Limit): Promise<ThrottleHit> {
  const [row] = await query<{ count: number; wait: number }>(
    outside(runner),
    sql`insert into throttles as t (key, count, resets_at) values (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
        on conflict (key) do update set
          count = case when t.resets_at <= now() then 1 else least(t.count + 1, 1000000) end,
          resets_at = case when t.resets_at <= now() then excluded.resets_at else t.resets_at end
        returning count, ceil(extract(epoch from resets_at - now()))::int as wait`,
  )
  if (!row) throw new Error('The throttle did not answer')
  return { allowed: row.count <= limit, count: row.count, retryAfterSeconds: Math.max(1, row.wait) }
}

/**
 * Like `hit`, for callers that stop there.
 * @throws AppError `rate.limited` 429 with `seconds` to wait.
 */
export async function throttle(runner: Runner, key: string, limit: Limit): Promise<void> {
  const { allowed, retryAfterSeconds } = await countHit(runner, key, limit)
  if (!allowed) throw rateLimited(retryAfterSeconds)
}

/** Forgets the attempts under a key: the right password was given after some wrong ones. */
export async function resetThrottle(runner: Runner, key: string): Promise<void> {
  await execute(outside(runner), sql`delete from throttles where key = ${key}`)
}

/** A key of parts; what is personal in them (an e-mail, a phone) does not lie readable in the table. */
export function throttleKey(purpose: string, ...parts: readonly string[]): string {
  return `${purpose}:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
}

export const sweepThrottlesJob = defineJob<Record<string, never>>({
  name: 'throttles.sweep',
  label: { ru: 'Убрать старые счётчики', en: 'Sweep old counters' },
  lane: 'default',
  schedule: '17 3 * * *',
  handler: async (_data, { payload }) => {
    await execute(payload, sql`delete from throttles where resets_at < now()`)
  },
})

const outside = (runner: Runner): Runner => ('payload' in runner ? runner.payload : runner)
