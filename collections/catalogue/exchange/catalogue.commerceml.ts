import { sql } from '@payloadcms/db-postgres/drizzle'
import { currencyCode } from '@/src/lib/currencies'
import type { PayloadRequest } from 'payload'
import { list, query } from '@/src/mechanisms/database/query'
import {
  addCounts,
  noCounts,
  type BulkCounts,
  type BulkRow,
  type BulkTable,
} from '@/src/mechanisms/exchange/bulk/bulkTable'
import { mergeRows, type MergeContext } from '@/src/mechanisms/exchange/bulk/merge'
import type { CommerceRecord, PriceRecord, StockRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { linkLate } from '@/src/mechanisms/exchange/bulk/linkLate'
import { absentGoods } from './absentGoods'
import { createEndedAmounts } from './endedAmounts'
import { plantGroups } from '../groups/plantGroups'
import { createEndedPictures } from './endedPictures'
import { hangPictures } from './hangPictures'
import { retryGoods } from './parkedGoods'
import { settleGoods } from './settleGoods'
import { SOLE, yieldSoleSkus } from './soleSkus'
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
  marks: [SOLE],
  settle: settleGoods,
  hangPictures,
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
  let refused: Refusals = new Map()
  let negative = 0
  const goneTypes = new Set<string>()
  const amounts = createEndedAmounts(context, touched)
  const pictures = createEndedPictures(context)
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
  const write = async (
    portion: Map<BulkTable, BulkRow[]>,
    ended: (time: string | null) => Promise<void>,
    refusals: Refusals,
  ): Promise<void> => {
    for (const table of catalogueTables) {
      const rows = portion.get(table)
      if (!rows) continue
      addCounts((counts[table.entity] ??= noCounts()), await mergeRows(context.client, table, rows, merge))
      // A child that came together with its parent finds it only the second time.
      if (table === groupTable) await mergeRows(context.client, table, rows, merge)
      context.signal.throwIfAborted()
    }
    for (const [currency, rows] of refusals)
      await context.refuse(priceTable, rows, 'price.unknownCurrency', { currency })
    await ended(merge.time ?? null)
    await pictures.settle()
  }
  const flush = async (): Promise<void> => {
    await writing
    const portion = gathered
    gathered = new Map()
    size = 0
    const refusals = refused
    refused = new Map()
    writing = write(portion, amounts.portion(), refusals)
    // Its failure is thrown by whoever waits for it next; until then it must not count as unhandled.
    writing.catch(() => {})
  }

  const refuse = (row: BulkRow, currency: string): void => {
    const rows = refused.get(currency)
    if (rows) rows.push(row)
    else refused.set(currency, [row])
    amounts.refused(row.externalId)
    size += 1
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
      if (!known) {
        await amounts.begin()
        await pictures.begin()
      }
      known ??= {
        words: await loadNames(context.req),
        units: await loadUnits(context.req),
        groups: await loadGroups(context.req),
        strange: new Map(),
      }
      if (record.kind === 'product') await keepWords(known.words)
      if (record.kind === 'product') pictures.take(record)
      const price = record.kind === 'price' ? inCurrency(record, known) : null
      if (price?.unknown) refuse(price.row, price.unknown)
      else if (price) add(priceTable, price.row)
      else place(record, known, add)
      amounts.take(record)
      if (record.kind === 'priceType' && record.deleted) goneTypes.add(record.externalId)
      if (record.kind === 'stock' && record.qty < 0 && negative < MOST_TOLD) {
        negative += 1
        await context.problem({
          entity: stockTableOf(record).entity,
          externalId: stockRow(record).externalId,
          code: 'stock.negative',
          params: { qty: record.qty / 1_000 },
          line: record.at.line,
        })
      }
      // Not between an offer and what it says of its prices and stock.
      if (size >= GATHERED && !MIDDLE.has(record.kind)) await flush()
    },
    end: async () => {
      await flush()
      await writing
      await amounts.end(merge.time ?? null)
      await pictures.end()
      if (known) await keepWords(known.words)
      if (known && known.units.told.size > 0) counts[UNITS] = await keepUnits(context.req, known.units)
      const late = await linkLate(context.client, catalogueTables)
      for (const [table, ids] of late) touched.add(table, ids)
      await tellGoneTypes(context, [...goneTypes])
      if (counts[groupTable.entity] || late.has(groupTable)) await plantGroups(context.req.payload)
      if (counts[skuTable.entity]?.created) await yieldSoleSkus(context.req.payload)
      await touched.refresh(context.req)
      return counts
    },
    abandon: () => writing.catch(() => {}),
  }
}

