import PgBoss from 'pg-boss'
import type { Payload } from 'payload'
import { fromText, query } from '@/src/mechanisms/database/query'
import type { Envelope } from '@/src/mechanisms/jobs/enqueue'
import { lanes, type Lane } from '@/src/mechanisms/jobs/lanes'
import { runJob } from '@/src/mechanisms/jobs/worker'

const ROUNDS = 200
// Object.keys forgets which names there are.
export const allLanes = Object.keys(lanes) as Lane[]

/**
 * Runs everything that waits in the queue, in this process, until nothing is left; the same fetch,
 * completion and failure that a worker makes. Jobs for later run at once.
 */
export async function drainJobs(payload: Payload, of: readonly Lane[] = allLanes): Promise<number> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await query(payload, fromText(text, values)) }) },
    migrate: false,
    supervise: false,
    schedule: false,
  })
  const { signal } = new AbortController()
  let ran = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    let found = 0
    for (const lane of of) {
      const jobs =
        (await boss.fetch<Envelope>(lane, { includeMetadata: true, batchSize: 20, ignoreStartAfter: true })) ?? []
      for (const job of jobs) {
        found += 1
        try {
          await runJob(payload, job, signal)
          await boss.complete(lane, job.id)
        } catch (error) {
          await boss.fail(lane, job.id, { message: error instanceof Error ? error.message : String(error) })
        }
      }
    }
    ran += found
    if (found === 0) return ran
  }
  throw new Error(`The queue did not run dry in ${ROUNDS} rounds`)
}
