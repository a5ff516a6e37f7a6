import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { slugify } from '@/src/lib/translit'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'

/** `slug` is its readable name in addresses, unique among those that are listed. */
export type WarehousePlace = { id: string; slug: string; name: string; address: string | null; pickup: boolean }

/** A warehouse before it has its name in addresses. */
export type WarehouseRow = Omit<WarehousePlace, 'slug'>

/** Warehouses the person may see, by name. */
export async function listWarehouses(context: QueryContext): Promise<WarehousePlace[]> {
  return withSlugs(await query<WarehouseRow>(context.req, warehouseRows(context)))
}

/** Rows of `listWarehouses` as a select. */
export const warehouseRows = ({ actor }: QueryContext): SQL =>
  sql`select h.id::text, h.name, h.address, coalesce(h.pickup, false) as pickup from warehouses h
        where h.active and ${accessOf('warehouses').sql(actor, 'read', 'h')} order by h.name, h.id`

export function withSlugs(rows: readonly WarehouseRow[]): WarehousePlace[] {
  const taken = new Map<string, number>()
  return rows.map((row) => {
    const base = slugify(row.name) || 'sklad'
    const place = (taken.get(base) ?? 0) + 1
    taken.set(base, place)
    return { ...row, slug: place === 1 ? base : `${base}-${place}` }
  })
}
