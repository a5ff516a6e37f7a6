import { sql } from '@payloadcms/db-postgres/drizzle'
import { humanDate } from '@/src/lib/dates'
import { defineAsk, type Ask } from '@/src/mechanisms/asks/defineAsk'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { pageOf } from '@/src/mechanisms/records/defineRecord'

const AHEAD_DAYS = 14

/** [CONTR-09] Payments by schedule that are overdue or come within two weeks. */
const payments = defineAsk({
  key: 'contracts.pay',
  entity: 'contracts',
  collect: async (context, limit): Promise<Ask[]> => {
    const rows = await query<{
      id: string
      contract: string
      number: string
      due: string
      left: number
      currency: string
    }>(
      context.req,
      sql`select s.id::text, c.id::text as contract, c.number, to_char(s.due_date at time zone 'UTC', 'YYYY-MM-DD') as due,
                 (s.amount - coalesce(s.paid, 0))::float8 as left, s.currency
          from schedule_lines s join contracts c on c.id = s.contract_id
          where coalesce(s.paid, 0) < s.amount and s.due_date < now() + make_interval(days => ${AHEAD_DAYS}) and c.status in ('active', 'suspended')
            and ${readable(context, 'schedule-lines', 's')} order by s.due_date, s.id limit ${limit}`,
    )
    return rows.map((row) => ({
      key: `schedule:${row.id}`,
      when: row.due,
      title: { ru: 'Внести платёж по договору {number}', en: 'Pay by contract {number}' },
      note: { ru: 'по графику {dueRu}', en: 'scheduled for {dueEn}' },
      params: { number: row.number, dueRu: humanDate(row.due, 'ru'), dueEn: humanDate(row.due, 'en') },
      amount: { amount: row.left, currency: row.currency },
      href: pageOf('contracts', { id: row.contract, number: row.number }),
      button: { ru: 'Открыть график', en: 'Open the schedule' },
    }))
  },
})

/** Contracts and addenda that wait for the client's signature. */
const signing = defineAsk({
  key: 'contracts.sign',
  entity: 'contracts',
  collect: async (context, limit): Promise<Ask[]> => {
    const rows = await selectFrom(
      context.req,
      'contracts c',
      ['id', 'number', 'kind', 'name'],
      sql`where c.status = 'signing' and c.signed_sent_at is null and ${readable(context, 'contracts', 'c')} order by c.date desc, c.id limit ${limit}`,
    )
    return rows.map(({ id, number, kind, name }) => ({
      key: `signing:${id}`,
      when: null,
      title: {
        ru: '{kind, select, addendum {Подписать соглашение {number}} other {Подписать договор {number}}}',
        en: '{kind, select, addendum {Sign addendum {number}} other {Sign contract {number}}}',
      },
      note: name ? { ru: '{name}', en: '{name}' } : null,
      params: { number, kind, name },
      amount: null,
      href: `${pageOf('contracts', { id, number })}#sign`,
      button: { ru: 'Подписать', en: 'Sign' },
    }))
  },
})

export const contractAsks = [payments, signing]
