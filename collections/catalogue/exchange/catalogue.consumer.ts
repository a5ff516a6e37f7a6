import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { execute, query } from '@/src/mechanisms/database/query'
import { addCounts, noCounts, type BulkCounts, type BulkRow, type BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { mergeRows, type MergeContext } from '@/src/mechanisms/exchange/bulk/merge'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { linkLate } from '@/src/mechanisms/exchange/bulk/linkLate'
import { absentGoods } from './absentGoods'
import { retryGoods } from './parkedGoods'
import { settleGoods } from './settleGoods'
import { yieldSoleSkus } from './soleSkus'
import { stateOfGoods } from './stateOfGoods'
import { keepNames, loadNames, tellName, type PropertyNames } from './propertyNames'
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
import { createTouched } from './touched'
import { keepUnits, loadUnits, tellUnit, unitName, UNITS, type Units } from './units'

/** Rows of all tables together that are gathered before they are written: an offer alone makes six. */
const GATHERED = 8_000

/** Negative stock is a habit of some bases: beyond this many in a file the journal would say nothing new. */
const MOST_TOLD = 200

/** Takes goods, offers, prices and stock out of CommerceML files. */
export const catalogueConsumer = defineConsumer({
  name: 'catalogue',
  area: 'catalogue',
  begin: (context) => consume(context),
  retry: retryGoods,
  stateOf: stateOfGoods,
  absent: absentGoods,
  tables: catalogueTables,
  settle: settleGoods,
})

function consume(context: ConsumerContext): Consumption {
  const counts: Record<string, BulkCounts> = {}
  const touched = createTouched(context.again)
  const merge: MergeContext = {
    run: context.run,
    node: context.node.name,
    park: context.park,
    refuse: context.refuse,
    arrived: context.arrived,
    touched: touched.add,
  }
  let gathered = new Map<BulkTable, BulkRow[]>()
  let size = 0
  let negative = 0
  let known: Known | undefined
  /** The portion that the database works on while the next one is being read. */
  let writing: Promise<void> = Promise.resolve()

  const add = (table: BulkTable, row: BulkRow | null): void => {
    if (!row) return
    const rows = gathered.get(table)
    if (rows) rows.push(row)
    else gathered.set(table, [row])
    size += 1
  }
  const write = async (portion: Map<BulkTable, BulkRow[]>): Promise<void> => {
    for (const table of catalogueTables) {
      const rows = portion.get(table)
      if (!rows) continue
      addCounts((counts[table.entity] ??= noCounts()), await mergeRows(context.client, table, rows, merge))
      // A child that came together with its parent finds it only the second time.
      if (table === groupTable) await mergeRows(context.client, table, rows, merge)
      context.signal.throwIfAborted()
    }
  }
  const flush = async (): Promise<void> => {
    await writing
    const portion = gathered
    gathered = new Map()
    size = 0
    writing = write(portion)
    // Its failure is thrown by whoever waits for it next; until then it must not count as unhandled.
    writing.catch(() => {})
  }

  /** Goods that came before are renewed before those of this file are written over them. */
  const keepWords = async (words: PropertyNames): Promise<void> => {
    if (words.told.size === 0) return
    await flush()
    await writing
    touched.add(productTable, await keepNames(context.req, words))
  }

  return {
    take: async (record) => {
      if (record.kind === 'header') merge.time = record.generatedAt
      known ??= { words: await loadNames(context.req), units: await loadUnits(context.req), groups: await loadGroups(context.req) }
      if (record.kind === 'product') await keepWords(known.words)
      place(record, known, add)
      if (record.kind === 'stock' && record.qty < 0 && negative < MOST_TOLD) {
        negative += 1
        await context.problem({ entity: 'stocks', externalId: stockRow(record).externalId, code: 'stock.negative', params: { qty: record.qty / 1_000 }, line: record.at.line })
      }
      if (size >= GATHERED) await flush()
    },
    end: async () => {
      await flush()
      await writing
      if (known) await keepWords(known.words)
      if (known && known.units.told.size > 0) counts[UNITS] = await keepUnits(context.req, known.units)
      const late = await linkLate(context.client, catalogueTables)
      for (const [table, ids] of late) touched.add(table, ids)
      if (counts[groupTable.entity] || late.has(groupTable)) await plantGroups(context)
      if (counts[skuTable.entity]?.created) await yieldSoleSkus(context.req.payload)
      await touched.refresh(context.req)
      return counts
    },
    abandon: () => writing.catch(() => {}),
  }
}

/** What rows are made with: words and units told so far, and the groups that are there. */
type Known = { words: PropertyNames; units: Units; groups: Set<string> }

async function loadGroups({ payload }: PayloadRequest): Promise<Set<string>> {
  const rows = await query<{ id: string }>(payload, sql`select external_id as id from groups where active and external_id is not null`)
  return new Set(rows.map(({ id }) => id))
}

function place(record: CommerceRecord, { words, units, groups }: Known, add: (table: BulkTable, row: BulkRow | null) => void): void {
  switch (record.kind) {
    case 'group':
      if (record.deleted) groups.delete(record.externalId)
      else groups.add(record.externalId)
      return add(groupTable, groupRow(record))
    case 'priceType':
      return add(priceTypeTable, priceTypeRow(record))
    case 'warehouse':
      return add(warehouseTable, warehouseRow(record))
    case 'property':
      return tellName(words, record)
    case 'unit':
      return tellUnit(units, record)
    case 'product':
      add(brandTable, brandRow(record))
      return add(record.partial ? mentionedProductTable : productTable, productRow(record, words, unitName(units, record.unit), groups))
    case 'offer':
      return add(skuTable, skuRow(record, unitName(units, record.unit)))
    case 'price':
      return add(priceTable, priceRow(record))
    case 'stock':
      return add(record.warehouseExternalId ? stockTable : totalStockTable, stockRow(record))
    default:
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