/** What rows are made with: words and units told so far, the groups that are there, and price types in a currency that nobody knows. */
type Known = { words: PropertyNames; units: Units; groups: Set<string>; strange: Map<string, string> }
/** Prices that were not taken, by the word that stood for their currency. */
type Refusals = Map<string, BulkRow[]>

/** The row of a price, in its own currency or in that of its type; or the word that no currency is called by. */
function inCurrency(record: PriceRecord, { strange }: Known): { row: BulkRow; unknown?: string } {
  const row = priceRow(record)
  const told = record.currency || strange.get(record.priceTypeExternalId) || null
  const currency = told === null ? null : currencyCode(told)
  if (told !== null && currency === null) return { row: withCurrency(row, told), unknown: told }
  return { row: withCurrency(row, currency) }
}

const withCurrency = (row: BulkRow, currency: string | null): BulkRow => ({
  ...row,
  values: { ...row.values, currency },
})

const stockTableOf = ({ warehouseExternalId }: StockRecord): BulkTable =>
  warehouseExternalId ? stockTable : totalStockTable

const MIDDLE: ReadonlySet<CommerceRecord['kind']> = new Set(['offer', 'price', 'stock'])

async function loadGroups({ payload }: PayloadRequest): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    payload,
    sql`select external_id as id from groups where active and external_id is not null`,
  )
  return new Set(rows.map(({ id }) => id))
}

function place(
  record: CommerceRecord,
  { words, units, groups, strange }: Known,
  add: (table: BulkTable, row: BulkRow | null) => void,
): void {
  switch (record.kind) {
    case 'group':
      if (record.deleted) groups.delete(record.externalId)
      else groups.add(record.externalId)
      return add(groupTable, groupRow(record))
    case 'priceType':
      if (record.currency && currencyCode(record.currency) === null) strange.set(record.externalId, record.currency)
      else strange.delete(record.externalId)
      return add(priceTypeTable, priceTypeRow(record))
    case 'warehouse':
      return add(warehouseTable, warehouseRow(record))
    case 'property':
      return tellName(words, record)
    case 'unit':
      return tellUnit(units, record)
    case 'product':
      add(brandTable, brandRow(record))
      return add(
        record.partial ? mentionedProductTable : productTable,
        productRow(record, words, unitName(units, record.unit), groups),
      )
    case 'offer':
      return add(skuTable, skuRow(record, unitName(units, record.unit)))
    case 'stock':
      return add(stockTableOf(record), stockRow(record))
    default:
  }
}

const MOST_CLIENTS = 20

/** Who bought by a price type that this run has taken away: somebody has to give them another. */
async function tellGoneTypes({ req, run, problem }: ConsumerContext, types: readonly string[]): Promise<void> {
  if (types.length === 0) return
  const rows = await query<{ external: string; name: string; clients: string; more: number }>(
    req.payload,
    sql`select t.external_id as external, t.name, string_agg(c.name, ', ' order by c.name) filter (where c.place <= ${MOST_CLIENTS}) as clients,
               greatest(count(*) - ${MOST_CLIENTS}, 0)::int as more
        from price_types t join (select name, price_type_id, row_number() over (partition by price_type_id order by name) as place from companies where status <> 'archived') c
          on c.price_type_id = t.id
        where t.external_id = any(${list(types)}) and t.active is not true and t.sync_run = ${run} group by t.id, t.external_id, t.name`,
  )
  for (const { external, name, clients, more } of rows) {
    await problem({
      entity: 'price-types',
      externalId: external,
      code: 'priceType.gone',
      params: { name, clients: more > 0 ? `${clients} (+${more})` : clients },
    })
  }
}
