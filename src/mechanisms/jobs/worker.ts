import pg from 'pg'
import PgBoss from 'pg-boss'
import cron from 'node-cron'
import { createLocalReq, type Payload } from 'payload'
import { logger, withRequestId } from '@/src/lib/logger'
import { declaredJobs, jobNamed } from './defineJob'
import { enqueue, HELD_DAYS, type Envelope } from './enqueue'
import { setAside } from './setAside'
import { DEAD, HELD, lanes, WAKE_CHANNEL, type Lane } from './lanes'
import { listen } from '../live/listen'

export type Worker = { stop: () => Promise<void> }

/** Class of the advisory locks that say «this job's worker lives». */
const ALIVE = 7_216_001
const RESCUE_MS = 3_000

/** Creates the queue's tables and lanes; safe to call again. Part of `npm run migrate`. */
export async function prepareQueue(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 1 })
  await boss.start()
  await boss.createQueue(DEAD, { name: DEAD, retryLimit: 0, retentionDays: 365 })
  await boss.createQueue(HELD, { name: HELD, retryLimit: 0, retentionDays: HELD_DAYS })
  for (const [lane, { expireInSeconds }] of Object.entries(lanes)) {
    await boss.createQueue(lane, { name: lane, deadLetter: DEAD, expireInSeconds, retryLimit: 5, retryBackoff: true })
  }
  await boss.stop({ graceful: false, wait: true })
}

/** Starts handling jobs of all lanes. Any number of workers may run over one database. */
export async function startWorker(payload: Payload, connectionString: string): Promise<Worker> {
  const boss = new PgBoss({
    connectionString,
    migrate: false,
    max: 8,
    application_name: 'kabinet-worker',
    schedule: false,
  })
  boss.on('error', (error) => logger.error({ err: error }, 'queue error'))
  await boss.start()
  const stopping = new AbortController()
  const pulse = new pg.Client({ connectionString, application_name: 'kabinet-pulse', keepAlive: true })
  await pulse.connect()
  pulse.on('error', (error) => {
    // Without it other workers would take this one for dead and run its jobs a second time.
    logger.error({ err: error }, 'the worker lost its pulse')
    process.kill(process.pid, 'SIGTERM')
  })
  const rescue = setInterval(
    () => void rescueJobs(pulse).catch((error: unknown) => logger.warn({ err: error }, 'rescue failed')),
    RESCUE_MS,
  )
  const workers = new Map<Lane, string[]>()
  for (const lane of Object.keys(lanes) as Lane[]) {
    const ids: string[] = []
    for (let slot = 0; slot < lanes[lane].concurrency; slot += 1) {
      const handler = async (jobs: PgBoss.JobWithMetadata<Envelope>[]): Promise<void> => {
        for (const job of jobs) await withPulse(pulse, job.id, () => runJob(payload, job, stopping.signal))
      }
      ids.push(
        await boss.work<Envelope>(lane, { includeMetadata: true, pollingIntervalSeconds: 2, batchSize: 1 }, handler),
      )
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
      clearInterval(rescue)
      await Promise.all(ticks.map((task) => task.stop()))
      await wake.close()
      await boss.stop({ graceful: true, timeout: 20_000, wait: true })
      await pulse.end()
    },
  }
}

/** Holds a lock for as long as the job runs; it goes with the connection, however the process ends. */
async function withPulse(pulse: pg.Client, id: string, work: () => Promise<void>): Promise<void> {
  await pulse.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, id])
  try {
    await work()
  } finally {
    await pulse.query('select pg_advisory_unlock($1, hashtext($2))', [ALIVE, id])
  }
}

/**
 * Puts jobs of dead workers back into the queue at once, rather than when they expire. A job that
 * kills every worker runs out of attempts and is left to expire into the dead letters.
 */
export async function rescueJobs(pulse: Pick<pg.Client, 'query'>): Promise<number> {
  const { rowCount } = await pulse.query(
    `update pgboss.job j set state = 'retry', start_after = now()
     where state = 'active' and started_on < now() - interval '2 seconds' and retry_count < retry_limit and name <> $2
       and not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = $1::oid
                         and l.objid = (hashtext(j.id::text)::bigint & 4294967295)::oid
                         and l.database = (select oid from pg_database where datname = current_database()))`,
    [ALIVE, DEAD],
  )
  return rowCount ?? 0
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
      if (await setAside(req, declaration, job)) return
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
    await enqueue(payload, name, {}, { key: minute, tick: true })
  } catch (error) {
    logger.error({ err: error, job: name }, 'a scheduled job could not be queued')
  }
}
