import { sql } from '@payloadcms/db-postgres/drizzle'
import { provideOrderDocuments, type OrderDocument } from '@/collections/sales/sales.api'
import { query } from '@/src/mechanisms/database/query'

/** What orders are told of their documents. */
export const orderPapers = provideOrderDocuments((req, order) =>
  query<OrderDocument>(
    req,
    sql`select kind::text, total::float8 as total, coalesce(cancelled, false) as cancelled, goods from documents
        where order_id = ${order} and kind in ('payment', 'refund', 'waybill')`,
  ),
)
