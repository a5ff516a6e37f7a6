import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '../database/query'
import { enqueue, type Envelope } from './enqueue'
import { DEAD } from './lanes'

export type DeadLetter = { id: string; job: string; data: object; requestId?: string; error: string; failedAt: string }

/** Jobs whose attempts ran out, newest first. `failedAt` is an ISO time in UTC. */
export async function deadLetters(runner: Runner, { limit = 50, offset = 0 } = {}): Promise<DeadLetter[]> {
  const rows = await query<{
    id: string
    data: Envelope
    output: { message?: string } | null
    created_on: Date | string
  }>(
    runner,
    sql`select id::text, data, output, created_on from pgboss.job
        where name = ${DEAD} and state = 'created' order by created_on desc limit ${limit} offset ${offset}`,
  )
  return rows.map((row) => ({
    id: row.id,
    job: row.data.job,
    data: row.data.data,
    requestId: row.data.requestId,
    error: row.output?.message ?? '',
    failedAt: new Date(row.created_on).toISOString(),
  }))
}

/** How many there are, as a scalar expression. */
export const deadLetterCount = sql`(select count(*)::int from pgboss.job where name = ${DEAD} and state = 'created')`

/** Takes a dead letter out and queues its job again; false when somebody was quicker. */
export async function replayDeadLetter(runner: Runner, id: string): Promise<boolean> {
  const [row] = await query<{ data: Envelope }>(
    runner,
    sql`delete from pgboss.job where name = ${DEAD} and id::text = ${id} and state = 'created' returning data`,
  )
  if (!row) return false
  await enqueue(runner, row.data.job, row.data.data)
  return true
}

export async function dropDeadLetter(runner: Runner, id: string): Promise<boolean> {
  return (await execute(runner, sql`delete from pgboss.job where name = ${DEAD} and id::text = ${id}`)) > 0
}
