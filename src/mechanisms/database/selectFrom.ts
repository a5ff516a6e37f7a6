import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from './query'
import type { TableName, Tables } from './tables'

/** A table, by an alias when the conditions name it: `orders`, `orders o`. */
type From = TableName | `${TableName} ${string}`
type RowFrom<Named extends From> = Named extends TableName
  ? Tables[Named]
  : Named extends `${infer Table extends TableName} ${string}`
    ? Tables[Table]
    : never
type ColumnFrom<Named extends From> = keyof RowFrom<Named> & string

/** Columns by their own names, or by the names that code reads them under: `{ placedAt: 'placed_at' }`. */
type Chosen<Named extends From> = ReadonlyArray<ColumnFrom<Named>> | Readonly<Record<string, ColumnFrom<Named>>>
type Selected<Named extends From, Columns extends Chosen<Named>> =
  Columns extends ReadonlyArray<infer Column>
    ? Pick<RowFrom<Named>, Column & keyof RowFrom<Named>>
    : { -readonly [Name in keyof Columns]: RowFrom<Named>[Columns[Name] & keyof RowFrom<Named>] }

/**
 * Columns of one table, as the driver gives them: the type of a row is that of the database, and a column that is renamed,
 * or may be empty from now on, fails in `tsc`. `rest` is what follows the table: conditions, order, lock.
 */
export function selectFrom<const Named extends From, const Columns extends Chosen<Named>>(
  runner: Runner,
  named: Named,
  columns: Columns,
  rest: SQL,
): Promise<Array<Selected<Named, Columns>>> {
  const [table = '', alias] = named.split(' ')
  const from = alias ? sql`${sql.identifier(table)} ${sql.identifier(alias)}` : sql.identifier(table)
  const chosen: ReadonlyArray<readonly [string, string]> = Array.isArray(columns)
    ? columns.map((column: string) => [column, column] as const)
    : Object.entries(columns as Record<string, string>)
  const list = chosen.map(([name, column]) => sql`${sql.identifier(column)} as ${sql.identifier(name)}`)
  return query(runner, sql`select ${sql.join(list, sql`, `)} from ${from} ${rest}`)
}
