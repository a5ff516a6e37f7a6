import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { voidInvitations } from '@/src/mechanisms/sessions/tokens'
import { customers, staffWhoSell } from '@/src/mechanisms/access/roles'
import { companyBook } from './companyBook'
import { sendInvitation } from './sendInvitation'
import { mayHandle, mayManage } from './mayManage'
import { isUnanswered, type MembershipState } from './membershipState'
import './membership.errors'

const managers = [...staffWhoSell, ...customers] as const

type Row = { id: string; company: string; user: string; portalRole: string; state: MembershipState }

/** Gives a colleague, or a client's person, another of the portal roles. Counts from their next request on. */
export const setRoleAction = defineAction({
  name: 'memberships.setRole',
  label: { ru: 'Изменена роль в кабинете', en: 'Changed a portal role' },
  input: z.object({ id: z.uuid(), portalRole: z.uuid() }),
  may: managers,
  about: { entity: 'memberships', ids: ({ id }) => [id] },
  run: async ({ req, actor, input }) => {
    const row = await lockMembership(req, actor, input.id)
    await mayHandle(req, actor, row.company, input.portalRole)
    await execute(
      req,
      sql`update memberships set portal_role_id = ${input.portalRole}, updated_at = now() where id = ${row.id}`,
    )
    await companyBook().change(req, row, { portalRole: input.portalRole })
    if (row.portalRole !== input.portalRole) await announce(req, 'memberships.roleChanged', row)
  },
})

/**
 * Switches a person's access to a company off or on again. Whoever has not accepted is not let in by it: an
 * invitation that waits is called back, and one that was called back is sent anew.
 */
export const setActiveAction = defineAction({
  name: 'memberships.setActive',
  label: { ru: 'Изменён доступ к компании', en: 'Changed company access' },
  input: z.object({ id: z.uuid(), active: z.boolean() }),
  may: managers,
  about: { entity: 'memberships', ids: ({ id }) => [id] },
  run: async ({ req, actor, input }) => {
    const row = await lockMembership(req, actor, input.id)
    if (input.active && row.state === 'invited') throw new AppError('membership.pending', {}, { status: 409 })
    const state = afterSwitch(row.state, input.active)
    await execute(
      req,
      sql`update memberships set state = ${state}::enum_memberships_state, active = ${state === 'active'}, updated_at = now() where id = ${row.id}`,
    )
    await companyBook().change(req, row, { portalAccess: input.active })
    if (!input.active) await voidInvitations(req, row.id)
    if (state === 'invited')
      return sendInvitation(req, actor, { membership: row.id, user: row.user, company: row.company })
    if (state !== row.state) await announce(req, input.active ? 'memberships.opened' : 'memberships.closed', row)
  },
})

function afterSwitch(before: MembershipState, active: boolean): MembershipState {
  if (isUnanswered(before)) return active ? 'invited' : 'withdrawn'
  return active ? 'active' : 'closed'
}

/** The membership under a lock, for those who may change it: never one's own, nor of somebody mightier. */
async function lockMembership(req: PayloadRequest, actor: Actor, id: string): Promise<Row> {
  const [row] = await query<Row>(
    req,
    sql`select id::text, company_id::text as company, user_id::text as user, portal_role_id::text as "portalRole", state::text as state
        from memberships where id = ${id} for update`,
  )
  if (!row) throw new AppError('record.notFound', {}, { status: 404 })
  await mayManage(req, actor, row.company)
  if (actor.collection === 'users' && actor.id === row.user) throw new AppError('membership.self', {}, { status: 409 })
  await mayHandle(req, actor, row.company, row.portalRole)
  return row
}

type Changed = 'memberships.opened' | 'memberships.closed' | 'memberships.roleChanged'

function announce(req: PayloadRequest, type: Changed, row: Row): Promise<string> {
  return recordEvent(req, {
    type,
    entity: 'memberships',
    entityId: row.id,
    company: row.company,
    data: { user: row.user },
  })
}
