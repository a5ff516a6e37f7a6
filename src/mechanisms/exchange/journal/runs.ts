import { sql } from '@payloadcms/db-postgres/drizzle'
import type { ExchangeRun } from '@/src/payload-types'
import { idIs } from '../../database/ids'
import { execute, query, type Runner } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'

/** What opens a run: a batch of items, a session that sends files, an offer of orders. */
export type RunOpened = Pick<ExchangeRun, 'transport'> & {
  node: string
  kind: string
  /** Folder of its bytes in the spool, for a run of files. */
  session?: string
}

/** What a run says of its rows; what is left out stays. */
export type RunCounts = {
  read?: number
  created?: number
  changed?: number
  same?: number
  failed?: number
  parts?: Record<string, unknown>
}

/** Opens a run. */
export async function openRun(runner: Runner, { node, transport, kind, session }: RunOpened): Promise<string> {
  const [run] = await query<{ id: string }>(
    runner,
    sql`insert into exchange_runs (node_id, transport, kind, status, session, started_at, created_at, updated_at)
        values (${node}, ${transport}, ${kind}, 'running', ${session ?? null}, clock_timestamp(), now(), now()) returning id::text`,
  )
  return written(run)
}

/** Opens another attempt beside a run, over the same bytes: what the first one came to stays as it was. */
export async function openAttempt(runner: Runner, first: string): Promise<string> {
  const [run] = await query<{ id: string }>(
    runner,
    sql`insert into exchange_runs (node_id, transport, kind, status, session, attempt_of_id, started_at, created_at, updated_at)
        select node_id, transport, kind, 'running', session, coalesce(attempt_of_id, id), clock_timestamp(), now(), now() from exchange_runs where ${idIs(sql`id`, first)}
        returning id::text`,
  )
  return written(run)
}

function written(run: { id: string } | undefined): string {
  if (!run) throw new Error('The run was not written')
  return run.id
}

/** The run of this node and kind that has not ended, locked. */
export async function unendedRun(runner: Runner, { node, kind }: Omit<RunOpened, 'transport'>): Promise<string | null> {
  const [open] = await selectFrom(
    runner,
    'exchange_runs',
    ['id'],
    sql`where ${idIs(sql`node_id`, node)} and kind = ${kind} and finished_at is null order by started_at desc limit 1 for update`,
  )
  return open?.id ?? null
}

/** More has come for a run: it goes on. */
export async function continueRun(runner: Runner, run: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_runs set status = 'running', updated_at = now() where ${idIs(sql`id`, run)}`,
  )
}

/** What a run has come to so far; it goes on. */
export const countRun = (
  runner: Runner,
  run: string,
  status: ExchangeRun['status'],
  counts: RunCounts,
): Promise<void> => writeCounts(runner, run, status, counts)

/** Ends a run that counts its rows itself: `partial` when some of them failed. What it read before is not taken back. */
export const closeRun = (runner: Runner, run: string, counts: RunCounts): Promise<void> =>
  writeCounts(runner, run, null, counts)

async function writeCounts(
  runner: Runner,
  run: string,
  goesOn: ExchangeRun['status'] | null,
  { read, created, changed, same, failed, parts }: RunCounts,
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_runs set rows_read = case when ${goesOn}::text is null then greatest(rows_read, ${read ?? null}) else coalesce(${read ?? null}, rows_read) end, rows_created = coalesce(${created ?? null}, rows_created),
          rows_changed = coalesce(${changed ?? null}, rows_changed), rows_same = coalesce(${same ?? null}, rows_same),
          rows_failed = coalesce(${failed ?? null}, rows_failed), counts = coalesce(${parts ? JSON.stringify(parts) : null}::jsonb, counts),
          status = coalesce(${goesOn}::text, case when coalesce(${failed ?? null}, rows_failed) > 0 then 'partial' else 'done' end)::enum_exchange_runs_status,
          finished_at = case when ${goesOn}::text is null then clock_timestamp() else finished_at end, updated_at = now()
        where ${idIs(sql`id`, run)}`,
  )
}

/** Ends a run of files, or takes it up again: its sums from its files, its state from theirs and from what stands open. */
export async function settleRun(runner: Runner, run: string): Promise<void> {
  await execute(
    runner,
    sql`with parts as (
          select c.value as counts from exchange_files f cross join lateral jsonb_each(coalesce(f.counts, '{}')) c where ${idIs(sql`f.run_id`, run)}
        ), sums as (
          select coalesce(sum((counts->>'read')::numeric), 0) as read, coalesce(sum((counts->>'created')::numeric), 0) as created,
                 coalesce(sum((counts->>'changed')::numeric), 0) as changed, coalesce(sum((counts->>'same')::numeric), 0) as same from parts
        ), files as (
          select bool_or(status = 'failed') as failed, bool_or(status in ('received', 'running')) as busy,
                 string_agg(message, '; ') filter (where status = 'failed') as why from exchange_files where ${idIs(sql`run_id`, run)}
        ), issues as (
          select count(*) filter (where status in ('open', 'parked')) as open, count(*) as all from exchange_issues where ${idIs(sql`run_id`, run)}
        )
        update exchange_runs r set rows_read = sums.read, rows_created = sums.created, rows_changed = sums.changed, rows_same = sums.same,
          rows_failed = issues.all, message = left(files.why, 1000),
          status = (case when files.busy then 'running' when files.failed then 'failed' when issues.open > 0 then 'partial' else 'done' end)::enum_exchange_runs_status,
          finished_at = case when files.busy then null else now() end, updated_at = now()
        from sums, files, issues where ${idIs(sql`r.id`, run)}`,
  )
}

/** A person has answered what a run asked: it is done if nothing else of it stands open. */
export async function settleAnswered(runner: Runner, run: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_runs r set status = 'done', updated_at = now() where ${idIs(sql`r.id`, run)} and r.status = 'partial'
          and not exists (select 1 from exchange_issues i where i.run_id = r.id and i.status in ('open', 'parked'))`,
  )
}

/** What a run did besides taking rows, in words for its line. */
export async function sayOfRun(runner: Runner, run: string, message: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_runs set message = ${message.slice(0, MOST_WORDS)}, updated_at = now() where ${idIs(sql`id`, run)}`,
  )
}

/** The columns of words hold no more. */
export const MOST_WORDS = 1_000
