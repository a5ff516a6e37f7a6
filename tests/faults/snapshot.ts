import { queryOnce } from '../../scripts/lib/database.mjs'

/** Tables that a catalogue goes to; their arrays and relations (`products_texts`, `skus_rels`) come along. */
const AREAS = [
  'groups',
  'brands',
  'products',
  'skus',
  'price_types',
  'prices',
  'warehouses',
  'stocks',
  'units',
  'product_search',
  'exchange_issues',
]
/** What may differ between two runs: times, keys of the database, and which run or file a row came by. */
const APART = new Set(['id', 'created_at', 'updated_at', 'synced_at', 'sync_run', 'sync_run_id', 'run_id', 'file_id'])

type Row = Record<string, unknown>

/** All rows of the catalogue by table, each as one line of text, with references written as what they point at. */
export async function catalogueOf(databaseUrl: string): Promise<Map<string, string[]>> {
  const tables = await catalogueTables(databaseUrl)
  const rows = new Map<string, Row[]>()
  for (const table of tables)
    rows.set(
      table,
      await queryOnce(databaseUrl, `select to_jsonb(t) as row from "${table}" t`).then((all) =>
        all.map(({ row }: { row: Row }) => row),
      ),
    )
  const names = new Map<unknown, string>()
  for (const [table, all] of rows)
    for (const row of all) if (row.external_id) names.set(row.id, `${table}:${String(row.external_id)}`)
  return new Map([...rows].map(([table, all]) => [table, all.map((row) => lineOf(row, names)).sort()]))
}

async function catalogueTables(databaseUrl: string): Promise<string[]> {
  const found: Array<{ name: string }> = await queryOnce(
    databaseUrl,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  return found
    .map(({ name }) => name)
    .filter((name) => AREAS.some((area) => name === area || name.startsWith(`${area}_`)))
}

function lineOf(row: Row, names: Map<unknown, string>): string {
  const kept = Object.entries(row)
    .filter(([column]) => !APART.has(column))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(kept.map(([column, value]) => [column, names.get(value) ?? value]))
}
