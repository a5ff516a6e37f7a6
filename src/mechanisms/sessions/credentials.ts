import type { CollectionAfterChangeHook, CollectionBeforeValidateHook, Field, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { actorOf } from '../access/actor'
import { everyStaff, everyoneInCabinet, type Role } from '../access/roles'
import { defineAction } from '../actions/defineAction'
import { runAction } from '../actions/runAction'
import { writeAudit } from '../audit/writeAudit'
import { execute, query } from '../database/query'
import { enqueue } from '../jobs/enqueue'
import { throttle, throttleKey } from '../throttle/throttle'
import { checkPassword, hashPassword, isPassword, type StoredPassword } from './passwords'
import { personLetterJob } from './person-letters'
import { sessionFieldLabels } from './session.fields.labels'
import './session.labels'
import { endSessions, sidOf, type AuthCollection } from './sessions'
import { deviceOf } from './signIn'

/**
 * What holds for the password and the address of everybody who can sign in, whichever collection they are of and
 * whichever door is used: one's own are changed with the present password, which is counted; the password obeys the
 * same rules; its owner is told by a letter to the address they had; every session but this one ends.
 */

type Own = { id: string; name: string; email: string; hash: string | null; salt: string | null }

/**
 * The signed-in person's own row, if they know their password; counted like sign-ins, but apart from them.
 * @param field the field that is to blame when they do not.
 * @throws AppError `auth.required` 401, `auth.passwordWrong` 403, `rate.limited` 429
 */
export async function proveOneself(
  req: PayloadRequest,
  collection: AuthCollection,
  password: string,
  field = 'current',
): Promise<Own> {
  const actor = await actorOf(req)
  if (actor.collection !== collection || !actor.id) throw new AppError('auth.required', {}, { status: 401 })
  await throttle(req.payload, throttleKey('prove', collection, actor.id), { limit: 10, windowSeconds: 15 * 60 })
  const [own] = await query<Own>(
    req,
    sql`select id::text, name, email, hash, salt from ${sql.raw(collection)} where id = ${actor.id}`,
  )
  if (!own || !(await isPassword(own, password))) throw new AppError('auth.passwordWrong', {}, { status: 403, field })
  return own
}

/**
 * Changes the signed-in person's password. They stay signed in here and are signed out everywhere else.
 * @returns by what this browser is known under the new password (`deviceCookie`)
 * @throws AppError as `proveOneself`, and `password.*` 422
 */
export async function changePassword(
  req: PayloadRequest,
  collection: AuthCollection,
  { current, password }: { current: string; password: string },
): Promise<{ device: string }> {
  const own = await proveOneself(req, collection, current)
  checkPassword(password, [own.name, own.email])
  await runAction(passwordActions[collection], { req, input: await hashPassword(password) })
  return { device: await deviceOf(req, collection, own.id) }
}

const changing = (collection: AuthCollection, may: readonly Role[]) =>
  defineAction({
    name: `${collection}.changePassword`,
    label: { ru: 'Изменён пароль', en: 'Changed the password' },
    input: z.object({ hash: z.string(), salt: z.string() }),
    may,
    remote: false,
    run: async ({ req, actor, input }) => {
      await keepThisSession(req)
      await storePassword(req, collection, String(actor.id), input, sidOf(req))
    },
  })

export const passwordActions = {
  users: changing('users', everyoneInCabinet),
  staff: changing('staff', everyStaff),
}

/** Writes a person's new password, ends their sessions (but one) and writes to them that it has changed. */
export async function storePassword(
  req: PayloadRequest,
  collection: AuthCollection,
  person: string,
  { hash, salt }: StoredPassword,
  except?: string | null,
): Promise<void> {
  await execute(
    req,
    sql`update ${sql.raw(collection)} set hash = ${hash}, salt = ${salt}, updated_at = now() where id = ${person}`,
  )
  await endSessions(req, collection, person, except)
  await enqueue(req, personLetterJob, { kind: 'passwordChanged', collection, person })
}

/** The database ends sessions with every new password; the one it is changed from it lets live. */
async function keepThisSession(req: PayloadRequest): Promise<void> {
  await query(req, sql`select set_config('kabinet.kept_session', ${sidOf(req) ?? ''}, true)`)
}

/**
 * The same rules for what is written through Payload, the panel's forms and REST: one's own password and address with
 * the present password, somebody else's by an administrator alone. Field access cannot say so: Payload takes
 * `password` before it is asked.
 */
export const guardCredentials =
  (collection: AuthCollection): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, operation, req }) => {
    if (!data) return data
    const { currentPassword, ...rest } = data
    const password = typeof rest.password === 'string' && rest.password !== '' ? rest.password : null
    const readdressed =
      operation === 'update' &&
      typeof rest.email === 'string' &&
      rest.email.trim().toLowerCase() !== String(originalDoc?.email ?? '').toLowerCase()
    if (password === null && !readdressed) return rest
    if (password !== null) checkPassword(password, [rest.name ?? originalDoc?.name, rest.email ?? originalDoc?.email])
    const actor = await actorOf(req)
    // What the portal does by itself (its first administrator) answers to nobody.
    if (!actor.collection) return rest
    const own = operation === 'update' && actor.collection === collection && actor.id === originalDoc?.id
    if (!own && actor.role !== 'admin')
      throw new AppError('access.denied', {}, { status: 403, field: password === null ? 'email' : 'password' })
    if (own) {
      if (typeof currentPassword !== 'string' || currentPassword === '')
        throw new AppError('auth.passwordNeeded', {}, { status: 422, field: 'currentPassword' })
      await proveOneself(req, collection, currentPassword, 'currentPassword')
      await keepThisSession(req)
    }
    return rest
  }

/** Whoever wrote it: the person hears of a new password or address at the address they had, and other sessions end. */
export const tellOfCredentials =
  (collection: AuthCollection): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    if (operation !== 'update' || !previousDoc) return
    const person = String(doc.id)
    const [now] = await query<{ hash: string | null; email: string }>(
      req,
      sql`select hash, email from ${sql.raw(collection)} where id = ${person}`,
    )
    const repassworded = (now?.hash ?? null) !== (previousDoc.hash ?? null)
    const readdressed = now !== undefined && now.email.toLowerCase() !== String(previousDoc.email ?? '').toLowerCase()
    if (!repassworded && !readdressed) return
    const actor = await actorOf(req)
    const to = String(previousDoc.email)
    await endSessions(
      req,
      collection,
      person,
      actor.collection === collection && actor.id === person ? sidOf(req) : null,
    )
    if (repassworded) {
      await enqueue(req, personLetterJob, { kind: 'passwordChanged', collection, person, to })
      if (actor.id)
        await writeAudit(req, { action: passwordActions[collection], actor, entity: collection, entityId: person })
    }
    if (readdressed)
      await enqueue(req, personLetterJob, {
        kind: 'emailChanged',
        collection,
        person,
        to,
        params: { email: now.email },
      })
  }

/** Where a person of the panel proves themselves on their own page. It is read by `guardCredentials` and never kept. */
export const presentPassword: Field = {
  name: 'currentPassword',
  type: 'text',
  virtual: true,
  label: sessionFieldLabels.currentPassword,
  maxLength: 200,
  admin: {
    components: { Field: '/src/admin/people/PresentPassword#PresentPassword' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
}
