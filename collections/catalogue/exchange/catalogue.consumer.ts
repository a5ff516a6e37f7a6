import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '@/src/mechanisms/database/query'
import { addCounts, noCounts, type BulkCounts, type BulkRow, type BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { mergeRows, PORTION } from '@/src/mechanisms/exchange/bulk/merge'
import type { CommerceRecord, OfferRecord, PriceRecord, PropertyRecord, StockRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { refreshProductSearch } from '../products/product.search'
import { brandRow, groupRow, priceRow, priceTypeRow, productRow, skuRow, stockRow, warehouseRow } from './rows'
import {
  brandTable,
  catalogueTables,
  groupTable,
  mentionedProductTable,
  priceTable,
  priceTypeTable,
  productTable,
  skuTable,
  stockTable,
  totalStockTable,
  warehouseTable,
} from './tables'

/** Beyond this many touched products renewing all of them is quicker than naming them. */
const REFRESH_ALL = 20_000

/** Takes goods, offers, prices and stock out of CommerceML files. */
export const catalogueConsumer = defineConsumer({
  name: 'catalogue',
  area: 'catalogue',
  begin: (context) => consume(context),
  retry: async (context, entity, rows) => {
    const table = [skuTable, priceTable, stockTable, totalStockTable].find((one) => one.entity === entity)
    if (!table) return null
    const made = rows.flatMap(({ id, row }) => {
      const again = parkedRow(table, row)
      return again ? [{ id, again }] : []
    })
    const waiting = new Set<string>()
    const touched = new Set<string>()
    await mergeRows(context.client, table, made.map(({ again }) => again), {
      run: context.run,
      node: context.node.name,
      park: async (_table, orphans) => orphans.forEach(({ externalId }) => waiting.add(externalId)),
      touched: collect(touched),
    })
    await refresh(context, touched)
    return made.flatMap(({ id, again }) => (waiting.has(again.externalId) ? [] : [id]))
  },
})

type Names = { names: Map<string, string>; options: Map<string, string>; told: PropertyRecord[] }

function consume(context: ConsumerContext): Consumption {
  const buffers = new Map<BulkTable, BulkRow[]>(catalogueTables.map((table) => [table, []]))
  const counts: Record<string, BulkCounts> = {}
  const touched = new Set<string>()
  let words: Names | undefined
  let buffered = 0

  const add = (table: BulkTable, row: BulkRow | null): void => {
    if (!row) return
    buffers.get(table)?.push(row)
    buffered += 1
  }
  const flush = async (): Promise<void> => {
    for (const [table, rows] of buffers) {
      if (rows.length === 0) continue
      const these = rows.splice(0)
      const how = { run: context.run, node: context.node.name, park: context.park, touched: collect(touched) }
      const merged = await mergeRows(context.client, table, these, how)
      // A child that came together with its parent finds it only the second time.
      if (table === groupTable) await mergeRows(context.client, table, these, how)
      addCounts((counts[table.entity] ??= noCounts()), merged)
      context.signal.throwIfAborted()
    }
    buffered = 0
  }

  return {
    take: async (record) => {
      words ??= await loadNames(context)
      place(record, words, add)
      if (record.kind === 'stock' && record.qty < 0) {
        await context.problem({ entity: 'stocks', externalId: record.offerExternalId, code: 'stock.negative', params: { qty: record.qty / 1_000 }, line: record.at.line })
      }
      if (buffered >= PORTION) await flush()
    },
    end: async () => {
      await flush()
      if (words) await keepNames(context, words)
      if (counts[groupTable.entity]) await plantGroups(context)
      await refresh(context, touched)
      return counts
    },
  }
}

function place(record: CommerceRecord, { names, options, told }: Names, add: (table: BulkTable, row: BulkRow | null) => void): void {
  switch (record.kind) {
    case 'group':
      return add(groupTable, groupRow(record))
    case 'priceType':
      return add(priceTypeTable, priceTypeRow(record))
    case 'warehouse':
      return add(warehouseTable, warehouseRow(record))
    case 'property':
      told.push(record)
      if (record.name) names.set(record.externalId, record.name)
      for (const { externalId, value } of record.values) if (externalId) options.set(externalId, value)
      return
    case 'product':
      add(brandTable, brandRow(record))
      return add(record.partial ? mentionedProductTable : productTable, productRow(record, names, options))
    case 'offer':
      return add(skuTable, skuRow(record, { externalId: record.productExternalId }))
    case 'price':
      return add(priceTable, priceRow(record))
    case 'stock':
      return add(record.warehouseExternalId ? stockTable : totalStockTable, stockRow(record))
    default:
  }
}

/** Collects products whose own row or whose offers changed; others are found from their SKUs afterwards. */
const collect =
  (touched: Set<string>) =>
  (table: BulkTable, ids: string[]): void => {
    for (const id of ids) touched.add(`${table.table}:${id}`)
  }

/** Renews search, facets and price order of the products behind the touched rows. */
async function refresh({ req }: ConsumerContext, touched: ReadonlySet<string>): Promise<void> {
  if (touched.size === 0) return
  if (touched.size > REFRESH_ALL) return refreshProductSearch(req.payload)
  const of = (table: string): string[] => [...touched].flatMap((key) => (key.startsWith(`${table}:`) ? [key.slice(table.length + 1)] : []))
  const rows = await query<{ id: string }>(
    req.payload,
    sql`select distinct product::text as id from (
          select unnest(${sql.param(of('products'))}::uuid[]) as product
          union all select product_id from skus where id = any(${sql.param(of('skus'))}::uuid[])
          union all select k.product_id from prices p join skus k on k.id = p.sku_id where p.id = any(${sql.param(of('prices'))}::uuid[])
          union all select k.product_id from stocks s join skus k on k.id = s.sku_id where s.id = any(${sql.param(of('stocks'))}::uuid[])
        ) t where product is not null`,
  )
  await refreshProductSearch(req.payload, rows.map(({ id }) => id))
}

async function loadNames({ req }: ConsumerContext): Promise<Names> {
  const rows = await query<{ id: string; name: string; options: Record<string, string> }>(
    req.payload,
    sql`select external_id as id, name, options from exchange_properties`,
  )
  return {
    names: new Map(rows.map(({ id, name }) => [id, name])),
    options: new Map(rows.flatMap(({ options }) => Object.entries(options))),
    told: [],
  }
}

async function keepNames({ req }: ConsumerContext, { told }: Names): Promise<void> {
  for (const property of told) {
    if (!property.name) continue
    const options = Object.fromEntries(property.values.flatMap(({ externalId, value }) => (externalId ? [[externalId, value]] : [])))
    await execute(
      req.payload,
      sql`insert into exchange_properties as p (external_id, name, options) values (${property.externalId}, ${property.name}, ${JSON.stringify(options)}::jsonb)
          on conflict (external_id) do update set name = excluded.name, options = p.options || excluded.options
          where (p.name, p.options) is distinct from (excluded.name, p.options || excluded.options)`,
    )
  }
}

/** Depth and path of every group, from the top down. A circle, which 1C should never send, stays where it was. */
async function plantGroups({ req }: ConsumerContext): Promise<void> {
  await execute(
    req.payload,
    sql`with recursive tree as (
          select id, slug::text as path, 0 as depth from groups where parent_id is null
          union all
          select g.id, tree.path || '/' || g.slug, tree.depth + 1 from groups g join tree on g.parent_id = tree.id where tree.depth < 30
        )
        update groups g set path = tree.path, depth = tree.depth from tree
        where g.id = tree.id and (g.path, g.depth) is distinct from (tree.path, tree.depth::numeric)`,
  )
}

/** A parked row as it was read from its file: the journal keeps the record that the reader made. */
function parkedRow(table: BulkTable, record: Record<string, unknown>): BulkRow | null {
  if (table === skuTable) {
    const offer = record as unknown as OfferRecord
    return skuRow(offer, { externalId: offer.productExternalId })
  }
  if (table === priceTable) return priceRow(record as unknown as PriceRecord)
  return stockRow(record as unknown as StockRecord)
}
