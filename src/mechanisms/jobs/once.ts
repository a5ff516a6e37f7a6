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

/** Sends a letter unless the one of this Message-ID has left. What lies between the letter and its mark may be sent again, under the same Message-ID. */
export async function sendOnce(req: PayloadRequest, letter: Letter): Promise<void> {
  const sent = await query(req, sql`select 1 from idempotency_keys where actor = ${WHO} and action = 'letter' and key = ${letter.messageId}`)
  if (sent.length > 0) return
  await req.payload.sendEmail(letter)
  await mark(req, 'letter', letter.messageId)
}

/** Whether it is the first of its kind. */
async function mark(runner: Runner, deed: string, key: string): Promise<boolean> {
  const rows = await query(runner, sql`insert into idempotency_keys (actor, action, key, body) values (${WHO}, ${deed}, ${key}, '') on conflict do nothing returning 1`)
  return rows.length > 0
}
