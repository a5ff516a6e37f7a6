import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '../database/query'

/**
 * Closes a person's membership of a company, or takes back an invitation that waits, because a contact no longer
 * gives it. Another contact of the company for the same person keeps it. Gives whether there was anything to close.
 */
export async function closeMembership(
  req: PayloadRequest,
  { user, company, by, contact }: { user: string; company: string; by: 'erp' | 'portal'; contact: string },
): Promise<boolean> {
  const [closed] = await query<{ id: string }>(
    req,
    sql`update memberships set active = false, closed_by = ${by}, updated_at = now(),
          state = case when state = 'invited' then 'withdrawn' else 'closed' end::enum_memberships_state
        where user_id = ${user} and company_id = ${company} and state in ('active', 'invited')
          and not exists (select 1 from contacts c where c.company_id = ${company} and c.user_id = ${user} and c.portal_access and c.id <> ${contact})
        returning id::text`,
  )
  if (closed) await execute(req, sql`delete from person_tokens where purpose = 'invite' and about = ${closed.id} and used_at is null`)
  return closed !== undefined
}
