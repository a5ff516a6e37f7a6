import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '../access/actor'
import { query } from '../database/query'
import { enqueue } from '../jobs/enqueue'
import { personLetterJob } from '../sessions/person-letters'
import { issueToken } from '../sessions/tokens'

const INVITE_SECONDS = 72 * 60 * 60

/** Writes to the person that a membership waits for them; an earlier link about it stops working. */
export async function sendInvitation(
  req: PayloadRequest,
  actor: Actor,
  about: { membership: string; user: string; company: string },
  ttlSeconds = INVITE_SECONDS,
): Promise<void> {
  const [company] = await query<{ name: string }>(req, sql`select name from companies where id = ${about.company}`)
  const token = await issueToken(req, { purpose: 'invite', collection: 'users', person: about.user, about: about.membership, ttlSeconds, replace: true })
  const author = actor.collection === 'exchange-nodes' ? '' : actor.name
  await enqueue(req, personLetterJob, {
    kind: 'invite', collection: 'users', person: about.user, token,
    params: { company: company?.name ?? '', author: author || (company?.name ?? '') },
  })
}
