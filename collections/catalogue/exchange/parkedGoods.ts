import type { BulkRow } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { mergeRows, type MergeContext } from '@/src/mechanisms/exchange/bulk/merge'
import type { ConsumerContext, ParkedRow } from '@/src/mechanisms/exchange/consumer'
import { currencyCode } from '@/src/lib/currencies'
import { catalogueTables } from './tables'
import { createTouched } from './touched'

/** Another try of rows that waited: the ids of those that went in, null for what is not goods. */
export async function retryGoods(
  context: ConsumerContext,
  entity: string,
  parked: readonly ParkedRow[],
): Promise<string[] | null> {
  const table = catalogueTables.find((one) => one.entity === entity)
  if (!table) return null
  const held = new Set<string>()
  const touched = createTouched()
  const merge: MergeContext = {
    run: context.run,
    node: context.node.name,
    time: context.time,
    park: async (_table, orphans) => {
      orphans.forEach(({ externalId }) => held.add(externalId))
      await context.park(table, orphans)
    },
    // What is older than the record by now is done with; anything else stays in the journal.
    refuse: async (_table, rows, code, params) => {
      if (code === 'exchange.older') return
      rows.forEach(({ externalId }) => held.add(externalId))
      await context.refuse(table, rows, code, params)
    },
    touched: touched.add,
  }
  const rows = parked.map(keptRow).flatMap((row) => {
    // A price that was not taken is kept with the word that stood for its currency.
    const { currency } = row.values
    if (typeof currency !== 'string') return [row]
    const code = currencyCode(currency)
    if (code) return [{ ...row, values: { ...row.values, currency: code } }]
    held.add(row.externalId)
    return []
  })
  await mergeRows(context.client, table, rows, merge)
  await touched.refresh(context.req)
  return parked.flatMap((one) => (held.has(keptRow(one).externalId) ? [] : [one.id]))
}

/** The journal keeps rows of goods as the merge takes them. */
function keptRow({ row }: ParkedRow): BulkRow {
  const { externalId, values } = row as Pick<BulkRow, 'externalId' | 'values'>
  return { externalId, values, line: null }
}
