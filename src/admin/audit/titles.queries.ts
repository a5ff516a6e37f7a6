import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { FlattenedField, SanitizedConfig } from 'payload'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { accessOf, declaredAccess } from '@/src/mechanisms/access/defineAccess'
import { idIn } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { columnOf, tableOf } from '@/src/mechanisms/database/tableOf'

/** What a record is called in the panel: its number, its name. */
export type Title = { entity: string; id: string; title: string }
export type Titles = ReadonlyMap<string, Title>

const MOST_FOUND = 200

/** Titles of records by their ids, whatever collection they are of: ids are unique in all of them together. */
export async function titlesOf(runner: Runner, config: SanitizedConfig, ids: readonly string[]): Promise<Titles> {
  const rows =
    ids.length === 0
      ? []
      : await query<Title>(
          runner,
          union(config, () => idIn(sql`it.id`, ids)),
        )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Titles of records of these kinds, of those that the person may read: one question for all kinds. */
export async function readableTitles(
  { req, actor }: QueryContext,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Titles> {
  const { config } = req.payload
  const kinds = config.collections.filter(({ slug }) => wanted.has(slug) && declaredAccess().has(slug))
  if (kinds.length === 0) return new Map()
  const rows = await query<Title>(
    req,
    union(
      { ...config, collections: kinds },
      (_name, slug) =>
        sql`${idIn(sql`it.id`, [...(wanted.get(slug) ?? [])])} and ${accessOf(slug).sql(actor, 'read', 'it')}`,
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Ids of records whose number or name holds the text. */
export async function idsByTitle(runner: Runner, config: SanitizedConfig, text: string): Promise<string[]> {
  const rows = await query<Title>(
    runner,
    sql`${union(config, (name) => sql`strpos(search_fold(${name}::text), search_fold(${text})) > 0`)} limit ${MOST_FOUND}`,
  )
  return rows.map(({ id }) => id)
}

function union({ collections }: Pick<SanitizedConfig, 'collections'>, where: (name: SQL, slug: string) => SQL): SQL {
  const parts = collections.flatMap(({ slug, custom, admin: { useAsTitle }, flattenedFields }) => {
    const field = flattenedFields.find(({ name }) => name === useAsTitle)
    if (!field || custom?.journal || !isColumn(field)) return []
    const name = sql.raw(`it."${columnOf(field.name)}"`)
    return [
      sql`select ${slug}::text as entity, it.id::text as id, ${name}::text as title from ${sql.raw(`"${tableOf(slug)}"`)} it where ${name} is not null and ${where(name, slug)}`,
    ]
  })
  return sql.join(parts, sql` union all `)
}

const isColumn = (field: FlattenedField): boolean =>
  !('virtual' in field && field.virtual) &&
  ['text', 'textarea', 'select', 'date', 'email', 'number'].includes(field.type)
