import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { issueToken } from '@/src/mechanisms/sessions/tokens'
import { companyBook } from './companyBook'

const INVITE_SECONDS = 72 * 60 * 60

/** Writes to the person that a membership waits for them; an earlier link about it stops working. */
export async function sendInvitation(
  req: PayloadRequest,
  actor: Actor,
  about: { membership: string; user: string; company: string },
  ttlSeconds = INVITE_SECONDS,
): Promise<void> {
  const [company] = await query<{ name: string | null }>(
    req,
    sql`select ${companyBook().nameOf('m')} as name from memberships m where m.id = ${about.membership}`,
  )
  const token = await issueToken(req, {
    purpose: 'invite',
    collection: 'users',
    person: about.user,
    about: about.membership,
    ttlSeconds,
    replace: true,
  })
  const author = actor.collection === 'exchange-nodes' ? '' : actor.name
  await enqueue(req, personLetterJob, {
    kind: 'invite',
    collection: 'users',
    person: about.user,
    token,
    params: { company: company?.name ?? '', author: author || (company?.name ?? '') },
  })
}
