import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** The ОКЕИ code of a unit that is known by its short name, as 1C or an administrator has told it; null when nobody has. */
export const unitCodeOf = (name: SQL): SQL =>
  sql`(select u.code from units u where u.name = ${name} order by u.code limit 1)`
