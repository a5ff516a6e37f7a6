import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError, type ErrorParams, type ErrorCode } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { idIs } from '../../database/ids'
import { execute, list, query, type Runner } from '../../database/query'
import { nodeOf, type ExchangeNode } from '../source'
import type { BulkCounts, BulkRow, BulkTable } from '../bulk/bulkTable'
import { declaredConsumers, type Issue } from '../consumer'
import { moduleOfPart } from '../../modules/defineModule'
import { closeEarlier, FILE } from './closing'
import { lineText } from './lineText'
import { forgetWants, noteWants } from './waiting'
import { modulesOff } from '../../modules/switches'

/** The exchange journal: runs, their files, and what did not get through. */

export type FileToImport = {
  id: string
  name: string
  run: string
  session: string
  kind: string
  node: ExchangeNode
  areas: string[]
  /** A worker had begun it already. */
  begun: boolean
  /** Nobody has worked on it yet: neither a worker that died nor an earlier try that is now replayed. */
  fresh: boolean
  /** Clock of the database when the work began. */
  begunAt: string
  /** When its bytes had come. */
  receivedAt: string
}

/** Rights of a node whose areas are on: records of the others are left alone, as without the right. */
async function areasOn(runner: Runner, areas: readonly string[]): Promise<string[]> {
  const off = await modulesOff(runner)
  const silent = new Set(declaredConsumers().flatMap((consumer) => (off.has(moduleOfPart(consumer) ?? '') ? [consumer.area] : [])))
  return areas.filter((area) => !silent.has(area))
}

export async function fileToImport(runner: Runner, id: string): Promise<FileToImport | null> {
  const [row] = await query<FileToImport>(
    runner,
    sql`select f.id::text, f.name, f.status = 'running' as begun, f.status = 'received' and r.attempt_of_id is null as fresh, clock_timestamp()::text as "begunAt", f.created_at as "receivedAt", r.id::text as run, r.session, coalesce(r.kind, '') as kind, ${nodeOf('n')},
               array(select e.value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas
        from exchange_files f join exchange_runs r on r.id = f.run_id join exchange_nodes n on n.id = r.node_id where ${idIs(sql`f.id`, id)}`,
  )
  return row ? { ...row, areas: await areasOn(runner, row.areas) } : null
}

export async function markFile(runner: Runner, id: string, state: { status: 'running' | 'done' | 'failed'; message?: string; counts?: Record<string, BulkCounts>; size?: number; sha256?: string; path?: string }): Promise<void> {
  await execute(
    runner,
    sql`update exchange_files set status = ${state.status}, message = ${state.message?.slice(0, 1_000) ?? null},
          counts = coalesce(${state.counts ? JSON.stringify(state.counts) : null}::jsonb, counts), size = coalesce(${state.size ?? null}, size),
          sha256 = coalesce(${state.sha256 ?? null}, sha256), path = coalesce(${state.path ?? null}, path), updated_at = now()
        where ${idIs(sql`id`, id)}`,
  )
}

/** Sums of the run from its files; its state from theirs and from what stands open. */
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

/** One line of the journal; the words are kept as they were said then, in Russian, as administrators of 1C read them. */
export async function noteIssue(runner: Runner, at: { run: string; file: string | null }, issue: Issue): Promise<void> {
  const params = { ...issue.params, ...(issue.of ? { of: issue.of } : {}) }
  const message = lineText({ code: issue.code, params }, 'ru').slice(0, 1_000)
  if (issue.parked && issue.externalId) await settleArrived(runner, issue, [issue.externalId])
  if (!issue.parked) await closeEarlier(runner, at, { entity: issue.entity, externalIds: [issue.externalId], reads: issue.of, code: issue.code })
  const told = JSON.stringify([{ external: issue.externalId, wants: issue.wants ?? [] }])
  await execute(
    runner,
    sql`with told as (
          select * from jsonb_to_recordset(${told}::jsonb) as t(external text, wants jsonb)
        ), noted as (
        insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${issue.entity}, ${issue.externalId}, ${issue.code}, ${message}, ${JSON.stringify(params)}::jsonb, ${issue.row ? JSON.stringify(issue.row) : null}::jsonb,
               ${issue.line ?? null}, ${issue.parked ? 'parked' : issue.note ? 'resolved' : 'open'}, now(), now()
        where not exists (
          select 1 from exchange_issues i where ${idIs(sql`i.run_id`, at.run)} and i.file_id::text is not distinct from ${at.file}
            and i.entity = ${issue.entity} and i.external is not distinct from ${issue.externalId} and i.code = ${issue.code} and i.line is not distinct from ${issue.line ?? null})
        returning id, external)
        ${noteWants(sql`noted`, sql`told`)}`,
  )
}

/**
 * Rows whose required record is not there yet: kept whole, and tried again after each run. Written in one
 * statement, for a file of offers may come thousands of rows before its goods.
 */
export async function parkRows(runner: Runner, at: { run: string; file: string | null }, table: BulkTable, rows: readonly BulkRow[], time: string | null = null): Promise<void> {
  const waiting = rows.map((row) => ({ external: row.externalId, line: row.line, record: keptRow(row, time), wants: row.wants ?? [] }))
  const message = errorText(new AppError('exchange.waits'), 'ru')
  await execute(
    runner,
    sql`with told as (
          select * from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as t(external text, line int, record jsonb, wants jsonb)
        ), older as (
          delete from exchange_issues i using told where i.entity = ${table.entity} and i.external = told.external and i.status = 'parked'
        ), noted as (
        insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${table.entity}, external, 'exchange.waits', ${message}, '{}', record, line, 'parked', now(), now() from told returning id, external)
        ${noteWants(sql`noted`, sql`told`)}`,
  )
}

