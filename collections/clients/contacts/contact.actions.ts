import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import {
  closeLogin,
  closeMembership,
  isClosedByHand,
  loginFor,
  openMembership,
  sendInvitation,
} from '@/collections/people/people.api'
import { AppError } from '@/src/lib/errors'
import { defineAction, type ActionContext, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import type { RowOf } from '@/src/mechanisms/database/tableOf'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { admitRecipient } from '@/src/mechanisms/sessions/strangers'
import { staffWhoSell } from '@/src/mechanisms/access/roles'
import { givenByAnother } from './contact.rules'
import './contact.errors'

/** How long the link of an invitation works; afterwards «Забыли пароль?» does the same. */
const INVITE_SECONDS = 7 * 24 * 60 * 60

const input = z.object({ contact: z.uuid() })

/**
 * `closed`: a person of the portal closed the login or this membership, and the caller may not open it again;
 * `invited`: the person is somebody else's, or has not accepted yet, and is asked by a letter.
 */
export type PortalAccessResult = {
  user: string | null
  access: 'granted' | 'kept' | 'invited' | 'revoked' | 'none' | 'closed'
  invited: boolean
}

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

async function open(
  context: ActionContext<unknown, 'contacts'>,
  contact: Contact & { email: string; role: string },
): Promise<PortalAccessResult> {
  const { req } = context
  if (await isClosedTo(context, contact)) return { user: contact.user, access: 'closed', invited: false }
  const login = await loginFor(req, context.actor, contact)
  if (!login) throw new AppError('contact.loginClosed', {}, { status: 409, field: 'email' })
  if (contact.user && contact.user !== login.id) await leave(context, contact, contact.user)
  const membership = await openMembership(req, { ...contact, user: login.id, theirs: login.theirs })
  await execute(
    req,
    sql`update contacts set user_id = ${login.id}, updated_at = now() where id = ${contact.id} and user_id is distinct from ${login.id}::uuid`,
  )
  if ((membership.asks || login.invite) && context.actor.collection === 'staff')
    await admitRecipient(req, contact.email)
  if (membership.asks || login.invite)
    await sendInvitation(
      req,
      context.actor,
      { membership: membership.id, user: login.id, company: contact.company },
      INVITE_SECONDS,
    )
  if (membership.state === 'invited')
    return { user: login.id, access: 'invited', invited: membership.asks || login.invite }
  if (!membership.changed && !login.woken) return { user: login.id, access: 'kept', invited: login.invite }
  await announce(context, 'contact.accessGranted', contact, login.id)
  return { user: login.id, access: 'granted', invited: login.invite }
}

/** What a person has closed, staff who ask now open; 1C does not. */
const isClosedTo = async (
  { req, actor }: ActionContext<unknown, 'contacts'>,
  contact: Contact & { email: string },
): Promise<boolean> => actor.role === 'erp' && (await isClosedByHand(req, contact))

async function close(context: ActionContext<unknown, 'contacts'>, contact: Contact): Promise<PortalAccessResult> {
  if (!contact.user) return { user: null, access: 'none', invited: false }
  const left = await leave(context, contact, contact.user)
  return { user: contact.user, access: left ? 'revoked' : 'none', invited: false }
}

/** Closes the membership, or takes its invitation back, unless another contact of the company with the same login keeps it open. */
async function leave(context: ActionContext<unknown, 'contacts'>, contact: Contact, user: string): Promise<boolean> {
  const { req, actor } = context
  const by = actor.role === 'erp' ? 'erp' : 'portal'
  const closed = await closeMembership(req, {
    user,
    company: contact.company,
    by,
    unless: givenByAnother({ user, company: contact.company, than: contact.id }),
  })
  if (!closed) return false
  await closeLogin(req, actor, { user, by })
  await announce(context, 'contact.accessRevoked', contact, user)
  return true
}

async function announce(
  { req, actor }: ActionContext<unknown, 'contacts'>,
  type: 'contact.accessGranted' | 'contact.accessRevoked',
  contact: Contact,
  user: string,
): Promise<void> {
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
