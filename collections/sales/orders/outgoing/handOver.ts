import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { execute, query, type Runner } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { toldLater, writeChange } from '@/src/mechanisms/exchange/changeFeed'
import { heldFor, ordersFor, UNDELIVERED, type Taker } from './dueOrders'
import { REVISION } from './outgoingOrder'

export type Given = { id: string; external: string | null }

/**
 * Orders under a condition on `orders` alone are given to a node, by whichever transport: its base may know them from now on, whether it says so or not.
 * Gives those that no other base was given meanwhile, with their identifiers in 1C where 1C made them.
 */
export async function offerOrders(runner: Runner, node: string, which: SQL): Promise<Given[]> {
  return query<Given>(
    runner,
    sql`update orders set offered_at = coalesce(offered_at, now()), offered_to_id = ${node} where ${which} and ${UNDELIVERED} and ${heldFor(node)}
        returning case when author_id is null then external_id end as external, id::text`,
  )
}

/**
 * The base of a node says that it has orders under a condition on `orders` alone. It has each from now on, and hears alone of what
 * becomes of it; received is the version that it was given (`isCurrent`): what people have changed since is given anew.
 */
async function receive(runner: Runner, node: string, which: SQL, isCurrent: SQL): Promise<void> {
  await execute(
    runner,
    sql`update orders set taken_by_id = ${node}, exported_at = case when ${isCurrent} then now() else exported_at end,
          export_problem = case when not ${isCurrent} then export_problem end, unsent_since = case when not ${isCurrent} then unsent_since end
        where ${which} and (${UNDELIVERED} or taken_by_id is null)
          and case when taken_by_id is not null then ${idIs(sql`taken_by_id`, node)} else offered_to_id is null or ${idIs(sql`offered_to_id`, node)} end`,
  )
}

/** By the version that was given; without one it is whatever stands. */
export const receiveRevision = (runner: Runner, node: string, which: SQL, revision: string | null): Promise<void> =>
  receive(runner, node, which, revision === null ? sql`true` : sql`(${REVISION} = ${revision})`)

/** By the number of the change feed that the node has read up to: orders that have changed behind it are not received as they stand. */
export async function receiveUpTo(
  req: PayloadRequest,
  node: string,
  ids: readonly string[],
  seq?: number,
): Promise<void> {
  await inTransaction(req, async () => {
    // Whoever changes one of them now has either said so before we look, or waits for us.
    await query(req, sql`select 1 from orders where ${idIn(sql`id`, ids)} order by id for update`)
    const later = seq === undefined ? [] : await toldLater(req, { node, entity: 'orders', after: seq }, ids)
    await receive(req, node, idIn(sql`id`, ids), sql`(not ${idIn(sql`id`, later)})`)
  })
}

/**
 * Orders that a base was given which is gone now, without having taken them: they are this node's to take. It may have passed
 * by what the feed told of them while they were the other's, so they are told anew.
 */
export async function takeOver(req: PayloadRequest, taker: Taker): Promise<void> {
  await inTransaction(req, async () => {
    const freed = await query<{ id: string }>(
      req,
      sql`update orders set offered_to_id = ${taker.id} where taken_by_id is null and exported_at is null and status <> 'cancelled'
            and offered_at is not null and offered_to_id::text is distinct from ${taker.id} and ${ordersFor(taker)} returning id::text`,
    )
    for (const { id } of freed)
      await writeChange(req, { entity: 'orders', entityId: id, event: 'order.submitted', origin: null })
  })
}
