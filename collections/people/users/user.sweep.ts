import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { writeAudit } from '@/src/mechanisms/audit/writeAudit'
import { system } from '@/src/mechanisms/access/actor'
import { isNeededNowhere } from '@/src/mechanisms/database/neededBy'
import { execute, query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'

/** Whole days after which a registration that nobody confirmed is forgotten; its link works for three. */
export const UNCONFIRMED_DAYS = 30

/**
 * Forgets registrations that were never confirmed, with the `new` companies that earlier ones made. Kept is everything
 * that somebody did anything with: a confirmed person, a company with an order, a cart, another person, a row
 * from 1C, a paper or a message, a state that is not `new` any more. Runs at night; safe to run twice.
 */
export const sweepRegistrationsJob = defineJob<Record<string, never>>({
  name: 'people.sweepRegistrations',
  label: { ru: 'Убрать неподтверждённые регистрации', en: 'Sweep unconfirmed registrations' },
  lane: 'default',
  schedule: '41 3 * * *',
  handler: async (_data, { req }) => {
    await sweepRegistrations(req)
    // What was said of somebody who is kept for another reason.
    await execute(req, sql`delete from person_registrations where created_at < now() - make_interval(days => ${UNCONFIRMED_DAYS + 1})`)
  },
})

const BATCH = 500

/** Gives how many people and companies were forgotten. */
export async function sweepRegistrations(req: PayloadRequest): Promise<{ people: number; companies: number }> {
  const swept = { people: 0, companies: 0 }
  for (;;) {
    const { people, companies } = await inTransaction(req, () => sweepSome(req))
    swept.people += people
    swept.companies += companies
    if (people < BATCH) return swept
  }
}

/** Rows that keep no person whom nobody has ever been. */
const GO_WITH_A_PERSON = ['memberships', 'login_sessions', 'notifications']
/** Rows that keep no company with which nobody has done anything. */
const GO_WITH_A_COMPANY = ['memberships', 'users', 'events', 'notifications']

async function sweepSome(req: PayloadRequest): Promise<{ people: number; companies: number }> {
  const personIsUnused = await isNeededNowhere(req, 'users', { id: sql`u.id`, except: GO_WITH_A_PERSON })
  const companyIsUnused = await isNeededNowhere(req, 'companies', { id: sql`c.id`, except: GO_WITH_A_COMPANY })
  const people = await query<{ id: string }>(
    req,
    // An invitation or an access from 1C makes accounts that nobody registered: those are not meant.
    sql`select u.id::text from users u
        where not coalesce(u._verified, false) and u.last_login_at is null
          and (u.hash is not null or exists (select 1 from person_registrations r where r.person = u.id))
          and u.created_at < now() - make_interval(days => ${UNCONFIRMED_DAYS})
          and not exists (select 1 from person_tokens t where t.collection = 'users' and t.person = u.id and t.used_at is null and t.expires_at > now())
          and ${personIsUnused}
          and not exists (select 1 from memberships m join companies c on c.id = m.company_id where m.user_id = u.id
            and (c.status <> 'new' or exists (select 1 from orders o where o.company_id = c.id)))
        order by u.created_at limit ${BATCH} for update skip locked`,
  )
  if (people.length === 0) return { people: 0, companies: 0 }
  const ids = sql`any(${sql.param(people.map(({ id }) => id))}::uuid[])`
  const companies = await query<{ id: string; name: string }>(
    req,
    sql`select c.id::text, c.name from companies c
        where c.status = 'new' and c.external_id is null and exists (select 1 from memberships m where m.company_id = c.id and m.user_id = ${ids})
          and not exists (select 1 from memberships m where m.company_id = c.id and not m.user_id = ${ids})
          and ${companyIsUnused}
        for update`,
  )
  const own = sql`any(${sql.param(companies.map(({ id }) => id))}::uuid[])`
  await query(req, sql`delete from memberships where user_id = ${ids}`)
  await query(req, sql`delete from person_tokens where collection = 'users' and person = ${ids}`)
  await query(req, sql`delete from users where id = ${ids}`)
  await query(req, sql`delete from companies where id = ${own}`)
  for (const { id } of people) await writeAudit(req, { action: 'users.sweep', actor: system, entity: 'users', entityId: id, note: 'unconfirmed' })
  for (const { id } of companies) await writeAudit(req, { action: 'companies.sweep', actor: system, entity: 'companies', entityId: id, note: 'unconfirmed' })
  return { people: people.length, companies: companies.length }
}
