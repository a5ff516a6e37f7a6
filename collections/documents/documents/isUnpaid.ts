import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/**
 * Whether the invoice `d` waits for money: the one reading of the list, of its sums and of what is asked for. An invoice
 * of a cancelled order wants none. The first line is word for word the condition of `documents_unpaid_idx`.
 */
export const isUnpaid: SQL = sql`d.kind = 'invoice' and coalesce(d.paid, 0) < d.total and not coalesce(d.cancelled, false)
  and not exists (select 1 from orders off where off.id = d.order_id and off.status = 'cancelled')`

/** Whether nothing stands by the document `d` any more: cancelled itself, or an invoice whose order is. */
export const isVoid: SQL = sql`(coalesce(d.cancelled, false)
  or (d.kind = 'invoice' and exists (select 1 from orders off where off.id = d.order_id and off.status = 'cancelled')))`
