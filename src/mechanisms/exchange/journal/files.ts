import { sql } from '@payloadcms/db-postgres/drizzle'
import type { ExchangeFile } from '@/src/payload-types'
import { idIs } from '../../database/ids'
import { execute, list, query, type Runner } from '../../database/query'
import type { BulkCounts } from '../bulk/bulkTable'
import { MOST_WORDS } from './runs'

/** A file of a run that waits for its turn; null while one of that name waits already. */
export async function addFile(runner: Runner, run: string, name: string): Promise<string | null> {
  const [file] = await query<{ id: string }>(
    runner,
    sql`insert into exchange_files (run_id, name, status, created_at, updated_at) values (${run}, ${name}, 'received', clock_timestamp(), now())
        on conflict do nothing returning id::text`,
  )
  return file?.id ?? null
}

/** What the work on a file came to; of what is left out, all but the words stays. */
export async function markFile(
  runner: Runner,
  id: string,
  state: {
    status: Exclude<ExchangeFile['status'], 'received'>
    message?: string
    counts?: Record<string, BulkCounts>
    size?: number
    sha256?: string
    path?: string
  },
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_files set status = ${state.status}, message = ${state.message?.slice(0, MOST_WORDS) ?? null},
          counts = coalesce(${state.counts ? JSON.stringify(state.counts) : null}::jsonb, counts), size = coalesce(${state.size ?? null}, size),
          sha256 = coalesce(${state.sha256 ?? null}, sha256), path = coalesce(${state.path ?? null}, path), updated_at = now()
        where ${idIs(sql`id`, id)}`,
  )
}

/** The bytes in these folders of the spool are gone: there is nothing to give out any more. */
export async function forgetBytes(runner: Runner, folders: readonly string[]): Promise<void> {
  await execute(
    runner,
    sql`update exchange_files f set path = null from exchange_runs r where r.id = f.run_id and r.session = any(${list(folders)})`,
  )
}
