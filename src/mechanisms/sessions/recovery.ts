import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { readerFor } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defineAuditAction } from '../audit/defineAuditAction'
import { writeAudit } from '../audit/writeAudit'
import { query, execute } from '../database/query'
import { inTransaction } from '../database/transaction'
import { defineJob } from '../jobs/defineJob'
import { enqueue } from '../jobs/enqueue'
import { once } from '../jobs/once'
import { countHit, throttleKey } from '../throttle/throttle'
import { admitAddress } from './limits'
import { checkPassword, hashPassword } from './passwords'
import { personLetterJob } from './person-letters'
import { storePassword } from './credentials'
import { sendConfirmation } from './confirmation'
import type { AuthCollection } from './sessions'
import { personActor, signInByLink, type SignedIn } from './signIn'
import { issueToken, peekToken, spendToken } from './tokens'

const HOUR = 60 * 60
const LETTERS_PER_ACCOUNT = { limit: 5, windowSeconds: HOUR }

/**
 * Asks for a link for a new password. The caller learns nothing of the account: the looking up
 * happens in a job, so the answer and its time are the same for every address.
 * @throws AppError `rate.limited` 429 by the caller's address.
 */
export async function requestRecovery(req: PayloadRequest, collection: AuthCollection, typed: string): Promise<void> {
  await admitAddress(req, `recover-${collection}`)
  await enqueue(req, recoveryJob, { collection, email: typed.trim().toLowerCase().slice(0, 320) })
}

export const recoveryJob = defineJob<{ collection: AuthCollection; email: string }>({
  name: 'people.recovery',
  label: { ru: 'Отправить ссылку для пароля', en: 'Send a password link' },
  lane: 'mail',
  handler: async ({ collection, email }, { req, jobId }) => {
    const { allowed } = await countHit(
      req.payload,
      throttleKey('recover-account', collection, email),
      LETTERS_PER_ACCOUNT,
    )
    const waits =
      collection === 'users'
        ? sql`not coalesce(_verified, false) and exists (select 1 from person_registrations r where r.person = users.id)`
        : sql`false`
    const [person] = await query<{ id: string; waits: boolean }>(
      req,
      sql`select id::text, ${waits} as waits from ${sql.raw(collection)} where email = ${email} and active`,
    )
    if (!person || !allowed) return
    await once(req, 'people.recovery', jobId, async () => {
      // A registration is finished by its own link, which asks for what the person wants to be called as well.
      if (person.waits) return sendConfirmation(req, person.id)
      const token = await issueToken(req, { purpose: 'recover', collection, person: person.id, ttlSeconds: HOUR })
      await enqueue(req, personLetterJob, { kind: 'recover', collection, person: person.id, token })
    })
  },
})

/**
 * Sets a new password by a link from the mail and ends all sessions. Following the link proves the
 * address, so a person who had not confirmed it has now.
 * @throws AppError `link.dead` 410, `password.*` 422, `auth.closed` 403, `rate.limited` 429.
 */
export async function resetPassword(
  req: PayloadRequest,
  collection: AuthCollection,
  { token, password }: { token: string; password: string },
): Promise<SignedIn> {
  await admitAddress(req, `reset-${collection}`)
  const open = await peekToken(req, 'recover', token)
  if (!open || open.collection !== collection) throw dead()
  const [known] = await query<{ name: string; email: string }>(
    req,
    sql`select name, email from ${sql.raw(collection)} where id = ${open.person}`,
  )
  checkPassword(password, [known?.name, known?.email])
  const stored = await hashPassword(password)
  return inTransaction(req, async () => {
    const spent = await spendToken(req, 'recover', token)
    if (!spent) throw dead()
    const role = sql.raw(collection === 'users' ? 'kind' : 'role')
    const [person] = await query<{ id: string; name: string; email: string; role: string; active: boolean }>(
      req,
      sql`select id::text, name, email, ${role}::text as role, coalesce(active, false) as active from ${sql.raw(collection)} where id = ${spent.person} for update`,
    )
    if (!person) throw dead()
    if (!person.active)
      throw new AppError('auth.closed', { reader: readerFor(collection, person.role) }, { status: 403 })
    if (collection === 'users')
      await execute(req, sql`update users set _verified = true, _verificationtoken = null where id = ${person.id}`)
    await storePassword(req, collection, person.id, stored)
    await writeAudit(req, {
      action: reset[collection],
      actor: personActor(collection, person),
      entity: collection,
      entityId: person.id,
    })
    return signInByLink(req, collection, person)
  })
}

const label = { ru: 'Задан новый пароль по ссылке', en: 'Set a new password by a link' }
const reset = {
  staff: defineAuditAction({ name: 'staff.resetPassword', label }),
  users: defineAuditAction({ name: 'users.resetPassword', label }),
}

const dead = (): AppError => new AppError('link.dead', {}, { status: 410 })
