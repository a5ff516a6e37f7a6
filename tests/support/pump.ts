import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { list, query } from '@/src/mechanisms/database/query'
import type { Lane } from '@/src/mechanisms/jobs/lanes'
import { allLanes, drainJobs } from './jobs'

/** Pictures give way to files, and would wait for those that nobody takes: they run beside the others, as in a worker. */
const BESIDE: Lane = 'pictures'

/** Drains the queue again and again while something outside waits for its jobs; stop it by the returned function. */
export function pumpJobs(payload: Payload): () => Promise<void> {
  let running = true
  const done = [[BESIDE], allLanes.filter((lane) => lane !== BESIDE)].map(async (lanes) => {
    while (running) {
      if (await isAnyWaiting(payload, lanes)) await drainJobs(payload, lanes)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  })
  return async () => {
    running = false
    await Promise.all(done)
  }
}

/** One look at all lanes: to ask each for its jobs costs a statement that locks and writes. */
async function isAnyWaiting(payload: Payload, lanes: readonly Lane[]): Promise<boolean> {
  const rows = await query(
    payload,
    sql`select 1 from pgboss.job where name = any(${list(lanes)}) and state in ('created', 'retry') limit 1`,
  )
  return rows.length > 0
}
