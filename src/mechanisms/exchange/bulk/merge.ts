import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { addCounts, noCounts, type BulkCounts, type BulkRow, type BulkTable } from './bulkTable'
import { copyLine } from './copyText'
import { mergeSql, type MergeSql } from './mergeSql'

export type MergeContext = {
  /** Names in the sync passport of each row. */
  node: string
  run: string
  /** Rows whose required relation is not there yet; called inside the portion's transaction. */
  park: (table: BulkTable, rows: BulkRow[]) => Promise<void>
  /** Ids of rows that were made or changed. */
  touched?: (table: BulkTable, ids: string[]) => void
}

/** Rows a transaction: enough for COPY to pay, few enough for locks and memory. */
export const PORTION = 5_000

const statements = new WeakMap<BulkTable, MergeSql>()

/**
 * Writes one portion: COPY into a staging table, then set-based merge where the hash differs. One
 * transaction; run again after a crash it finds its own rows unchanged. The last of doubled rows wins.
 */
export async function mergePortion(client: pg.ClientBase, table: BulkTable, rows: readonly BulkRow[], context: MergeContext): Promise<BulkCounts> {
  const counts = noCounts()
  if (rows.length === 0) return counts
  const texts = statementsOf(table)
  const latest = [...new Map(rows.map((row) => [row.externalId, row])).values()]
  counts.read = rows.length
  await client.query(texts.stage)
  await client.query('begin')
  try {
    await pipeline(Readable.from(lines(table, latest)), client.query(copyFrom(texts.copy)))
    await client.query(texts.same)
    if (texts.orphans) {
      const { rows: found } = await client.query<{ n: number }>(texts.orphans)
      const orphans = found.flatMap(({ n }) => latest[n] ?? [])
      if (orphans.length > 0) await context.park(table, orphans)
      counts.parked = orphans.length
    }
    const { rows: written } = await client.query<{ id: string; created: boolean }>(texts.merge, [context.node, context.run])
    counts.created = written.filter(({ created }) => created).length
    counts.changed = written.length - counts.created
    // Everything that was neither parked nor written was there already.
    counts.same = rows.length - counts.parked - written.length
    await client.query('commit')
    if (written.length > 0) context.touched?.(table, written.map(({ id }) => id))
    return counts
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Merges rows of one table in portions. */
export async function mergeRows(client: pg.ClientBase, table: BulkTable, rows: readonly BulkRow[], context: MergeContext): Promise<BulkCounts> {
  const counts = noCounts()
  for (let start = 0; start < rows.length; start += PORTION) {
    addCounts(counts, await mergePortion(client, table, rows.slice(start, start + PORTION), context))
  }
  return counts
}

function* lines(table: BulkTable, rows: readonly BulkRow[]): Generator<string> {
  let chunk = ''
  for (const [place, row] of rows.entries()) {
    chunk += copyLine(table, row, place, hashOf(table, row))
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
}

/** Hash of what came: the external values, in the order of the declaration. */
function hashOf(table: BulkTable, row: BulkRow): string {
  const hash = createHash('md5')
  for (const column of Object.keys(table.columns)) {
    const value = row.values[column] ?? null
    hash.update(value === null ? '\u0000' : typeof value === 'object' ? JSON.stringify(value) : String(value)).update('\u0001')
  }
  return hash.digest('base64url')
}

function statementsOf(table: BulkTable): MergeSql {
  const known = statements.get(table)
  if (known) return known
  const made = mergeSql(table)
  statements.set(table, made)
  return made
}
