import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { list } from './query'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether it is written as ids are. */
export const isUuid = (text: string): boolean => UUID.test(text)

/**
 * `column = id` for an id that somebody else named: by the column's own index, which a comparison as text
 * would leave aside. What is no UUID names no row; `false` itself may not stand in an ORDER BY.
 */
export const idIs = (column: SQL, id: string | null | undefined): SQL =>
  id && isUuid(id) ? sql`${column} = ${id}::uuid` : sql`(1 = 0)`

/** `column` is one of the ids; those that are no UUIDs name no row. */
export const idIn = (column: SQL, ids: readonly string[]): SQL =>
  sql`${column} = any(${list(ids.filter(isUuid), 'uuid')})`
