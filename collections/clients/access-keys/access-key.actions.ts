import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { customers } from '@/src/mechanisms/access/roles'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { newKey } from '@/src/mechanisms/sessions/accessKeys'
import { proveOneself } from '@/src/mechanisms/sessions/credentials'
import './access-key.errors'

/** Keys of one person that work at a time. */
const MOST = 20
/** Days that a key may live. */
export const KEY_DAYS = [30, 90, 365] as const

const input = z.object({
  company: z.uuid(),
  name: z.string().trim().min(1, 'accessKey.unnamed').max(60),
  acts: z.boolean(),
  days: z.literal(KEY_DAYS),
})
export type AskedKey = z.input<typeof input>
export type MadeKey = { id: string; key: string; hint: string }

/**
 * Makes a key of the signed-in person for one of their companies; the key itself is told here and never again. Their
 * password is asked for as for whatever outlives a browser.
 * @throws AppError as `proveOneself`; `access.denied` 403 for a company that is not theirs, `accessKey.off` 403,
 * `accessKey.tooMany` 409
 */
export async function createKey(req: PayloadRequest, current: string, asked: AskedKey): Promise<MadeKey> {
  await proveOneself(req, 'users', current)
  return runAction(createKeyAction, { req, input: asked })
}

export const createKeyAction = defineAction({
  name: 'access-keys.create',
  label: { ru: 'Создан ключ доступа', en: 'Made an access key' },
  input,
  may: customers,
  // It is told to whoever has given their password, by `createKey`.
  remote: false,
  secret: true,
  run: async ({ req, actor, input: { company, name, acts, days } }): Promise<MadeKey> => {
    if (!actor.memberships.has(company)) throw new AppError('access.denied', {}, { status: 403 })
    await execute(req, sql`select 1 from users where id = ${actor.id} for update`)
    const [found] = await query<{ open: boolean; count: number }>(
      req,
      sql`select coalesce(c.access_keys, false) as open,
                 (select count(*)::int from access_keys k where k.user_id = ${actor.id} and k.ended_at is null and k.expires_at > now()) as count
          from companies c where c.id = ${company}`,
    )
    if (!found?.open) throw new AppError('accessKey.off', {}, { status: 403 })
    if (found.count >= MOST) throw new AppError('accessKey.tooMany', { most: MOST }, { status: 409 })
    const { key, hash, hint } = newKey()
    const [made] = await query<{ id: string }>(
      req,
      sql`insert into access_keys (name, user_id, company_id, hint, hash, acts, expires_at, created_at, updated_at)
          values (${name}, ${actor.id}, ${company}, ${hint}, ${hash}, ${acts}, now() + make_interval(days => ${days}), now(), now())
          returning id::text`,
    )
    return { id: made?.id ?? '', key, hint }
  },
})

/** Revokes one of the person's keys. */
export const revokeKey = defineAction({
  name: 'access-keys.revoke',
  label: { ru: 'Отозван ключ доступа', en: 'Revoked an access key' },
  input: z.object({ id: z.uuid() }),
  may: customers,
  lock: { entity: 'access-keys', id: ({ id }) => id, as: 'read' },
  run: async ({ req, input: { id } }) => {
    await execute(
      req,
      sql`update access_keys set ended_at = now(), updated_at = now() where id = ${id} and ended_at is null`,
    )
    return {}
  },
})
