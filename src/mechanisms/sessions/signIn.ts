import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { readerFor } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import type { Actor } from '../access/actor'
import { defineAuditAction } from '../audit/defineAuditAction'
import { callerAddress, writeAudit } from '../audit/writeAudit'
import { execute, query } from '../database/query'
import { inTransaction } from '../database/transaction'
import { countHit, throttleKey } from '../throttle/throttle'
import { sendConfirmation } from './confirmation'
import { rememberDevice } from './knownDevice'
import { admitSignIn } from './limits'
import { isPassword } from './passwords'
import { registrationOf } from './registrations'
import { endSession, openSession, sidOf, type AuthCollection, type Signed } from './sessions'

type Account = {
  id: string
  name: string
  email: string
  hash: string | null
  salt: string | null
  active: boolean
  verified: boolean
  role: string
}

/** `device`: the value of the cookie by which the browser is known to this account. */
export type SignedIn = Signed & { id: string; email: string; device: string }

/**
 * Signs a person in by e-mail and password and opens a new session; the one the browser came with is
 * ended. Whether the account exists, is confirmed or is open is told to nobody who does not know
 * its password: the answer and the time are the same.
 * @throws AppError `auth.wrong` 401, `auth.unconfirmed` or `auth.closed` 403 (with the right
 *   password only), `rate.limited` 429.
 */
export async function signIn(
  req: PayloadRequest,
  collection: AuthCollection,
  { email: typed, password }: { email: string; password: string },
): Promise<SignedIn> {
  const email = typed.trim().toLowerCase().slice(0, 320)
  const account = await find(req, collection, email)
  const forgiveAttempts = await admitSignIn(req, collection, email, account?.hash ?? null)
  // Whoever registered in this browser is told that the letter waits, with the password given here.
  const waiting = account && !account.verified && !account.hash ? await registrationOf(req, account.id) : null
  if (!(await isPassword(waiting ?? account, password)) || !account) {
    // For whoever watches over guessing; the account is told apart, not told.
    logger.warn(
      { collection, account: throttleKey('account', email).slice(-12), address: callerAddress(req) },
      'a sign-in was refused',
    )
    throw new AppError('auth.wrong', {}, { status: 401 })
  }
  if (!account.active)
    throw new AppError('auth.closed', { reader: readerFor(collection, account.role) }, { status: 403 })
  if (!account.verified) {
    await confirmAgain(req, account.id)
    throw new AppError('auth.unconfirmed', {}, { status: 403 })
  }
  await forgiveAttempts()
  return inTransaction(req, () => signInByLink(req, collection, account))
}

/** The first letter may have been lost; a new one is sent at most three times an hour. Its link proves the address, like the first. */
async function confirmAgain(req: PayloadRequest, person: string): Promise<void> {
  const { allowed } = await countHit(req.payload, throttleKey('confirm-again', person), {
    limit: 3,
    windowSeconds: 60 * 60,
  })
  if (!allowed) return
  await inTransaction(req, () => sendConfirmation(req, person))
}

/** A person who has just proved who they are, as the audit names them. */
export function personActor(
  collection: AuthCollection,
  { id, name, role }: { id: string; name: string; role: string },
): Actor {
  // The database's own words for a role are those of the actor.
  return { role: role as Actor['role'], collection, id, name, memberships: new Map(), team: [], branches: [] }
}

const signedIn = {
  staff: defineAuditAction({ name: 'staff.signIn', label: { ru: 'Вход в панель', en: 'Signed in to the panel' } }),
  users: defineAuditAction({ name: 'users.signIn', label: { ru: 'Вход в кабинет', en: 'Signed in to the portal' } }),
}

/** Opens a session for a person who proved themselves another way: by a link from their mail. */
export async function signInByLink(
  req: PayloadRequest,
  collection: AuthCollection,
  account: Pick<Account, 'id' | 'email' | 'name' | 'role'>,
): Promise<SignedIn> {
  const old = sidOf(req)
  if (old && req.user)
    await endSession(req, req.user.collection === 'staff' ? 'staff' : 'users', String(req.user.id), old)
  if (collection === 'users') await execute(req, sql`update users set last_login_at = now() where id = ${account.id}`)
  const signed = await openSession(req, { collection, id: account.id, email: account.email })
  await writeAudit(req, {
    action: signedIn[collection],
    actor: personActor(collection, account),
    entity: collection,
    entityId: account.id,
  })
  return { ...signed, id: account.id, email: account.email, device: await deviceOf(req, collection, account.id) }
}

/** A cookie's value by which this browser is known from now on, until the account's next password. */
export async function deviceOf(req: PayloadRequest, collection: AuthCollection, id: string): Promise<string> {
  const [account] = await query<{ email: string; hash: string | null }>(
    req,
    sql`select email, hash from ${sql.raw(collection)} where id = ${id}`,
  )
  return rememberDevice(req.payload, { collection, email: account?.email ?? '', hash: account?.hash ?? null })
}

async function find(req: PayloadRequest, collection: AuthCollection, email: string): Promise<Account | null> {
  const statement =
    collection === 'users'
      ? sql`select id::text, name, email, hash, salt, coalesce(active, false) as active, coalesce(_verified, false) as verified, kind::text as role
            from users where email = ${email}`
      : sql`select id::text, name, email, hash, salt, coalesce(active, false) as active, true as verified, role::text as role
            from staff where email = ${email}`
  return (await query<Account>(req, statement))[0] ?? null
}
