import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { forgetPeople, unconfirmedPeople } from '@/collections/people/people.api'
import { defineAuditAction } from '@/src/mechanisms/audit/defineAuditAction'
import { writeAudit } from '@/src/mechanisms/audit/writeAudit'
import { system } from '@/src/mechanisms/access/actor'
import { isNeededNowhere } from '@/src/mechanisms/database/neededBy'
import { execute, list } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { forgetRegistrations } from '@/src/mechanisms/sessions/registrations'
import { orderStats } from './orderStats'

/** Whole days after which a registration that nobody confirmed is forgotten; its link works for three. */
export const UNCONFIRMED_DAYS = 30

const sweptCompany = defineAuditAction({
  name: 'companies.sweep',
  label: { ru: 'Убрана неподтверждённая компания', en: 'Swept an unconfirmed company' },
})

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
    await forgetRegistrations(req, UNCONFIRMED_DAYS + 1)
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

/** Rows that keep no company with which nobody has done anything. */
const GO_WITH_A_COMPANY = ['memberships', 'users', 'events', 'notifications']

async function sweepSome(req: PayloadRequest): Promise<{ people: number; companies: number }> {
  const companyIsUnused = await isNeededNowhere(req, 'companies', { id: sql`c.id`, except: GO_WITH_A_COMPANY })
  const people = await unconfirmedPeople(req, {
    days: UNCONFIRMED_DAYS,
    limit: BATCH,
    unless: (row) =>
      sql`exists (select 1 from memberships m join companies c on c.id = m.company_id where m.user_id = ${sql.raw(`${row}.id`)}
          and (c.status <> 'new' or ${orderStats().hasOrders('c')}))`,
  })
  if (people.length === 0) return { people: 0, companies: 0 }
  const ids = sql`any(${list(people, 'uuid')})`
  const companies = await selectFrom(
    req,
    'companies c',
    ['id', 'name'],
    sql`where c.status = 'new' and c.external_id is null and exists (select 1 from memberships m where m.company_id = c.id and m.user_id = ${ids})
          and not exists (select 1 from memberships m where m.company_id = c.id and not m.user_id = ${ids})
          and ${companyIsUnused}
        for update`,
  )
  await forgetPeople(req, people)
  await execute(
    req,
    sql`delete from companies where id = any(${list(
      companies.map(({ id }) => id),
      'uuid',
    )})`,
  )
  for (const { id } of companies)
    await writeAudit(req, {
      action: sweptCompany,
      actor: system,
      entity: 'companies',
      entityId: id,
      note: 'unconfirmed',
    })
  return { people: people.length, companies: companies.length }
}
