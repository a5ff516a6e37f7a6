import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { actorOf, anonymous, type Actor } from '../access/actor'
import { query } from '../database/query'
import { sidOf } from './sessions'

/**
 * Who stands behind a request that lasts (an open stream), as things are now: nobody once the session has
 * ended or run out, or the person was switched off; else the person with their rights of this moment.
 */
export async function actorOfSession(req: PayloadRequest): Promise<Actor> {
  const { user } = req
  const sid = sidOf(req)
  if (!user || !sid || (user.collection !== 'users' && user.collection !== 'staff')) return anonymous
  const open = await query(
    req.payload,
    sql`select 1 from ${sql.raw(`${user.collection}_sessions`)} where id = ${sid} and _parent_id = ${user.id} and expires_at > now()`,
  )
  // A copy of the person: what is known of rights is remembered by the object.
  return open.length > 0 ? actorOf({ ...req, user: { ...user } } as PayloadRequest) : anonymous
}
