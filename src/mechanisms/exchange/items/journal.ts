import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { isAppError } from '@/src/lib/errors'
import { errorCode } from '@/src/lib/error-labels'
import { execute, list, query } from '../../database/query'
import type { Wanted } from '../bulk/bulkTable'
import { noteWants } from '../run/waiting'
import type { ItemContext, Resource } from './defineResource'
import { faultText } from './malformed'
import { isParked } from './rows'
import type { ItemAnswer, Taken } from './takeItems'

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

/** One issue for each item that failed or waits, with the reason in plain Russian and the item itself. */
export async function noteIssues(context: ItemContext, resource: Resource, taken: readonly Taken[]): Promise<void> {
  for (const { raw, key, outcome } of taken) {
    if (!(outcome instanceof Error)) continue
    const parked = isParked(outcome)
    const row = parked && resource.keepParked === false ? waitsOnly(outcome) : { item: trimmed(raw), ...waitsOnly(outcome) }
    // A newer try of the same record takes the place of the older one.
    if (key) await supersede(context, resource, [key])
    const wants = JSON.stringify(wantsOf(outcome))
    await execute(
      context.req,
      sql`with told as (select ${key}::text as external, ${wants}::jsonb as wants), noted as (
          insert into exchange_issues (run_id, entity, external, code, message, "row", status, created_at, updated_at)
          values (${context.run}, ${resource.name}, ${key}, ${errorCode(outcome)}, ${faultText(outcome, isAppError(outcome) ? outcome.field : undefined, 'ru').slice(0, 1_000)}, ${JSON.stringify(row)}::jsonb,
                  ${parked ? 'parked' : 'open'}, now(), now()) returning id, external)
          ${noteWants(sql`noted`, sql`told`)}`,
    )
  }
}

/** What came through at last is an open question no more. */
export async function settleIssues(context: ItemContext, resource: Resource, answers: readonly ItemAnswer[]): Promise<void> {
  const fine = answers.flatMap(({ externalId, result }) => (externalId && result !== 'failed' && result !== 'parked' ? [externalId] : []))
  if (fine.length > 0) await supersede(context, resource, fine)
}

async function supersede({ req }: ItemContext, resource: Resource, keys: string[]): Promise<void> {
  await execute(
    req,
    sql`update exchange_issues set status = 'resolved', updated_at = now()
        where entity = ${resource.name} and external = any(${list(keys)}) and status in ('open', 'parked')`,
  )
}

/** What a parked item wants: its record by the table that such records lie in. */
export function wantsOf(error: Error): Wanted[] {
  const { waitsFor } = waitsOnly(error)
  return waitsFor ? [{ kind: waitsFor.entity.replaceAll('-', '_'), key: waitsFor.externalId }] : []
}

/** Which record a parked item waits for. */
function waitsOnly(error: Error): { waitsFor?: { entity: string; externalId: string } } {
  if (!isAppError(error) || !error.params.entity || !error.params.externalId) return {}
  return { waitsFor: { entity: String(error.params.entity), externalId: String(error.params.externalId) } }
}

/** Files do not belong into the journal. */
function trimmed(raw: unknown): unknown {
  if (!raw || typeof raw !== 'object' || Array.isArray(raw)) return raw
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, name === 'file' ? '…' : value]))
}
