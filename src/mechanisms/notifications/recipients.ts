import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Locale } from '@/src/lib/i18n'
import { idIs } from '../database/ids'
import { query, type Runner } from '../database/query'
import type { Audience, NotifiedEvent } from './defineNotification'

export type Recipient = {
  collection: 'users' | 'staff'
  id: string
  name: string
  email: string
  locale: Locale
}

/** Resolves an audience now: whoever lost access before the letter left does not get it. */
export async function recipientsOf(runner: Runner, audience: Audience, event: NotifiedEvent): Promise<Recipient[]> {
  if ('company' in audience) return companyPeople(runner, event.company, audience.needs)
  if ('manager' in audience) return managers(runner, event.company)
  if ('staff' in audience) return staffWith(runner, audience.staff)
  const person = audience.person(event)
  return person ? onePerson(runner, person) : []
}

async function companyPeople(runner: Runner, company: string | null, needs?: string): Promise<Recipient[]> {
  if (!company) return []
  return query<Recipient>(
    runner,
    sql`select distinct 'users' as collection, u.id::text as id, u.name, u.email, coalesce(u.locale::text, 'ru') as locale
        from memberships m join users u on u.id = m.user_id and u.active
        where m.company_id = ${company} and m.active
          and (${needs ?? null}::text is null or exists (
            select 1 from portal_roles_capabilities c where c.parent_id = m.portal_role_id and c.value::text = ${needs ?? null}))`,
  )
}

async function managers(runner: Runner, company: string | null): Promise<Recipient[]> {
  if (!company) return []
  return query<Recipient>(
    runner,
    sql`select 'staff' as collection, s.id::text as id, s.name, s.email, coalesce(s.locale::text, 'ru') as locale
        from companies c join staff s on s.id = c.manager_id and s.active where c.id = ${company}`,
  )
}

async function staffWith(runner: Runner, roles: readonly string[]): Promise<Recipient[]> {
  return query<Recipient>(
    runner,
    sql`select 'staff' as collection, id::text as id, name, email, coalesce(locale::text, 'ru') as locale
        from staff where active and role::text in (${sql.join(roles.map((role) => sql`${role}`), sql`, `)})`,
  )
}

async function onePerson(runner: Runner, person: { collection: 'users' | 'staff'; id: string }): Promise<Recipient[]> {
  const table = sql.raw(person.collection)
  return query<Recipient>(
    runner,
    sql`select ${person.collection} as collection, id::text as id, name, email, coalesce(locale::text, 'ru') as locale
        from ${table} where ${idIs(sql`id`, person.id)} and active`,
  )
}
