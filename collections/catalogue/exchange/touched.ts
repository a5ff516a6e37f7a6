import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import type { BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { refreshProductSearch } from '../products/searchDocuments'
import { searchUpkeepJob } from './searchUpkeep.jobs'

/** Beyond this many touched rows renewing all products is quicker than naming them, and worth a job of its own. */
const REFRESH_ALL = 20_000

/** Goods are followed by their offers as a rule: one renewal serves both. */
const SOON_MS = 10_000

export type Touched = {
  add: (table: BulkTable, ids: string[]) => void
  /** Renews search, facets and price order of the products behind the touched rows; after a mass import a job does. */
  refresh: (req: PayloadRequest) => Promise<void>
}

/**
 * Rows that were made or changed while a file was applied, until they are too many to be worth naming.
 * With `unknown` (a file whose first worker died) what it had touched cannot be told: all are renewed.
 */
export function createTouched(unknown = false): Touched {
  const byTable = new Map<string, string[]>()
  let count = unknown ? REFRESH_ALL + 1 : 0
  return {
    add: ({ table }, ids) => {
      count += ids.length
      if (count > REFRESH_ALL) return byTable.clear()
      byTable.set(table, [...(byTable.get(table) ?? []), ...ids])
    },
    refresh: async ({ payload }) => {
      if (count > REFRESH_ALL)
        return enqueue(payload, searchUpkeepJob, {}, { key: 'all', after: new Date(Date.now() + SOON_MS) })
      if (count === 0) return
      await refreshProductSearch(payload, await productsBehind(payload, byTable))
    },
  }
}

/** Products that rows of goods, offers, prices, stock, brands, closed warehouses and groups belong to; goods of a hidden group below stand elsewhere too. */
export async function productsBehind(
  runner: Runner,
  byTable: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const of = (table: string) => sql`any(${list(byTable.get(table) ?? [], 'uuid')})`
  const rows = await query<{ id: string }>(
    runner,
    sql`with recursive down as (
          select g.id from groups g where g.id = ${of('groups')}
          union
          select g.id from groups g join down on g.parent_id = down.id where g.active is not true
        )
        select distinct product::text as id from (
          select unnest(${list(byTable.get('products') ?? [], 'uuid')}) as product
          union all select product_id from skus where id = ${of('skus')}
          union all select k.product_id from prices p join skus k on k.id = p.sku_id where p.id = ${of('prices')}
          union all select k.product_id from stocks s join skus k on k.id = s.sku_id where s.id = ${of('stocks')}
          union all select k.product_id from warehouses h join stocks s on s.warehouse_id = h.id join skus k on k.id = s.sku_id where h.id = ${of('warehouses')} and h.active is not true
          union all select p.id from products p where p.brand_id = ${of('brands')}
          union all select p.id from products p where p.group_id in (select id from down)
        ) t where product is not null`,
  )
  return rows.map(({ id }) => id)
}
