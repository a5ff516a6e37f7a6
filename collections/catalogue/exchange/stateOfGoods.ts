import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import { SOLE } from './soleSkus'
import { catalogueTables } from './tables'
import { UNITS } from './units'

/** To be raised when `rows.ts` makes other rows of the same file: what was applied by older code is then applied anew. */
const FORM = 4

/** How many records the tables behind these kinds hold and when one was last written by an exchange; null for kinds that are not goods. */
export async function stateOfGoods({ payload }: PayloadRequest, entities: readonly string[]): Promise<string | null> {
  const known = new Map([
    ...catalogueTables.map(({ entity, table }): [string, string] => [entity, table]),
    [UNITS, UNITS],
  ])
  if (entities.length === 0 || entities.some((entity) => !known.has(entity))) return null
  const filled = entities.flatMap((entity) => known.get(entity) ?? [])
  // A product may have been taken without its group or brand, which another file brought since.
  const tables = [...new Set([...filled, ...(filled.includes('products') ? ['groups', 'brands'] : [])])].sort()
  const parts: string[] = []
  for (const table of tables) {
    const [row] = await query<{ state: string }>(payload, stateOfTable(table))
    parts.push(`${table} ${row?.state ?? ''}`)
  }
  // The words of properties stand in every product; they come by files of their own in newer schemas.
  const [names] = await query<{ state: string }>(
    payload,
    sql`select coalesce(md5(string_agg(external_id || name || options::text, ' ' order by external_id)), '') as state from exchange_properties`,
  )
  return [FORM, ...parts, names?.state ?? ''].join('; ')
}

/** What the portal made for goods without offers is no part of what a file brought. */
function stateOfTable(table: string): SQL {
  if (table === UNITS)
    return sql`select coalesce(md5(string_agg(concat(code, name, full_name), ' ' order by code)), '') as state from units`
  const rows = table === 'skus' ? sql`where sync_hash is distinct from ${SOLE}` : sql``
  return sql`select count(*) || ' ' || coalesce(max(synced_at)::text, '') as state from ${sql.identifier(table)} ${rows}`
}
