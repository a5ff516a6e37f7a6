import type pg from 'pg'
import type { BulkTable } from './bulkTable'
import { isOverridden } from './mergeSql'

/**
 * Makes the relations that rows had waited for, from whichever file or session either side came. To be called after
 * records were written that others point to; costs one look when nothing waits. Gives the ids of the rows by table.
 */
export async function linkLate(client: pg.ClientBase, tables: readonly BulkTable[]): Promise<Map<BulkTable, string[]>> {
  const linked = new Map<BulkTable, string[]>()
  const { rows } = await client.query<{ table_name: string }>('select distinct table_name from exchange_late')
  const waiting = new Set(rows.map(({ table_name }) => table_name))
  for (const declaration of tables) {
    if (!waiting.has(declaration.table) || declaration.addOnly) continue
    const ids = await linkTable(client, declaration)
    if (ids.length > 0) linked.set(declaration, ids)
  }
  return linked
}

/** The relation itself; of one that a person took over, what is kept of it. */
const linked = (name: string, override: string | undefined): string =>
  override
    ? `"${name}_id" = case when ${isOverridden(override, name)} then t."${name}_id" else found.id end,
       "${override}" = case when ${isOverridden(override, name)} then t."${override}" || jsonb_build_object('${name}', found.id) else t."${override}" end`
    : `"${name}_id" = found.id`

async function linkTable(client: pg.ClientBase, { table, columns }: BulkTable): Promise<string[]> {
  const touched = new Set<string>()
  await client.query('begin')
  try {
    // As the merge does: one writer a table.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`bulk:${table}`])
    for (const [name, { ref, override }] of Object.entries(columns)) {
      if (!ref || ref.required) continue
      // Names come from declarations, never from data.
      const { rows } = await client.query<{ id: string }>(
        `with found as (
           select l.external_id, r.id from exchange_late l join "${ref.table}" r on r.external_id = l.wanted
           where l.table_name = $1 and l.column_name = $2
         ), told as (
           delete from exchange_late l using found where l.table_name = $1 and l.column_name = $2 and l.external_id = found.external_id
         )
         update "${table}" t set ${linked(name, override)}, synced_at = now(), updated_at = now() from found
         where t.external_id = found.external_id returning t.id::text as id`,
        [table, name],
      )
      for (const { id } of rows) touched.add(id)
    }
    // The mark of an unmade relation goes with the last one, so that the row counts as unchanged when it comes again.
    await client.query(
      `update "${table}" t set sync_hash = rtrim(t.sync_hash, '~') where t.id = any($1::uuid[])
         and not exists (select 1 from exchange_late l where l.table_name = $2 and l.external_id = t.external_id)`,
      [[...touched], table],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  return [...touched]
}
