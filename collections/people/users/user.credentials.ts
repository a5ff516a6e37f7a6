import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { actorOf, userKinds, type Actor } from '@/src/mechanisms/access/actor'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import { checkPassword, hashPassword, isPassword } from '@/src/mechanisms/sessions/passwords'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { endSessions, sidOf } from '@/src/mechanisms/sessions/sessions'
import { issueToken, peekToken, spendToken } from '@/src/mechanisms/sessions/tokens'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { ownContacts, updateContacts } from '../memberships/membership.contacts'
import { emailInput } from './user.registration'

type Own = { id: string; name: string; email: string; hash: string | null; salt: string | null }
const DAY = 24 * 60 * 60

/**
 * Changes the signed-in person's password. They stay signed in here and are signed out everywhere else.
 * @throws AppError `auth.passwordWrong` 403, `password.*` 422, `rate.limited` 429, `auth.required` 401.
 */
export async function changePassword(req: PayloadRequest, { current, password }: { current: string; password: string }): Promise<void> {
  const own = await proveOneself(req, current)
  checkPassword(password, [own.name, own.email])
  await runAction(changePasswordAction, { req, input: await hashPassword(password) })
}

export const changePasswordAction = defineAction({
  name: 'users.changePassword',
  input: z.object({ hash: z.string(), salt: z.string() }),
  may: userKinds,
  remote: false,
  run: async ({ req, actor, input }) => {
    const sid = sidOf(req)
    // The database ends sessions with every new password; this one it lets live.
    await query(req, sql`select set_config('kabinet.kept_session', ${sid ?? ''}, true)`)
    await execute(req, sql`update users set hash = ${input.hash}, salt = ${input.salt}, updated_at = now() where id = ${actor.id}`)
    await endSessions(req, 'users', String(actor.id), sid)
    await enqueue(req, personLetterJob, { kind: 'passwordChanged', collection: 'users', person: String(actor.id) })
  },
})

/**
 * Asks to sign in by another address: a link goes to the new one, a notice to the present one. A
 * taken address is answered alike.
 * @throws AppError as `changePassword`, and `email.wrong` 422.
 */
export async function changeEmail(req: PayloadRequest, { current, email }: { current: string; email: string }): Promise<void> {
  await proveOneself(req, current)
  await runAction(changeEmailAction, { req, input: { email } })
}

export const changeEmailAction = defineAction({
  name: 'users.changeEmail',
  input: z.object({ email: emailInput }),
  may: userKinds,
  remote: false,
  run: async ({ req, actor, input: { email } }) => {
    const person = String(actor.id)
    await enqueue(req, personLetterJob, { kind: 'emailChanged', collection: 'users', person, params: { email } })
    const taken = await query(req, sql`select 1 from users where email = ${email}`)
    if (taken.length > 0) return
    const token = await issueToken(req, { purpose: 'email', collection: 'users', person, data: { email }, ttlSeconds: DAY, replace: true })
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
  input: z.object({ token: z.string().max(200) }),
  may: ['anonymous', ...userKinds],
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
    await updateContacts(req, sql`email = ${email}`, sql`${ownContacts(spent.person)} and email is distinct from ${email}`)
    await endSessions(req, 'users', spent.person, req.user?.id === spent.person ? sidOf(req) : null)
    return { email }
  },
})

/** The signed-in person's own row, if they know their password; counted like sign-ins, but apart from them. */
async function proveOneself(req: PayloadRequest, password: string): Promise<Own> {
  const actor: Actor = await actorOf(req)
  if (actor.collection !== 'users' || !actor.id) throw new AppError('auth.required', {}, { status: 401 })
  await throttle(req.payload, throttleKey('prove', actor.id), { limit: 10, windowSeconds: 15 * 60 })
  const [own] = await query<Own>(req, sql`select id::text, name, email, hash, salt from users where id = ${actor.id}`)
  if (!own || !(await isPassword(own, password))) throw new AppError('auth.passwordWrong', {}, { status: 403, field: 'current' })
  return own
}
