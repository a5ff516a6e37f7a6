import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { writeComment } from '@/src/mechanisms/comments/writeComment'
import { execute, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { customers, staffWhoSell, staffWithClients } from '@/src/mechanisms/access/roles'
import { addLines, type MendedLine } from '../carts/cart.actions'

/**
 * Puts an order's lines into the person's cart at today's prices; names what is no longer sold, and what can be ordered
 * only in another quantity than it was (1C's orders know no packs): the nearest one lies in the cart.
 * @throws AppError `order.nothingToRepeat` 409
 */
export const repeatOrder = defineAction({
  name: 'orders.repeat',
  label: { ru: 'Повторён заказ', en: 'Repeated an order' },
  input: z.object({ order: z.uuid() }),
  may: customers,
  pressSeconds: PRESS_SECONDS,
  lock: { entity: 'orders', id: ({ order }) => order },
  run: async ({
    req,
    actor,
    input,
    row,
  }): Promise<{
    added: number
    gone: string[]
    mended: Array<MendedLine & { name: string; unit: string }>
    lines: number
  }> => {
    const lines = await query<{ sku: string | null; qty: number; name: string; unit: string }>(
      req,
      sql`select sku_id::text as sku, qty::float8 as qty, name, coalesce(unit, '') as unit from order_lines where order_id = ${input.order} order by position`,
    )
    const known = lines.filter((line): line is typeof line & { sku: string } => line.sku !== null)
    const { added, missing, mended, lines: count } = await addLines(req, actor, row.company_id, known, { mend: true })
    if (added === 0) throw new AppError('order.nothingToRepeat', {}, { status: 409 })
    const gone = lines.filter(({ sku }) => sku === null || missing.includes(sku)).map(({ name }) => name)
    const named = mended.map((line) => ({
      ...line,
      name: known.find(({ sku }) => sku === line.sku)?.name ?? '',
      unit: known.find(({ sku }) => sku === line.sku)?.unit ?? '',
    }))
    return { added, gone: [...new Set(gone)], mended: named, lines: count }
  },
})

/**
 * Attaches uploaded files to an order; they stand in its correspondence and the other side is told.
 * @throws AppError `comment.filesUnknown` 404
 */
export const attachOrderFiles = defineAction({
  name: 'orders.attachFiles',
  label: { ru: 'К заказу приложены файлы', en: 'Attached files to an order' },
  input: z.object({
    order: z.uuid(),
    files: z.array(z.uuid()).min(1).max(20),
    note: z.string().trim().max(500).default(''),
  }),
  may: [...staffWithClients, ...customers],
  pressSeconds: PRESS_SECONDS,
  lock: { entity: 'orders', id: ({ order }) => order },
  run: async ({ req, actor, input, row }): Promise<{ comment: string }> => ({
    comment: await writeComment(req, actor, {
      entity: 'orders',
      entityId: input.order,
      number: row.number,
      company: row.company_id,
      body: input.note,
      files: input.files,
    }),
  }),
})

/**
 * [MGR-02] Says which branch carries an order out, or none. @throws AppError `entity.notFound` 404, `company.wrongBranch` 422
 */
export const setOrderBranch = defineAction({
  name: 'orders.setBranch',
  label: { ru: 'Выбран филиал заказа', en: 'Set an order’s branch' },
  input: z.object({ order: z.uuid(), branch: z.uuid().nullable() }),
  may: staffWhoSell,
  lock: { entity: 'orders', id: ({ order }) => order, as: 'update' },
  run: async ({ req, actor, input, row }): Promise<{ branch: string | null }> => {
    const [branch] = input.branch
      ? await selectFrom(req, 'branches', ['name'], sql`where active and id = ${input.branch}`)
      : []
    if (input.branch && !branch) throw new AppError('company.wrongBranch', {}, { status: 422, field: 'branch' })
    if (input.branch === (row.branch_id ?? null)) return { branch: branch?.name ?? null }
    await execute(req, sql`update orders set branch_id = ${input.branch}, updated_at = now() where id = ${input.order}`)
    await recordEvent(req, {
      type: 'order.branchSet',
      entity: 'orders',
      entityId: input.order,
      company: row.company_id,
      actor,
      internal: true,
      data: { number: row.number, branch: branch?.name ?? null },
    })
    return { branch: branch?.name ?? null }
  },
})
