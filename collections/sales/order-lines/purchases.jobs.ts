import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { followEvents } from '@/src/mechanisms/events/followEvents'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'

/**
 * Counts anew how often each product was bought within a year, by the one company or by all. What has not changed is not
 * written.
 */
export async function renewPurchases(runner: Runner, company?: string): Promise<void> {
  const one = company ?? null
  await execute(
    runner,
    sql`with bought as materialized (
          select l.company_id, k.product_id, count(*)::int as times from order_lines l join skus k on k.id = l.sku_id
          where (${one}::uuid is null or l.company_id = ${one}::uuid) and l.company_id is not null
            and l.created_at > now() - interval '1 year' group by 1, 2
        ), gone as (
          delete from company_purchases p where (${one}::uuid is null or p.company_id = ${one}::uuid)
            and not exists (select 1 from bought b where b.company_id = p.company_id and b.product_id = p.product_id)
        )
        insert into company_purchases as p (company_id, product_id, times) select company_id, product_id, times from bought
        on conflict (company_id, product_id) do update set times = excluded.times where p.times <> excluded.times`,
  )
}

/** One company after its orders have changed, all of them at night: the year moves on. */
export const purchasesJob = defineJob<{ company?: string }>({
  name: 'sales.countPurchases',
  label: { ru: 'Пересчитать, что часто заказывают', en: 'Count what is ordered often' },
  lane: 'default',
  retry: { limit: 5, delaySeconds: 10 },
  schedule: '23 2 * * *',
  handler: ({ company }, { req }) =>
    inTransaction(req, async () => {
      // Two of them at once would count past each other.
      await query(req, sql`select pg_advisory_xact_lock(hashtext('company_purchases'))`)
      await renewPurchases(req, company)
    }),
})

export const purchasesFollowOrders = followEvents({
  key: 'sales.purchases',
  types: ['order.submitted', 'order.imported', 'order.changed', 'order.edited', 'owner.left', 'owner.came'],
  follow: async (req, { company }) => {
    if (company) await enqueue(req, purchasesJob, { company }, { key: company })
  },
})
