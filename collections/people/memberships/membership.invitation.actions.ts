import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isPlainWords } from '@/src/lib/plainWords'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query, execute } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import { checkPassword, hashPassword } from '@/src/mechanisms/sessions/passwords'
import { signInByLink, type SignedIn } from '@/src/mechanisms/sessions/signIn'
import { admitRecipient } from '@/src/mechanisms/sessions/strangers'
import { peekToken, spendToken } from '@/src/mechanisms/sessions/tokens'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { customers, everyoneInCabinet, staffWhoSell } from '@/src/mechanisms/access/roles'
import { emailInput, nameInput, phoneOrNothing } from '../users/user.registration.actions'
import { companyBook } from './companyBook'
import { sendInvitation } from './sendInvitation'
import { mayHandle, mayManage } from './mayManage'
import './membership.errors'

/** An office is invited in an hour; a list of strangers is not. */
const BY_ONE = { limit: 60, windowSeconds: 60 * 60 }

/**
 * Invites somebody to work in a company. The one who invites is told the same whether the address has
 * an account or not, and learns nothing of it: access opens when the link of the letter is followed.
 * Inviting again sends a new link.
 */
export const inviteAction = defineAction({
  name: 'memberships.invite',
  label: { ru: 'Отправлено приглашение в кабинет', en: 'Invited a person' },
  input: z.object({
    company: z.uuid(),
    email: emailInput,
    name: nameInput,
    phone: phoneOrNothing.optional(),
    position: z.string().trim().max(160).refine(isPlainWords, 'name.wrong').optional(),
    portalRole: z.uuid(),
  }),
  may: [...staffWhoSell, ...customers, 'erp'],
  run: async ({ req, actor, input }): Promise<{ membership: string }> => {
    await mayManage(req, actor, input.company)
    await mayHandle(req, actor, input.company, input.portalRole)
    if (actor.id && actor.role !== 'erp')
      await throttle(req.payload, throttleKey('invite', String(actor.collection), actor.id), BY_ONE)
    await admitRecipient(req, input.email)
    const user = await findOrPrepare(req, input)
    const [membership] = await query<{ id: string }>(
      req,
      sql`insert into memberships as m (user_id, company_id, portal_role_id, position, state, active, created_at, updated_at)
          values (${user}, ${input.company}, ${input.portalRole}, ${input.position ?? null}, 'invited', false, now(), now())
          on conflict (user_id, company_id) do update
            set state = case when m.active then m.state else 'invited' end, portal_role_id = excluded.portal_role_id,
                position = coalesce(excluded.position, m.position), updated_at = now()
            -- What 1C opened for somebody who has not come yet may be written to again.
            where not coalesce(m.active, false) or exists (select 1 from users u where u.id = m.user_id and (u.hash is null or not coalesce(u._verified, false)))
          returning id::text`,
    )
    if (!membership) throw new AppError('membership.exists', {}, { status: 409, field: 'email' })
    await companyBook().link(
      req,
      actor,
      { company: input.company, user },
      { ...input, phone: input.phone ?? null, position: input.position ?? null },
    )
    await sendInvitation(req, actor, { membership: membership.id, user, company: input.company })
    await recordEvent(req, {
      type: 'memberships.invited',
      entity: 'memberships',
      entityId: membership.id,
      company: input.company,
      actor,
      data: { name: input.name },
    })
    return { membership: membership.id }
  },
})

/** The account of the address, made without a password and unconfirmed when there is none. */
async function findOrPrepare(
  req: PayloadRequest,
  input: { email: string; name: string; phone?: string | null; company: string },
): Promise<string> {
  await execute(
    req,
    sql`insert into users (name, phone, email, locale, kind, timezone, mail_notifications, active, _verified, company_id, created_at, updated_at)
        values (${input.name}, ${input.phone ?? null}, ${input.email}, 'ru', 'client', 'Europe/Moscow', true, true, false, ${input.company}, now(), now())
        on conflict (email) do nothing`,
  )
  const [user] = await selectFrom(req, 'users', ['id'], sql`where email = ${input.email}`)
  if (!user) throw new Error('The invited account was not written')
  return user.id
}

export type Invitation = { email: string; company: string; name: string; needsPassword: boolean }

/** What a link invites to, for its page; null when the link is dead. */
export async function invitationOf(req: PayloadRequest, token: string): Promise<Invitation | null> {
  const open = await peekToken(req, 'invite', token)
  if (!open) return null
  const [row] = await query<Invitation>(
    req,
    sql`select u.email, ${companyBook().nameOf('m')} as company, u.name, (u.hash is null or not coalesce(u._verified, false)) as "needsPassword"
        from memberships m join users u on u.id = ${open.person}
        where m.id = ${open.about}::uuid and coalesce(u.active, false)`,
  )
  return row ?? null
}

/**
 * Accepts an invitation by its link and signs the person in. Somebody new gives a name and a password.
 * @throws AppError `link.dead` 410, `password.*` 422, `rate.limited` 429.
 */
export async function acceptInvitation(
  req: PayloadRequest,
  input: { token: string; name?: string; password?: string },
): Promise<SignedIn> {
  await admitAddress(req, 'invite')
  const invitation = await invitationOf(req, input.token)
  if (!invitation) throw new AppError('link.dead', {}, { status: 410 })
  if (!invitation.needsPassword) return runAction(acceptAction, { req, input: { token: input.token } })
  const password = input.password ?? ''
  checkPassword(password, [invitation.email, input.name])
  return runAction(acceptAction, {
    req,
    input: { token: input.token, name: input.name || undefined, ...(await hashPassword(password)) },
  })
}

export const acceptAction = defineAction({
  name: 'memberships.accept',
  label: { ru: 'Принято приглашение', en: 'Accepted an invitation' },
  input: z.object({
    token: z.string().max(200),
    name: nameInput.optional(),
    hash: z.string().optional(),
    salt: z.string().optional(),
  }),
  may: [...everyoneInCabinet, 'anonymous'],
  remote: false,
  run: async ({ req, input }) => {
    const spent = await spendToken(req, 'invite', input.token)
    const [membership] = spent
      ? await query<{ id: string; company: string }>(
          req,
          sql`update memberships set state = 'active', active = true, updated_at = now()
              where id = ${spent.about}::uuid and user_id = ${spent.person} and state in ('invited', 'active')
              returning id::text, company_id::text as company`,
        )
      : []
    if (!spent || !membership) throw new AppError('link.dead', {}, { status: 410 })
    const [person] = await query<{ id: string; name: string; email: string; role: string; active: boolean }>(
      req,
      // A password comes with the link only to an account that is nobody's yet. One that was registered
      // and never confirmed is not theirs either: whoever registered it may not be who reads the mail.
      sql`update users set _verified = true, company_id = coalesce(company_id, ${membership.company}), updated_at = now(),
            name = case when hash is null or not coalesce(_verified, false) then coalesce(${input.name ?? null}, name) else name end,
            salt = case when hash is null or not coalesce(_verified, false) then ${input.salt ?? null} else salt end,
            hash = case when hash is null or not coalesce(_verified, false) then ${input.hash ?? null} else hash end
          where id = ${spent.person} returning id::text, name, email, kind::text as role, coalesce(active, false) as active`,
    )
    if (!person?.active) throw new AppError('link.dead', {}, { status: 410 })
    await recordEvent(req, {
      type: 'memberships.accepted',
      entity: 'memberships',
      entityId: membership.id,
      company: membership.company,
      data: { name: person.name },
    })
    return signInByLink(req, 'users', person)
  },
})
