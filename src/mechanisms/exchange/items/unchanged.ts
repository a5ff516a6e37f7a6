import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query } from '../../database/query'
import type { ItemContext, Resource } from './defineResource'

/** An item on its way: what the portal calls it, and the hash of what came. */
export type Keyed = { key: string; hash: string }

export const hashOf = (item: unknown): string => createHash('sha256').update(JSON.stringify(item)).digest('base64url')

/**
 * Ids of the records whose items this node has sent before, word for word, and which nobody has written to since: one
 * look for a whole batch. `xmin` of a row is another one after every write, whoever makes it.
 */
export async function unchangedItems(
  { req, node }: ItemContext,
  { name, table }: Resource,
  items: readonly Keyed[],
): Promise<Map<string, string>> {
  if (!table || items.length === 0) return new Map()
  const rows = await query<{ key: string; id: string }>(
    req,
    sql`select t.key, t.record_id::text as id from unnest(${list(items.map(({ key }) => key))}, ${list(items.map(({ hash }) => hash))}) as u(key, hash)
        join exchange_taken t on t.resource = ${name} and t.key = u.key and t.hash = u.hash and t.node_id = ${node.id}
        join ${sql.identifier(table)} r on r.id = t.record_id and r.xmin::text = t.record_version`,
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Remembers items that have gone in, with their records as they stand now. */
export async function rememberItems(
  { req, node }: ItemContext,
  { name, table }: Resource,
  items: ReadonlyArray<Keyed & { id: string }>,
): Promise<void> {
  if (!table || items.length === 0) return
  await execute(
    req,
    sql`insert into exchange_taken (resource, key, node_id, hash, record_id, record_version)
        select ${name}, u.key, ${node.id}, u.hash, r.id, r.xmin::text
        from unnest(${list(items.map(({ key }) => key))}, ${list(items.map(({ hash }) => hash))}, ${list(
          items.map(({ id }) => id),
          'uuid',
        )}) as u(key, hash, id)
        join ${sql.identifier(table)} r on r.id = u.id
        on conflict (resource, key) do update set node_id = excluded.node_id, hash = excluded.hash, record_id = excluded.record_id, record_version = excluded.record_version`,
  )
}
