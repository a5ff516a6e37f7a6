import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { declarations } from '@/src/lib/declarations'
import { list, query } from '../database/query'
import { columnOf, tableOf } from '../database/tableOf'

/** Kinds of the journal whose lines are called by a record of another kind: a price and a picture by their product. */
const calledBy = declarations<string>()

/** Declares by which collection's records the lines of a kind are called. */
export function callRecords(entity: string, slug: string): void {
  calledBy.set(entity, slug)
}

type Told = { entity: string | null; external: string | null; row: Record<string, unknown> | null }

/**
 * What people call the records of journal lines: the number or the name that the line itself kept, else the title of
 * the record in the portal, found by its identifier. Lines about nothing that has a name get none.
 */
export async function recordNames(payload: Payload, lines: readonly Told[]): Promise<(string | null)[]> {
  const titles = new Map<string, Map<string, string>>()
  const wanted = new Map<string, Set<string>>()
  for (const { entity, external } of lines) {
    const slug = entity ? (calledBy.get(entity) ?? entity) : null
    if (slug && external) wanted.set(slug, (wanted.get(slug) ?? new Set()).add(external).add(recordOf(external)))
  }
  for (const [slug, externals] of wanted) titles.set(slug, await titlesOf(payload, slug, [...externals]))
  return lines.map(({ entity, external, row }) => {
    const found = entity && external ? titles.get(calledBy.get(entity) ?? entity) : undefined
    return kept(row) ?? (external ? (found?.get(external) ?? found?.get(recordOf(external)) ?? null) : null)
  })
}

/** A price and a stock are kept as `offer|type`. */
const recordOf = (external: string): string => external.split('|')[0] ?? external

/** The name or number of the record as the line keeps it, however it came. */
function kept(row: Record<string, unknown> | null): string | null {
  for (const part of [row, row?.values, row?.item]) {
    if (!part || typeof part !== 'object') continue
    const { number, name } = part as Record<string, unknown> // any object may be asked for its fields
    for (const value of [number, name]) if (typeof value === 'string' && value !== '') return value
  }
  return null
}

async function titlesOf(payload: Payload, slug: string, externals: readonly string[]): Promise<Map<string, string>> {
  const collection = payload.config.collections.find((one) => one.slug === slug)
  const column = collection?.admin.useAsTitle
  const has = (name: string): boolean => collection?.flattenedFields.some((field) => field.name === name) ?? false
  if (!collection || !column || !has(column) || !has('externalId')) return new Map()
  const rows = await query<{ external: string; title: string | null }>(
    payload,
    sql`select external_id as external, ${sql.identifier(columnOf(column))}::text as title from ${sql.identifier(tableOf(slug))} where external_id = any(${list(externals)})`,
  )
  return new Map(rows.flatMap(({ external, title }) => (title ? [[external, title] as const] : [])))
}
