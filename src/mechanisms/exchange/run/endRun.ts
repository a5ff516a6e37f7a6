import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { idIs } from '../../database/ids'
import { execute, query, type Runner } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { defineJob } from '../../jobs/defineJob'
import { enqueue } from '../../jobs/enqueue'
import { declaredConsumers } from '../consumer'
import { nodeOf } from '../source'
import type { EndedRun } from './endedRun'
import { settleRun } from '../journal/runs'
import { noteNotReceived } from './notReceived'
import { retryWaiting } from './retryWaiting'
import { importClient } from './turn'
import { sessionKey } from './sessions'
import { sweepAbsent } from './sweepAbsent'
import { workInTurn } from './startImport'

/** Settles a run that has ended: what can only be said when everything has come. Runs again with the same result. */
export const endRunJob = defineJob<{ run: string }>({
  name: 'exchange.endRun',
  label: { ru: 'Подвести итог сеанса обмена', en: 'Settle an exchange run' },
  lane: 'exchange',
  handler: async ({ run }, { req, signal }) => {
    const [row] = await selectFrom(req, 'exchange_runs', { node: 'node_id' }, sql`where ${idIs(sql`id`, run)}`)
    if (!row?.node || (await workInTurn(req, row.node, () => endRun(req, run, signal))) === 'done') return
    await enqueue(req, endRunJob, { run }, { key: run, after: new Date(Date.now() + BUSY_MS) })
  },
})

/** The node sends the next run meanwhile: the last one is settled between two of its files. */
const BUSY_MS = 5_000

/** `complete` of Bitrix-type clients: everything has been sent. */
export async function endSessionRun(req: PayloadRequest, session: string): Promise<void> {
  const [row] = await selectFrom(req, 'exchange_sessions', { run: 'run_id' }, sql`where id = ${sessionKey(session)}`)
  if (row?.run) await enqueue(req, endRunJob, { run: row.run }, { key: row.run })
}

/** Runs that 1C has been silent about since `before` and that have not been settled. UT and UNF never say that they are done. */
export async function quietRuns(runner: Runner, before: Date): Promise<string[]> {
  const at = before.toISOString()
  const rows = await query<{ id: string }>(
    runner,
    sql`select r.id::text from exchange_runs r left join exchange_sessions s on s.run_id = r.id
        where r.transport = 'commerceml' and r.session is not null and r.finished_at < ${at} and r.finished_at > now() - interval '1 day'
          and (s.id is null or (s.seen_at < ${at} and s.fresh = '{}'))
          and not exists (select 1 from exchange_settled d where d.run_id = r.id) order by r.started_at limit 50`,
  )
  return rows.map(({ id }) => id)
}

export async function endRun(req: PayloadRequest, id: string, signal: AbortSignal): Promise<void> {
  const run = await endedRun(req, id)
  if (!run) return
  for (const { area, settle } of declaredConsumers()) {
    if (run.areas.includes(area)) await settle?.({ req, node: run.node, run: run.id })
    signal.throwIfAborted()
  }
  await noteNotReceived(req, run)
  // What the portal made of the run may be what rows wait for.
  if (run.lastFile) await retryAndSettle(req, run.id, signal)
  const { outcome, catalogues = [] } = await sweepAbsent(req, run)
  await execute(
    req,
    sql`insert into exchange_settled (run_id, node_id, outcome, files, catalogues)
        values (${run.id}, ${run.node.id}, ${outcome}, ${run.files}, array(select jsonb_array_elements_text(${JSON.stringify(catalogues)}::jsonb))) on conflict (run_id) do nothing`,
  )
}

async function retryAndSettle(req: PayloadRequest, run: string, signal: AbortSignal): Promise<void> {
  const client = await importClient()
  try {
    await retryWaiting(req, client, signal)
    await settleRun(req, run)
  } finally {
    await client.end()
  }
}

type Row = Omit<EndedRun, 'files'> & { digests: (string | null)[] }

/** Null while a file of the run is at work, and for a run that has been settled. */
async function endedRun(req: PayloadRequest, id: string): Promise<EndedRun | null> {
  const [row] = await query<Row>(
    req,
    sql`select r.id::text, coalesce(r.kind, '') as kind, r.session, r.started_at::text as "startedAt", ${nodeOf('n')}, array(select e.value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas,
               not exists (select 1 from exchange_files f where f.run_id = r.id and f.status <> 'done') as whole,
               r.attempt_of_id is null as own,
               (select f.id::text from exchange_files f where f.run_id = r.id order by f.created_at desc limit 1) as "lastFile",
               array(select f.sha256::text from exchange_files f where f.run_id = r.id order by f.sha256) as digests
        from exchange_runs r join exchange_nodes n on n.id = r.node_id
        where ${idIs(sql`r.id`, id)} and not exists (select 1 from exchange_settled d where d.run_id = r.id)
          and not exists (select 1 from exchange_files f where f.run_id = r.id and f.status in ('received', 'running'))`,
  )
  if (!row) return null
  const { digests, ...run } = row
  const known = digests.length > 0 && digests.every((digest) => digest !== null)
  const files = known
    ? createHash('sha256')
        .update([...new Set(digests)].join())
        .digest('hex')
    : null
  return { ...run, files }
}
