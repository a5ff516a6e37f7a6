import { sql } from '@payloadcms/db-postgres/drizzle'
import { providePurchases } from '@/collections/catalogue/catalogue.api'
import { readable } from '@/src/mechanisms/access/context'

/** What the catalogue is told of what people buy: kept by companies, read by the rules of their orders’ lines. */
export const linePurchases = providePurchases(
  (context) =>
    sql`select p.product_id, p.times from company_purchases p where ${readable(context, 'order-lines', 'p')}`,
)
