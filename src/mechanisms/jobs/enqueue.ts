import PgBoss from 'pg-boss'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { currentRequestId } from '@/src/lib/logger'
import { fromText, query, type Runner } from '../database/query'
import { DEAD, HELD, lanes, WAKE_CHANNEL } from './lanes'
import { jobNamed, type JobDeclaration } from './defineJob'

/** An area may stay off for years. */
export const HELD_DAYS = 3_650

/** What lies in the queue: the job's name and data, and the request that asked for it. */
export type Envelope = {
  job: string
  data: object
  requestId?: string
  /** Made by a schedule: nobody misses it, the next one does the same. */
  tick?: true
}

export type EnqueueOptions = {
  /** A job that is asked for while another of its kind and key waits to run at that time is that one. */
  key?: string
  after?: Date
  tick?: true
  /** The request that asked for it, when that is not the current one. */
  requestId?: string
}

/**
 * Puts a job into the queue inside the caller's transaction: it exists if and only if the change
 * that asked for it does. Workers are woken when the transaction commits.
 */
export async function enqueue<Data extends object>(
  runner: Runner,
  job: JobDeclaration<Data> | string,
  data: Data,
  options: EnqueueOptions = {},
): Promise<void> {
  const declaration = typeof job === 'string' ? jobNamed(job) : job
  if (!declaration) throw new Error(`No job is declared under the name ${String(job)}`)
  const key = options.key ? `${declaration.name}:${options.key}` : undefined
  if (key && !options.tick && (await waitsAlready(runner, declaration.lane, key, options.after ?? new Date()))) return
  const envelope: Envelope = {
    job: declaration.name,
    data,
    requestId: options.requestId ?? currentRequestId(),
    ...(options.tick ? { tick: true } : {}),
  }
  await boss(runner).send(declaration.lane, envelope, {
    db: { executeSql: (text, values) => run(runner, text, values) },
    retryLimit: declaration.retry?.limit ?? 5,
    retryDelay: declaration.retry?.delaySeconds ?? 5,
    retryBackoff: true,
    expireInSeconds: lanes[declaration.lane].expireInSeconds,
    deadLetter: DEAD,
    ...(key ? { singletonKey: key } : {}),
    // All workers tick at once, and the first of their jobs may be done before the last of them asks.
    ...(options.tick ? { singletonSeconds: TICK_SECONDS } : {}),
    ...(options.after ? { startAfter: options.after } : {}),
  })
  await query(runner, sql`select pg_notify(${WAKE_CHANNEL}, ${declaration.lane})`)
}

/** Schedules have no seconds: two ticks of one key within a minute are one. */
const TICK_SECONDS = 60

/**
 * Whether a job of this key waits that will run no later. It is held until the caller's transaction ends: picked up
 * before, it would not see what it is asked to work on.
 */
async function waitsAlready(runner: Runner, lane: string, key: string, wanted: Date): Promise<boolean> {
  const rows = await query(
    runner,
    sql`select 1 from pgboss.job where name = ${lane} and singleton_key = ${key} and state in ('created', 'retry') and start_after <= ${wanted.toISOString()}::timestamptz
        limit 1 for share skip locked`,
  )
  return rows.length > 0
}

/** Lays a job aside under its own id, so that a second time changes nothing. `bringBack` queues it again. */
export async function holdJob(runner: Runner, job: { id: string; data: Envelope }): Promise<void> {
  await boss(runner).send(HELD, job.data, {
    id: job.id,
    db: { executeSql: (text, values) => run(runner, text, values) },
    retentionDays: HELD_DAYS,
  })
}

/** A pg-boss that only sends: it never polls, supervises or migrates. */
function boss(runner: Runner): PgBoss {
  const payload = 'payload' in runner ? runner.payload : runner
  let sender = senders.get(payload)
  if (!sender) {
    sender = new PgBoss({
      db: { executeSql: (text, values) => run(payload, text, values) },
      migrate: false,
      supervise: false,
      schedule: false,
    })
    senders.set(payload, sender)
  }
  return sender
}

const senders = new WeakMap<object, PgBoss>()

async function run(runner: Runner, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  return { rows: await query(runner, fromText(text, values)) }
}
