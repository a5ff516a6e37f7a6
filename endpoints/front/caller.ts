import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { isLocale } from '@/src/lib/i18n'
import { actorOf, actsWith, rightsOf, type Actor } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { hashOfKey, KEY_PREFIX, touchKey } from '@/src/mechanisms/sessions/accessKeys'
import { callsOf } from './callsOf'
import { noteWrongKey } from './wrongKeys'

/** Who calls: a person by their session, or a program by a key of theirs, which is of one company. */
export type Caller = {
  actor: Actor
  main: string | null
  zone: string
  key: { id: string; company: string; acts: boolean } | null
}

type KeyRow = {
  id: string
  title: string
  hint: string
  user: string
  company: string
  acts: boolean
  open: boolean
  name: string
  email: string
  kind: string
  locale: string | null
  zone: string | null
}

/**
 * The person behind a call. Whoever signed in acts as in the cabinet; a key says who it is of, and holds their rights in
 * its own company alone. Whatever the person's own language, words come in that of Accept-Language.
 * @throws AppError `auth.required`, `accessKey.wrong` 401, `access.denied`, `accessKey.off` 403, `rate.limited` 429
 */
export async function callerOf(req: PayloadRequest): Promise<Caller> {
  const key = keyIn(req.headers.get('authorization'))
  if (key !== null) return callerByKey(req, key)
  const { user } = req
  if (!user) throw new AppError('auth.required', {}, { status: 401 })
  if (user.collection !== 'users') throw new AppError('access.denied', {}, { status: 403 })
  speakAs(req, { ...user })
  const actor = await actorOf(req)
  if (!actor.id) throw new AppError('auth.required', {}, { status: 401 })
  const main = typeof user.company === 'object' ? user.company?.id : user.company
  return { actor, main: main ?? null, zone: user.timezone ?? 'Europe/Moscow', key: null }
}

/** A key in the only place where it may stand. */
function keyIn(header: string | null): string | null {
  const given = /^Bearer +(\S+)$/i.exec(header?.slice(0, 500) ?? '')?.[1]
  return given?.startsWith(KEY_PREFIX) ? given : null
}

async function callerByKey(req: PayloadRequest, key: string): Promise<Caller> {
  const [row] = await query<KeyRow>(
    req.payload,
    sql`select k.id::text, k.name as title, k.hint, k.user_id::text as user, k.company_id::text as company, coalesce(k.acts, false) as acts,
               coalesce(c.access_keys, false) as open, u.name, u.email, u.kind::text, u.locale::text, u.timezone as zone
        from access_keys k join users u on u.id = k.user_id join companies c on c.id = k.company_id
        where k.hash = ${hashOfKey(key)} and k.ended_at is null and k.expires_at > now()`,
  )
  if (!row) await noteWrongKey(req)
  const rights = row && (await rightsOf(req.payload, { collection: 'users', id: row.user }))
  const held = row && rights?.memberships.get(row.company)
  if (!row || !rights?.id || !held) throw new AppError('accessKey.wrong', {}, { status: 401 })
  callsOf(row.id)
  if (!row.open) throw new AppError('accessKey.off', {}, { status: 403 })
  await touchKey(req.payload, row.id)
  const granted = rights.granted?.get(row.company)
  const actor: Actor = {
    ...rights,
    memberships: new Map([[row.company, held]]),
    ...(granted ? { granted: new Map([[row.company, granted]]) } : {}),
  }
  // What actions and queries read of the signed-in person, and nothing else of their row.
  const user = {
    id: row.user,
    collection: 'users',
    name: row.name,
    email: row.email,
    kind: row.kind,
    locale: row.locale ?? undefined,
    timezone: row.zone ?? undefined,
    company: row.company,
  } as NonNullable<PayloadRequest['user']>
  speakAs(req, user)
  // The journal of actions says by which key.
  req.context.accessKey = `${row.hint}… ${row.title}`
  if (req.user) actsWith(req.user, Promise.resolve(actor))
  return {
    actor: await actorOf(req),
    main: row.company,
    zone: row.zone ?? 'Europe/Moscow',
    key: { id: row.id, company: row.company, acts: row.acts },
  }
}

function speakAs(req: PayloadRequest, user: NonNullable<PayloadRequest['user']>): void {
  const asked = req.headers.get('accept-language')?.slice(0, 2)
  req.user = isLocale(asked) ? { ...user, locale: asked } : user
}
