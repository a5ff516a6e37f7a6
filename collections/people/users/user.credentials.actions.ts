import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { actorOf } from '@/src/mechanisms/access/actor'
import { everyoneInCabinet } from '@/src/mechanisms/access/roles'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { proveOneself } from '@/src/mechanisms/sessions/credentials'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { endSessions, sidOf } from '@/src/mechanisms/sessions/sessions'
import { admitLetter } from '@/src/mechanisms/sessions/strangers'
import { issueToken, peekToken, spendToken } from '@/src/mechanisms/sessions/tokens'
import { companyBook } from '../memberships/companyBook'
import { emailInput } from './user.registration.actions'

const DAY = 24 * 60 * 60

/**
 * Asks to sign in by another address: a link goes to the new one, a notice to the present one. A
 * taken address is answered alike.
 * @throws AppError as `proveOneself`, and `email.wrong` 422.
 */
export async function changeEmail(
  req: PayloadRequest,
  { current, email }: { current: string; email: string },
): Promise<void> {
  const { id } = await proveOneself(req, 'users', current)
  // One letter too many is silently left out, as for an address that is taken.
  const letter = await admitLetter(req, { to: email, by: id })
  await runAction(changeEmailAction, { req, input: { email, letter } })
}

export const changeEmailAction = defineAction({
  name: 'users.changeEmail',
  label: { ru: 'Запрошена смена почты', en: 'Asked to change the e-mail' },
  input: z.object({ email: emailInput, letter: z.boolean().default(true) }),
  may: everyoneInCabinet,
  remote: false,
  run: async ({ req, actor, input: { email, letter } }) => {
    const person = String(actor.id)
    await enqueue(req, personLetterJob, { kind: 'emailChanged', collection: 'users', person, params: { email } })
    const taken = await query(req, sql`select 1 from users where email = ${email}`)
    if (taken.length > 0 || !letter) return
    const token = await issueToken(req, {
      purpose: 'email',
      collection: 'users',
      person,
      data: { email },
      ttlSeconds: DAY,
      replace: true,
    })
    await enqueue(req, personLetterJob, { kind: 'email', collection: 'users', person, token, to: email })
  },
})

/** Whether a link for a new address may be pressed by whoever looks at its page: by the person who asked, signed in. */
export async function isOwnEmailLink(req: PayloadRequest, token: string): Promise<boolean> {
  const [open, actor] = [await peekToken(req, 'email', token), await actorOf(req)]
  return !open || (actor.collection === 'users' && actor.id === open.person)
}

/**
 * Makes the address of the link the person's own. The link proves the address and not who asked for it, so it counts
 * only for that person, signed in: a stranger's account never gets an address by a press of the address's owner.
 * Whoever else was signed in is signed out.
 * @throws AppError `link.dead` 410, `link.signIn` 403, `email.taken` 409, `rate.limited` 429.
 */
export async function confirmEmail(req: PayloadRequest, token: string): Promise<{ email: string }> {
  await admitAddress(req, 'confirm')
  return runAction(confirmEmailAction, { req, input: { token } })
}

export const confirmEmailAction = defineAction({
  name: 'users.confirmEmail',
  label: { ru: 'Подтверждена новая почта', en: 'Confirmed the new e-mail' },
  input: z.object({ token: z.string().max(200) }),
  may: ['anonymous', ...everyoneInCabinet],
  remote: false,
  run: async ({ req, input }) => {
    if (!(await isOwnEmailLink(req, input.token))) throw new AppError('link.signIn', {}, { status: 403 })
    const spent = await spendToken(req, 'email', input.token)
    const email = spent ? emailInput.safeParse(spent.data.email).data : undefined
    if (!spent || !email) throw new AppError('link.dead', {}, { status: 410 })
    const changed = await execute(
      req,
      sql`update users set email = ${email}, updated_at = now()
          where id = ${spent.person} and not exists (select 1 from users other where other.email = ${email})`,
    )
    if (changed === 0) throw new AppError('email.taken', {}, { status: 409 })
    await companyBook().change(req, { user: spent.person }, { email })
    await endSessions(req, 'users', spent.person, req.user?.id === spent.person ? sidOf(req) : null)
    return { email }
  },
})
