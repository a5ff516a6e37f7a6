import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '../../actions/defineAction'
import { idIs } from '../../database/ids'
import { list, query } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { enqueue } from '../../jobs/enqueue'
import { replayRow } from './retryWaiting'
import { replayParkedJob } from '../items/replayParked'
import { closeIssues } from '../journal/closing'
import { addFile } from '../journal/files'
import { openAttempt } from '../journal/runs'
import { enqueueImport } from './startImport'

const input = z.object({ id: z.uuid() })

/** Another try of one row of the journal. */
export const replayRowAction = defineAction({
  name: 'exchange.replayRow',
  label: { ru: 'Повторена запись обмена', en: 'Replayed an exchange row' },
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

/** Applies a file again from the bytes that were kept: another try, beside the first. */
export const replayFileAction = defineAction({
  name: 'exchange.replayFile',
  label: { ru: 'Повторён файл обмена', en: 'Replayed an exchange file' },
  input,
  may: ['admin'],
  run: ({ req, input: { id } }) => attempt(req, sql`${idIs(sql`f.id`, id)}`),
})

/** Applies all files of a run again, in the order in which they came: another try, beside the first. */
export const replayRunAction = defineAction({
  name: 'exchange.replayRun',
  label: { ru: 'Повторён сеанс обмена', en: 'Replayed an exchange run' },
  input,
  may: ['admin'],
  run: ({ req, input: { id } }) => attempt(req, sql`${idIs(sql`f.run_id`, id)}`),
})

/** Closes a line of the journal that a person has dealt with. @throws AppError `record.notFound` 404 */
export const closeIssueAction = defineAction({
  name: 'exchange.closeIssue',
  label: { ru: 'Закрыта строка журнала обмена', en: 'Closed a line of the exchange journal' },
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }): Promise<void> => {
    const [issue] = await selectFrom(
      req,
      'exchange_issues',
      { run: 'run_id', status: 'status' },
      sql`where ${idIs(sql`id`, id)} for update`,
    )
    if (!issue) throw new AppError('record.notFound', {}, { status: 404 })
    if (issue.status !== 'open' && issue.status !== 'parked')
      throw new AppError('exchange.issueOver', {}, { status: 409 })
    await closeIssues(req, [id], 'resolved')
  },
})

/** A run of its own over the same bytes: what the first try came to stays as it was. */
async function attempt(req: PayloadRequest, which: SQL): Promise<void> {
  const files = await query<{ name: string; run: string; node: string }>(
    req,
    sql`select f.name, r.id::text as run, r.node_id::text as node from exchange_files f join exchange_runs r on r.id = f.run_id
        where ${which} and r.transport = 'commerceml' and r.session is not null order by f.created_at`,
  )
  const [first] = files
  if (!first) throw new AppError('exchange.nothingToReplay', {}, { status: 409 })
  await query(req, sql`select 1 from exchange_runs where ${idIs(sql`id`, first.run)} for update`)
  const atWork = await query(
    req,
    sql`select 1 from exchange_runs r join exchange_runs t on t.id = ${first.run} join exchange_files f on f.run_id = r.id
        where r.session = t.session and f.name = any(${list(files.map(({ name }) => name))}) and f.status in ('received', 'running') limit 1`,
  )
  if (atWork.length > 0) throw new AppError('exchange.atWork', {}, { status: 409 })
  const run = await openAttempt(req, first.run)
  // Of a file that was sent twice under one name the bytes of the last are kept.
  for (const name of new Set(files.map((file) => file.name))) await addFile(req, run, name)
  await enqueueImport(req, first.node)
}
