import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '../database/query'

/** Why a caller was not let in to the exchange. */
export type RefusalReason = 'unknown' | 'secret' | 'off' | 'address' | 'areas'
export type Refusal = {
  node: string | null
  address: string
  reason: RefusalReason
  tries: number
  firstAt: string
  lastAt: string
}

const KEPT_DAYS = 90

/**
 * Counts a refused caller: one row for a node, an address and a reason, however often they try. What was typed as a
 * login or a secret is not kept.
 */
export async function noteRefusal(
  runner: Runner,
  refusal: { node: string | null; address: string | null; reason: RefusalReason },
): Promise<void> {
  await execute(
    runner,
    sql`insert into exchange_refusals (node_id, address, reason) values (${refusal.node}::uuid, ${(refusal.address ?? '').slice(0, 60)}, ${refusal.reason})
        on conflict (coalesce(node_id::text, ''), address, reason) do update
          set tries = case when exchange_refusals.last_at < now() - interval '7 days' then 1 else exchange_refusals.tries + 1 end,
              first_at = case when exchange_refusals.last_at < now() - interval '7 days' then now() else exchange_refusals.first_at end, last_at = now()`,
  )
}

/** Refused callers of the last days, the latest first. */
export async function listRefusals(runner: Runner, { days = 7, limit = 20 } = {}): Promise<Refusal[]> {
  return query<Refusal>(
    runner,
    sql`select n.name as node, f.address, f.reason, f.tries, f.first_at as "firstAt", f.last_at as "lastAt" from exchange_refusals f left join exchange_nodes n on n.id = f.node_id
        where f.last_at > now() - make_interval(days => ${days}) order by f.last_at desc limit ${limit}`,
  )
}

export async function sweepRefusals(runner: Runner): Promise<void> {
  await execute(runner, sql`delete from exchange_refusals where last_at < now() - make_interval(days => ${KEPT_DAYS})`)
}
