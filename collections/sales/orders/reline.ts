import { sql } from '@payloadcms/db-postgres/drizzle'
import { vatIncluded } from '@/src/lib/money'
import { execute, list, query } from '@/src/mechanisms/database/query'
import type { ItemContext, Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { findId } from '@/src/mechanisms/exchange/items/rows'
import type { KnownOrder, LineItem } from './lineItem'
import { spreadShipped } from './order.shipments.rules'

type Row = {
  sku: string | null
  external: string | null
  name: string
  article: string | null
  unit: string | null
  qty: number
  price: number
  total: number
  discount: number
  vat: number | null
  shipped: number
}

/** The lines of an order as they shall stand, beside those that it has. */
export type Relined = { known: Row[]; wanted: Row[] }

/** What is told of the goods of an order is what a line is known by: its goods, or its words. */
const keyOf = (row: Pick<Row, 'external' | 'name'>): string => row.external ?? `name ${row.name}`

/** Reads what 1C says of the lines against what is known: a rate of VAT or a shipped quantity that it leaves out stays. */
export async function reline(
  context: ItemContext,
  order: string | null,
  lines: readonly LineItem[],
  warnings: Warning[],
): Promise<Relined> {
  const known = order ? await linesOf(context, order) : []
  const former = new Map(known.map((row) => [keyOf(row), row]))
  const wanted: Row[] = []
  for (const [place, line] of lines.entries()) {
    const sku = line.sku ? await findId(context, 'skus', line.sku) : null
    if (line.sku && !sku)
      warnings.push({ code: 'order.skuUnknown', params: { sku: line.sku }, field: `lines.${place}.sku` })
    wanted.push({
      sku,
      external: line.sku ?? null,
      name: line.name,
      article: line.article ?? null,
      unit: line.unit ?? null,
      qty: line.qty,
      price: line.price,
      total: line.total,
      discount: line.discount ?? 0,
      vat: line.vatRate ?? null,
      shipped: line.shippedQty ?? 0,
    })
  }
  const rates = await ratesOf(
    context,
    wanted.flatMap(({ sku }, place) => (sku && lines[place]?.vatRate === undefined ? [sku] : [])),
  )
  for (const [place, line] of lines.entries()) {
    const row = wanted[place]
    if (row && line.vatRate === undefined)
      row.vat = former.get(keyOf(row))?.vat ?? (row.sku ? (rates.get(row.sku) ?? null) : null)
  }
  keepShipped(known, wanted, lines)
  return { known, wanted }
}

/** What had gone before goes on counting for lines that say nothing of shipments. */
function keepShipped(known: readonly Row[], wanted: Row[], lines: readonly LineItem[]): void {
  if (lines.some(({ shippedQty }) => shippedQty !== undefined)) return
  const gone = known
    .filter(({ shipped }) => shipped > 0)
    .map((row) => ({ sku: row.external, name: row.name, qty: row.shipped }))
  for (const [place, shipped] of spreadShipped(
    wanted.map(({ external, name, qty }) => ({ sku: external, name, qty })),
    gone,
  ).entries()) {
    const row = wanted[place]
    if (row) row.shipped = shipped
  }
}

/** VAT of the lines by their rates; undefined where not one of them has a rate. */
export function vatOfLines({ wanted }: Relined): number | undefined {
  if (wanted.every(({ vat }) => vat === null)) return undefined
  return wanted.reduce((sum, { total, vat }) => sum + vatIncluded(total, vat), 0)
}

/** Writes the lines where they differ; sums are kept as 1C sent them. */
export async function writeLines(
  context: ItemContext,
  order: Pick<KnownOrder, 'id' | 'company'>,
  { known, wanted }: Relined,
): Promise<'same' | 'shipped' | 'lines'> {
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

/** Lines of the cabinet name their goods by the offer alone; 1C knows that by its identifier. */
function linesOf({ req }: ItemContext, order: string): Promise<Row[]> {
  return query<Row>(
    req,
    sql`select l.sku_id::text as sku, coalesce(l.product_external_id, s.external_id) as external, l.name, l.article, l.unit, l.qty::float8 as qty, l.price::float8 as price,
               l.total::float8 as total, coalesce(l.discount, 0)::float8 as discount, l.vat_rate::float8 as vat, coalesce(l.shipped_qty, 0)::float8 as shipped
        from order_lines l left join skus s on s.id = l.sku_id where l.order_id = ${order} order by l.position`,
  )
}

async function ratesOf({ req }: ItemContext, skus: readonly string[]): Promise<Map<string, number | null>> {
  if (skus.length === 0) return new Map()
  const rows = await query<{ id: string; rate: number | null }>(
    req,
    sql`select s.id::text, p.vat_rate::float8 as rate from skus s join products p on p.id = s.product_id where s.id = any(${list(skus, 'uuid')})`,
  )
  return new Map(rows.map(({ id, rate }) => [id, rate]))
}