/** Rows of one kind that are kept one by one; beyond them a run only counts. */
const MOST_KEPT = 1_000

/** Rows that were not taken at all, with the reason. */
export async function refuseRows(runner: Runner, at: { run: string; file: string | null }, table: BulkTable, rows: readonly BulkRow[], { code, params }: { code: ErrorCode; params?: Record<string, string> }): Promise<void> {
  await closeEarlier(runner, at, { entity: table.entity, externalIds: rows.map(({ externalId }) => externalId), code })
  const kept = rows.slice(0, MOST_KEPT).map((row) => ({ external: row.externalId, line: row.line, record: keptRow(row) }))
  const message = errorText(new AppError(code, params ?? {}), 'ru')
  await execute(
    runner,
    sql`insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${table.entity}, external, ${code}, ${message}, ${JSON.stringify(params ?? {})}::jsonb, record, line, 'open', now(), now()
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as t(external text, line int, record jsonb)
        where (select count(*) from exchange_issues i where ${idIs(sql`i.run_id`, at.run)} and i.entity = ${table.entity} and i.code = ${code}) < ${MOST_KEPT}`,
  )
}

/** Entities that something waits in; asked once a file, so that a run without orphans pays nothing for them. */
export async function waitingEntities(runner: Runner): Promise<Set<string>> {
  const rows = await query<{ entity: string }>(runner, sql`select distinct entity from exchange_issues where status = 'parked'`)
  return new Set(rows.map(({ entity }) => entity))
}

/** What came through at last waits no longer: its older copy must not be tried again over it. */
export async function settleArrived(runner: Runner, table: { entity: string }, externalIds: readonly string[]): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues set status = 'resolved', updated_at = now()
        where status = 'parked' and entity = ${table.entity} and external = any(${list(externalIds)})`,
  )
}

/** Kinds about which a line of the journal of this node is open; asked once a file. */
export async function openEntities(runner: Runner, node: string): Promise<Set<string>> {
  const rows = await query<{ entity: string }>(
    runner,
    sql`select distinct i.entity from exchange_issues i join exchange_runs r on r.id = i.run_id where ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked')`,
  )
  return new Set(rows.map(({ entity }) => entity))
}

export { FILE }

/** A file was tried: what earlier tries of files of these names said is over when it went in whole, and said anew when not. */
export async function closeFile(runner: Runner, { id, node }: Pick<FileToImport, 'id' | 'node'>, names: readonly string[], status: 'resolved' | 'replayed'): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = ${status}, updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node.id)} and i.status = 'open' and i.entity = ${FILE} and i.external = any(${list(names)}) and i.params->>'of' is null and i.file_id::text is distinct from ${id}`,
  )
}

/** Identifiers of records of a node and kind about which something is open. */
export async function openRecords(runner: Runner, node: string, entity: string): Promise<Set<string>> {
  const rows = await query<{ external: string }>(
    runner,
    sql`select distinct i.external from exchange_issues i join exchange_runs r on r.id = i.run_id
        where ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked') and i.entity = ${entity} and i.external is not null`,
  )
  return new Set(rows.map(({ external }) => external))
}

/** Records of a node that went through: what was open about them is closed. */
export async function settleRecords(runner: Runner, node: string, entity: string, externalIds: readonly string[]): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked') and i.entity = ${entity} and i.external = any(${list(externalIds)})`,
  )
}

/** Enough to write the row another time. */
const keptRow = ({ externalId, values }: BulkRow, time: string | null = null): object => ({ externalId, values, time })

/** What a row that waited cannot become: it waits no longer, and people have to look at it. */
export async function reopen(runner: Runner, entity: string, externalIds: readonly string[], code: ErrorCode, params: ErrorParams = {}): Promise<void> {
  const message = errorText(new AppError(code, params), 'ru')
  await execute(
    runner,
    sql`update exchange_issues set status = 'open', code = ${code}, message = ${message.slice(0, 1_000)}, params = ${JSON.stringify(params)}::jsonb, updated_at = now()
        where status = 'parked' and entity = ${entity} and external = any(${list(externalIds)})`,
  )
}

/** Where a row of the journal came from: the run and its node, as a file of it is applied. */
export async function originOf(runner: Runner, row: { run: string; file: string | null }): Promise<FileToImport | null> {
  const file = row.file ? await fileToImport(runner, row.file) : null
  if (file) return file
  const [last] = await query<{ id: string }>(runner, sql`select id::text from exchange_files where ${idIs(sql`run_id`, row.run)} order by created_at desc limit 1`)
  return last ? fileToImport(runner, last.id) : null
}

export async function settleIssues(runner: Runner, ids: readonly string[], status: 'resolved' | 'replayed'): Promise<void> {
  await execute(runner, sql`update exchange_issues set status = ${status}, updated_at = now() where id = any(${list(ids, 'uuid')})`)
  await forgetWants(runner, ids)
}
