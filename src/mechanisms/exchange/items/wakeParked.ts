import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { list, query } from '../../database/query'
import { tableOf } from '../../database/tableOf'
import { enqueue } from '../../jobs/enqueue'
import { wantedEvent, writeChange } from '../changeFeed'
import { filesWaitFor } from '../run/waiting'

/**
 * Called when records have come that others may wait for. Items whose content was kept are tried
 * again by a job; items whose content was not kept (a contract of somebody unknown) are asked for
 * anew by a row `{entity}.wanted` of the change feed.
 */
export async function wakeParked(req: PayloadRequest, entity: string, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return
  const kind = tableOf(entity)
  const waiting = sql`i.status = 'parked' and i.id in (select w.issue_id from exchange_waiting w where w.kind = ${kind} and w.key = any(${list(externalIds)}))
                      and exists (select 1 from exchange_runs r where r.id = i.run_id and r.transport = 'rest')`
  const dropped = await query<{ entity: string; external: string | null }>(
    req,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() where ${waiting} and i."row"->'item' is null returning i.entity, i.external`,
  )
  for (const row of dropped) {
    if (row.external) await writeChange(req, { entity: row.entity, entityId: row.external, event: wantedEvent(row.entity), origin: null })
  }
  const [kept] = await query<{ one: number }>(req, sql`select 1 as one from exchange_issues i where ${waiting} limit 1`)
  if (kept) await enqueue(req, 'exchange.replayParked', { entity, externalIds: [...externalIds] })
  if (await filesWaitFor(req, kind)) await enqueue(req, 'exchange.retryWaiting', {})
}
