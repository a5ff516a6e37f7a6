import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { execute, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { enqueue } from '../../jobs/enqueue'
import { idleSessions, importJob } from './startImport'

/** A minute between two chunks is normal for a slow line; two minutes of silence are the end of a run. */
const SILENCE_MS = 120_000

/**
 * UT can be set never to call `import`: what a session sent before it went quiet is applied by the
 * portal itself. A second tick finds nothing left to start.
 */
export const idleJob = defineJob<Record<string, never>>({
  name: 'exchange.idle',
  lane: 'default',
  schedule: '* * * * *',
  handler: async (_data, { req }) => {
    for (const { key } of await idleSessions(req, new Date(Date.now() - SILENCE_MS))) await startQuiet(req, key)
  },
})

export async function startQuiet(req: PayloadRequest, key: string): Promise<number> {
  return inTransaction(req, async () => {
    const [session] = await query<{ run: string | null; node: string; files: string[] }>(
      req,
      sql`select run_id::text as run, node_id::text as node, array(select jsonb_object_keys(fresh)) as files from exchange_sessions where id = ${key} for update`,
    )
    const files = (session?.files ?? []).filter((name) => /\.(xml|zip)$/i.test(name)).sort()
    if (!session || files.length === 0) return 0
    const kind = files.some((name) => /order|document/i.test(name)) ? 'sale' : 'catalog'
    const [run] = session.run
      ? [{ id: session.run }]
      : await query<{ id: string }>(
          req,
          sql`insert into exchange_runs (node_id, transport, kind, status, session, started_at, created_at, updated_at)
              values (${session.node}, 'commerceml', ${kind}, 'running', ${key}, now(), now(), now()) returning id::text`,
        )
    if (!run) return 0
    for (const name of files) {
      const [file] = await query<{ id: string }>(
        req,
        sql`insert into exchange_files (run_id, name, status, created_at, updated_at) values (${run.id}, ${name}, 'received', clock_timestamp(), now())
            on conflict do nothing returning id::text`,
      )
      if (file) await enqueue(req, importJob, { file: file.id })
    }
    await execute(req, sql`update exchange_sessions set run_id = ${run.id}, fresh = '{}' where id = ${key}`)
    return files.length
  })
}
