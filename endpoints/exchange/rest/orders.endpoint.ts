import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { readOrders } from '@/collections/sales/orders/order.feed'
import { answer, nodeEndpoint, whole } from './asNode'
import { resourceFor } from './items.endpoint'

const ask = z.object({
  externalId: z.array(z.string().max(200)).max(500),
  number: z.string().max(40).optional(),
  state: z.string().max(40).optional(),
  changedAfter: z.iso.datetime({ offset: true }).optional(),
  exported: z.enum(['true', 'false']).optional(),
})

/** `GET /api/1c/v1/orders?externalId=&number=&state=&changedAfter=&exported=false&limit=`: orders out, oldest first. */
export const getOrders = nodeEndpoint('get', '/orders', async (req, node) => {
  await resourceFor(req, node, 'orders')
  const given = { ...Object.fromEntries(req.searchParams ?? []), externalId: req.searchParams?.getAll('externalId') ?? [] }
  const parsed = ask.safeParse(given)
  if (!parsed.success) throw new AppError('input.invalid', {}, { status: 422, field: parsed.error.issues[0]?.path.join('.') })
  const { externalId, number, state, changedAfter, exported } = parsed.data
  const conditions: SQL[] = [sql`true`]
  if (externalId.length > 0) conditions.push(sql`o.external_id = any(${sql.param(externalId)}::text[])`)
  if (number) conditions.push(sql`o.number = ${number}`)
  if (state) conditions.push(sql`o.status::text = ${state}`)
  if (changedAfter) conditions.push(sql`o.updated_at > ${changedAfter}`)
  if (exported) conditions.push(exported === 'true' ? sql`o.exported_at is not null` : sql`o.exported_at is null`)
  const limit = whole(req, 'limit', { least: 1, most: 500, otherwise: 100 })
  return answer({ items: await readOrders(req, sql.join(conditions, sql` and `), limit) })
})
