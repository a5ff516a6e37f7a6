import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError, type ErrorParams, type ErrorCode } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { idIs } from '../../database/ids'
import { execute, list, type Runner } from '../../database/query'
import type { BulkRow, BulkTable } from '../bulk/bulkTable'
import type { Issue } from '../consumer'
import { closeEarlier, closeParked, type At } from './closing'
import { lineText } from './lineText'
import { MOST_WORDS } from './runs'
import { noteWants } from './waits'

/** One line of the journal; the words are kept as they were said then, in Russian, as administrators of 1C read them. */
export async function noteIssue(runner: Runner, at: At, issue: Issue): Promise<void> {
  const params = { ...issue.params, ...(issue.of ? { of: issue.of } : {}) }
  if (issue.parked && issue.externalId) await closeParked(runner, issue, [issue.externalId])
  if (!issue.parked)
    await closeEarlier(runner, at, {
      entity: issue.entity,
      externalIds: [issue.externalId],
      reads: issue.of,
      code: issue.code,
    })
  const told = JSON.stringify([{ external: issue.externalId, wants: issue.wants ?? [] }])
  await execute(
    runner,
    sql`with told as (
          select * from jsonb_to_recordset(${told}::jsonb) as t(external text, wants jsonb)
        ), noted as (
        insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${issue.entity}, ${issue.externalId}, ${issue.code}, ${wordsOf(issue.code, params)}, ${JSON.stringify(params)}::jsonb, ${issue.row ? JSON.stringify(issue.row) : null}::jsonb,
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
export async function parkRows(
  runner: Runner,
  at: At,
  table: BulkTable,
  rows: readonly BulkRow[],
  time: string | null = null,
): Promise<void> {
  const waiting = rows.map((row) => ({
    external: row.externalId,
    line: row.line,
    record: keptRow(row, time),
    wants: row.wants ?? [],
  }))
  await execute(
    runner,
    sql`with told as (
          select * from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as t(external text, line int, record jsonb, wants jsonb)
        ), older as (
          delete from exchange_issues i using told where i.entity = ${table.entity} and i.external = told.external and i.status = 'parked'
        ), noted as (
        insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${table.entity}, external, 'exchange.waits', ${errorText(new AppError('exchange.waits'), 'ru')}, '{}', record, line, 'parked', now(), now() from told returning id, external)
        ${noteWants(sql`noted`, sql`told`)}`,
  )
}

/** Rows of one kind that are kept one by one; beyond them a run only counts. */
const MOST_KEPT = 1_000

/** Rows that were not taken at all, with the reason. */
export async function refuseRows(
  runner: Runner,
  at: At,
  table: BulkTable,
  rows: readonly BulkRow[],
  { code, params = {} }: { code: ErrorCode; params?: ErrorParams },
): Promise<void> {
  await closeEarlier(runner, at, { entity: table.entity, externalIds: rows.map(({ externalId }) => externalId), code })
  const kept = rows
    .slice(0, MOST_KEPT)
    .map((row) => ({ external: row.externalId, line: row.line, record: keptRow(row) }))
  await execute(
    runner,
    sql`insert into exchange_issues (run_id, file_id, entity, external, code, message, params, "row", line, status, created_at, updated_at)
        select ${at.run}, ${at.file}, ${table.entity}, external, ${code}, ${errorText(new AppError(code, params), 'ru')}, ${JSON.stringify(params)}::jsonb, record, line, 'open', now(), now()
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as t(external text, line int, record jsonb)
        where (select count(*) from exchange_issues i where ${idIs(sql`i.run_id`, at.run)} and i.entity = ${table.entity} and i.code = ${code}) < ${MOST_KEPT}`,
  )
}

/** What a row that waited cannot become: it waits no longer, and people have to look at it. */
export async function reopenIssue(
  runner: Runner,
  entity: string,
  externalIds: readonly string[],
  code: ErrorCode,
  params: ErrorParams = {},
): Promise<void> {
  const message = errorText(new AppError(code, params), 'ru').slice(0, MOST_WORDS)
  await execute(
    runner,
    sql`update exchange_issues set status = 'open', code = ${code}, message = ${message}, params = ${JSON.stringify(params)}::jsonb, updated_at = now()
        where status = 'parked' and entity = ${entity} and external = any(${list(externalIds)})`,
  )
}

/** A line that was tried again and failed says what is wrong with it now, beside what it keeps of its record. */
export async function sayAnew(
  runner: Runner,
  id: string,
  { code, params = {}, row = {}, parked }: Pick<Issue, 'code' | 'params' | 'row' | 'parked'>,
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues set status = ${parked ? 'parked' : 'open'}, code = ${code}, params = ${JSON.stringify(params)}::jsonb, message = ${wordsOf(code, params)},
          "row" = ("row" - 'waitsFor') || ${JSON.stringify(row)}::jsonb, updated_at = now() where id = ${id}`,
  )
}

const wordsOf = (code: string, params: ErrorParams): string => lineText({ code, params }, 'ru').slice(0, MOST_WORDS)

/** Enough to write the row another time. */
const keptRow = ({ externalId, values }: BulkRow, time: string | null = null): object => ({ externalId, values, time })
