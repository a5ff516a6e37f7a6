import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs, isUuid } from '../database/ids'

/** A record that people call by a number which is not its own alone: other years, companies and sources have the same. */
export type Numbered = { id: string; number: string }

const TAG = /^(.*)~([0-9a-f]{8})$/s

/**
 * What stands in the address of such a record: its number, and the beginning of its id, which says whose and of what
 * year. It follows from the record alone, so an address tells of no other record, and stays when others come.
 */
export const numberedPart = ({ id, number }: Numbered): string => `${number}~${id.slice(0, 8)}`

/** Page of a numbered record for `defineRecord`; by the id where the number is not known (events of old). */
export const numberedPage =
  (list: string) =>
  ({ id, number }: Numbered): string =>
    `${list}/${number && isUuid(id) ? encodeURIComponent(numberedPart({ id, number })) : id}`

/**
 * Whether a record stands at a part of an address: its own, its id, or its number alone, which several may share. A
 * number that has been changed since does not matter. `row` is the alias of its table.
 */
export function standsAt(part: string, row: string): SQL {
  const id = sql.raw(`${row}.id`)
  if (isUuid(part)) return idIs(id, part)
  const tag = TAG.exec(part)?.[2]
  if (!tag) return sql`${sql.raw(`${row}.number`)} = ${part}`
  return sql`${id} between ${`${tag}-0000-0000-0000-000000000000`}::uuid and ${`${tag}-ffff-ffff-ffff-ffffffffffff`}::uuid`
}

/** Puts the record first whose number the address says, should two ids begin alike. */
export const byNumberAt = (part: string, row: string): SQL =>
  sql`coalesce(${sql.raw(`${row}.number`)} = ${TAG.exec(part)?.[1] ?? part}, false) desc`
