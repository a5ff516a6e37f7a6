import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { isAppError } from '@/src/lib/errors'
import { idIs } from '../../database/ids'
import { execute, query } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { enqueue } from '../../jobs/enqueue'
import { rankOf } from '../archive/session-files'
import { isWholeXml } from '../archive/wholeXml'
import { addFile } from '../journal/files'
import { continueRun } from '../journal/runs'
import { endRunJob, quietRuns } from './endRun'
import { enqueuePictures } from './pictures'
import { exchangeSpool, spooledFiles } from './spool'
import { enqueueImport, idleSessions, openSessionRun } from './startImport'
import { importClient } from './turn'

/** A minute between two chunks is normal for a slow line; two minutes of silence are the end of a run. */
const SILENCE_MS = 120_000

/**
 * UT can be set never to call `import`: what a session sent before it went quiet is applied by the
 * portal itself, and its run is settled as ended. A second tick finds nothing left to start.
 */
export const idleJob = defineJob<Record<string, never>>({
  name: 'exchange.idle',
  label: { ru: 'Закрыть брошенные сеансы обмена', en: 'Close abandoned exchange runs' },
  lane: 'default',
  schedule: '* * * * *',
  handler: async (_data, { req }) => {
    const before = new Date(Date.now() - SILENCE_MS)
    for (const { key } of await idleSessions(req, before)) await startQuiet(req, key)
    for (const run of await quietRuns(req, before)) await enqueue(req, endRunJob, { run }, { key: run })
  },
})

/** Starts what a session sent and nobody asked for; gives how many files. `whole`: not what was cut short, for it is sent anew. */
export async function startQuiet(req: PayloadRequest, key: string, { whole = false } = {}): Promise<number> {
  return inTransaction(req, async () => {
    const [session] = await query<{ run: string | null; node: string; spool: string; files: string[] }>(
      req,
      sql`select run_id::text as run, node_id::text as node, spool, array(select jsonb_object_keys(fresh)) as files from exchange_sessions where id = ${key} for update`,
    )
    if (!session) return 0
    const files = await unasked(req, session, whole)
    const run =
      files.length > 0
        ? (session.run ??
          (await openSessionRun(req, key, {
            ...session,
            kind: files.some((name) => /order|document/i.test(name)) ? 'sale' : 'catalog',
          })))
        : session.run
    if (run && files.length > 0) {
      for (const name of files) await addFile(req, run, name)
      await continueRun(req, run)
      await enqueueImport(req, session.node)
    } else if (run && (await havePicturesCome(req, key, run))) {
      await enqueuePictures(req, { session: session.spool, node: session.node, run })
    }
    await execute(req, sql`update exchange_sessions set fresh = '{}' where id = ${key}`)
    return files.length
  })
}

/** Whether pictures were sent after the last file that an import was asked for: some clients send them last. */
async function havePicturesCome(req: PayloadRequest, key: string, run: string): Promise<boolean> {
  const [row] = await query<{ come: boolean }>(
    req,
    sql`select exists (
          select 1 from exchange_sessions s cross join lateral jsonb_each_text(s.fresh) as sent(name, at)
          where s.id = ${key} and sent.name !~* '[.]xml$'
            and sent.at::timestamptz > (select max(created_at) from exchange_files where ${idIs(sql`run_id`, run)})
        ) as come`,
  )
  return row?.come === true
}

/** Files without an import of their own, in the order of an exchange; those of an archive by their names in it. */
async function unasked(
  req: PayloadRequest,
  { run, spool, files }: { run: string | null; spool: string; files: string[] },
  whole: boolean,
): Promise<string[]> {
  const sent = files.filter((name) => /\.xml$/i.test(name))
  const plain = whole ? await wholeOnes(spool, sent) : sent
  const zips = new Set(files.filter((name) => /\.zip$/i.test(name)))
  if (zips.size === 0) return plain.sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b, 'en', { numeric: true }))
  const asked = await selectFrom(req, 'exchange_files', ['name'], sql`where ${idIs(sql`run_id`, run)}`)
  const names = new Set(asked.map(({ name }) => path.basename(name)))
  const client = await importClient()
  try {
    const all = await spooledFiles(client, spool)
    const inside = all.filter(
      ({ name, archive }) => archive && zips.has(archive) && /\.xml$/i.test(name) && !names.has(path.basename(name)),
    )
    return [...new Set([...plain, ...inside.map(({ name }) => name)])].sort((a, b) => rankOf(a) - rankOf(b))
  } catch (error) {
    if (!isAppError(error)) throw error
    // The import of the archive itself says what is wrong with it, unless it has been said.
    return asked.length > 0 || whole ? plain : [...plain, ...zips]
  } finally {
    await client.end()
  }
}

async function wholeOnes(spool: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const whole: string[] = []
  for (const { name, path: file } of await exchangeSpool().finish(spool))
    if (names.includes(name) && (await isWholeXml(file))) whole.push(name)
  return whole
}
