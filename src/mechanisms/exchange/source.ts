import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../database/ids'
import { type Runner } from '../database/query'
import { selectFrom } from '../database/selectFrom'

/**
 * Identifiers are unique within their source: the base that a node speaks for. Two bases may both have a product «200»,
 * and the portal keeps them apart: those of the main source as they are told, those of another as `source::id`.
 * Conversion happens where a node's words come in and where they go out, and nowhere else.
 */

/** Whoever speaks to the portal: a base of 1C, by one of its roads. */
export type ExchangeNode = {
  id: string
  name: string
  /** Zone of its wall clock. */
  timezone: string
  /** Short name of the source whose identifiers it uses; empty for the main one. */
  source: string
}

export const MAIN_SOURCE = ''
const MARK = '::'
const NAMED = /^([a-z0-9-]*)::(?=.)/s

/**
 * What the portal keeps for an identifier that a node tells. One that names a source (as the portal gives records of other
 * sources out: `source::id`, `::id` for the main one) is that source's.
 */
export function keptId(source: string, told: string): string {
  const named = NAMED.exec(told)
  const [of, id] = named ? [named[1] ?? MAIN_SOURCE, told.slice(named[0].length)] : [source, told]
  return of === MAIN_SOURCE ? id : `${of}${MARK}${id}`
}

/** What a node is told for an identifier that the portal keeps: its own as it said it, another source's with its name. */
export function toldId(source: string, kept: string): string {
  if (isOfSource(source, kept)) return bareId(kept)
  return isOfSource(MAIN_SOURCE, kept) ? `${MARK}${kept}` : kept
}

export const isOfSource = (source: string, kept: string): boolean => (NAMED.exec(kept)?.[1] ?? MAIN_SOURCE) === source

/** The identifier without its source: the portal's own ids come back from every node so. */
export const bareId = (kept: string): string => kept.replace(NAMED, '')

/** The node of a row of `exchange_nodes` as an `ExchangeNode`, under the name `node`. */
export const nodeOf = (alias: string): SQL =>
  sql.raw(
    `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'timezone', coalesce(${alias}.timezone, 'Europe/Moscow'), 'source', ${alias}.source) as node`,
  )

/** The source that a node speaks for; the main one of a node that is no more. */
export async function sourceOfNode(runner: Runner, node: string): Promise<string> {
  const [row] = await selectFrom(runner, 'exchange_nodes', ['source'], sql`where ${idIs(sql`id`, node)}`)
  return row?.source ?? MAIN_SOURCE
}

/**
 * Whether what hangs on the record with the identifier `column` is for nodes of this source: its record is of the source, or
 * of none, or of one that has no node with a right to the area.
 */
export const servedBy = (source: string, area: string, column: SQL): SQL =>
  sql`(coalesce(${sourceOf(column)}, ${source}) = ${source} or not exists (
        select 1 from exchange_nodes served join exchange_nodes_entities e on e.parent_id = served.id and e.value::text = ${area} where served.active and served.source = ${sourceOf(column)}))`

/** The source of an identifier in a column; of none when there is no identifier. */
export const sourceOf = (column: SQL): SQL =>
  sql`case when ${column} is not null then coalesce(substring(${column} from '^([a-z0-9-]*)::.'), ${MAIN_SOURCE}) end`

/** A condition: the node that a column of a statement refers to (`offered_to_id`) has been heard of within a day. */
export const isHeardOf = (column: string): SQL =>
  sql`exists (select 1 from exchange_nodes n where n.id = ${sql.raw(column)} and n.active and n.last_seen_at > now() - ${SILENT})`

/** A base that has not been heard of for so long takes nothing any more: what it was offered is offered to others. */
const SILENT = sql`interval '1 day'`

/** The source of the node that a column of a statement refers to (`taken_by_id`), as SQL; null when there is none. */
export const sourceOfNodeIn = (column: string): SQL =>
  sql`(select n.source from exchange_nodes n where n.id = ${sql.raw(column)})`
