import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { storedFiles, type StoredFiles } from '@/src/integrations/storage/stored'
import { logger } from '@/src/lib/logger'
import { list, query } from '@/src/mechanisms/database/query'
import { columnOf, tableOf } from '@/src/mechanisms/database/tableOf'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'

/** Younger files may belong to an upload that has not committed yet, or to a backup being put back. */
export const ORPHAN_HOURS = 24
/** More than this many, and more than half of all there is, is not rubbish but the wrong database. */
const SUSPICIOUS = 20

/**
 * Takes away bytes that no row names: of an upload whose transaction was rolled back, of a process killed between
 * the file and the row, of a deletion that failed half way. Nightly, over the local folder and S3 alike.
 */
export const sweepFilesJob = defineJob<Record<string, never>>({
  name: 'files.sweepOrphans',
  label: { ru: 'Убрать файлы без записей', en: 'Sweep files without rows' },
  lane: 'default',
  schedule: '31 4 * * *',
  handler: async (_data, { payload }) => {
    for (const { slug, upload } of payload.config.collections) {
      if (upload) await sweepFiles(payload, slug, storedFiles(String(upload.staticDir)))
    }
  },
})

/** Gives the names that were taken away. */
export async function sweepFiles(
  payload: Payload,
  slug: string,
  store: StoredFiles,
  now = new Date(),
): Promise<string[]> {
  const oldest = now.getTime() - ORPHAN_HOURS * 3_600_000
  const orphans: string[] = []
  let all = 0
  for await (const page of store.pages()) {
    all += page.length
    const old = page.filter(({ changedAt }) => changedAt.getTime() < oldest).map(({ name }) => name)
    const named = await namedFiles(payload, slug, old)
    orphans.push(...old.filter((name) => !named.has(name)))
  }
  if (orphans.length > SUSPICIOUS && orphans.length * 2 > all) {
    logger.error({ slug, orphans: orphans.length, all }, 'most stored files belong to no row: nothing was removed')
    return []
  }
  for (const name of orphans) await store.remove(name)
  if (orphans.length > 0) logger.info({ slug, removed: orphans.length }, 'removed files that no row names')
  return orphans
}

/** Which of these file names some row holds, as its own or as one of its sizes. */
async function namedFiles(payload: Payload, slug: string, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const sizes = payload.config.collections.find((collection) => collection.slug === slug)?.upload?.imageSizes ?? []
  const columns = ['filename', ...sizes.map(({ name }) => `sizes_${columnOf(name)}_filename`)]
  const table = sql.raw(`"${tableOf(slug)}"`)
  const found = await query<{ name: string }>(
    payload,
    sql.join(
      columns.map(
        (column) =>
          sql`select ${sql.raw(`"${column}"`)} as name from ${table} where ${sql.raw(`"${column}"`)} = any(${list(names)})`,
      ),
      sql` union all `,
    ),
  )
  return new Set(found.map(({ name }) => name))
}
