import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '@/src/mechanisms/database/query'

/** Orders as 1C reads them: with lines, sums as decimal text, references by identifiers in 1C. `condition` is on `orders o`. */
export async function readOrders(runner: Runner, condition: SQL, limit = 500): Promise<Array<Record<string, unknown>>> {
  return query(
    runner,
    sql`select o.id::text, o.external_id as "externalId", o.number, o.status::text as state, c.external_id as company, c.inn as "companyInn",
               k.external_id as contractor, k.inn as "contractorInn", k.kpp as "contractorKpp", k.name as "contractorName", t.external_id as contract,
               w.external_id as warehouse, o.placed_at as "placedAt", to_char(o.wanted_date at time zone 'UTC', 'YYYY-MM-DD') as "wantedDate",
               to_char(o.planned_date at time zone 'UTC', 'YYYY-MM-DD') as "plannedDate", o.delivery_method::text as "deliveryMethod",
               o.delivery_address as "deliveryAddress", o.payment_method::text as "paymentMethod", o.comment, o.client_reference as "clientReference",
               (o.total / 100)::numeric(18,2)::text as total, (o.vat / 100)::numeric(18,2)::text as vat, (o.paid / 100)::numeric(18,2)::text as paid, o.currency,
               o.erp_number as "erpNumber", o.erp_date as "erpDate", o.exported_at as "exportedAt",
               (select json_build_object('name', u.name, 'email', u.email, 'phone', u.phone) from users u where u.id = o.author_id) as author,
               (select coalesce(json_agg(json_build_object('sku', coalesce(s.external_id, l.product_external_id), 'name', l.name, 'article', l.article, 'unit', l.unit,
                   'qty', trim_scale(l.qty / 1000)::text, 'price', trim_scale(l.price / 10000)::text, 'discount', (l.discount / 100)::numeric(18,2)::text,
                   'total', (l.total / 100)::numeric(18,2)::text, 'vatRate', l.vat_rate, 'shippedQty', trim_scale(l.shipped_qty / 1000)::text) order by l.position), '[]')
                from order_lines l left join skus s on s.id = l.sku_id where l.order_id = o.id) as lines,
               json_build_object('node', o.sync_node, 'run', o.sync_run, 'at', o.synced_at) as "sync"
        from orders o join companies c on c.id = o.company_id left join contractors k on k.id = o.contractor_id
        left join contracts t on t.id = o.contract_id left join warehouses w on w.id = o.warehouse_id
        where ${condition} order by o.placed_at, o.id limit ${limit}`,
  )
}
