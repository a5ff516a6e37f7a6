import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { currentRequestId } from '@/src/lib/logger'
import { query } from '../database/query'
import { writeChange } from '../exchange/changeFeed'
import { enqueue } from '../jobs/enqueue'
import { actorOf, type Actor } from '../access/actor'
import { isAnnounced, notifyJob } from '../notifications/notify'
import { siteOfCompany } from '../sites/siteOfCompany'
import { declaredEvents, type EventType, type EventTypes } from './defineEvents'
import { tellFollowers } from './followEvents'

export type EventInput<Type extends EventType> = {
  /** `entity.verb` in the past tense: `order.confirmed`. */
  type: Type
  entity: string
  entityId: string
  /** The company it concerns; decides who may read it. */
  company?: string | null
  /** Hidden from the cabinet: only staff read it. */
  internal?: boolean
  actor?: Actor
} & Holding<DataOf<Type>>

type Holding<Data> = Data extends Record<string, never> ? { data?: Data } : { data: Data }

/** What an event's data must be; of several types, what is right for each of them. */
type DataOf<Type extends EventType> = (Type extends unknown ? (data: EventTypes[Type]) => void : never) extends (
  data: infer Data,
) => void
  ? Data
  : never

/**
 * The only way anything is announced. Writes the event in the caller's transaction and queues its
 * notifications there too; history, the feed and outgoing changes all read these rows.
 */
export async function recordEvent<Type extends EventType>(
  req: PayloadRequest,
  event: EventInput<Type>,
): Promise<string> {
  const actor = event.actor ?? (await actorOf(req))
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into events (type, entity, entity_id, company_id, site_id, data, internal, actor_role, actor_collection, actor_id, actor_name, request_id, created_at, updated_at)
        values (${event.type}, ${event.entity}, ${event.entityId}, ${event.company ?? null}, ${siteOfCompany(event.company ?? null)}, ${JSON.stringify(event.data ?? {})}::jsonb,
                ${event.internal ?? false}, ${actor.role}, ${actor.collection}, ${actor.id}, ${actor.name}, ${currentRequestId() ?? null}, now(), now())
        returning id::text`,
  )
  if (!row) throw new Error('The event was not written')
  await feedErp(req, event, actor)
  await tellFollowers(req, { ...event, company: event.company ?? null })
  if (isAnnounced(event.type)) await enqueue(req, notifyJob, { event: row.id })
  return row.id
}

/** The row of the change feed, where the declaration says that 1C is to hear of it. */
async function feedErp(
  req: PayloadRequest,
  { type, entity, entityId }: { type: EventType; entity: string; entityId: string },
  actor: Actor,
): Promise<void> {
  const feed = declaredEvents().get(type)?.feed
  if (!feed) return
  const origin = actor.collection === 'exchange-nodes' ? actor.id : null
  await writeChange(req, { entity, entityId, event: type, origin })
  if (!origin && feed !== true) await feed.noted(req, entityId)
}
