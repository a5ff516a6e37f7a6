import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from './query'

/**
 * The tables that hold rows which cannot be without the row `id` of `table`. Payload gives every relationship `on delete set null`,
 * a required one too, where PostgreSQL then refuses the deletion.
 */
export async function tablesThatNeed(runner: Runner, table: string, id: string): Promise<string[]> {
  const keys = await query<{ table: string; column: string }>(
    runner,
    sql`select cl.relname as table, a.attname as column
        from pg_constraint k join pg_class cl on cl.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = to_regclass(${table}) and cardinality(k.conkey) = 1
          and (k.confdeltype in ('r', 'a') or (k.confdeltype = 'n' and a.attnotnull))
        order by 1, 2`,
  )
  if (keys.length === 0) return []
  const holds = keys.map((key) => sql`select ${key.table} as table where exists (select 1 from ${sql.identifier(key.table)} where ${sql.identifier(key.column)} = ${id}::uuid)`)
  const found = await query<{ table: string }>(runner, sql.join(holds, sql` union `))
  return found.map((one) => one.table)
}
