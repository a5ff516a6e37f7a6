import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** A condition: another contact of the company gives the same person access. */
export const givenByAnother = ({ user, company, than }: { user: string; company: string; than: string }): SQL =>
  sql`exists (select 1 from contacts c where c.company_id = ${company} and c.user_id = ${user} and c.portal_access and c.id <> ${than})`
