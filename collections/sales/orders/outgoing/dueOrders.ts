import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { isHeardOf, servedBy, type ExchangeNode } from '@/src/mechanisms/exchange/source'

/** Whoever may be given orders: a node and the source that it speaks for. */
export type Taker = Pick<ExchangeNode, 'id' | 'source'>

/**
 * An order is news to one base alone: to the one that has it. One that nobody has yet is kept for the base that it was given
 * to first, for that may have it before it says so: no second one makes it meanwhile, and none but the first hears that it was
 * cancelled. A base that is gone holds nothing.
 */
export const heldFor = (node: string): SQL => sql`case
  when taken_by_id is not null then ${idIs(sql`taken_by_id`, node)}
  when offered_to_id is null or ${idIs(sql`offered_to_id`, node)} then true
  when exported_at is not null or status = 'cancelled' then false
  else not ${isHeardOf('offered_to_id')} end`

/** An order of a client of one source is for the nodes of that source: in another base it would be an order of nobody. */
const ofSource = (source: string): SQL =>
  servedBy(source, 'orders', sql`(select co.external_id from companies co where co.id = orders.company_id)`)

/** Condition on `orders` alone: those that a node may be given, and whose changes it hears of. */
export const ordersFor = ({ id, source }: Taker): SQL => sql`(${heldFor(id)} and ${ofSource(source)})`

/** Condition on `orders` alone: no base has it yet, or not as it stands now. */
export const UNDELIVERED = sql`(exported_at is null or unsent_since is not null)`

/**
 * Condition on `orders` alone: those that a node is to take, by whichever transport it asks. One that was cancelled before
 * any base was given it is nobody's to make.
 */
export const dueFor = (taker: Taker): SQL =>
  sql`(${UNDELIVERED} and (status <> 'cancelled' or offered_at is not null or exported_at is not null) and ${ordersFor(taker)})`

/** Those that cannot go are behind all others: they hold up nobody. */
export const DUE_ORDER = sql`export_problem is not null, placed_at, id`
