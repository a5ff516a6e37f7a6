import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from './query'

/** A column that refers to rows of a table; `holds` where a row that is referred to cannot be deleted, `goes` where whatever refers to it is deleted with it. */
type Reference = { table: string; column: string; holds: boolean; goes: boolean }

/** Every column that refers to a table, as the database itself knows them. */
const referencesTo = (runner: Runner, table: string): Promise<Reference[]> =>
  query<Reference>(
    runner,
    sql`select cl.relname as table, a.attname as column, k.confdeltype in ('r', 'a') or (k.confdeltype = 'n' and a.attnotnull) as holds, k.confdeltype = 'c' as goes
        from pg_constraint k join pg_class cl on cl.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = to_regclass(${table}) and cardinality(k.conkey) = 1 order by 1, 2`,
  )

/**
 * The tables that hold rows which cannot be without the row `id` of `table`. Payload gives every relationship `on delete set null`,
 * a required one too, where PostgreSQL then refuses the deletion.
 */
export async function tablesThatNeed(runner: Runner, table: string, id: string): Promise<string[]> {
  const keys = (await referencesTo(runner, table)).filter(({ holds }) => holds)
  if (keys.length === 0) return []
  const holds = keys.map(
    (key) =>
      sql`select ${key.table} as table where exists (select 1 from ${sql.identifier(key.table)} where ${sql.identifier(key.column)} = ${id}::uuid)`,
  )
  const found = await query<{ table: string }>(runner, sql.join(holds, sql` union `))
  return found.map((one) => one.table)
}

/**
 * A condition: no row of any table refers to the row whose id `id` names, but for rows that the database deletes
 * with it, and tables in `except`. A table that comes later counts from its first day.
 */
export async function isNeededNowhere(
  runner: Runner,
  table: string,
  { id, except }: { id: SQL; except: readonly string[] },
): Promise<SQL> {
  const references = (await referencesTo(runner, table)).filter(
    ({ table: from, goes }) => !goes && !except.includes(from),
  )
  return sql.join(
    [
      sql`true`,
      ...references.map(
        ({ table: from, column }) =>
          sql`not exists (select 1 from ${sql.identifier(from)} needs where needs.${sql.identifier(column)} = ${id})`,
      ),
    ],
    sql` and `,
  )
}
