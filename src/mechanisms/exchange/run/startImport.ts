import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { logger } from '@/src/lib/logger'
import { idIs } from '../../database/ids'
import { execute, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { enqueue } from '../../jobs/enqueue'
import type { ImportState } from '../commerceml/dialogue-ports'
import { addFile } from '../journal/files'
import { continueRun, openRun } from '../journal/runs'
import { giveUpOn, importFile } from './importFile'
import { sessionKey } from './sessions'
import { inTurn } from './turn'

const TRIES_AFTER_FIRST = 5

/**
 * Applies the oldest file that a node sent and nobody has applied, then leaves the lane to the other nodes before the
 * next one. Runs again from the file's start if the worker dies, with the same result.
 */
export const importJob = defineJob<{ node: string }>({
  name: 'exchange.import',
  label: { ru: 'Загрузить файл обмена', en: 'Import an exchange file' },
  lane: 'exchange',
  retry: { limit: TRIES_AFTER_FIRST, delaySeconds: 2 },
  handler: async ({ node }, { req, signal, attempt }) => {
    const lastTry = attempt > TRIES_AFTER_FIRST
    await workInTurn(req, node, () => importNext(req, node, signal, lastTry))
  },
})

/**
 * Does `work` for a node in its turn, else gives `busy`. Whoever had the turn looks for more after it, whatever its own work
 * was: a file that came meanwhile was told that somebody works for the node already, and waits for nobody else.
 */
export async function workInTurn(
  req: PayloadRequest,
  node: string,
  work: () => Promise<void>,
): Promise<'done' | 'busy'> {
  if ((await inTurn(node, work)) === 'busy') return 'busy'
  if (await nextFile(req, node)) await enqueueImport(req, node)
  return 'done'
}

/** Has the files of a node worked on, in the caller's transaction. */
export async function enqueueImport(req: PayloadRequest, node: string): Promise<void> {
  await enqueue(req, importJob, { node }, { key: node })
}

async function nextFile(req: PayloadRequest, node: string): Promise<string | undefined> {
  const [file] = await query<{ id: string }>(
    req,
    sql`select f.id::text from exchange_files f join exchange_runs r on r.id = f.run_id
        where ${idIs(sql`r.node_id`, node)} and f.status in ('received', 'running') order by f.created_at limit 1`,
  )
  return file?.id
}

async function importNext(req: PayloadRequest, node: string, signal: AbortSignal, lastTry: boolean): Promise<void> {
  const file = await nextFile(req, node)
  if (!file) return
  try {
    await importFile(req, file, signal)
  } catch (error) {
    if (signal.aborted || !lastTry) throw error
    logger.error({ err: error, file }, 'an exchange file was given up')
    await giveUpOn(req, file)
  }
}

/**
 * Queues the work on a file of a session and gives its id. The same name gives the same work until the
 * file is sent anew; two requests at once make one.
 */
export async function startImport(
  req: PayloadRequest,
  session: string,
  type: string,
  filename: string,
): Promise<string> {
  return inTransaction(req, async () => {
    const key = sessionKey(session)
    const [row] = await query<{ run: string | null; node: string; spool: string; sentAt: string | null }>(
      req,
      // A zip that arrived again may hold any name.
      sql`select run_id::text as run, node_id::text as node, spool,
                 (select max(at) from jsonb_each_text(fresh) as sent(name, at) where name = ${filename} or name ~* '[.]zip$') as "sentAt" from exchange_sessions where id = ${key} for update`,
    )
    if (!row) throw new Error('The session has gone')
    const run = row.run ?? (await openSessionRun(req, key, { ...row, kind: type }))
    const [known] = await query<{ id: string; anew: boolean | null }>(
      req,
      sql`select id::text, date_trunc('milliseconds', ${row.sentAt}::timestamptz) > created_at as anew from exchange_files
          where ${idIs(sql`run_id`, run)} and name = ${filename} order by created_at desc limit 1`,
    )
    if (known && !known.anew) return known.id
    const file = await addFile(req, run, filename)
    if (file === null) return known?.id ?? ''
    await execute(req, sql`update exchange_sessions set fresh = fresh - ${filename}::text where id = ${key}`)
    await continueRun(req, run)
    await enqueueImport(req, row.node)
    return file
  })
}

/** The run of what a session sends from now on; it names the folder of its bytes. */
export async function openSessionRun(
  req: PayloadRequest,
  key: string,
  { node, spool, kind }: { node: string; spool: string; kind: string },
): Promise<string> {
  const run = await openRun(req, { node, transport: 'commerceml', kind, session: spool })
  await execute(req, sql`update exchange_sessions set run_id = ${run} where id = ${key}`)
  return run
}

export async function importState(req: PayloadRequest, file: string): Promise<ImportState> {
  const [row] = await query<{
    status: 'received' | 'running' | 'done' | 'failed'
    message: string | null
    counts: Record<string, { read: number; created: number; changed: number }> | null
  }>(req, sql`select status::text, message, counts from exchange_files where ${idIs(sql`id`, file)}`)
  if (!row || row.status === 'failed') return { state: 'failed', reason: row?.message ?? '' }
  if (row.status === 'done') return { state: 'done' }
  return { state: row.status === 'running' ? 'running' : 'queued' }
}

/** Files of a session that 1C sent and never asked to import, oldest first. */
export async function idleSessions(
  req: PayloadRequest,
  before: Date,
): Promise<Array<{ key: string; node: string; files: string[] }>> {
  return query(
    req,
    sql`select s.id as key, s.node_id::text as node, array(select jsonb_object_keys(s.fresh)) as files from exchange_sessions s
        where s.seen_at < ${before.toISOString()} and s.seen_at > now() - interval '1 day' and s.fresh <> '{}'`,
  )
}
