import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { readOrders } from '@/collections/sales/orders/order.feed'
import { ordersFor } from '@/collections/sales/orders/order.outgoing'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { moment, toUtc } from '@/src/mechanisms/exchange/items/fields'
import { malformed } from '@/src/mechanisms/exchange/items/malformed'
import { nameLike } from '@/src/mechanisms/exchange/items/nameLike'
import { shown } from '@/src/mechanisms/exchange/items/shown'
import { keptId } from '@/src/mechanisms/exchange/source'
import { answer, nodeEndpoint, whole } from './asNode'
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
  if (externalId.length > 0) conditions.push(sql`o.external_id = any(${sql.param(externalId.map((id) => keptId(node.source, id)))}::text[])`)
  if (number) conditions.push(sql`o.number = ${number}`)
  if (state) conditions.push(sql`o.status::text = ${state}`)
  if (changedAfter) conditions.push(sql`o.updated_at > ${toUtc(changedAfter, node.timezone)}`)
  if (exported) conditions.push(exported === 'true' ? sql`o.exported_at is not null` : sql`o.exported_at is null and ${ordersFor(node)}`)
  const limit = whole(req, 'limit', { least: 1, most: 500, otherwise: 100 })
  const orders = await readOrders(req, sql.join(conditions, sql` and `), limit)
  return answer({ items: orders.map((order) => shown(resource, node.source, order)) })
})

/** @throws AppError 422 for a filter that there is not, or a value that it does not take: silence would look like «no orders». */
function askOf(req: PayloadRequest): z.output<typeof ask> {
  const given = { ...Object.fromEntries(req.searchParams ?? []), externalId: req.searchParams?.getAll('externalId') ?? [] }
  const names = Object.keys(ask.shape)
  const strange = Object.keys(given).find((name) => !names.includes(name))
  if (strange !== undefined) {
    const field = strange.slice(0, 60)
    throw new AppError('exchange.unknownFilter', { field, like: nameLike(strange, names) ?? 'none' }, { status: 422, field })
  }
  const parsed = ask.safeParse(given)
  if (!parsed.success) throw malformed(parsed.error.issues[0], given)
  return parsed.data
}
