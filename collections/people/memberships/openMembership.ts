import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { isUnanswered, type MembershipState } from './membershipState'

export type Opened = { id: string; state: MembershipState; changed: boolean; asks: boolean }

/**
 * The membership of a login, made or changed: open, or waiting for the person's own word where only they can give it.
 * `theirs`: whoever asks may open it without that word. `asks`: the person has to be asked now.
 */
export async function openMembership(
  req: PayloadRequest,
  to: { user: string; company: string; role: string; position: string | null; theirs: boolean },
): Promise<Opened> {
  const [before] = await query<{ id: string; state: MembershipState }>(
    req,
    sql`select id::text, state::text as state from memberships where user_id = ${to.user} and company_id = ${to.company} for update`,
  )
  const accepted = before ? !isUnanswered(before.state) : to.theirs
  const state = accepted ? 'active' : 'invited'
  const [after] = await query<{ id: string }>(
    req,
    sql`insert into memberships (user_id, company_id, portal_role_id, position, state, active, created_at, updated_at)
        values (${to.user}, ${to.company}, ${to.role}, ${to.position}, ${state}::enum_memberships_state, ${accepted}, now(), now())
        on conflict (user_id, company_id) do update
          set portal_role_id = excluded.portal_role_id, position = excluded.position, state = excluded.state, active = excluded.active, updated_at = now()
          where (memberships.portal_role_id, memberships.position, memberships.state)
            is distinct from (excluded.portal_role_id, excluded.position, excluded.state)
        returning id::text`,
  )
  const id = after?.id ?? before?.id
  if (!id) throw new Error('The membership was not written')
  return { id, state, changed: after !== undefined, asks: state === 'invited' && before?.state !== 'invited' }
}
