import type { PayloadRequest } from 'payload'
import { tableOf } from '../../database/tableOf'
import { enqueue } from '../../jobs/enqueue'
import { wantedEvent, writeChange } from '../changeFeed'
import { dropContentless, filesWaitFor, itemsWaitFor } from '../journal/waits'

/**
 * Called when records have come that others may wait for. Items whose content was kept are tried
 * again by a job; items whose content was not kept (a contract of somebody unknown) are asked for
 * anew by a row `{entity}.wanted` of the change feed.
 */
export async function wakeParked(req: PayloadRequest, entity: string, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return
  const kind = tableOf(entity)
  const dropped = await dropContentless(req, kind, externalIds)
  for (const row of dropped) {
    if (row.external)
      await writeChange(req, {
        entity: row.entity,
        entityId: row.external,
        event: wantedEvent(row.entity),
        origin: null,
      })
  }
  if (await itemsWaitFor(req, kind, externalIds))
    await enqueue(req, 'exchange.replayParked', { entity, externalIds: [...externalIds] })
  if (await filesWaitFor(req, kind)) await enqueue(req, 'exchange.retryWaiting', {})
}
