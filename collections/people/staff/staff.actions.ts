import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { issueToken, voidLinks } from '@/src/mechanisms/sessions/tokens'
import { everyStaff } from '@/src/mechanisms/access/roles'
import { emailInput, nameInput } from '../users/user.registration.actions'

const INVITE_SECONDS = 72 * 60 * 60

const errorWords = addErrorLabels({
  'staff.exists': { ru: 'С этой почтой сотрудник уже есть', en: 'There is an employee with this e-mail already' },
  'staff.accepted': {
    ru: 'Приглашение уже принято: закройте вход галочкой «Работает»',
    en: 'The invitation was accepted: close the sign-in by unticking “Active”',
  },
  'staff.closed': { ru: 'Сначала отметьте, что сотрудник работает', en: 'Mark the employee as active first' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/**
 * Adds an employee without a password and sends a link to set one: nobody but the employee ever knows it.
 * @throws AppError `staff.exists` 409
 */
export const inviteStaffAction = defineAction({
  name: 'staff.invite',
  label: { ru: 'Приглашён сотрудник', en: 'Invited an employee' },
  input: z.object({ email: emailInput, name: nameInput, role: z.enum(everyStaff) }),
  may: ['admin'],
  run: async ({ req, actor, input }): Promise<{ id: string }> => {
    const [made] = await query<{ id: string }>(
      req,
      sql`insert into staff (email, name, role, locale, active, is_default_manager, created_at, updated_at)
          values (${input.email}, ${input.name}, ${input.role}::enum_staff_role, 'ru', true, false, now(), now())
          on conflict (email) do nothing returning id::text`,
    )
    if (!made) throw new AppError('staff.exists', {}, { status: 409, field: 'email' })
    await sendLink(req, actor, made.id)
    return made
  },
})

/** Sends the link anew; the earlier one stops working. @throws AppError `record.notFound` 404, `staff.closed` 409 */
export const inviteStaffAgainAction = defineAction({
  name: 'staff.inviteAgain',
  label: { ru: 'Сотруднику отправлена ссылка для пароля', en: 'Sent an employee a password link' },
  input: z.object({ id: z.uuid() }),
  may: ['admin'],
  run: async ({ req, actor, input }) => {
    const [person] = await query<{ active: boolean }>(
      req,
      sql`select coalesce(active, false) as active from staff where id = ${input.id} for update`,
    )
    if (!person) throw new AppError('record.notFound', {}, { status: 404 })
    if (!person.active) throw new AppError('staff.closed', {}, { status: 409 })
    await sendLink(req, actor, input.id)
  },
})

/**
 * Takes the invitation of an employee back before a password is set: the link is dead and the employee marked as left.
 * @throws AppError `record.notFound` 404, `staff.accepted` 409
 */
export const withdrawStaffAction = defineAction({
  name: 'staff.withdraw',
  label: { ru: 'Отозвано приглашение сотрудника', en: 'Withdrew an employee’s invitation' },
  input: z.object({ id: z.uuid() }),
  may: ['admin'],
  about: { entity: 'staff', ids: ({ id }) => [id] },
  run: async ({ req, actor, input }) => {
    const [person] = await query<{ accepted: boolean }>(
      req,
      sql`select hash is not null as accepted from staff where id = ${input.id} for update`,
    )
    if (!person) throw new AppError('record.notFound', {}, { status: 404 })
    if (person.accepted) throw new AppError('staff.accepted', {}, { status: 409 })
    await voidLinks(req, { collection: 'staff', person: input.id })
    const left = await execute(
      req,
      sql`update staff set active = false, updated_at = now() where id = ${input.id} and active`,
    )
    if (left > 0)
      await recordEvent(req, { type: 'staff.withdrawn', entity: 'staff', entityId: input.id, actor, internal: true })
  },
})

async function sendLink(req: PayloadRequest, actor: Actor, person: string): Promise<void> {
  const token = await issueToken(req, {
    purpose: 'recover',
    collection: 'staff',
    person,
    ttlSeconds: INVITE_SECONDS,
    replace: true,
  })
  await enqueue(req, personLetterJob, {
    kind: 'staffInvite',
    collection: 'staff',
    person,
    token,
    params: { author: actor.name },
  })
  await recordEvent(req, { type: 'staff.invited', entity: 'staff', entityId: person, actor, internal: true })
}
