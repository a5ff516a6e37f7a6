import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { list, query, type Runner } from '@/src/mechanisms/database/query'

export type OwnKey = {
  id: string
  name: string
  hint: string
  company: string
  acts: boolean
  expiresAt: string
  lastUsedAt: string | null
}

/** The person's keys that work, the newest first. */
export async function ownKeys(runner: Runner, actor: Actor): Promise<OwnKey[]> {
  const rows = await query<OwnKey>(
    runner,
    sql`select k.id::text, k.name, k.hint, c.name as company, coalesce(k.acts, false) as acts, k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"
        from access_keys k join companies c on c.id = k.company_id
        where k.user_id = ${actor.id} and k.ended_at is null and k.expires_at > now() and ${accessOf('access-keys').sql(actor, 'read', 'k')}
        order by k.created_at desc, k.id limit 100`,
  )
  return rows.map((row) => ({
    ...row,
    expiresAt: new Date(row.expiresAt).toISOString(),
    lastUsedAt: row.lastUsedAt && new Date(row.lastUsedAt).toISOString(),
  }))
}

/** Companies of the person for which keys are switched on, by name. */
export const companiesWithKeys = (runner: Runner, actor: Actor): Promise<{ id: string; name: string }[]> =>
  query(
    runner,
    sql`select c.id::text, c.name from companies c where c.id = any(${list([...actor.memberships.keys()], 'uuid')}) and c.access_keys
        order by c.name collate "ru-x-icu", c.id`,
  )
