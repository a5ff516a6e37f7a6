import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { isAppError } from '@/src/lib/errors'
import { errorCode } from '@/src/lib/error-labels'
import { execute, query } from '../../database/query'
import { tableOf } from '../../database/tableOf'
import type { Wanted } from '../bulk/bulkTable'
import { closeEarlier } from '../run/closing'
import { noteIssue, settleArrived } from '../run/journal'
import { paramsOfLine } from '../run/lineText'
import type { ItemContext, Resource } from './defineResource'
import { isParked } from './rows'
import type { ItemAnswer, Taken } from './answer'

/** Opens a line of the journal for one batch. */
export async function openRun(req: PayloadRequest, run: { node: string; transport: 'rest'; kind: string }): Promise<string> {
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into exchange_runs (node_id, transport, kind, status, started_at, created_at, updated_at)
        values (${run.node}, ${run.transport}, ${run.kind}, 'running', clock_timestamp(), now(), now()) returning id::text`,
  )
  if (!row) throw new Error('The run was not written')
  return row.id
}

export async function closeRun(req: PayloadRequest, run: string, answers: readonly ItemAnswer[]): Promise<void> {
  const count = (...results: string[]): number => answers.filter(({ result }) => results.includes(result)).length
  const failed = count('failed', 'parked')
  await execute(
    req,
    sql`update exchange_runs set status = ${failed > 0 ? 'partial' : 'done'}, finished_at = clock_timestamp(), rows_read = ${answers.length},
          rows_created = ${count('created')}, rows_changed = ${count('changed')}, rows_same = ${count('same')}, rows_failed = ${failed},
          counts = ${JSON.stringify({ parked: count('parked') })}::jsonb, updated_at = now() where id = ${run}`,
  )
}

/**
 * One line for each item that failed or waits, of the shape that lines of files have: its code, what its words are made of, and
 * the item itself. `line` is its place in the batch.
 */
export async function noteIssues(context: ItemContext, resource: Resource, taken: readonly Taken[]): Promise<void> {
  for (const [place, { raw, key, outcome }] of taken.entries()) {
    if (!(outcome instanceof Error)) continue
    const parked = isParked(outcome)
    // A newer try of the same record takes the place of the older one.
    if (key) await toldAnew(context, resource, [key])
    await noteIssue(
      context.req,
      { run: context.run, file: null },
      {
        entity: resource.name,
        externalId: key,
        code: errorCode(outcome),
        params: paramsOfLine(outcome),
        line: place + 1,
        row: parked && resource.keepParked === false ? waitsOnly(outcome) : { item: trimmed(raw), ...waitsOnly(outcome) },
        parked,
        wants: wantsOf(outcome),
      },
    )
  }
}

/** What came through at last is an open question no more: by the last word of the batch about each record. */
export async function settleIssues(context: ItemContext, resource: Resource, answers: readonly ItemAnswer[]): Promise<void> {
  const last = new Map(answers.map(({ externalId, result }) => [externalId, result]))
  const fine = [...last].flatMap(([key, result]) => (key && result !== 'failed' && result !== 'parked' ? [key] : []))
  if (fine.length === 0) return
  await toldAnew(context, resource, fine)
  await settleArrived(context.req, { entity: resource.name }, fine)
}

async function toldAnew({ req, run }: ItemContext, { name, reads }: Resource, externalIds: string[]): Promise<void> {
  await closeEarlier(req, { run, file: null }, { entity: name, externalIds, reads, own: true })
}

/** What a parked item wants: its record by the table that such records lie in. */
export function wantsOf(error: Error): Wanted[] {
  const { waitsFor } = waitsOnly(error)
  return waitsFor ? [{ kind: tableOf(waitsFor.entity), key: waitsFor.externalId }] : []
}

/** Which record a parked item waits for. */
export function waitsOnly(error: Error): { waitsFor?: { entity: string; externalId: string } } {
  if (!isAppError(error) || !error.params.entity || !error.params.externalId) return {}
  return { waitsFor: { entity: String(error.params.entity), externalId: String(error.params.externalId) } }
}

/** Files do not belong into the journal. */
function trimmed(raw: unknown): unknown {
  if (!raw || typeof raw !== 'object' || Array.isArray(raw)) return raw
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, name === 'file' ? '…' : value]))
}
