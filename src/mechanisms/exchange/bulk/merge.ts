import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { logger } from '@/src/lib/logger'
import { sqlState } from '../../database/transaction'
import { addCounts, noCounts, type BulkCounts, type BulkRow, type BulkTable, type Wanted } from './bulkTable'
import { columnsOf, stagedRow, type StagedRow } from './cells'
import { mergeSql, type MergeSql } from './mergeSql'
import type { ErrorCode } from '@/src/lib/errors'

export type MergeContext = {
  /** Names in the sync passport of each row. */
  node: string
  run: string
  /** Moment of the data at the sender: a record that holds newer data is left as it is. */
  time?: string | null
  /** Rows whose required relation is not there yet; called inside the portion's transaction. */
  park: (table: BulkTable, rows: BulkRow[], time?: string | null) => Promise<void>
  /** Rows that the portal did not take, with the reason's code. */
  refuse?: (table: BulkTable, rows: BulkRow[], code: ErrorCode, params?: Record<string, string>) => Promise<void>
  /** Rows that are in now, written or found unchanged: an older copy of them may wait no longer. */
  arrived?: (table: BulkTable, externalIds: string[]) => Promise<void>
  /** Ids of rows that were made or changed. */
  touched?: (table: BulkTable, ids: string[]) => void
}

/** Rows a transaction: enough for COPY to pay, few enough for locks and memory. */
export const PORTION = 5_000

/** Classes 22 and 23: a row is to blame, not the database. */
const ROWS_FAULT = /^2[23]/
const MOSTLY = 0.8

const statements = new WeakMap<BulkTable, MergeSql>()
/** Tables whose last portion was mostly new in this run: asking for unchanged rows first would be wasted. */
const mostlyNew = new WeakMap<MergeContext, Set<BulkTable>>()

/** Merges rows of one table in portions; `read` = created + changed + same + parked + failed. */
export async function mergeRows(
  client: pg.ClientBase,
  table: BulkTable,
  rows: readonly BulkRow[],
  context: MergeContext,
): Promise<BulkCounts> {
  const counts = noCounts()
  for (let start = 0; start < rows.length; start += PORTION) {
    addCounts(counts, await mergePortion(client, table, rows.slice(start, start + PORTION), context))
  }
  return counts
}

/**
 * Writes one portion: COPY into a staging table, then set-based merge where the hash differs. One
 * transaction; run again after a crash it finds its own rows unchanged. The last of doubled rows wins.
 * When the database refuses a row, the portion is halved until that row stands alone and is told.
 */
export async function mergePortion(
  client: pg.ClientBase,
  table: BulkTable,
  rows: readonly BulkRow[],
  context: MergeContext,
): Promise<BulkCounts> {
  const counts = noCounts()
  if (rows.length === 0) return counts
  counts.read = rows.length
  const columns = columnsOf(table)
  const latest = [...new Map(rows.map((row) => [row.externalId, row])).values()].map((row) => stagedRow(columns, row))
  const differing = await differingRows(client, table, latest, context)
  addCounts(counts, await writeRows(client, table, differing, context))
  // Everything that was neither written nor held back was there already.
  counts.same = rows.length - counts.created - counts.changed - counts.parked - counts.failed
  return counts
}

/** Unchanged data costs one look at the stored hashes and nothing else. */
async function differingRows(
  client: pg.ClientBase,
  table: BulkTable,
  rows: StagedRow[],
  context: MergeContext,
): Promise<StagedRow[]> {
  const fresh = mostlyNew.get(context) ?? new Set()
  mostlyNew.set(context, fresh)
  if (fresh.has(table)) return rows
  const keys = rows.map(({ row }) => row.externalId)
  const { rows: found } = await client.query<{ n: number }>(statementsOf(table).differing, [
    keys,
    rows.map(({ hash }) => hash),
  ])
  if (found.length > rows.length * MOSTLY) fresh.add(table)
  if (found.length === rows.length) return rows
  const differing = found.flatMap(({ n }) => rows[n - 1] ?? [])
  if (context.arrived) {
    const kept = new Set(differing)
    await context.arrived(
      table,
      rows.filter((row) => !kept.has(row)).map(({ row }) => row.externalId),
    )
  }
  return differing
}

