import type { TableName, Tables } from './tables'

/** The table of an entity, as a type: `order-lines` → `order_lines`. */
type TableOf<Entity extends string> = Entity extends `${infer Head}-${infer Tail}` ? `${Head}_${TableOf<Tail>}` : Entity

/** A row of an entity as the database has it; of an entity that is named only when the code runs, columns of any name. */
export type RowOf<Entity extends string> =
  TableOf<Entity> extends TableName ? Tables[TableOf<Entity>] : Record<string, unknown>

/** The table of a collection, as Payload names it. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')

/** The collection of a table. */
export const slugOf = (table: string): string => table.replaceAll('_', '-')

/** The column of a field, as Payload names it: `externalId` → `external_id`. A relation adds `_id`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
