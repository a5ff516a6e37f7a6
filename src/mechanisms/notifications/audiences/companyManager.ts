import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '../../database/query'
import { defineAudience } from '../defineAudience'
import type { Recipient } from '../recipient'

/** The employee who answers for the event's company. */
export const companyManager = defineAudience({
  key: 'companyManager',
  resolve: async (runner, { company }) =>
    company
      ? query<Recipient>(
          runner,
          sql`select 'staff' as collection, s.id::text as id, s.name, s.email, coalesce(s.locale::text, 'ru') as locale
              from companies c join staff s on s.id = c.manager_id and s.active where c.id = ${company}`,
        )
      : [],
})
