import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { list, query } from '../../database/query'
import { enqueue } from '../../jobs/enqueue'
import { writeChange } from '../changeFeed'

/**
 * Called when records have come that others may wait for. Items whose content was kept are tried
 * again by a job; items whose content was not kept (a contract of somebody unknown) are asked for
 * anew by a row `{entity}.wanted` of the change feed.
 */
export async function wakeParked(req: PayloadRequest, entity: string, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return
  const waiting = sql`status = 'parked' and "row"->'waitsFor'->>'entity' = ${entity} and "row"->'waitsFor'->>'externalId' = any(${list(externalIds)})`
  const dropped = await query<{ entity: string; external: string | null }>(
    req,
    sql`update exchange_issues set status = 'resolved', updated_at = now() where ${waiting} and "row"->'item' is null returning entity, external`,
  )
  for (const row of dropped) {
    if (row.external) await writeChange(req, { entity: row.entity, entityId: row.external, event: `${row.entity}.wanted`, origin: null })
  }
  const kept = await query<{ external: string }>(
    req,
    sql`select distinct "row"->'waitsFor'->>'externalId' as external from exchange_issues where ${waiting} and "row"->'item' is not null`,
  )
  if (kept.length > 0) await enqueue(req, 'exchange.replayParked', { entity, externalIds: kept.map(({ external }) => external) })
}
