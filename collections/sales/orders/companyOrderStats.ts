import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { provideOrderStats } from '@/collections/clients/clients.api'

const of = (row: string): SQL => sql.raw(`${row}.id`)

/** What clients are told of their orders. */
export const companyOrderStats = provideOrderStats({
  hasOrders: (row) => sql`exists (select 1 from orders o where o.company_id = ${of(row)})`,
  inWork: (row) =>
    sql`(select count(*)::int from orders o where o.company_id = ${of(row)} and o.status in ('submitted', 'confirmed', 'working', 'shipped'))`,
  lastOrderAt: (row) => sql`(select max(o.placed_at) from orders o where o.company_id = ${of(row)})`,
})
