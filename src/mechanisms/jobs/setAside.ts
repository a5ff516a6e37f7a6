import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { logger } from '@/src/lib/logger'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { inTransaction } from '../database/transaction'
import { moduleOfPart } from '../modules/defineModule'
import { isModuleOn, modulesOffForSure } from '../modules/switches'
import { jobNamed, type JobDeclaration } from './defineJob'
import { enqueue, holdJob, type Envelope } from './enqueue'
import { HELD } from './lanes'

/**
 * What becomes of a job whose area is off: a tick of a schedule is dropped (there will be another), anything that
 * somebody asked for is put aside and comes back with the area. Both leave a line in the log.
 * @returns whether that is so; otherwise the job is to be run.
 */
export async function setAside(
  req: PayloadRequest,
  declaration: JobDeclaration<object>,
  job: { id: string; data: Envelope },
): Promise<boolean> {
  const module = moduleOfPart(declaration)
  if (module === undefined || (await isModuleOn(req, module))) return false
  return inTransaction(req, async () => {
    // Whoever switches the area on waits for this, and then finds what was put aside.
    if (!(await modulesOffForSure(req)).has(module)) return false
    if (!job.data.tick) await holdJob(req, job)
    logger.info(
      { job: declaration.name, module },
      job.data.tick ? 'a tick was dropped: its module is off' : 'a job was put aside: its module is off',
    )
    return true
  })
}

/** Queues again what was put aside for areas that are on now. Part of the transaction that threw the switch. */
export async function bringBack(req: PayloadRequest, off: ReadonlySet<string>): Promise<number> {
  const rows = await query<{ id: string; data: Envelope }>(
    req,
    sql`select id::text, data from pgboss.job where name = ${HELD} and state = 'created' order by created_on, id`,
  )
  let back = 0
  for (const { id, data } of rows) {
    const declaration = jobNamed(data.job)
    if (!declaration || off.has(moduleOfPart(declaration) ?? '')) continue
    const gone = await query(
      req,
      sql`delete from pgboss.job where name = ${HELD} and ${idIs(sql`id`, id)} and state = 'created' returning id`,
    )
    if (gone.length === 0) continue
    await enqueue(req, declaration, data.data, { requestId: data.requestId })
    back += 1
  }
  if (back > 0) logger.info({ jobs: back }, 'jobs that were put aside are back in the queue')
  return back
}
