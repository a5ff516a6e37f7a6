import type { PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { voidInvitations } from '@/src/mechanisms/sessions/tokens'

/**
 * Closes a person's membership of a company, or takes back an invitation that waits, unless a condition keeps it.
 * Gives whether there was anything to close.
 */
export async function closeMembership(
  req: PayloadRequest,
  { user, company, by, unless }: { user: string; company: string; by: 'erp' | 'portal'; unless: SQL },
): Promise<boolean> {
  const [closed] = await query<{ id: string }>(
    req,
    sql`update memberships set active = false, closed_by = ${by}, updated_at = now(),
          state = case when state = 'invited' then 'withdrawn' else 'closed' end::enum_memberships_state
        where user_id = ${user} and company_id = ${company} and state in ('active', 'invited') and not ${unless}
        returning id::text`,
  )
  if (closed) await voidInvitations(req, closed.id)
  return closed !== undefined
}
