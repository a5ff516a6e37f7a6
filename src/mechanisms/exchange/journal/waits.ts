import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { list, query, type Runner } from '../../database/query'
import { idIs } from '../../database/ids'
import type { Wanted } from '../bulk/bulkTable'

/** A row of the journal that waited, with where it came from. */
export type WaitingRow = {
  id: string
  entity: string
  row: Record<string, unknown>
  run: string
  file: string | null
  time: string | null
  at: string
}

/** The end of what was looked through, in the order of coming. */
type Place = { at: string; id: string } | null

/** What a row waits for, beside the row itself, in one statement with it: `issues` gives `id` and `external`, `told` gives `external` and `wants`. */
export const noteWants = (issues: SQL, told: SQL): SQL =>
  sql`insert into exchange_waiting (issue_id, kind, key)
      select i.id, w.kind, w.key from ${issues} i join ${told} t on t.external is not distinct from i.external cross join lateral jsonb_to_recordset(coalesce(t.wants, '[]')) as w(kind text, key text)
      where w.key is not null on conflict do nothing`

/** Rows that are parked already wait for this from now on, and for nothing else. */
export async function waitAnew(
  runner: Runner,
  entity: string,
  rows: readonly { externalId: string | null; wants?: readonly Wanted[] }[],
): Promise<void> {
  const told = JSON.stringify(rows.map(({ externalId, wants = [] }) => ({ external: externalId, wants })))
  await query(
    runner,
    sql`with told as (select * from jsonb_to_recordset(${told}::jsonb) as t(external text, wants jsonb)),
        parked as (select i.id, i.external from exchange_issues i join told on told.external = i.external where i.entity = ${entity} and i.status = 'parked'),
        former as (
          delete from exchange_waiting w using parked, told where w.issue_id = parked.id and told.external = parked.external
            and not told.wants @> jsonb_build_array(jsonb_build_object('kind', w.kind, 'key', w.key))
        )
        ${noteWants(sql`parked`, sql`told`)}`,
  )
}

/**
 * Rows of files whose wanted record is there now, oldest first, after `after`: found by what they want, so that any number of
 * rows that will never get theirs costs nothing.
 */
