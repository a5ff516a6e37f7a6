import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { dayInZone } from '@/src/lib/dates'
import { system } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'

const ZONE = 'Europe/Moscow'

/** Reminds of payments that come due; a day that was missed is made good, and nobody hears twice. */
export const remindJob = defineJob<Record<string, never>>({
  name: 'schedules.remind',
  label: { ru: 'Напомнить о платежах', en: 'Remind of payments' },
  lane: 'default',
  schedule: '0 6 * * *',
  handler: async (_data, { req }) => {
    await remindOfPayments(req, new Date())
  },
})

type Due = { contract: string; company: string; number: string; currency: string; due: string; rest: string }

/** Records `schedule.due` for each contract and day not told of yet; gives how many. */
export async function remindOfPayments(req: PayloadRequest, now: Date): Promise<number> {
  const today = dayInZone(now, ZONE)
  const { remindDays } = await portalSettingsOf(req)
  return inTransaction(req, async () => {
    // Two workers of one minute must not both see that nothing was told.
    await query(req, sql`select pg_advisory_xact_lock(hashtextextended('schedules.remind', 0))`)
    const rows = await query<Due>(
      req,
      sql`select c.id::text as contract, c.company_id::text as company, c.number, l.currency, to_char(l.due_date at time zone 'UTC', 'YYYY-MM-DD') as due,
                 sum(l.amount - coalesce(l.paid, 0))::bigint::text as rest
          from schedule_lines l join contracts c on c.id = l.contract_id
          where (l.due_date at time zone 'UTC')::date between ${today}::date and ${today}::date + ${remindDays}::int and l.amount > coalesce(l.paid, 0)
            and c.status in ('active', 'suspended')
            and not exists (select 1 from events e where e.type = 'schedule.due' and e.entity_id = c.id::text
                            and coalesce(e.data#>>'{due,date}', e.data->>'due') = to_char(l.due_date at time zone 'UTC', 'YYYY-MM-DD'))
          group by c.id, c.company_id, c.number, l.currency, 5 order by 5`,
    )
    for (const row of rows) {
      const days = Math.round((Date.parse(row.due) - Date.parse(today)) / 86_400_000)
      await recordEvent(req, {
        type: 'schedule.due',
        entity: 'contracts',
        entityId: row.contract,
        company: row.company,
        actor: system,
        data: {
          days,
          number: row.number,
          due: { date: row.due },
          sum: { amount: Number(row.rest), currency: row.currency },
        },
      })
    }
    return rows.length
  })
}
