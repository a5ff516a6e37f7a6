import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '../../actions/defineAction'
import { idIs } from '../../database/ids'
import { query } from '../../database/query'
import { enqueue } from '../../jobs/enqueue'
import { replayRow } from './retryWaiting'
import { replayParkedJob } from '../items/replayParked'
import { importJob } from './startImport'

const input = z.object({ id: z.uuid() })

/** Another try of one row of the journal. */
export const replayRowAction = defineAction({
  name: 'exchange.replayRow',
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }) => {
    const [issue] = await query<{ transport: string; waits: { entity: string; externalId: string } | null }>(
      req,
      sql`select r.transport::text, i."row" -> 'waitsFor' as waits from exchange_issues i join exchange_runs r on r.id = i.run_id where ${idIs(sql`i.id`, id)}`,
    )
    if (!issue) throw new AppError('record.notFound', {}, { status: 404 })
    if (issue.transport !== 'rest') {
      if (!(await replayRow(req, id))) throw new AppError('exchange.stillWaits', {}, { status: 409 })
      return
    }
    // What REST sent badly has to be sent again; what waits is tried with everything that waits for the same record.
    if (!issue.waits) throw new AppError('exchange.sendAgain', {}, { status: 409 })
    await enqueue(req, replayParkedJob, { entity: issue.waits.entity, externalIds: [issue.waits.externalId] })
  },
})

/** Applies a file again from the bytes that were kept. */
export const replayFileAction = defineAction({
  name: 'exchange.replayFile',
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }) => enqueue(req, importJob, { file: id }, { key: id }),
})

/** Applies all files of a run again, in the order in which they came. */
export const replayRunAction = defineAction({
  name: 'exchange.replayRun',
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }) => {
    const files = await query<{ id: string }>(req, sql`select id::text from exchange_files where ${idIs(sql`run_id`, id)} order by created_at`)
    if (files.length === 0) throw new AppError('exchange.nothingToReplay', {}, { status: 409 })
    for (const file of files) await enqueue(req, importJob, { file: file.id }, { key: file.id })
  },
})