export async function readyRows(runner: Runner, after: Place, limit: number): Promise<WaitingRow[]> {
  const kinds = await kindsOf(runner, sql`'commerceml'`)
  if (kinds.length === 0) return []
  return query<WaitingRow>(
    runner,
    sql`select i.id::text, i.entity, i."row", i.run_id::text as run, i.file_id::text as file, i."row"->>'time' as time, i.created_at::text as at
        from (${found(kinds)}) f join exchange_issues i on i.id = f.issue_id join exchange_runs r on r.id = i.run_id
        where i.status = 'parked' and i."row" is not null and r.transport = 'commerceml'
          ${after ? sql`and (i.created_at, i.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
        order by i.created_at, i.id limit ${limit}`,
  )
}

/** One row of the journal, whatever has become of it. */
export async function rowOf(runner: Runner, issue: string): Promise<WaitingRow | undefined> {
  const [row] = await query<WaitingRow>(
    runner,
    sql`select i.id::text, i.entity, i."row", i.run_id::text as run, i.file_id::text as file, i."row"->>'time' as time, i.created_at::text as at
        from exchange_issues i join exchange_runs r on r.id = i.run_id and r.transport = 'commerceml' where ${idIs(sql`i.id`, issue)} and i."row" is not null`,
  )
  return row
}

/** Identifiers that items of REST wait for, of records that files have brought meanwhile. */
export async function readyForItems(runner: Runner, tables: readonly string[]): Promise<Map<string, string[]>> {
  const kinds = (await kindsOf(runner, sql`'rest'`)).filter((kind) => tables.includes(kind))
  const ready = new Map<string, string[]>()
  for (const kind of kinds) {
    const rows = await query<{ key: string }>(
      runner,
      sql`select distinct w.key from exchange_waiting w join exchange_issues i on i.id = w.issue_id and i.status = 'parked' join ${sql.identifier(kind)} t on t.external_id = w.key where w.kind = ${kind}`,
    )
    if (rows.length > 0)
      ready.set(
        kind,
        rows.map(({ key }) => key),
      )
  }
  return ready
}

/** Whether rows of files wait for records of this table, by their identifiers or otherwise. */
export async function filesWaitFor(runner: Runner, table: string): Promise<boolean> {
  return (await kindsOf(runner, sql`'commerceml'`)).some((kind) => kind.split('.')[0] === table)
}

async function kindsOf(runner: Runner, transport: SQL): Promise<string[]> {
  const rows = await query<{ kind: string }>(
    runner,
    sql`select distinct w.kind from exchange_waiting w join exchange_issues i on i.id = w.issue_id join exchange_runs r on r.id = i.run_id where i.status = 'parked' and r.transport = ${transport}`,
  )
  return rows.map(({ kind }) => kind)
}

/** A kind is a table, or a table and the column that tells its records apart. */
function found(kinds: readonly string[]): SQL {
  const parts = kinds.map((kind) => {
    const [table = '', column = 'external_id'] = kind.split('.')
    return sql`select w.issue_id from exchange_waiting w join ${sql.identifier(table)} t on t.${sql.identifier(column)}::text = w.key where w.kind = ${kind}`
  })
  return sql.join(parts, sql` union `)
}

/** Lines of items whose content was not kept (`rest`): what they waited for has come, and they have to be sent anew. Gives what they were about. */
export async function dropContentless(
  runner: Runner,
  kind: string,
  externalIds: readonly string[],
): Promise<Array<{ entity: string; external: string | null }>> {
  return query(
    runner,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() where i.status = 'parked' and i."row"->'item' is null
          and i.id in (select w.issue_id from exchange_waiting w where w.kind = ${kind} and w.key = any(${list(externalIds)}))
          and exists (select 1 from exchange_runs r where r.id = i.run_id and r.transport = 'rest') returning i.entity, i.external`,
  )
}

/** Whether items of REST wait for any of these records. */
export async function itemsWaitFor(runner: Runner, kind: string, externalIds: readonly string[]): Promise<boolean> {
  const [kept] = await query<{ one: number }>(
    runner,
    sql`select 1 as one from exchange_issues i where i.status = 'parked'
          and i.id in (select w.issue_id from exchange_waiting w where w.kind = ${kind} and w.key = any(${list(externalIds)}))
          and exists (select 1 from exchange_runs r where r.id = i.run_id and r.transport = 'rest') limit 1`,
  )
  return kept !== undefined
}

/** What waited for a record that never came is given up, with one line for each kind in each run. Gives how many lines. */
export async function expireParked(
  runner: Runner,
  note: (run: string, entity: string, count: number, days: number) => Promise<void>,
): Promise<number> {
  const [{ days } = { days: 90 }] = await query<{ days: number }>(
    runner,
    sql`select coalesce((select parked_days::int from portal_settings limit 1), 90) as days`,
  )
  const rows = await query<{ run: string; entity: string; count: number }>(
    runner,
    sql`with expired as (
          update exchange_issues i set status = 'expired', updated_at = now() from exchange_runs r
          where r.id = i.run_id and i.status = 'parked' and i.created_at < now() - make_interval(days => ${days})
            -- An identifier without content costs nothing to keep, and asks for its record whenever somebody needs it.
            and (r.transport <> 'rest' or i."row"->'item' is not null) returning i.id, i.run_id, i.entity
        ), gone as (delete from exchange_waiting w using expired e where w.issue_id = e.id)
        select run_id::text as run, coalesce(entity, '') as entity, count(*)::int as count from expired group by 1, 2`,
  )
  await query(
    runner,
    sql`delete from exchange_waiting w using exchange_issues i where i.id = w.issue_id and i.status <> 'parked'`,
  )
  for (const { run, entity, count } of rows) await note(run, entity, count, days)
  return rows.length
}

/** What has been settled waits for nothing. */
export async function forgetWants(runner: Runner, issues: readonly string[]): Promise<void> {
  await query(runner, sql`delete from exchange_waiting where issue_id = any(${list(issues, 'uuid')})`)
}
