import type pg from 'pg'
import type { SessionFile } from '../archive/session-files'
import { flatten } from '../commerceml/flatten'
import type { CommerceRecord } from '../commerceml/records'
import type { Absence } from '../consumer'
import type { ExchangeNode } from '../source'
import { readNodeFile } from './readNodeFile'

/** A full export as it names its records. `tables`: those of which it named any; the names themselves are in `SEEN`. */
export type FullRun = { tables: ReadonlySet<string>; catalogues: string[]; generatedAt: string | null }

/** Temporary table of the connection: `table_name`, `external_id`. */
export const SEEN = 'absent_seen'
const GATHERED = 10_000

/**
 * Reads the files of a run once more, for the identifiers alone, if they are a full export: the first container of
 * each catalogue and of its offers says `СодержитТолькоИзменения="false"`. Later portions say `true` even then. A file
 * that is silent about it, or a run of changes, gives null as soon as that is clear.
 *
 * What could not be read counts as named.
 */
export async function readFullRun(
  client: pg.ClientBase,
  files: readonly SessionFile[],
  absence: Absence,
  node: ExchangeNode,
): Promise<FullRun | null> {
  const told = new Map<string, boolean>()
  const tables = new Set<string>()
  const all = absence.tables.map(({ table }) => table)
  let generatedAt: string | null = null
  let gathered: [string, string][] = []
  await client.query(`create temp table if not exists ${SEEN} (table_name text not null, external_id text not null)`)
  await client.query(`truncate ${SEEN}`)

  const flush = async (): Promise<void> => {
    await client.query(`insert into ${SEEN} select * from unnest($1::text[], $2::text[])`, [
      gathered.map(([table]) => table),
      gathered.map(([, id]) => id),
    ])
    gathered = []
  }
  for (const file of files) {
    for await (const batch of readNodeFile(file, node)) {
      for (const record of batch) {
        if (record.kind === 'header') generatedAt ??= record.generatedAt
        if (isPartial(record, told)) return null
        for (const [table, externalId] of namesOf(record, absence, all)) {
          gathered.push([table, flatten(externalId)])
          if (record.kind !== 'problem') tables.add(table)
        }
      }
      if (gathered.length >= GATHERED) await flush()
    }
  }
  await flush()
  if (told.size === 0) return null
  await client.query(`create index on ${SEEN} (table_name, external_id)`)
  await client.query(`analyze ${SEEN}`)
  const catalogues = [...told.keys()].flatMap((key) =>
    key.startsWith('catalogue ') ? [key.slice('catalogue '.length)] : [],
  )
  return { tables, catalogues, generatedAt }
}

/** Whether this record opens a catalogue, its offers or a classifier that does not hold everything. */
function isPartial(record: CommerceRecord, told: Map<string, boolean>): boolean {
  if (record.kind === 'classifier') return record.onlyChanges && told.size === 0
  if (record.kind !== 'catalogue' && record.kind !== 'package') return false
  const key = `${record.kind} ${(record.kind === 'package' ? record.catalogueId : null) ?? record.externalId ?? ''}`
  if (told.has(key)) return false
  told.set(key, record.full)
  return !record.full
}

function* namesOf(record: CommerceRecord, absence: Absence, all: readonly string[]): Generator<[string, string]> {
  if (record.kind === 'problem') {
    if (record.at.externalId) for (const table of all) yield [table, record.at.externalId]
    return
  }
  for (const { table, externalId } of absence.keysOf(record)) yield [table, externalId]
}
