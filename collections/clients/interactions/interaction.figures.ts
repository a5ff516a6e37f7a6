import { sql } from '@payloadcms/db-postgres/drizzle'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { readable } from '@/src/mechanisms/access/context'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import { formatPhone } from '@/src/lib/formatPhone'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'

/** [MGR-01] Reminders of the person: those whose hour has come, and of today. */
export const remindersFigure = defineFigure({
  key: 'reminders',
  kind: 'rows',
  label: { ru: 'Напоминания на сегодня', en: 'Reminders for today' },
  about: {
    ru: 'Что вы обещали клиентам и о чём вас просили коллеги: на сегодня и то, чьё время прошло.',
    en: 'What you have promised to clients and what colleagues have asked of you: for today, and what is overdue.',
  },
  measure: 'count',
  heads: { title: { ru: 'Что сделать', en: 'What to do' }, at: { ru: 'Когда', en: 'When' } },
  top: 7,
  roles: staffWithClients,
  order: 15,
  rows: (context) =>
    // The hour of what is due already is the one at which it fell due: a state takes its deadline along.
    sql`select i.id::text, coalesce(nullif(i.next_step, ''), left(i.body, 300)) as text, c.name as client, k.name as contact, k.phone,
               coalesce(i.remind_at, i.updated_at) as at
        from interactions i join companies c on c.id = i.company_id left join contacts k on k.id = i.contact_id
        where i.assignee_id = ${context.actor.id}::uuid and ${readable(context, 'interactions', 'i')}
          and (i.status = 'due' or (i.status = 'planned' and i.remind_at < ((now() at time zone ${DEFAULT_ZONE})::date + 1)::timestamp at time zone ${DEFAULT_ZONE}))`,
  words: (row) => ({
    title: String(row.text),
    note: [row.client, row.contact, row.phone && formatPhone(String(row.phone))].filter(Boolean).join(', '),
    href: panelPageOf('interactions', row),
  }),
})
