import type { PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { system } from '@/src/mechanisms/access/actor'
import { defineAuditAction } from '@/src/mechanisms/audit/defineAuditAction'
import { writeAudit } from '@/src/mechanisms/audit/writeAudit'
import { isNeededNowhere } from '@/src/mechanisms/database/neededBy'
import { execute, list } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { hasRegistered } from '@/src/mechanisms/sessions/registrations'
import { dropLinks, openLinkExists } from '@/src/mechanisms/sessions/tokens'

/** Rows that keep no person whom nobody has ever been. */
const GO_WITH_A_PERSON = ['memberships', 'login_sessions', 'notifications']

const sweptUser = defineAuditAction({
  name: 'users.sweep',
  label: { ru: 'Убрана неподтверждённая регистрация', en: 'Swept an unconfirmed registration' },
})

/**
 * People who registered so many days ago, never confirmed it, and whom nothing keeps; locked, the oldest first. `unless`
 * says what keeps more of them; they bear the alias `row`.
 */
export async function unconfirmedPeople(
  req: PayloadRequest,
  { days, limit, unless }: { days: number; limit: number; unless: (row: string) => SQL },
): Promise<string[]> {
  const isUnused = await isNeededNowhere(req, 'users', { id: sql`u.id`, except: GO_WITH_A_PERSON })
  const rows = await selectFrom(
    req,
    'users u',
    ['id'],
    sql`where not coalesce(u._verified, false) and u.last_login_at is null
          and (u.hash is not null or ${hasRegistered('u')})
          and u.created_at < now() - make_interval(days => ${days})
          and not ${openLinkExists('users', 'u')}
          and ${isUnused}
          and not ${unless('u')}
        order by u.created_at limit ${limit} for update skip locked`,
  )
  return rows.map(({ id }) => id)
}

/** Deletes people whom nothing keeps, with their memberships and links. */
export async function forgetPeople(req: PayloadRequest, people: readonly string[]): Promise<void> {
  const ids = sql`any(${list(people, 'uuid')})`
  await execute(req, sql`delete from memberships where user_id = ${ids}`)
  await dropLinks(req, 'users', people)
  await execute(req, sql`delete from users where id = ${ids}`)
  for (const id of people)
    await writeAudit(req, { action: sweptUser, actor: system, entity: 'users', entityId: id, note: 'unconfirmed' })
}
