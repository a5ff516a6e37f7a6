import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { everLinked, voidInvitations } from '@/src/mechanisms/sessions/tokens'
import { customers, staffWhoSell } from '@/src/mechanisms/access/roles'
import { companyBook } from './companyBook'
import { mayHandle, mayManage } from './mayManage'
import { isUnanswered, type MembershipState } from './membershipState'
import './membership.errors'

type Invited = { id: string; company: string; user: string; portalRole: string; name: string; state: MembershipState }

/**
 * Takes an invitation back before it is accepted: its link is dead, the person is no member, and an account that was
 * made for it alone goes. Whoever may invite may take back.
 * @throws AppError `record.notFound` 404, `membership.accepted` 409
 */
export const withdrawAction = defineAction({
  name: 'memberships.withdraw',
  label: { ru: 'Отозвано приглашение в кабинет', en: 'Withdrew an invitation' },
  input: z.object({ id: z.uuid() }),
  may: [...staffWhoSell, ...customers],
  about: { entity: 'memberships', ids: ({ id }) => [id] },
  run: async ({ req, actor, input }) => {
    const [row] = await query<Invited>(
      req,
      sql`select m.id::text, m.company_id::text as company, m.user_id::text as user, m.portal_role_id::text as "portalRole", u.name,
                 m.state::text as state
          from memberships m join users u on u.id = m.user_id where m.id = ${input.id} for update of m`,
    )
    if (!row) throw new AppError('record.notFound', {}, { status: 404 })
    await mayManage(req, actor, row.company)
    await mayHandle(req, actor, row.company, row.portalRole)
    if (!isUnanswered(row.state)) throw new AppError('membership.accepted', {}, { status: 409 })
    await voidInvitations(req, row.id)
    await companyBook().unlink(req, row)
    await execute(req, sql`delete from memberships where id = ${row.id}`)
    await execute(
      req,
      sql`delete from users u where u.id = ${row.user} and u.hash is null and not coalesce(u._verified, false)
            and not exists (select 1 from memberships m where m.user_id = u.id) and not ${everLinked('users', 'u')}`,
    )
    await recordEvent(req, {
      type: 'memberships.withdrawn',
      entity: 'memberships',
      entityId: row.id,
      company: row.company,
      internal: true,
      data: { name: row.name },
    })
  },
})
