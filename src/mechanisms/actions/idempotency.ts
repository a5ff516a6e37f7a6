import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { query } from '../database/query'

type Call = { action: string; actor: Actor; key?: string; input: unknown }

/**
 * Does the work once per (actor, action, key). A second call with the same key waits for the first
 * to commit (the unique index makes it) and gets its answer; with another body it gets 422.
 */
export async function remember<T>(req: PayloadRequest, call: Call, work: () => Promise<T>): Promise<T> {
  if (!call.key) return work()
  if (call.key.length > 200) throw new AppError('idempotency.keyTooLong', {}, { status: 422 })
  const who = `${call.actor.collection ?? call.actor.role}:${call.actor.id ?? ''}`
  const body = createHash('sha256').update(JSON.stringify(call.input)).digest('hex')
  const [mine] = await query<{ key: string }>(
    req,
    sql`insert into idempotency_keys (actor, action, key, body) values (${who}, ${call.action}, ${call.key}, ${body})
        on conflict do nothing returning key`,
  )
  if (mine) {
    const output = await work()
    await query(
      req,
      sql`update idempotency_keys set output = ${JSON.stringify(output ?? null)}::jsonb
          where actor = ${who} and action = ${call.action} and key = ${call.key}`,
    )
    return output
  }
  const [earlier] = await query<{ body: string; output: T }>(
    req,
    sql`select body, output from idempotency_keys where actor = ${who} and action = ${call.action} and key = ${call.key}`,
  )
  if (!earlier || earlier.body !== body) throw new AppError('idempotency.mismatch', {}, { status: 422 })
  return earlier.output
}
