import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from './query'

/** Values of scalar expressions by their names, all of them by one statement; nothing is sent when none is asked. */
export async function scalars<Value>(
  runner: Runner,
  expressions: ReadonlyArray<readonly [name: string, expression: SQL]>,
): Promise<Readonly<Record<string, Value>>> {
  if (expressions.length === 0) return {}
  const columns = expressions.map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`)
  const [row] = await query<Record<string, Value>>(runner, sql`select ${sql.join(columns, sql`, `)}`)
  return row ?? {}
}
