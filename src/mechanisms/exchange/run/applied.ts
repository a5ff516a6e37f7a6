import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { idIs } from '../../database/ids'
import { execute, query } from '../../database/query'
import { noCounts, type BulkCounts } from '../bulk/bulkTable'
import { declaredConsumers } from '../consumer'
import type { FileToImport } from './fileToImport'

/**
 * The counts of a file that this node has sent byte for byte before, when nothing has been written since to the
 * tables that it fills: applying it again would find every row unchanged. Undefined: it has to be applied.
 */
export async function appliedBefore(
  req: PayloadRequest,
  file: FileToImport,
  sha256: string,
): Promise<Record<string, BulkCounts> | undefined> {
  const [known] = await query<{ state: string; counts: Record<string, BulkCounts> }>(
    req,
    sql`select state, counts from exchange_applied where ${idIs(sql`node_id`, file.node.id)} and sha256 = ${sha256}`,
  )
  if (!known || (await stateOf(req, file, Object.keys(known.counts))) !== known.state) return undefined
  return Object.fromEntries(
    Object.entries(known.counts).map(([entity, { read }]) => [entity, { ...noCounts(), read, same: read }]),
  )
}

/**
 * Remembers a file that went in whole: no row failed or waits, and no other file was at work meanwhile, whose rows
 * might lie over this one's. Otherwise forgets it.
 */
export async function rememberApplied(
  req: PayloadRequest,
  file: FileToImport,
  sha256: string,
  counts: Record<string, BulkCounts>,
): Promise<void> {
  await execute(req, sql`delete from exchange_applied where ${idIs(sql`node_id`, file.node.id)} and sha256 = ${sha256}`)
  const [trouble] = await query<{ found: boolean }>(
    req,
    sql`select exists (select 1 from exchange_issues where ${idIs(sql`file_id`, file.id)} and status in ('open', 'parked') and code <> 'stock.negative')
            or exists (select 1 from exchange_files where id::text <> ${file.id} and (status = 'running' or updated_at >= ${file.begunAt}::timestamptz)) as found`,
  )
  const clean = Object.values(counts).every(({ failed, parked }) => failed === 0 && parked === 0)
  const state = clean && !trouble?.found && !file.begun ? await stateOf(req, file, Object.keys(counts)) : null
  if (state === null) return
  await execute(
    req,
    sql`insert into exchange_applied (node_id, sha256, state, counts) values (${file.node.id}, ${sha256}, ${state}, ${JSON.stringify(counts)}::jsonb)`,
  )
}

/** The state of what a file fills, by the consumers that took its records, and by what the node may send and where it stands in time. */
async function stateOf(req: PayloadRequest, file: FileToImport, entities: readonly string[]): Promise<string | null> {
  for (const consumer of declaredConsumers()) {
    const state = (await consumer.stateOf?.(req, entities)) ?? null
    if (state !== null) return `${[...file.areas].sort().join()} ${file.node.timezone}; ${state}`
  }
  return null
}