async function writeRows(
  client: pg.ClientBase,
  table: BulkTable,
  rows: StagedRow[],
  context: MergeContext,
): Promise<BulkCounts> {
  if (rows.length === 0) return noCounts()
  try {
    return await writeOnce(client, table, rows, context)
  } catch (error) {
    if (!ROWS_FAULT.test(sqlState(error) ?? '')) throw error
    if (rows.length === 1) return refused(table, rows, error, context)
    const middle = Math.ceil(rows.length / 2)
    const counts = await writeRows(client, table, rows.slice(0, middle), context)
    addCounts(counts, await writeRows(client, table, rows.slice(middle), context))
    return counts
  }
}

async function refused(
  table: BulkTable,
  rows: StagedRow[],
  error: unknown,
  context: MergeContext,
): Promise<BulkCounts> {
  logger.warn(
    { err: error, entity: table.entity, external: rows[0]?.row.externalId },
    'the database refused a row of the exchange',
  )
  await context.refuse?.(
    table,
    rows.map(({ row }) => row),
    'exchange.rejected',
    { state: sqlState(error) ?? '' },
  )
  return { ...noCounts(), failed: rows.length }
}

async function writeOnce(
  client: pg.ClientBase,
  table: BulkTable,
  rows: StagedRow[],
  context: MergeContext,
): Promise<BulkCounts> {
  const counts = noCounts()
  const texts = statementsOf(table)
  const held = new Set<StagedRow>()
  const hold = (found: { n: number; wants?: string[] }[]): BulkRow[] =>
    found.flatMap(({ n, wants }) => {
      const staged = rows[n]
      if (!staged) return []
      held.add(staged)
      // The statement of orphans builds each as { kind, key }.
      return [wants ? { ...staged.row, wants: wants.map((want) => JSON.parse(want) as Wanted) } : staged.row]
    })
  await stageOnce(client, texts.stage)
  await client.query('begin')
  try {
    // One writer a table: two nodes that send the same rows in another order would deadlock.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`bulk:${table.table}`])
    await pipeline(Readable.from(lines(rows)), client.query(copyFrom(texts.copy)))
    const stored = (await client.query(texts.stored)).rowCount !== 0
    if (stored) await client.query(texts.same)
    const older =
      stored && context.time && !table.addOnly
        ? hold((await client.query<{ n: number }>(texts.older, [context.time])).rows)
        : []
    const orphans = texts.orphans ? hold((await client.query<{ n: number; wants: string[] }>(texts.orphans)).rows) : []
    if (older.length > 0) await context.refuse?.(table, older, 'exchange.older')
    if (orphans.length > 0) await context.park(table, orphans, context.time ?? null)
    if (stored) for (const statement of texts.clear) await client.query(statement)
    const { rows: written } = await client.query<{ id: string; created: boolean; late?: boolean }>(texts.merge, [
      context.node,
      context.run,
      context.time ?? null,
    ])
    if (written.some(({ late }) => late)) for (const statement of texts.remember) await client.query(statement)
    if (stored) for (const statement of texts.forget) await client.query(statement)
    await client.query('commit')
    counts.failed = older.length
    counts.parked = orphans.length
    counts.created = written.filter(({ created }) => created).length
    counts.changed = written.length - counts.created
    if (written.length > 0)
      context.touched?.(
        table,
        written.map(({ id }) => id),
      )
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  if (context.arrived && held.size < rows.length) {
    await context.arrived(
      table,
      rows.filter((row) => !held.has(row)).map(({ row }) => row.externalId),
    )
  }
  return counts
}

const staged = new WeakMap<pg.ClientBase, Set<string>>()

/** A staging table lives as long as its connection. */
async function stageOnce(client: pg.ClientBase, statement: string): Promise<void> {
  const there = staged.get(client) ?? new Set()
  staged.set(client, there)
  if (there.has(statement)) return
  await client.query(statement)
  there.add(statement)
}

function* lines(rows: readonly StagedRow[]): Generator<string> {
  let chunk = ''
  for (const [place, { line, hash }] of rows.entries()) {
    chunk += `${place}\t${hash}\t${line}\n`
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
}

function statementsOf(table: BulkTable): MergeSql {
  const known = statements.get(table)
  if (known) return known
  const made = mergeSql(table)
  statements.set(table, made)
  return made
}
