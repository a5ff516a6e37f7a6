import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../../database/ids'
import { query, type Runner } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { moduleOfPart } from '../../modules/defineModule'
import { modulesOff } from '../../modules/switches'
import { declaredConsumers } from '../consumer'
import { nodeOf, type ExchangeNode } from '../source'

/** A file of a run, with whoever sent it. */
export type FileToImport = {
  id: string
  name: string
  run: string
  session: string
  kind: string
  node: ExchangeNode
  areas: string[]
  /** A worker had begun it already. */
  begun: boolean
  /** Nobody has worked on it yet: neither a worker that died nor an earlier try that is now replayed. */
  fresh: boolean
  /** Clock of the database when the work began. */
  begunAt: string
  /** When its bytes had come. */
  receivedAt: string
}

/** Rights of a node whose areas are on: records of the others are left alone, as without the right. */
async function areasOn(runner: Runner, areas: readonly string[]): Promise<string[]> {
  const off = await modulesOff(runner)
  const silent = new Set(
    declaredConsumers().flatMap((consumer) => (off.has(moduleOfPart(consumer) ?? '') ? [consumer.area] : [])),
  )
  return areas.filter((area) => !silent.has(area))
}

export async function fileToImport(runner: Runner, id: string): Promise<FileToImport | null> {
  const [row] = await query<FileToImport>(
    runner,
    sql`select f.id::text, f.name, f.status = 'running' as begun, f.status = 'received' and r.attempt_of_id is null as fresh, clock_timestamp()::text as "begunAt", f.created_at as "receivedAt", r.id::text as run, r.session, coalesce(r.kind, '') as kind, ${nodeOf('n')},
               array(select e.value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas
        from exchange_files f join exchange_runs r on r.id = f.run_id join exchange_nodes n on n.id = r.node_id where ${idIs(sql`f.id`, id)}`,
  )
  return row ? { ...row, areas: await areasOn(runner, row.areas) } : null
}

/** Where a row of the journal came from: the run and its node, as a file of it is applied. */
export async function originOf(
  runner: Runner,
  row: { run: string; file: string | null },
): Promise<FileToImport | null> {
  const file = row.file ? await fileToImport(runner, row.file) : null
  if (file) return file
  const [last] = await selectFrom(
    runner,
    'exchange_files',
    ['id'],
    sql`where ${idIs(sql`run_id`, row.run)} order by created_at desc limit 1`,
  )
  return last ? fileToImport(runner, last.id) : null
}
