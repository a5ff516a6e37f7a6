import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { ofProcess } from '@/src/lib/ofProcess'
import { callerAddress } from '../audit/writeAudit'
import { execute, query, type Runner } from '../database/query'
import { selectFrom } from '../database/selectFrom'
import { endKeys } from './accessKeys'
import { deviceWords } from './device'

export type AuthCollection = 'users' | 'staff'
export type Signed = { token: string; exp: number; sid: string }
export type LoginSession = {
  id: string
  device: string
  address: string | null
  lastSeen: string
  createdAt: string
  current: boolean
}

const tables: Record<AuthCollection, { sessions: SQL; column: SQL }> = {
  users: { sessions: sql.raw('users_sessions'), column: sql.raw('user_id') },
  staff: { sessions: sql.raw('staff_sessions'), column: sql.raw('staff_id') },
}
/** More devices than this and the oldest has to sign in again. */
const SESSIONS_MAX = 20
const DAY = 24 * 60 * 60
/** After signing in, however often the session is prolonged; how long it lasts unused is the collection's `tokenExpiration`. */
const LONGEST_SECONDS: Record<AuthCollection, number> = { users: 90 * DAY, staff: 7 * DAY }

/** Opens a session for a person who has proved who they are. Call it inside a transaction. */
export async function openSession(
  req: PayloadRequest,
  who: { collection: AuthCollection; id: string; email: string },
): Promise<Signed> {
  const { sessions, column } = tables[who.collection]
  const sid = randomUUID()
  const seconds = lifetime(req, who.collection)
  await execute(
    req,
    sql`insert into login_sessions (${column}, sid, device, address, last_seen, created_at, updated_at)
        values (${who.id}, ${sid}, ${deviceWords(req.headers.get('user-agent'))}, ${callerAddress(req)}, now(), now(), now())`,
  )
  await execute(
    req,
    sql`insert into ${sessions} (_order, _parent_id, id, created_at, expires_at)
        select coalesce(max(_order), 0) + 1, ${who.id}, ${sid}, now(), now() + make_interval(secs => ${seconds})
        from ${sessions} where _parent_id = ${who.id}`,
  )
  await end(
    req,
    who.collection,
    who.id,
    sql`sid not in (
    select id from ${sessions} where _parent_id = ${who.id} and expires_at > now() order by created_at desc limit ${SESSIONS_MAX})`,
  )
  return signSession(req, who.collection, { id: who.id, email: who.email, sid })
}

/** The session's token, signed as Payload's own strategy reads it. `exp` is in seconds of the epoch. */
export async function signSession(
  req: PayloadRequest,
  collection: AuthCollection,
  who: { id: string; email: string; sid: string },
  seconds = lifetime(req, collection),
): Promise<Signed> {
  const config = req.payload.collections[collection].config
  const [person] = collection === 'staff' ? await selectFrom(req, 'staff', ['role'], sql`where id = ${who.id}`) : []
  const signed = await jwtSign({
    // Only fields marked `saveToJWT` are read of the person, and of those there is but the role.
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: who.email,
      sid: who.sid,
      user: { id: who.id, ...person } as PayloadRequest['user'],
    }),
    secret: req.payload.secret,
    tokenExpiration: seconds,
  })
  return { ...signed, sid: who.sid }
}

/** Ends one session of a person; its token is refused from the next request on. */
export function endSession(runner: Runner, collection: AuthCollection, person: string, sid: string): Promise<number> {
  return end(runner, collection, person, sql`sid = ${sid}`)
}

/** Ends all sessions of a person, or all but one, and with them their access keys. */
export async function endSessions(
  runner: Runner,
  collection: AuthCollection,
  person: string,
  except?: string | null,
): Promise<number> {
  if (collection === 'users') await endKeys(runner, person)
  return end(runner, collection, person, except ? sql`sid <> ${except}` : sql`true`)
}

/** Prolongs a session that is open, never past its longest. Gives for how many seconds; null when it is over. */
export async function extendSession(
  req: PayloadRequest,
  collection: AuthCollection,
  person: string,
  sid: string,
): Promise<number | null> {
  const { sessions } = tables[collection]
  const [session] = await query<{ seconds: number }>(
    req,
    sql`update ${sessions} s set expires_at = least(now() + make_interval(secs => ${lifetime(req, collection)}), l.created_at + make_interval(secs => ${LONGEST_SECONDS[collection]}))
        from login_sessions l
        where s._parent_id = ${person} and s.id = ${sid} and s.expires_at > now() and l.sid = s.id and l.ended_at is null
          and l.created_at + make_interval(secs => ${LONGEST_SECONDS[collection]}) > now()
        returning floor(extract(epoch from s.expires_at - now()))::int as seconds`,
  )
  await touchSession(req, sid)
  return session && session.seconds > 0 ? session.seconds : null
}

/** Sessions that this process has noted lately: they need not be asked about again for a while. */
const noted = ofProcess('noted-sessions', () => new Map<string, number>())
const NOTED_MS = 60_000
const MOST_NOTED = 10_000

/** Notes that a session is in use, at most once in five minutes; the database is asked once a minute by each process. */
export async function touchSession(runner: Runner, sid: string): Promise<void> {
  const now = Date.now()
  if (now - (noted.get(sid) ?? 0) < NOTED_MS) return
  if (noted.size >= MOST_NOTED) noted.clear()
  noted.set(sid, now)
  await execute(
    runner,
    sql`update login_sessions set last_seen = now() where sid = ${sid} and ended_at is null and last_seen < now() - interval '5 minutes'`,
  )
}

/** Open sessions of a person, the current one first. */
export async function sessionsOf(
  runner: Runner,
  collection: AuthCollection,
  person: string,
  sid?: string | null,
): Promise<LoginSession[]> {
  const { sessions, column } = tables[collection]
  const rows = await query<LoginSession>(
    runner,
    sql`select l.id::text, coalesce(l.device, '—') as device, l.address, l.last_seen as "lastSeen", l.created_at as "createdAt",
               l.sid = ${sid ?? ''} as current
        from login_sessions l join ${sessions} s on s.id = l.sid and s.expires_at > now()
        where l.${column} = ${person} and l.ended_at is null order by current desc, l.last_seen desc`,
  )
  return rows.map((row) => ({
    ...row,
    lastSeen: new Date(row.lastSeen).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
  }))
}

/** The session id of the request's own token. */
export function sidOf(req: Pick<PayloadRequest, 'user'>): string | null {
  const user = req.user as { _sid?: unknown } | null // Payload's JWT strategy adds it; its types do not say so
  return typeof user?._sid === 'string' ? user._sid : null
}

async function end(runner: Runner, collection: AuthCollection, person: string, which: SQL): Promise<number> {
  const { sessions, column } = tables[collection]
  const ended = await query<{ sid: string }>(
    runner,
    sql`update login_sessions set ended_at = now(), updated_at = now()
        where ${column} = ${person} and ended_at is null and ${which} returning sid`,
  )
  await execute(
    runner,
    sql`delete from ${sessions} where _parent_id = ${person} and id in (select sid from login_sessions where ${column} = ${person} and ended_at is not null)`,
  )
  return ended.length
}

const lifetime = (req: PayloadRequest, collection: AuthCollection): number =>
  req.payload.collections[collection].config.auth.tokenExpiration
