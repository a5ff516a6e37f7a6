import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { asItem } from '@/collections/sales/orders/outgoing/asItem'
import { DUE_ORDER, dueFor } from '@/collections/sales/orders/outgoing/dueOrders'
import { readOutgoing } from '@/collections/sales/orders/outgoing/outgoingOrder'
import { toUtc } from '@/src/lib/toUtc'
import { moment } from '@/src/mechanisms/exchange/items/fields'
import { malformed } from '@/src/mechanisms/exchange/items/malformed'
import { nameLike } from '@/src/mechanisms/exchange/items/nameLike'
import { shownItem } from '@/src/mechanisms/exchange/items/shown'
import { keptId } from '@/src/mechanisms/exchange/source'
import { jsonAnswer, nodeEndpoint, wholeNumberParam } from './asNode'
import { resourceFor } from './items.endpoint'

// Object.keys forgets that there is at least one state.
const states = Object.keys(orderWorkflow.states) as [string, ...string[]]

const ask = z.object({
  externalId: z.array(z.string().max(200)).max(500),
  number: z.string().max(40).optional(),
  state: z.enum(states).optional(),
  changedAfter: moment().optional(),
  exported: z.enum(['true', 'false']).optional(),
  limit: z.string().optional(),
})

/** `GET /api/1c/v1/orders?externalId=&number=&state=&changedAfter=&exported=false&limit=`: orders out, oldest first. */
export const getOrders = nodeEndpoint('get', '/orders', async (req, node) => {
  const resource = await resourceFor(req, node, 'orders')
  const { externalId, number, state, changedAfter, exported } = askOf(req)
  const conditions: SQL[] = [sql`true`]
  if (externalId.length > 0)
    conditions.push(sql`external_id = any(${sql.param(externalId.map((id) => keptId(node.source, id)))}::text[])`)
  if (number) conditions.push(sql`number = ${number}`)
  if (state) conditions.push(sql`status::text = ${state}`)
  if (changedAfter) conditions.push(sql`updated_at > ${toUtc(changedAfter, node.timezone)}`)
  const due = exported === 'false'
  if (exported) conditions.push(due ? dueFor(node) : sql`exported_at is not null`)
  const limit = wholeNumberParam(req, 'limit', { least: 1, most: 500, otherwise: 100 })
  const found = await readOutgoing(req, sql.join(conditions, sql` and `), due ? { order: DUE_ORDER, limit } : { limit })
  const ids = found.map(({ id }) => id)
  const given = new Set(due ? await resource.given?.({ req }, node, ids) : ids)
  const orders = found.filter(({ id }) => given.has(id))
  return jsonAnswer({ items: orders.map((order) => shownItem(resource, node.source, asItem(order))) })
})

/** @throws AppError 422 for a filter that there is not, or a value that it does not take: silence would look like «no orders». */
function askOf(req: PayloadRequest): z.output<typeof ask> {
  const given = {
    ...Object.fromEntries(req.searchParams ?? []),
    externalId: req.searchParams?.getAll('externalId') ?? [],
  }
  const names = Object.keys(ask.shape)
  const strange = Object.keys(given).find((name) => !names.includes(name))
  if (strange !== undefined) {
    const field = strange.slice(0, 60)
    throw new AppError(
      'exchange.unknownFilter',
      { field, like: nameLike(strange, names) ?? 'none' },
      { status: 422, field },
    )
  }
  const parsed = ask.safeParse(given)
  if (!parsed.success) throw malformed(parsed.error.issues[0], given)
  return parsed.data
}
