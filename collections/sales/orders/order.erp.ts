import { sql } from '@payloadcms/db-postgres/drizzle'
import { addErrorLabels } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import type { ItemContext, Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { findId } from '@/src/mechanisms/exchange/items/rows'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import type { KnownOrder, LineItem } from './order.resource'
import { stateLabel } from '@/src/mechanisms/workflow/defineWorkflow'
import { orderWorkflow } from './order.workflow'

/**
 * Moves an order to the state that 1C says, by a transition that the workflow allows to the ERP.
 * @throws AppError `order.noWay` 409 when there is none from where the order stands
 */
export async function moveTo(context: ItemContext, order: KnownOrder, state: string, comment?: string): Promise<boolean> {
  if (order.status === state) return false
  const way = Object.entries(orderWorkflow.transitions).find(
    ([, it]) => it.to === state && it.from.includes(order.status) && it.by.includes('erp'),
  )
  if (!way) throw new AppError('order.noWay', { from: stateLabel(orderWorkflow, order.status), to: stateLabel(orderWorkflow, state) }, { status: 409, field: 'state' })
  const said = comment ?? (way[1].needs?.includes('comment') ? 'Изменено в 1С' : undefined)
  await runAction(transitionAction, {
    req: context.req,
    input: { entity: 'orders', id: order.id, transition: way[0], comment: said },
    as: context.actor,
  })
  return true
}

type Row = { sku: string | null; external: string | null; name: string; article: string | null; unit: string | null; qty: number; price: number; total: number; discount: number; vat: number | null; shipped: number }

/** Replaces the lines of an order where they differ; sums are kept as 1C sent them. */
export async function replaceLines(context: ItemContext, order: KnownOrder, lines: readonly LineItem[], warnings: Warning[]): Promise<'same' | 'shipped' | 'lines'> {
  const wanted: Row[] = []
  for (const [place, line] of lines.entries()) {
    const sku = line.sku ? await findId(context, 'skus', line.sku) : null
    if (line.sku && !sku) warnings.push({ code: 'order.skuUnknown', params: { sku: line.sku }, field: `lines.${place}.sku` })
    wanted.push({
      sku,
      external: line.sku ?? null,
      name: line.name,
      article: line.article ?? null,
      unit: line.unit ?? null,
      qty: line.qty,
      price: line.price,
      total: line.total,
      discount: line.discount,
      vat: line.vatRate ?? null,
      shipped: line.shippedQty ?? 0,
    })
  }
  const known = await query<Row>(
    context.req,
    sql`select sku_id::text as sku, product_external_id as external, name, article, unit, qty::float8 as qty, price::float8 as price, total::float8 as total,
               coalesce(discount, 0)::float8 as discount, vat_rate::float8 as vat, coalesce(shipped_qty, 0)::float8 as shipped
        from order_lines where order_id = ${order.id} order by position`,
  )
  if (JSON.stringify(known) === JSON.stringify(wanted)) return 'same'
  await execute(context.req, sql`delete from order_lines where order_id = ${order.id}`)
  for (const [place, row] of wanted.entries()) {
    await execute(
      context.req,
      sql`insert into order_lines (order_id, company_id, position, sku_id, product_external_id, name, article, unit, qty, price, total, discount, vat_rate, shipped_qty, created_at, updated_at)
          values (${order.id}, ${order.company}, ${place + 1}, ${row.sku}, ${row.external}, ${row.name}, ${row.article}, ${row.unit}, ${row.qty}, ${row.price}, ${row.total},
                  ${row.discount}, ${row.vat}, ${row.shipped}, now(), now())`,
    )
  }
  const composition = (rows: readonly Row[]): string => JSON.stringify(rows.map((row) => ({ ...row, shipped: 0 })))
  return composition(known) === composition(wanted) ? 'shipped' : 'lines'
}

addErrorLabels({
  'order.noWay': { ru: 'Из состояния «{from}» заказ не переходит в «{to}»', en: 'An order does not go from “{from}” to “{to}”' },
  'order.skuUnknown': { ru: 'Товара {sku} нет в каталоге: строка принята по названию', en: 'The catalogue has no item {sku}: the line was taken by its name' },
  'order.twoFound': { ru: 'externalId и number {number} указывают на разные заказы', en: 'externalId and number {number} name two different orders' },
  'order.otherExternal': { ru: 'Заказ {number} уже связан с другим заказом 1С', en: 'The order {number} is linked to another order of 1C' },
})
