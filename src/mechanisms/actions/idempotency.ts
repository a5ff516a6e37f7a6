import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { execute, query } from '../database/query'

type Call = {
  action: string
  actor: Actor
  key?: string
  input: unknown
  /** Without a key: the same input of the same person within so many seconds is the same call. */
  pressSeconds?: number
  /** The answer holds a secret, which is told once and not kept. */
  secret?: boolean
  /** Asked before an earlier answer is given again: throws for whoever may not see any more what it is about. */
  permit?: () => Promise<void>
}

/**
 * Does the work once per (actor, action, key), or per press where the action says so. A second call with the same key waits for the first
 * to commit (the unique index makes it) and gets its answer, as long as the actor may still have it; with
 * another body it gets 422.
 * @throws AppError `idempotency.mismatch` 422, `idempotency.told` 409 for an answer that is not given twice
 */
export async function withIdempotency<T>(req: PayloadRequest, call: Call, work: () => Promise<T>): Promise<T> {
  // Of those who have no name two may well say the same.
  const isPress = !call.key && call.pressSeconds !== undefined && call.actor.id !== null
  if (!call.key && !isPress) return work()
  if (call.key && call.key.length > 200) throw new AppError('idempotency.keyTooLong', {}, { status: 422 })
  const who = `${call.actor.collection ?? call.actor.role}:${call.actor.id ?? ''}`
  const body = createHash('sha256').update(JSON.stringify(call.input)).digest('hex')
  const key = call.key ?? `press:${body}`
  if (isPress)
    await execute(
      req,
      sql`delete from idempotency_keys where actor = ${who} and action = ${call.action} and key = ${key} and created_at < now() - make_interval(secs => ${call.pressSeconds})`,
    )
  const [mine] = await query<{ key: string }>(
    req,
    sql`insert into idempotency_keys (actor, action, key, body, rights) values (${who}, ${call.action}, ${key}, ${body}, ${rightsOf(call.actor)})
        on conflict do nothing returning key`,
  )
  if (mine) {
    const output = await work()
    await query(
      req,
      sql`update idempotency_keys set output = ${call.secret ? null : JSON.stringify(output ?? null)}::jsonb, withheld = ${call.secret === true}
          where actor = ${who} and action = ${call.action} and key = ${key}`,
    )
    return output
  }
  await call.permit?.()
  const [earlier] = await query<{ body: string; output: T; withheld: boolean; rights: string | null }>(
    req,
    sql`select body, output, withheld, rights from idempotency_keys where actor = ${who} and action = ${call.action} and key = ${key}`,
  )
  if (!earlier || earlier.body !== body) throw new AppError('idempotency.mismatch', {}, { status: 422 })
  if (earlier.withheld || (earlier.rights !== null && earlier.rights !== rightsOf(call.actor)))
    throw new AppError('idempotency.told', {}, { status: 409 })
  return earlier.output
}

/** What an actor may, as one word: an answer given under other rights is not theirs to read again. */
function rightsOf({ role, memberships, team, branches, off }: Actor): string {
  const held = [...memberships].map(([company, capabilities]) => [company, [...capabilities].sort()]).sort()
  return createHash('sha256')
    .update(JSON.stringify([role, held, [...team].sort(), [...branches].sort(), [...(off ?? [])].sort()]))
    .digest('hex')
}
