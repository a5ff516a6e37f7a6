import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { startQuiet } from './idle'
import { sessionKey } from './sessions'
import { exchangeSpool } from './spool'

/**
 * `init`: the next files belong to a run of their own. What came before is worked on all the same, from its own folder:
 * files that wait for their turn or were never asked for, and pictures that have not been hung. An upload that was cut
 * short is forgotten: 1C begins anew to send it again.
 */
export async function restartSession(req: PayloadRequest, session: string): Promise<void> {
  const key = sessionKey(session)
  const spool = await inTransaction(req, async () => {
    await startQuiet(req, key, { whole: true })
    const [row] = await query<{ spool: string }>(
      req,
      sql`update exchange_sessions s set run_id = null, fresh = '{}',
            spool = case when s.run_id is null then s.spool else s.id || '-' || (coalesce(nullif(split_part(s.spool, '-', 2), ''), '0')::int + 1) end
          where s.id = ${key} returning s.spool`,
    )
    return row?.spool
  })
  if (spool) await exchangeSpool().reset(spool)
}
