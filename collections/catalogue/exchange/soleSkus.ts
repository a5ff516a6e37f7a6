import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '@/src/mechanisms/database/query'
import { laterRuns } from '@/src/mechanisms/exchange/run/laterRuns'

/** Stands where the hash of what came would: the SKU was made by the portal and anything that comes replaces it. */
export const SOLE = 'sole'

/**
 * Gives goods that no offer has named a SKU of their own, under the identifier that an offer without a characteristic
 * would have. So they can be seen («цена по запросу» until a price comes) and asked for, and an offer that comes later
 * is the same SKU. Goods of a run that began later and goes on are left to its own end: their offers are on the way.
 * Gives the ids of the goods.
 */
export async function giveSoleSkus(runner: Runner, run: string, node: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    runner,
    sql`insert into skus (external_id, product_id, name, article, unit, active, sync_hash, sync_node, sync_run, synced_at, created_at, updated_at)
        select p.external_id, p.id, p.name, p.article, p.unit, true, ${SOLE}, ${node}, ${run}, now(), now(), now() from products p
        where p.active and p.external_id is not null and p.sync_node = ${node} and not exists (select 1 from skus k where k.product_id = p.id)
          and coalesce(p.sync_run, '') <> all (array(select * from (${laterRuns(run)}) later))
        on conflict (external_id) do nothing returning product_id::text as id`,
  )
  return rows.map(({ id }) => id)
}

/** Puts away such SKUs of goods whose offers have come after all, each with its characteristic. */
export async function yieldSoleSkus(runner: Runner): Promise<number> {
  return execute(
    runner,
    sql`update skus s set active = false, updated_at = now() where s.sync_hash = ${SOLE} and s.active
          and exists (select 1 from skus k where k.product_id = s.product_id and k.id <> s.id and k.active)`,
  )
}
