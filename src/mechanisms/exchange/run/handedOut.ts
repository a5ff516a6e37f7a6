import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { idIs } from '../../database/ids'
import { execute, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import type { OfferedOrder } from '../commerceml/dialogue-ports'
import type { OutgoingOrder, ParkedOrder } from '../commerceml/outgoing'
import { noteIssue, settleRecords } from './journal'

/** Kind of a run that gives orders to 1C, and of a line about an order that cannot go. */
const OUT = 'orders-out'
const MOST_NUMBERS = 50

/**
 * A query offered orders: a run that goes on until 1C says `success`. 1C asks every few minutes whether it takes
 * anything or not, so an offer that was not taken goes on as the same run, with what is offered now.
 */
export async function noteOffered(req: PayloadRequest, node: string, ready: readonly OutgoingOrder[], parked: readonly ParkedOrder[]): Promise<void> {
  if (ready.length === 0 && parked.length === 0) return
  await inTransaction(req, async () => {
    const run = (await openOffer(req, node)) ?? (await makeOffer(req, node))
    await settleRecords(req, node, OUT, ready.map(({ externalId }) => externalId))
    for (const { order, problems } of parked) {
      for (const { code, params } of problems) await noteIssue(req, { run, file: null }, { entity: OUT, externalId: order.externalId, code, params, row: { number: order.number } })
    }
    const counts = { orders: ready.slice(0, MOST_NUMBERS).map(({ number }) => number) }
    await execute(
      req,
      sql`update exchange_runs set status = ${ready.length > 0 ? 'running' : 'partial'}, rows_read = ${ready.length + parked.length}, rows_failed = ${parked.length},
            counts = ${JSON.stringify(counts)}::jsonb, updated_at = now() where ${idIs(sql`id`, run)}`,
    )
  })
}

/** 1C has taken what it was offered last: the run ends. */
export async function noteTaken(req: PayloadRequest, node: string, offered: readonly OfferedOrder[]): Promise<void> {
  await inTransaction(req, async () => {
    const run = (await openOffer(req, node)) ?? (await makeOffer(req, node))
    await execute(
      req,
      sql`update exchange_runs set status = (case when rows_failed > 0 then 'partial' else 'done' end)::enum_exchange_runs_status, finished_at = now(), updated_at = now(),
            rows_read = greatest(rows_read, ${offered.length}), rows_changed = ${offered.length} where ${idIs(sql`id`, run)}`,
    )
  })
}

async function openOffer(req: PayloadRequest, node: string): Promise<string | undefined> {
  const [open] = await query<{ id: string }>(
    req,
    sql`select id::text from exchange_runs where ${idIs(sql`node_id`, node)} and kind = ${OUT} and finished_at is null order by started_at desc limit 1 for update`,
  )
  return open?.id
}

async function makeOffer(req: PayloadRequest, node: string): Promise<string> {
  const [made] = await query<{ id: string }>(
    req,
    sql`insert into exchange_runs (node_id, transport, kind, status, started_at, created_at, updated_at)
        values (${node}, 'commerceml', ${OUT}, 'running', now(), now(), now()) returning id::text`,
  )
  if (!made) throw new Error('The run was not written')
  return made.id
}
