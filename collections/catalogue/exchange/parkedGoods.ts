import type { BulkRow, BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { mergeRows } from '@/src/mechanisms/exchange/bulk/merge'
import type { OfferRecord, PriceRecord, StockRecord } from '@/src/mechanisms/exchange/commerceml/records'
import type { ConsumerContext, ParkedRow } from '@/src/mechanisms/exchange/consumer'
import { priceRow, skuRow, stockRow } from './rows'
import { priceTable, skuTable, stockTable, totalStockTable } from './tables'
import { createTouched } from './touched'

// The journal keeps the record that the reader made; its kind follows from the table that it waited for.
const makers: ReadonlyMap<string, { table: BulkTable; make: (record: never) => BulkRow }> = new Map([
  [skuTable.entity, { table: skuTable, make: (offer: OfferRecord) => skuRow(offer, { externalId: offer.productExternalId }) }],
  [priceTable.entity, { table: priceTable, make: (price: PriceRecord) => priceRow(price) }],
  [stockTable.entity, { table: stockTable, make: (stock: StockRecord) => stockRow(stock) }],
  [totalStockTable.entity, { table: totalStockTable, make: (stock: StockRecord) => stockRow(stock) }],
])

/** Another try of rows that waited: the ids of those that went in, null for what is not goods. */
export async function retryGoods(context: ConsumerContext, entity: string, parked: readonly ParkedRow[]): Promise<string[] | null> {
  const maker = makers.get(entity)
  if (!maker) return null
  const rows = parked.map(({ row }) => maker.make(row as never))
  const held = new Set<string>()
  const hold = async (_table: BulkTable, orphans: BulkRow[]): Promise<void> => orphans.forEach(({ externalId }) => held.add(externalId))
  const touched = createTouched()
  await mergeRows(context.client, maker.table, rows, { run: context.run, node: context.node.name, park: hold, refuse: hold, touched: touched.add })
  await touched.refresh(context.req)
  return parked.flatMap(({ id }, place) => (held.has(rows[place]?.externalId ?? '') ? [] : [id]))
}
