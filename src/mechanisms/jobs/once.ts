import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { query, type Runner } from '../database/query'
import { inTransaction } from '../database/transaction'

/** What jobs have done lies beside the answers kept for repeated calls, and is swept with them: nothing is tried for so long. */
const WHO = 'job'

/**
 * Does the work of a job once for a key, though the job runs again after it (its worker died before the report): the mark
 * is part of the work's transaction. Of two at once the second waits for the first.
 */
export async function once(req: PayloadRequest, job: string, key: string, work: () => Promise<void>): Promise<void> {
  await inTransaction(req, async () => {
    if (await mark(req, job, key)) await work()
  })
}

type Letter = Parameters<PayloadRequest['payload']['sendEmail']>[0] & { messageId: string }

/**
 * Does what cannot be taken back (a letter, a message) unless it was done for this key. What lies between the deed and
 * its mark may be done again.
 */
export async function unlessDone(
  req: PayloadRequest,
  deed: string,
  key: string,
  work: () => Promise<void>,
): Promise<void> {
  const done = await query(
    req,
    sql`select 1 from idempotency_keys where actor = ${WHO} and action = ${deed} and key = ${key}`,
  )
  if (done.length > 0) return
  await work()
  await mark(req, deed, key)
}

/** Sends a letter unless the one of this Message-ID has left; a repeat goes out under the same Message-ID. */
export const sendOnce = (req: PayloadRequest, letter: Letter): Promise<void> =>
  unlessDone(req, 'letter', letter.messageId, async () => {
    await req.payload.sendEmail(letter)
  })

/** Whether it is the first of its kind. */
async function mark(runner: Runner, deed: string, key: string): Promise<boolean> {
  const rows = await query(
    runner,
    sql`insert into idempotency_keys (actor, action, key, body) values (${WHO}, ${deed}, ${key}, '') on conflict do nothing returning 1`,
  )
  return rows.length > 0
}
