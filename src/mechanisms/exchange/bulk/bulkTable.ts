import type { TroubledKind } from '../commerceml/records'

/** How a value travels through COPY and is read back by the merge. */
export type BulkType = 'text' | 'int8' | 'numeric' | 'bool' | 'jsonb'

export type BulkColumn = {
  type: BulkType
  /**
   * The value is an external id of this table's record; the column gets its id. Without the record the
   * row waits (`required`), or is taken with an empty relation, which is made when that record comes (`linkLate`).
   */
  ref?: { table: string; required: boolean }
  /** Written when the row is made, and the portal's own from then on (addresses, switches). */
  insertOnly?: boolean
  /** Null in the data means «not told»: what is stored stays. */
  keepsNull?: boolean
  /** Stands in for a null when the row is made and the column must not be empty. */
  fallback?: string
  /** The same by an SQL expression, which may be what is really told another time; beside `keepsNull`. */
  fallbackSql?: string
  /** In the data, beside `keepsNull`: a word that means «told to be empty», as «Без НДС» is no rate at all. */
  none?: string
  /** A switch: off while this column of the stored row is true, whatever comes. */
  unless?: string
  /**
   * A jsonb column of the stored row: while it names this column a person has taken that over. The value stays, and
   * what is told is kept in there under the column's name.
   */
  override?: string
  /** Stands in for what is not told: this column of the record that the relation `ref` points to. */
  like?: { ref: string; column: string }
  /** Of a jsonb object: its keys that this column of the stored row names are the sender's and go with it; the others stay. */
  keysIn?: string
}

/** One kind of record that comes in bulk: into which table, and how its columns are filled. */
export type BulkTable = {
  /** What the journal calls it. */
  entity: string
  /** Kind of record of a file that its rows are: what the reader found wrong with one is over when a row of it comes. */
  reads?: TroubledKind
  table: string
  columns: Readonly<Record<string, BulkColumn>>
  /** Columns that tell rows apart in the table; `external_id` unless it is a pair such as (sku, warehouse). */
  conflict?: { columns: readonly string[]; where?: string }
  /** Rows are only added, never changed: what a nested mention may fill in. */
  addOnly?: boolean
  /** Text columns made unique within the table, by a few signs of the external id where another row has the value. */
  unique?: string
}

/** A record that a row waits for: its table, or its table and the column that tells its records apart, and the value. */
export type Wanted = { kind: string; key: string }

/** In place of the hash of what came, of a row that the sender no longer names: whatever comes again differs from it. */
export const ENDED = 'absent'

/** A row on its way: its identity, its values by column, and where it stood in the file. */
export type BulkRow = {
  externalId: string
  values: Readonly<Record<string, string | number | boolean | object | null>>
  line: number | null
  /** What is not there yet, once the merge has looked. */
  wants?: readonly Wanted[]
}

export type BulkCounts = {
  read: number
  created: number
  changed: number
  same: number
  failed: number
  parked: number
}

export const noCounts = (): BulkCounts => ({ read: 0, created: 0, changed: 0, same: 0, failed: 0, parked: 0 })

export function addCounts(into: BulkCounts, more: BulkCounts): void {
  for (const key of Object.keys(into) as (keyof BulkCounts)[]) into[key] += more[key]
}
