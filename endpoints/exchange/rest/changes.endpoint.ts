import { z } from 'zod'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { erpActor } from '@/src/mechanisms/access/actor'
import { list, query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { ackChanges, ackedSeq, isWanted, readChanges, type Change } from '@/src/mechanisms/exchange/changeFeed'
import { closeRun, openRun } from '@/src/mechanisms/exchange/journal/runs'
import { declaredResources, resourceNamed } from '@/src/mechanisms/exchange/items/defineResource'
import { isOfSource, toldId } from '@/src/mechanisms/exchange/source'
import { readItems } from '@/src/mechanisms/exchange/items/shown'
import type { Node } from '@/src/mechanisms/exchange/nodeAuth'
import { jsonAnswer, nodeEndpoint, textParam, wholeNumberParam } from './asNode'
import { jsonOf } from './body'
import { resourceFor } from './items.endpoint'

/** Entities of the feed that the node has a right to; `entity` narrows them to one. */
async function entitiesFor(req: PayloadRequest, node: Node, entity: string | undefined): Promise<string[]> {
  if (entity) return [(await resourceFor(req, node, entity)).name]
  return declaredResources().flatMap(({ name, area }) => (node.areas.has(area) ? [name] : []))
}

/**
 * `GET /api/1c/v1/changes?entity=&after=&limit=`: what changed in the portal, oldest first, each row
 * with the record as it is now. Without `after` it goes on from what the node acknowledged.
 */
export const getChanges = nodeEndpoint('get', '/changes', async (req, node) => {
  const entity = textParam(req, 'entity')
  const entities = await entitiesFor(req, node, entity)
  const acked = await ackedSeq(req, node.id, entity ?? '')
  const after = wholeNumberParam(req, 'after', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: acked })
  const limit = wholeNumberParam(req, 'limit', { least: 1, most: 500, otherwise: 100 })
  for (const name of entities) await resourceNamed(name)?.takeOver?.({ req }, node)
  const { changes, last, more } = await readChanges(req, { node: node.id, entities, after, limit })
  return jsonAnswer({
    changes: await withItems(req, node, await newsFor(req, node, changes)),
    last,
    more,
    acknowledged: acked,
  })
})

/** Without what is another source's: an identifier that is asked for, or a record that goes elsewhere. */
async function newsFor(req: PayloadRequest, node: Node, changes: readonly Change[]): Promise<Change[]> {
  const news = new Map<string, ReadonlySet<string>>()
  for (const entity of new Set(changes.map((change) => change.entity))) {
    const ids = changes.flatMap((change) => (change.entity === entity ? [change.entityId] : []))
    const resource = resourceNamed(entity)
    const mine = await (resource?.given ?? resource?.newsFor)?.({ req }, node, ids)
    if (mine) news.set(entity, new Set(mine))
  }
  return changes.flatMap((change) => {
    if (isWanted(change))
      return isOfSource(node.source, change.entityId)
        ? [{ ...change, entityId: toldId(node.source, change.entityId) }]
        : []
    return news.get(change.entity)?.has(change.entityId) === false ? [] : [change]
  })
}

/** Puts the record itself to each change; null for one that was asked for or is gone. */
async function withItems(
  req: PayloadRequest,
  node: Node,
  changes: Change[],
): Promise<Array<Change & { item: unknown }>> {
  const items = new Map<string, unknown>()
  for (const entity of new Set(changes.map((change) => change.entity))) {
    const ids = [...new Set(changes.flatMap((change) => (change.entity === entity ? [change.entityId] : [])))]
    const resource = resourceNamed(entity)
    for (const row of resource ? await readItems(resource, req, node.source, { externalIds: [], ids }) : [])
      items.set(`${entity} ${String(row.id)}`, row)
  }
  return changes.map((change) => ({ ...change, item: items.get(`${change.entity} ${change.entityId}`) ?? null }))
}

const ackBody = z.object({ entity: z.string().max(63).optional(), seq: z.int().min(0) })

/** `POST /api/1c/v1/changes/ack {entity?, seq}`: everything up to `seq` is taken over. A position never goes back. */
export const ackChangesEndpoint = nodeEndpoint('post', '/changes/ack', async (req, node) => {
  const parsed = ackBody.safeParse(await jsonOf(req))
  if (!parsed.success)
    throw new AppError('input.invalid', {}, { status: 422, field: parsed.error.issues[0]?.path.join('.') })
  const { entity, seq } = parsed.data
  const entities = await entitiesFor(req, node, entity)
  const acknowledged = await inTransaction(req, async () => {
    const before = await ackedSeq(req, node.id, entity ?? '')
    const reached = await ackChanges(req, { node: node.id, entity: entity ?? '', seq })
    await handOver(req, node, entities, before, reached)
    return reached
  })
  return jsonAnswer({ acknowledged })
})

async function handOver(
  req: PayloadRequest,
  node: Node,
  entities: string[],
  before: number,
  reached: number,
): Promise<void> {
  for (const name of entities) {
    const resource = resourceNamed(name)
    if (!resource?.acknowledged) continue
    const rows = await query<{ id: string }>(
      req,
      sql`select distinct entity_id as id from exchange_changes where entity = any(${list([name])}) and seq > ${before} and seq <= ${reached}`,
    )
    const all = rows.map(({ id }) => id)
    const ids = (await resource.newsFor?.({ req }, node, all)) ?? all
    if (ids.length === 0) continue
    await resource.acknowledged({ req, actor: erpActor(node) }, ids, reached)
    const run = await openRun(req, { node: node.id, transport: 'rest', kind: `${name}-out` })
    await closeRun(req, run, { read: ids.length, changed: ids.length, parts: { parked: 0 } })
  }
}
