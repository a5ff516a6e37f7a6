import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { defaultLocale, type Locale } from '@/src/lib/i18n'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { companyBook } from './companyBook'

/**
 * The company the person works in now: the one they chose (`cookie`, whatever a browser may say), if
 * they still belong to it, else their main one, else the first. Null when they belong to none.
 */
export function currentCompany(
  actor: Actor,
  cookie: string | null | undefined,
  { main, order }: { main?: string | null; order?: readonly string[] } = {},
): string | null {
  const held = (id: string | null | undefined): id is string => typeof id === 'string' && actor.memberships.has(id)
  if (held(cookie)) return cookie
  if (held(main)) return main
  return order?.find(held) ?? [...actor.memberships.keys()].sort()[0] ?? null
}

/** What a portal role (alias `r`) is called in the reader's language, as far as it is known in it. */
const roleName = (locale: Locale): SQL => (locale === 'en' ? sql`coalesce(nullif(r.name_en, ''), r.name)` : sql`r.name`)

/** A person of a company as their colleagues with `company.manage` and its manager see them. */
export type Colleague = {
  /** Id of the membership. */
  id: string
  user: string
  name: string
  email: string
  phone: string | null
  position: string | null
  portalRole: { id: string; name: string }
  active: boolean
  /** Invited and not yet come. */
  pending: boolean
  lastLoginAt: string | null
  self: boolean
}

/** People of a company, by name; empty for whoever may not manage them. */
export async function colleaguesOf(
  runner: Runner,
  actor: Actor,
  company: string,
  locale: Locale = defaultLocale,
): Promise<Colleague[]> {
  const rows = await query<Omit<Colleague, 'portalRole'> & { roleId: string; roleName: string }>(
    runner,
    sql`select * from (
        select m.id::text, u.id::text as user, coalesce(m.active, false) as active,
               (m.state = 'invited' or (m.active and not proved)) as pending,
               -- Of whoever has not accepted, or has left, a company knows what its own book says.
               case when m.active and proved then u.name else coalesce(c.name, case when m.state in ('active', 'closed') then u.name end, u.email) end as name,
               case when m.active and proved then u.email else coalesce(c.email, u.email) end as email,
               case when m.active and proved then u.phone else c.phone end as phone,
               coalesce(m.position, c.position) as position,
               r.id::text as "roleId", ${roleName(locale)} as "roleName",
               case when m.active then u.last_login_at end as "lastLoginAt", u.id::text = ${actor.id ?? ''} as self
        from memberships m join users u on u.id = m.user_id join portal_roles r on r.id = m.portal_role_id
        left join lateral (select * from (${companyBook().entryOf('m')}) entry) c on true
        cross join lateral (select coalesce(u._verified, false) and u.hash is not null as proved) account
        where ${idIs(sql`m.company_id`, company)} and ${accessOf('memberships').sql(actor, 'read', 'm')}
          and (${actor.collection !== 'users'} or ${actor.memberships.get(company)?.has('company.manage') ?? false})
        ) colleagues order by name collate "ru-x-icu", id`,
  )
  return rows.map(({ roleId, roleName, lastLoginAt, ...row }) => ({
    ...row,
    portalRole: { id: roleId, name: roleName },
    lastLoginAt: lastLoginAt ? new Date(lastLoginAt).toISOString() : null,
  }))
}

/** Portal roles that the person may give in a company: none with a right they do not hold themselves. */
export function givableRoles(
  runner: Runner,
  actor: Actor,
  company: string,
  locale: Locale = defaultLocale,
): Promise<{ id: string; name: string }[]> {
  const own = [...((actor.granted ?? actor.memberships).get(company) ?? [])]
  return query(
    runner,
    sql`select r.id::text, ${roleName(locale)} as name from portal_roles r
        where ${actor.collection === 'staff'} or not exists (
          select 1 from portal_roles_capabilities c where c.parent_id = r.id and not c.value::text = any(${list(own)}))
        order by r.name collate "ru-x-icu", r.id`,
  )
}
