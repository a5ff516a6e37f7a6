import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query, type Runner } from '../database/query'
import { defineJob } from '../jobs/defineJob'

export type TokenPurpose = 'confirm' | 'recover' | 'invite' | 'email'

export type PersonToken = {
  id: string
  purpose: TokenPurpose
  collection: 'users' | 'staff'
  person: string
  /** The record that it is about: of an invitation, the membership. */
  about: string | null
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
  token: Omit<PersonToken, 'id' | 'data' | 'about'> & {
    data?: Record<string, unknown>
    about?: string
    ttlSeconds: number
    replace?: boolean
  },
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
        returning id::text, purpose, collection, person::text, about, data`,
  )
  return row ?? null
}

/** What a link would do, without using it up: for the page that asks for a new password. */
export async function peekToken(runner: Runner, purpose: TokenPurpose, text: string): Promise<PersonToken | null> {
  const [row] = await query<PersonToken>(
    runner,
    sql`select id::text, purpose, collection, person::text, about, data from person_tokens
        where hash = ${digest(text)} and purpose = ${purpose} and used_at is null and expires_at > now()`,
  )
  return row ?? null
}

type Person = Pick<PersonToken, 'collection' | 'person'>

/** A condition: the person with the alias `row` has a link that works. */
export const openLinkExists = (collection: Person['collection'], row: string): SQL =>
  sql`exists (select 1 from person_tokens t where t.collection = ${collection} and t.person = ${sql.raw(`${row}.id`)} and t.used_at is null and t.expires_at > now())`

/** Whether a person has a link of this purpose that works. */
export async function hasOpenLink(runner: Runner, of: Person, purpose: TokenPurpose): Promise<boolean> {
  const rows = await query(
    runner,
    sql`select 1 from person_tokens where collection = ${of.collection} and person = ${of.person} and purpose = ${purpose} and used_at is null and expires_at > now()`,
  )
  return rows.length > 0
}

/** A condition: a link of the person with the alias `row` is known, used or not. */
export const everLinked = (collection: Person['collection'], row: string): SQL =>
  sql`exists (select 1 from person_tokens t where t.collection = ${collection} and t.person = ${sql.raw(`${row}.id`)})`

/** Links of a person stop working; those that were used stay known as such. */
export async function voidLinks(runner: Runner, { collection, person }: Person): Promise<void> {
  await execute(
    runner,
    sql`delete from person_tokens where collection = ${collection} and person = ${person} and used_at is null`,
  )
}

/** Links of invitations to one membership stop working. */
export async function voidInvitations(runner: Runner, membership: string): Promise<void> {
  await execute(
    runner,
    sql`delete from person_tokens where purpose = 'invite' and about = ${membership} and used_at is null`,
  )
}

/** Forgets all links of people who are deleted. */
export async function dropLinks(
  runner: Runner,
  collection: Person['collection'],
  people: readonly string[],
): Promise<void> {
  await execute(
    runner,
    sql`delete from person_tokens where collection = ${collection} and person = any(${list(people, 'uuid')})`,
  )
}

export const sweepTokensJob = defineJob<Record<string, never>>({
  name: 'people.sweepTokens',
  label: { ru: 'Убрать старые ссылки', en: 'Sweep old links' },
  lane: 'default',
  schedule: '23 3 * * *',
  handler: async (_data, { payload }) => {
    await execute(
      payload,
      sql`delete from person_tokens where expires_at < now() - interval '7 days' or used_at < now() - interval '7 days'`,
    )
  },
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
