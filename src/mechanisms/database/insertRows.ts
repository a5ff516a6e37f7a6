import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from './query'
import { columnOf } from './tableOf'

/** Fields of a row by their names in code; a relation is given as `companyId`. Objects are stored as JSON. */
export type Row = Record<string, unknown>

const BATCH = 500

/**
 * Inserts rows below Payload and gives their ids in the same order. `createdAt` and `updatedAt` are now
 * unless given. Every row must name the same fields as the first.
 */
export async function insertRows(runner: Runner, table: string, rows: readonly Row[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < rows.length; from += BATCH)
    ids.push(...(await insertBatch(runner, table, rows.slice(from, from + BATCH))))
  return ids
}

/** Inserts one row and gives its id. */
export async function insertRow(runner: Runner, table: string, row: Row): Promise<string> {
  const [id] = await insertRows(runner, table, [row])
  if (!id) throw new Error(`Nothing was inserted into ${table}`)
  return id
}

async function insertBatch(runner: Runner, table: string, rows: readonly Row[]): Promise<string[]> {
  const now = new Date().toISOString()
  const fields = [...new Set(['createdAt', 'updatedAt', ...Object.keys(rows[0] ?? {})])]
  const columns = sql.raw(fields.map((field) => `"${columnOf(field)}"`).join(', '))
  const values = rows.map((row) => {
    const cells = fields.map((field) => sql`${sql.param(stored(row[field] ?? (isStamp(field) ? now : null)))}`)
    return sql`(${sql.join(cells, sql`, `)})`
  })
  const inserted = await query<{ id: string }>(
    runner,
    sql`insert into ${sql.raw(`"${table}"`)} (${columns}) values ${sql.join(values, sql`, `)} returning id::text`,
  )
  return inserted.map(({ id }) => id)
}

const isStamp = (field: string): boolean => field === 'createdAt' || field === 'updatedAt'

function stored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
