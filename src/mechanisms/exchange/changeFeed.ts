import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { list, query, type Runner } from '../database/query'
import { inTransaction } from '../database/transaction'
import { declaredEvents } from '../events/defineEvents'

/** Any number that no other advisory lock of the portal uses. */
const NUMBERING_LOCK = 7_201_534_011

/** Types of the events that are news for the ERP, as their declarations say. */
export const fedEvents = (): string[] => [...declaredEvents()].flatMap(([type, { feed }]) => (feed ? [type] : []))

/** A row that asks for a record by its identifier in 1C, and tells of none. */
export const wantedEvent = (entity: string): string => `${entity}.wanted`
export const isWanted = ({ entity, event }: Pick<Change, 'entity' | 'event'>): boolean => event === wantedEvent(entity)

export type ChangeRow = { entity: string; entityId: string; event: string; origin: string | null }

/** Writes one row of the feed in the caller's transaction; `origin` is the node that caused it. */
export async function writeChange(req: PayloadRequest, change: ChangeRow): Promise<void> {
  await query(
    req,
    sql`insert into exchange_changes (entity, entity_id, event, origin, created_at, updated_at)
        values (${change.entity}, ${change.entityId}, ${change.event}, ${change.origin}, clock_timestamp(), clock_timestamp())`,
  )
}

export type Change = { seq: number; entity: string; entityId: string; event: string; at: string }

/**
 * Changes after `after`, oldest first, without those that the asking node made itself.
 *
 * A row gets its number when the feed is read, not when it is written. A sequence number taken at
 * writing time could become visible after a higher one (its transaction commits later), and a reader
 * that had moved on would never see it. Here only committed rows are numbered, by one reader at a
 * time, and the numbers are committed before anybody is given them: whatever commits later gets a
 * higher one. Writers wait for nobody.
 */
export async function readChanges(
  req: PayloadRequest,
  ask: { node: string; entities: readonly string[]; after: number; limit: number },
): Promise<{ changes: Change[]; last: number; more: boolean }> {
  await numberChanges(req)
  const rows = await query<{
    number: string
    entity: string
    entityId: string
    event: string
    at: string
    origin: string | null
  }>(
    req,
    sql`select seq::text as number, entity, entity_id as "entityId", coalesce(event, '') as event, created_at as at, origin from exchange_changes
        where seq > ${ask.after} and entity = any(${list(ask.entities)})
          and origin is distinct from ${ask.node} order by seq limit ${ask.limit + 1}`,
  )
  const page = rows.slice(0, ask.limit)
  const changes = page.map((row) => ({
    seq: Number(row.number),
    entity: row.entity,
    entityId: row.entityId,
    event: row.event,
    at: new Date(row.at).toISOString(),
  }))
  return { changes, last: changes.at(-1)?.seq ?? ask.after, more: rows.length > ask.limit }
}

/** Numbers the committed rows that have no number yet, in the order in which they were written. */
async function numberChanges(req: PayloadRequest): Promise<void> {
  const [waiting] = await query<{ one: number }>(
    req,
    sql`select 1 as one from exchange_changes where seq is null limit 1`,
  )
  if (!waiting) {
    // Somebody may be numbering right now: their numbers must be committed before ours are read.
    await inTransaction(req, () => query(req, sql`select pg_advisory_xact_lock_shared(${NUMBERING_LOCK})`))
    return
  }
  await inTransaction(req, async () => {
    await query(req, sql`select pg_advisory_xact_lock(${NUMBERING_LOCK})`)
    await query(
      req,
      sql`update exchange_changes c set seq = n.seq
          from (select ord, nextval('exchange_changes_seq') as seq from
                 (select ord from exchange_changes where seq is null order by ord limit 100000) w) n
          where c.ord = n.ord and c.seq is null`,
    )
  })
}

/** Of these records the ones of which the node has more to hear than it has read up to `after`. */
export async function toldLater(
  runner: Runner,
  ask: { node: string; entity: string; after: number },
  ids: readonly string[],
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    runner,
    sql`select distinct entity_id as id from exchange_changes where entity = ${ask.entity} and entity_id = any(${list(ids)})
          and coalesce(seq > ${ask.after}, true) and origin is distinct from ${ask.node}`,
  )
  return rows.map(({ id }) => id)
}

/** Where the node is: the highest acknowledged number for the entity (`''` = for everything). */
export async function ackedSeq(runner: Runner, node: string, entity: string): Promise<number> {
  const [row] = await query<{ seq: string }>(
    runner,
    sql`select coalesce(max(seq), 0)::text as seq from exchange_acks where node_id = ${node} and entity in (${entity}, '')`,
  )
  return Number(row?.seq ?? 0)
}

/**
 * The node has taken everything up to `seq`. A position never goes back.
 * @throws AppError `exchange.ackAhead` 422 when nothing with such a number was ever given out.
 */
export async function ackChanges(runner: Runner, ack: { node: string; entity: string; seq: number }): Promise<number> {
  const [known] = await query<{ last: string }>(
    runner,
    sql`select coalesce(max(seq), 0)::text as last from exchange_changes`,
  )
  if (ack.seq > Number(known?.last ?? 0))
    throw new AppError('exchange.ackAhead', { seq: ack.seq }, { status: 422, field: 'seq' })
  const [row] = await query<{ seq: string }>(
    runner,
    sql`insert into exchange_acks (node_id, entity, seq) values (${ack.node}, ${ack.entity}, ${ack.seq})
        on conflict (node_id, entity) do update set seq = greatest(exchange_acks.seq, excluded.seq), at = now()
        returning seq::text`,
  )
  return Number(row?.seq ?? ack.seq)
}
