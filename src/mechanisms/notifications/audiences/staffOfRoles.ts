import { sql } from '@payloadcms/db-postgres/drizzle'
import type { StaffRole } from '../../access/roles'
import { list, query } from '../../database/query'
import { defineAudience } from '../defineAudience'
import type { Recipient } from '../recipient'

/** Everyone of the staff who has one of the roles. */
export const staffOfRoles = defineAudience<readonly StaffRole[]>({
  key: 'staffOfRoles',
  resolve: (runner, _event, roles) =>
    query<Recipient>(
      runner,
      sql`select 'staff' as collection, id::text as id, name, email, coalesce(locale::text, 'ru') as locale
          from staff where active and role::text = any(${list(roles)})`,
    ),
})
