import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { currentRequestId } from '@/src/lib/logger'
import { query } from '../database/query'
import { feedOf, writeChange } from '../exchange/changeFeed'
import { enqueue } from '../jobs/enqueue'
import { actorOf, type Actor } from '../access/actor'
import { isAnnounced, notifyJob } from '../notifications/notify'
import type { EventType } from './defineEvents'

export type EventInput = {
  /** `entity.verb` in the past tense: `order.confirmed`. */
  type: EventType
  entity: string
  entityId: string
  /** The company it concerns; decides who may read it. */
  company?: string | null
  data?: Record<string, unknown>
  /** Hidden from the cabinet: only staff read it. */
  internal?: boolean
  actor?: Actor
}

/**
 * The only way anything is announced. Writes the event in the caller's transaction and queues its
 * notifications there too; history, the feed and outgoing changes all read these rows.
 */
export async function recordEvent(req: PayloadRequest, event: EventInput): Promise<string> {
  const actor = event.actor ?? (await actorOf(req))
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into events (type, entity, entity_id, company_id, data, internal, actor_role, actor_collection, actor_id, actor_name, request_id, created_at, updated_at)
        values (${event.type}, ${event.entity}, ${event.entityId}, ${event.company ?? null}, ${JSON.stringify(event.data ?? {})}::jsonb,
                ${event.internal ?? false}, ${actor.role}, ${actor.collection}, ${actor.id}, ${actor.name}, ${currentRequestId() ?? null}, now(), now())
        returning id::text`,
  )
  if (!row) throw new Error('The event was not written')
  const feed = feedOf(event.type)
  if (feed) {
    const origin = actor.collection === 'exchange-nodes' ? actor.id : null
    await writeChange(req, { entity: feed.entity, entityId: event.entityId, event: event.type, origin })
    if (!origin) await feed.noted?.(req, event.entityId)
  }
  if (isAnnounced(event.type)) await enqueue(req, notifyJob, { event: row.id })
  return row.id
}
