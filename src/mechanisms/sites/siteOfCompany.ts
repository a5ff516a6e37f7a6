import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** The site of a company as an expression: its id, or null for a company of the default site and for none. */
export const siteOfCompany = (company: string | null): SQL =>
  sql`(select own.site_id from companies own where own.id = ${company}::uuid)`
