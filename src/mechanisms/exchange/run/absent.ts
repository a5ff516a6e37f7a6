import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { idIs } from '../../database/ids'
import { execute, list, query, type Runner } from '../../database/query'
import { ENDED } from '../bulk/bulkTable'
import { declaredConsumers, type Absence } from '../consumer'
import { closeCode } from '../journal/closing'
import { sayOfRun } from '../journal/runs'

/**
 * What a full export of a node named no longer. It is hidden, never deleted: orders, carts and documents keep their
 * lines, and a record that is sent again is shown again. Until it is hidden it stands in `exchange_absent`, and every
 * file that names it meanwhile takes it off that list.
 */

export const declaredAbsence = (areas: readonly string[]): Absence[] =>
  declaredConsumers().flatMap(({ area, absent }) => (absent && areas.includes(area) ? [absent] : []))

/** Tables in which records of the node wait for an answer whether they are gone. */
export async function absentTables(runner: Runner, node: string): Promise<Set<string>> {
  const rows = await query<{ table: string }>(
    runner,
    sql`select distinct a.table_name as table from exchange_absent a join exchange_runs r on r.id = a.run_id where ${idIs(sql`r.node_id`, node)}`,
  )
  return new Set(rows.map(({ table }) => table))
}

/** They have been sent again. */
export async function stillThere(
  runner: Runner,
  node: string,
  table: string,
  externalIds: readonly string[],
): Promise<void> {
  await execute(
    runner,
    sql`delete from exchange_absent a using exchange_runs r
        where r.id = a.run_id and ${idIs(sql`r.node_id`, node)} and a.table_name = ${table} and a.external_id = any(${list(externalIds)})`,
  )
}

export type Missing = { table: string; label: string; missing: number; active: number }

/** How many records of a node are shown, and how many of them the run misses. */
export async function countMissing(
  runner: Runner,
  run: string,
  node: string,
  tables: Absence['tables'],
): Promise<Missing[]> {
  const found: Missing[] = []
  for (const { table, label, except = 'false' } of tables) {
    const [row] = await query<{ missing: number; active: number }>(
      runner,
      sql`select (select count(*)::int from exchange_absent where ${idIs(sql`run_id`, run)} and table_name = ${table}) as missing,
                 (select count(*)::int from ${sql.identifier(table)} t where t.sync_node = ${node} and t.active is not false
                  and not (${sql.raw(except)})) as active`,
    )
    if (row && row.missing > 0) found.push({ table, label, ...row })
  }
  return found
}

/** «товары — 3 из 1200, цены — 6 из 2400» */
export const missingWords = (missing: readonly Missing[]): string =>
  missing.map(({ label, missing: gone, active }) => `${label} — ${gone} из ${active}`).join(', ')

/** Hides what the run missed, unless it has been written since, and says so in its journal. In the caller's transaction. Gives how many rows. */
export async function hideAbsent(req: PayloadRequest, run: string, absence: Absence, what: string): Promise<number> {
  const ids = new Map<string, string[]>()
  for (const { table } of absence.tables) {
    await query(req, sql`select pg_advisory_xact_lock(hashtext(${`bulk:${table}`}))`)
    const rows = await query<{ id: string }>(
      req,
      sql`with gone as (delete from exchange_absent where ${idIs(sql`run_id`, run)} and table_name = ${table} returning external_id)
          update ${sql.identifier(table)} t set active = false, sync_hash = ${ENDED}, sync_run = ${run}, synced_at = now(), updated_at = now()
          from gone, exchange_runs r where t.external_id = gone.external_id and t.active is not false
            and ${idIs(sql`r.id`, run)} and t.synced_at < r.started_at returning t.id::text as id`,
    )
    ids.set(
      table,
      rows.map(({ id }) => id),
    )
  }
  await absence.hidden(req, ids)
  await sayOfRun(req, run, errorText(new AppError('exchange.absentHidden', { what }), 'ru'))
  return [...ids.values()].reduce((sum, { length }) => sum + length, 0)
}

/** Code of the line that asks whether to hide. */
export const HELD = 'exchange.absentHeld'

/** A later full export has an answer of its own. */
export async function forgetAbsent(runner: Runner, node: string): Promise<void> {
  await execute(
    runner,
    sql`delete from exchange_absent a using exchange_runs r where r.id = a.run_id and ${idIs(sql`r.node_id`, node)}`,
  )
  await closeCode(runner, node, HELD)
}
