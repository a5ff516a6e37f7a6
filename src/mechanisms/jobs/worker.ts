import PgBoss from 'pg-boss'
import cron from 'node-cron'
import { createLocalReq, type Payload } from 'payload'
import { logger, withRequestId } from '@/src/lib/logger'
import { declaredJobs, jobNamed } from './defineJob'
import { enqueue, type Envelope } from './enqueue'
import { DEAD, lanes, WAKE_CHANNEL, type Lane } from './lanes'
import { listen } from '../live/listen'

export type Worker = { stop: () => Promise<void> }

/** Creates the queue's tables and lanes; safe to call again. Part of `npm run migrate`. */
export async function prepareQueue(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 1 })
  await boss.start()
  await boss.createQueue(DEAD, { name: DEAD, retryLimit: 0, retentionDays: 365 })
  for (const [lane, { expireInSeconds }] of Object.entries(lanes)) {
    await boss.createQueue(lane, { name: lane, deadLetter: DEAD, expireInSeconds, retryLimit: 5, retryBackoff: true })
  }
  await boss.stop({ graceful: false, wait: true })
}

/** Starts handling jobs of all lanes. Any number of workers may run over one database. */
export async function startWorker(payload: Payload, connectionString: string): Promise<Worker> {
  const boss = new PgBoss({ connectionString, migrate: false, max: 8, application_name: 'kabinet-worker', schedule: false })
  boss.on('error', (error) => logger.error({ err: error }, 'queue error'))
  await boss.start()
  const stopping = new AbortController()
  const workers = new Map<Lane, string[]>()
  for (const lane of Object.keys(lanes) as Lane[]) {
    const ids: string[] = []
    for (let slot = 0; slot < lanes[lane].concurrency; slot += 1) {
      const handler = async (jobs: PgBoss.JobWithMetadata<Envelope>[]): Promise<void> => {
        for (const job of jobs) await runJob(payload, job, stopping.signal)
      }
      ids.push(await boss.work<Envelope>(lane, { includeMetadata: true, pollingIntervalSeconds: 2, batchSize: 1 }, handler))
    }
    workers.set(lane, ids)
  }
  const wake = await listen(connectionString, WAKE_CHANNEL, (lane) => {
    for (const id of workers.get(lane as Lane) ?? []) boss.notifyWorker(id)
  })
  const ticks = declaredJobs().flatMap((job) =>
    job.schedule
      ? [cron.schedule(job.schedule, () => tick(payload, job.name), { timezone: 'UTC', noOverlap: true })]
      : [],
  )
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(ticks.map((task) => task.stop()))
      await wake.close()
      await boss.stop({ graceful: true, timeout: 20_000, wait: true })
    },
  }
}

/** Runs one job as the queue would; tests use it to drain the queue in their own process. */
export async function runJob(
  payload: Payload,
  job: { id: string; data: Envelope; retryCount: number },
  signal: AbortSignal,
): Promise<void> {
  const declaration = jobNamed(job.data.job)
  if (!declaration) throw new Error(`No job is declared under the name ${job.data.job}`)
  await withRequestId(job.data.requestId ?? job.id, async () => {
    const started = performance.now()
    const req = await createLocalReq({}, payload)
    try {
      await declaration.handler(job.data.data, { payload, req, jobId: job.id, attempt: job.retryCount + 1, signal })
      logger.debug({ job: declaration.name, ms: Math.round(performance.now() - started) }, 'job done')
    } catch (error) {
      logger.error({ err: error, job: declaration.name, attempt: job.retryCount + 1 }, 'job failed')
      throw error
    }
  })
}

/** Every worker ticks; the key lets one job of this minute exist. */
async function tick(payload: Payload, name: string): Promise<void> {
  const minute = new Date().toISOString().slice(0, 16)
  try {
    await enqueue(payload, name, {}, { key: minute })
  } catch (error) {
    logger.error({ err: error, job: name }, 'a scheduled job could not be queued')
  }
}
