import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { AppError, isAppError } from '@/src/lib/errors'
import { idIn } from '../../database/ids'
import { list, query } from '../../database/query'
import { slugOf, tableOf } from '../../database/tableOf'
import { HIDDEN_BY_HAND, HIDDEN_FIELD, SHOWN } from '../../fields/shownSwitch'
import { moveOwner } from '../../ownership/moveOwner'
import type { RecordKeys, ItemContext, Outcome } from './defineResource'

/** Code of an item that cannot be written before another record comes. */
export const WAITS = 'exchange.waitsFor'

export function waitFor(entity: string, externalId: string, field: string): AppError {
  return new AppError(WAITS, { entity, externalId }, { status: 409, field })
}

/** Whether an item waits for another record rather than being wrong. */
export const isParked = (error: Error): boolean =>
  isAppError(error) && error.params.entity !== undefined && error.params.externalId !== undefined

/** Id of a record by its identifier in 1C, or null; found ones are remembered for the batch. */
export async function findId(context: ItemContext, table: string, externalId: string): Promise<string | null> {
  const key = `${table} ${externalId}`
  const known = context.found.get(key)
  if (known) return known
  const [row] = await query<{ id: string }>(
    context.req,
    sql`select id::text from ${sql.identifier(table)} where external_id = ${externalId}`,
  )
  if (row) context.found.set(key, row.id)
  return row?.id ?? null
}

/** The identifier in 1C of the record that a column of a statement refers to (`c.price_type_id`), as SQL. */
export const externalOf = (entity: string, column: string): SQL =>
  sql`(select external_id from ${sql.identifier(tableOf(entity))} named where named.id = ${sql.raw(column)})`

/** Like `findId`, but an absent record parks the item. */
export async function needId(context: ItemContext, entity: string, externalId: string, field: string): Promise<string> {
  const id = await findId(context, tableOf(entity), externalId)
  if (!id) throw waitFor(entity, externalId, field)
  return id
}

/** An optional reference: absent = untouched, null = cleared. */
export async function maybeId(
  context: ItemContext,
  entity: string,
  externalId: string | null | undefined,
  field: string,
): Promise<string | null | undefined> {
  return externalId ? needId(context, entity, externalId, field) : externalId
}

/** Looks up many identifiers at once, so that a batch asks once and not for each item. */
export async function findAll(
  context: ItemContext,
  table: string,
  externalIds: Iterable<string | null | undefined>,
): Promise<void> {
  const wanted = [...new Set([...externalIds].filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return
  const rows = await query<{ id: string; externalId: string }>(
    context.req,
    sql`select id::text, external_id as "externalId" from ${sql.identifier(table)} where external_id = any(${list(wanted)})`,
  )
  for (const row of rows) context.found.set(`${table} ${row.externalId}`, row.id)
}

type Value = string | number | boolean | null
export type Values = Record<string, Value | undefined>

/**
 * Writes a record by its identifier in 1C. `undefined` leaves a column as it is; a record that
 * already holds all the values is not written. One that 1C gives to another company goes there with all that is under it
 * (`former` is the company that it left). Columns of `onCreate` are set for a new one only.
 */
export async function upsert(
  context: ItemContext,
  table: string,
  externalId: string,
  values: Values,
  onCreate: Values = {},
): Promise<{ id: string; result: Outcome['result']; former?: string }> {
  const passport: Values = { sync_node: context.node.name, sync_run: context.run }
  const made = await insertRow(context, table, {
    ...given(onCreate),
    ...given(values),
    ...passport,
    external_id: externalId,
  })
  if (made) {
    context.found.set(`${table} ${externalId}`, made)
    return { id: made, result: 'created' }
  }
  const id = await findId(context, table, externalId)
  if (!id) throw new Error(`${table} ${externalId} vanished`)
  const company = typeof values.company_id === 'string' ? values.company_id : null
  const former = company ? await moveOwner({ ...context, company }, slugOf(table), id) : null
  const changed = await updateRow(context, table, id, given(values), passport)
  return { id, result: changed || former ? 'changed' : 'same', ...(former ? { former } : {}) }
}

/** Updates one record where something differs; tells whether it did. */
export async function updateRow(
  context: ItemContext,
  table: string,
  id: string,
  values: Values,
  passport?: Values,
): Promise<boolean> {
  const entries = Object.entries(given(values))
  if (entries.length === 0) return false
  const told = switchOf(context, table)
  const columns = sql.join(
    entries.map(([name]) => sql.identifier(name)),
    sql`, `,
  )
  const wanted = sql.join(
    entries.map(([name, value]) => told(name, value)),
    sql`, `,
  )
  const set = assignments({ ...given(values), ...given(passport ?? {}) }, told)
  const synced = passport ? sql`, synced_at = now(), sync_hash = null` : sql``
  const rows = await query<{ id: string }>(
    context.req,
    sql`update ${sql.identifier(table)} set ${set}${synced}, updated_at = now()
        where id = ${id} and row(${columns}) is distinct from row(${wanted}) returning id::text`,
  )
  return rows.length > 0
}

/** Null when a record with the identifier is there already. */
async function insertRow(context: ItemContext, table: string, values: Values): Promise<string | null> {
  const entries = Object.entries(values)
  const [row] = await query<{ id: string }>(
    context.req,
    sql`insert into ${sql.identifier(table)} (${sql.join(
      entries.map(([name]) => sql.identifier(name)),
      sql`, `,
    )}, synced_at, created_at, updated_at)
        values (${sql.join(
          entries.map(([, value]) => sql`${value}`),
          sql`, `,
        )}, now(), now(), now())
        on conflict (external_id) do nothing returning id::text`,
  )
  return row?.id ?? null
}

type Told = (name: string, value: Value) => SQL

function assignments(values: Record<string, Value>, told: Told): SQL {
  return sql.join(
    Object.entries(values).map(([name, value]) => sql`${sql.identifier(name)} = ${told(name, value)}`),
    sql`, `,
  )
}

/** What a person hid stays hidden, whatever 1C says: where the collection has `shownSwitch`, it is off as long as that holds. */
function switchOf({ req }: ItemContext, table: string): Told {
  const fields = req.payload.config.collections.find(({ slug }) => slug === slugOf(table))?.flattenedFields ?? []
  const remembers = fields.some((field) => field.name === HIDDEN_FIELD)
  return (name, value) =>
    remembers && name === SHOWN
      ? sql`(${value}::boolean and ${sql.identifier(HIDDEN_BY_HAND)} is not true)`
      : sql`${value}`
}

function given(values: Values): Record<string, Value> {
  const entries = Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}

/** Condition for `read`: the records asked for, by identifier in 1C or by the portal's id. */
export function matchesKeys(ask: RecordKeys, row: string): SQL {
  const it = sql.raw(row)
  return sql`(${it}.external_id = any(${list(ask.externalIds)}) or ${idIn(sql`${it}.id`, ask.ids)})`
}

/** The sync passport as `read` gives it. */
export const passportOf = (row: string): SQL =>
  sql.raw(`json_build_object('node', ${row}.sync_node, 'run', ${row}.sync_run, 'at', ${row}.synced_at) as "sync"`)
