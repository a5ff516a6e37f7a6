import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { sendInvitation } from '@/src/mechanisms/memberships/sendInvitation'
import { closeMembership } from '@/src/mechanisms/memberships/close'
import { isUnanswered, type MembershipState } from '@/src/mechanisms/memberships/state'
import { AppError } from '@/src/lib/errors'
import { isReachable } from '@/src/mechanisms/access/reachable'
import { defineAction, type ActionContext, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import type { EventType } from '@/src/mechanisms/events/defineEvents'
import type { RowOf } from '@/src/mechanisms/database/tableOf'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { admitRecipient } from '@/src/mechanisms/sessions/strangers'
import { endSessions } from '@/src/mechanisms/sessions/sessions'
import { staffWhoSell } from '@/src/mechanisms/access/roles'
import './contact.messages'

/** How long the link of an invitation works; afterwards «Забыли пароль?» does the same. */
const INVITE_SECONDS = 7 * 24 * 60 * 60

const input = z.object({ contact: z.uuid() })

/**
 * `closed`: a person of the portal closed the login or this membership, and the caller may not open it again;
 * `invited`: the person is somebody else's, or has not accepted yet, and is asked by a letter.
 */
export type PortalAccessResult = { user: string | null; access: 'granted' | 'kept' | 'invited' | 'revoked' | 'none' | 'closed'; invited: boolean }

/**
 * Makes the login and the membership follow the contact: the flag «Доступ в личный кабинет» on
 * creates or wakes both, off (or a contact without an address) closes the membership at once. A
 * login is one e-mail address: contacts of several companies with one address share it. The last
 * membership gone ends the login's sessions; a new login gets a letter with a link to set a password.
 * What a person closed in the portal, 1C does not open: the answer is `closed`, and nothing changes.
 * The right to a contact is none to the login of its address: an employee who does not answer for that person
 * changes nothing of the login and does not open it; an open one is invited. Nor does anybody's flag, 1C's
 * included, take the place of the answer to an invitation.
 * @throws AppError `contact.roleNeeded` 422, `contact.emailNeeded` 422, `contact.loginClosed` 409
 */
export const applyPortalAccess: ActionDeclaration<typeof input, PortalAccessResult> = defineAction({
  name: 'contacts.applyPortalAccess',
  label: { ru: 'Применён доступ контактного лица', en: 'Applied a contact’s access' },
  input,
  may: [...staffWhoSell, 'erp', 'system'],
  lock: { entity: 'contacts', id: ({ contact }) => contact, as: 'update' },
  run: async (context) => {
    const contact = contactOf(context.row)
    if (!contact.portalAccess) return close(context, contact)
    if (!contact.email) throw new AppError('contact.emailNeeded', {}, { status: 422, field: 'email' })
    if (!contact.role) throw new AppError('contact.roleNeeded', {}, { status: 422, field: 'portalRole' })
    return open(context, { ...contact, email: contact.email, role: contact.role })
  },
})

type Contact = {
  id: string
  company: string
  name: string
  position: string | null
  email: string | null
  phone: string | null
  role: string | null
  user: string | null
  portalAccess: boolean
}

async function open(context: ActionContext<unknown, 'contacts'>, contact: Contact & { email: string; role: string }): Promise<PortalAccessResult> {
  const { req } = context
  if (await isClosedByHand(context, contact)) return { user: contact.user, access: 'closed', invited: false }
  const login = await loginFor(context, contact)
  if (contact.user && contact.user !== login.id) await leave(context, contact, contact.user)
  const membership = await join(req, contact, login)
  await execute(req, sql`update contacts set user_id = ${login.id}, updated_at = now() where id = ${contact.id} and user_id is distinct from ${login.id}::uuid`)
  if ((membership.asks || login.invite) && context.actor.collection === 'staff') await admitRecipient(req, contact.email)
  if (membership.asks || login.invite) await sendInvitation(req, context.actor, { membership: membership.id, user: login.id, company: contact.company }, INVITE_SECONDS)
  if (membership.state === 'invited') return { user: login.id, access: 'invited', invited: membership.asks || login.invite }
  if (!membership.changed && !login.woken) return { user: login.id, access: 'kept', invited: login.invite }
  await announce(context, 'contact.accessGranted', contact, login.id)
  return { user: login.id, access: 'granted', invited: login.invite }
}

type Joined = { id: string; state: string; changed: boolean; asks: boolean }

/** The membership of the login: open, or waiting for the person's own word where only they can give it. */
async function join(req: PayloadRequest, contact: Contact & { role: string }, login: Login): Promise<Joined> {
  const [before] = await query<{ id: string; state: MembershipState }>(
    req,
    sql`select id::text, state::text as state from memberships where user_id = ${login.id} and company_id = ${contact.company} for update`,
  )
  const accepted = before ? !isUnanswered(before.state) : login.theirs
  const state = accepted ? 'active' : 'invited'
  const [after] = await query<{ id: string }>(
    req,
    sql`insert into memberships (user_id, company_id, portal_role_id, position, state, active, created_at, updated_at)
        values (${login.id}, ${contact.company}, ${contact.role}, ${contact.position}, ${state}::enum_memberships_state, ${accepted}, now(), now())
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

/** The login of the address, or its membership here, closed by a person. Staff who ask now open it; 1C does not. */
async function isClosedByHand({ req, actor }: ActionContext<unknown, 'contacts'>, contact: Contact & { email: string }): Promise<boolean> {
  if (actor.role !== 'erp') return false
  const rows = await query(
    req,
    sql`select 1 from users u left join memberships m on m.user_id = u.id and m.company_id = ${contact.company}
        where lower(u.email) = ${contact.email.toLowerCase()}
          and ((not coalesce(u.active, false) and u.closed_by is distinct from 'erp') or (not coalesce(m.active, true) and m.closed_by = 'portal'))`,
  )
  return rows.length > 0
}

async function close(context: ActionContext<unknown, 'contacts'>, contact: Contact): Promise<PortalAccessResult> {
  if (!contact.user) return { user: null, access: 'none', invited: false }
  const left = await leave(context, contact, contact.user)
  return { user: contact.user, access: left ? 'revoked' : 'none', invited: false }
}

/** Closes the membership, or takes its invitation back, unless another contact of the company with the same login keeps it open. */
async function leave(context: ActionContext<unknown, 'contacts'>, contact: Contact, user: string): Promise<boolean> {
  const { req, actor } = context
  const by = actor.role === 'erp' ? 'erp' : 'portal'
  const closed = await closeMembership(req, { user, company: contact.company, by, contact: contact.id })
  if (!closed) return false
  // The login itself is another row: it is put to sleep by those who may write it.
  if (await isReachable(req, actor, { entity: 'users', id: user, operation: 'update' })) {
    const asleep = await execute(
      req,
      sql`update users set active = false, closed_by = ${by}, updated_at = now() where id = ${user} and active and kind <> 'employee'
          and not exists (select 1 from memberships m where m.user_id = ${user} and m.state in ('active', 'invited'))`,
    )
    if (asleep > 0) await shut(req, user)
  }
  await announce(context, 'contact.accessRevoked', contact, user)
  return true
}

/** Sessions end at once; a link that is still on its way must not open the door again. */
async function shut(req: PayloadRequest, user: string): Promise<void> {
  await endSessions(req, 'users', user)
  await execute(req, sql`update users set reset_password_token = null, reset_password_expiration = null where id = ${user}`)
  await execute(req, sql`delete from person_tokens where collection = 'users' and person = ${user} and used_at is null`)
}

/** `theirs`: whoever asks may open a membership for this login without the person's own word. */
type Login = { id: string; woken: boolean; invite: boolean; theirs: boolean }

/** The login of the address, made or woken; one address at a time, so two batches cannot make two. */
async function loginFor({ req, actor }: ActionContext<unknown, 'contacts'>, contact: Contact & { email: string }): Promise<Login> {
  const email = contact.email.toLowerCase()
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`login:${email}`}, 0))`)
  const [known] = await query<{ id: string; active: boolean; proved: boolean; nobodys: boolean }>(
    req,
    sql`select id::text, coalesce(active, false) as active, coalesce(_verified, false) and hash is not null as proved,
               company_id is null and not coalesce(_verified, false) as nobodys
        from users where lower(email) = ${email} for update`,
  )
  if (known && !known.nobodys && !(await isReachable(req, actor, { entity: 'users', id: known.id, operation: 'update' }))) {
    if (!known.active) throw new AppError('contact.loginClosed', {}, { status: 409, field: 'email' })
    return { id: known.id, woken: false, invite: false, theirs: false }
  }
  if (known) {
    // An address that nobody has proved to be theirs may have been registered by somebody else: its password is void.
    // A person of several companies is renamed by their main one alone.
    await execute(
      req,
      sql`update users set active = true,
            name = case when ${known.proved} and company_id <> ${contact.company} then name else ${contact.name} end,
            phone = case when ${known.proved} and company_id <> ${contact.company} then coalesce(phone, ${contact.phone}) else coalesce(${contact.phone}, phone) end,
            company_id = coalesce(company_id, ${contact.company}), updated_at = now(),
            hash = case when ${known.proved} then hash end, salt = case when ${known.proved} then salt end
          where id = ${known.id}`,
    )
    return { id: known.id, woken: !known.active, invite: !known.proved && !(await invitedAlready(req, known.id)), theirs: true }
  }
  // No password is set: nobody can log in until the person sets one by the link.
  const [made] = await query<{ id: string }>(
    req,
    sql`insert into users (email, name, kind, phone, company_id, active, locale, timezone, mail_notifications, _verified, created_at, updated_at)
        values (${email}, ${contact.name}, 'client', ${contact.phone}, ${contact.company}, true, 'ru', 'Europe/Moscow', true, false, now(), now())
        returning id::text`,
  )
  if (!made) throw new Error('The login was not made')
  return { id: made.id, woken: true, invite: true, theirs: true }
}

/** One letter is enough while its link works. */
async function invitedAlready(req: PayloadRequest, user: string): Promise<boolean> {
  const rows = await query(
    req,
    sql`select 1 from person_tokens where collection = 'users' and person = ${user} and purpose = 'invite' and used_at is null and expires_at > now()`,
  )
  return rows.length > 0
}

async function announce({ req, actor }: ActionContext<unknown, 'contacts'>, type: EventType, contact: Contact, user: string): Promise<void> {
  await recordEvent(req, {
    type,
    entity: 'contacts',
    entityId: contact.id,
    company: contact.company,
    actor,
    data: { name: contact.name, user },
  })
}

/** An empty column says nothing. */
const text = (value: string | null): string | null => value || null

function contactOf(row: RowOf<'contacts'>): Contact {
  return {
    id: row.id,
    company: row.company_id,
    name: row.name,
    position: text(row.position),
    email: text(row.email),
    phone: text(row.phone),
    role: row.portal_role_id,
    user: row.user_id,
    portalAccess: row.portal_access === true,
  }
}
