import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { localeOf } from '@/src/mechanisms/actions/errorResponse'
import { resourceNamed, type Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { readItems } from '@/src/mechanisms/exchange/items/shown'
import { takeItems } from '@/src/mechanisms/exchange/items/takeItems'
import { requireArea, type Node } from '@/src/mechanisms/exchange/nodeAuth'
import { resourceIsOn } from '@/src/mechanisms/exchange/items/resourceIsOn'
import { jsonAnswer, nodeEndpoint, textParam } from './asNode'
import { itemsOf } from './body'

/** The resource of the address, if it is there and the node may have it. @throws AppError 404, 403 */
export async function resourceFor(req: PayloadRequest, node: Node, name: string): Promise<Resource> {
  const resource = resourceNamed(name)
  if (!resource || !(await resourceIsOn(req, resource))) {
    throw new AppError('exchange.unknownEntity', { entity: name.slice(0, 63) }, { status: 404 })
  }
  requireArea(node, resource.area)
  return resource
}

const named = (req: PayloadRequest): string => String(req.routeParams?.entity ?? '')

async function take(req: PayloadRequest, node: Node): Promise<Response> {
  const resource = await resourceFor(req, node, named(req))
  const items = await itemsOf(req)
  const idempotencyKey = req.headers.get('idempotency-key') ?? undefined
  return jsonAnswer(
    await takeItems(req, resource, { node, items, idempotencyKey, locale: localeOf(req), transport: 'rest' }),
  )
}

/** `PUT` or `POST /api/1c/v1/{entity}`: a batch in, a result for each item out. */
export const putItems = nodeEndpoint('put', '/:entity', take)
export const postItems = nodeEndpoint('post', '/:entity', take)

/** `GET /api/1c/v1/{entity}?externalId=a&externalId=b`: what the portal holds, with the sync passport. */
export const getItems = nodeEndpoint('get', '/:entity', async (req, node) => {
  const resource = await resourceFor(req, node, named(req))
  if (!resource.read) throw new AppError('exchange.unknownEntity', { entity: resource.name }, { status: 404 })
  const externalIds = (req.searchParams?.getAll('externalId') ?? []).filter(Boolean).slice(0, 500)
  const id = textParam(req, 'id')
  if (externalIds.length === 0 && !id)
    throw new AppError('exchange.readNothing', {}, { status: 422, field: 'externalId' })
  return jsonAnswer({ items: await readItems(resource, req, node.source, { externalIds, ids: id ? [id] : [] }) })
})
