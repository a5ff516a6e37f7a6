import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '../database/query'
import { defineJob } from '../jobs/defineJob'

export type TokenPurpose = 'confirm' | 'recover' | 'invite' | 'email'

export type PersonToken = {
  id: string
  purpose: TokenPurpose
  collection: 'users' | 'staff'
  person: string
  /** What the link carries out: the new address. Never a secret: the link proves the address and nothing else. */
  data: Record<string, unknown>
}

/**
 * Prepares a single-use link for a person. Earlier ones go on working, for whoever asks for a new one may be a
 * stranger to the address: all die together with what they were made under, once one is used. `replace` is for
 * those who may decide it: earlier links of the same purpose (about the same thing) then stop working. Gives the id, from which `tokenText` makes the secret part when the letter is written: neither the database
 * nor the queue ever holds the secret itself.
 */
export async function issueToken(
  runner: Runner,
  token: Omit<PersonToken, 'id' | 'data'> & { data?: Record<string, unknown>; about?: string; ttlSeconds: number; replace?: boolean },
): Promise<string> {
  const payload = 'payload' in runner ? runner.payload : runner
  const id = randomUUID()
  if (token.replace) {
    await execute(
      runner,
      sql`delete from person_tokens where purpose = ${token.purpose} and collection = ${token.collection}
          and person = ${token.person} and about is not distinct from ${token.about ?? null} and used_at is null`,
    )
  }
  await execute(
    runner,
    sql`insert into person_tokens (id, purpose, collection, person, about, hash, data, expires_at)
        values (${id}, ${token.purpose}, ${token.collection}, ${token.person}, ${token.about ?? null}, ${digest(tokenText(payload, token.purpose, id))},
                ${JSON.stringify(token.data ?? {})}::jsonb, now() + make_interval(secs => ${token.ttlSeconds}))`,
  )
  return id
}

/** The secret part of a link. The same each time, so a letter that is sent twice says the same. */
export function tokenText(payload: Pick<Payload, 'secret'>, purpose: TokenPurpose, id: string): string {
  return createHmac('sha256', payload.secret).update(`person-token:${purpose}:${id}`).digest('base64url')
}

/** Uses a link up. Null when it is unknown, used or too old; of two at once, one gets it. */
export async function spendToken(runner: Runner, purpose: TokenPurpose, text: string): Promise<PersonToken | null> {
  const [row] = await query<PersonToken>(
    runner,
    sql`update person_tokens set used_at = now()
        where hash = ${digest(text)} and purpose = ${purpose} and used_at is null and expires_at > now()
        returning id::text, purpose, collection, person::text, data`,
  )
  return row ?? null
}

/** What a link would do, without using it up: for the page that asks for a new password. */
export async function peekToken(runner: Runner, purpose: TokenPurpose, text: string): Promise<PersonToken | null> {
  const [row] = await query<PersonToken>(
    runner,
    sql`select id::text, purpose, collection, person::text, data from person_tokens
        where hash = ${digest(text)} and purpose = ${purpose} and used_at is null and expires_at > now()`,
  )
  return row ?? null
}

export const sweepTokensJob = defineJob<Record<string, never>>({
  name: 'people.sweepTokens',
  label: { ru: 'Убрать старые ссылки', en: 'Sweep old links' },
  lane: 'default',
  schedule: '23 3 * * *',
  handler: async (_data, { payload }) => {
    await execute(payload, sql`delete from person_tokens where expires_at < now() - interval '7 days' or used_at < now() - interval '7 days'`)
  },
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
