import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '../../database/query'
import { defineAudience } from '../defineAudience'
import type { Recipient } from '../recipient'

/** People of the event's company; with `needs`, those of them who hold the capability there. */
export const companyPeople = defineAudience<{ needs?: string }>({
  key: 'companyPeople',
  resolve: async (runner, { company }, { needs = null }) =>
    company
      ? query<Recipient>(
          runner,
          sql`select distinct 'users' as collection, u.id::text as id, u.name, u.email, coalesce(u.locale::text, 'ru') as locale
              from memberships m join users u on u.id = m.user_id and u.active
              where m.company_id = ${company} and m.active
                and (${needs}::text is null or exists (
                  select 1 from portal_roles_capabilities c where c.parent_id = m.portal_role_id and c.value::text = ${needs}))`,
        )
      : [],
})
