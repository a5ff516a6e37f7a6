import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { vatIncluded } from '@/src/lib/money'
import { list, query, type Runner } from '@/src/mechanisms/database/query'

/** Whoever an order is for in 1C, in the words of one record: two mixed are nobody there. */
export type Payer = {
  /** The portal's own, and 1C's while it has one. */
  id: string
  external: string | null
  kind: string
  name: string
  legalName: string | null
  inn: string | null
  kpp: string | null
  address: string | null
  email: string | null
  phone: string | null
}

type Head = {
  id: string
  /** 1C's identifier, with its source; `bornThere`: 1C made the order, and calls it so. */
  external: string | null
  bornThere: boolean
  number: string
  status: string
  placedAt: string
  wanted: string | null
  planned: string | null
  currency: string
  total: number
  vat: number | null
  paid: number | null
  comment: string | null
  reference: string | null
  payment: string
  delivery: 'pickup' | 'delivery'
  address: string | null
  warehouse: string | null
  contract: string | null
  contractNumber: string | null
  company: { external: string | null; inn: string | null }
  contractor: { external: string | null; inn: string | null; kpp: string | null; name: string | null } | null
  payer: Payer
  author: { id: string; name: string; email: string | null; phone: string | null } | null
  erpNumber: string | null
  erpDate: string | null
  exportedAt: string | null
  /** Changes with the order: whoever gives it back has the order as it stood. */
  revision: string
  sync: { node: string | null; run: string | null; at: string | null }
}

type StoredLine = {
  order: string
  /** Words without goods: delivery. */
  service: boolean
  /** Identifier of its goods in 1C, with its source; null for goods that 1C does not know, too. */
  sku: string | null
  name: string
  article: string | null
  unit: string | null
  qty: number
  price: number
  /** Taken off already. */
  discount: number | null
  total: number
  vatRate: number | null
  shippedQty: number | null
}

/** `vat`: held in the line's total. */
export type OrderLine = Omit<StoredLine, 'order'> & { vat: number | null }

/** An order as it goes to 1C, whatever carries it. Sums are minor units, prices 1/10,000, quantities thousandths. */
export type OrderOut = Head & {
  lines: OrderLine[]
  /** What 1C took off the whole order, beside what is off its lines. */
  discount: number
}

/** Version of a row of `orders`: of people's changes and of everything else that is written to it. */
export const REVISION = sql`updated_at::text || coalesce(unsent_since::text, '')`

/** Orders under a condition on `orders` alone, each read once for every way it may go. */
export async function readOutgoing(
  runner: Runner,
  condition: SQL,
  { order = sql`placed_at, id`, limit }: { order?: SQL; limit: number },
): Promise<OrderOut[]> {
  const heads = await query<Head>(
    runner,
    sql`with found as (
          select *, ${REVISION} as revision, row_number() over (order by ${order}) as place from orders where ${condition} order by ${order} limit ${limit}
        )
        select o.id::text, o.external_id as external, o.author_id is null as "bornThere", o.number, o.status::text, o.placed_at as "placedAt",
               to_char(o.wanted_date at time zone 'UTC', 'YYYY-MM-DD') as wanted, to_char(o.planned_date at time zone 'UTC', 'YYYY-MM-DD') as planned,
               o.currency, o.total::float8 as total, o.vat::float8 as vat, o.paid::float8 as paid, o.comment, o.client_reference as reference,
               o.payment_method as payment, o.delivery_method::text as delivery, o.delivery_address as address, w.external_id as warehouse,
               c.external_id as contract, c.number as "contractNumber",
               jsonb_build_object('external', co.external_id, 'inn', co.inn) as company,
               case when t.id is not null then jsonb_build_object('external', t.external_id, 'inn', t.inn, 'kpp', t.kpp, 'name', t.name) end as contractor,
               case when t.id is not null
                 then jsonb_build_object('external', t.external_id, 'id', t.id, 'name', t.name, 'legalName', t.legal_name, 'inn', t.inn, 'kpp', t.kpp,
                   'kind', t.kind, 'address', t.legal_address, 'email', u.email, 'phone', u.phone)
                 else jsonb_build_object('external', co.external_id, 'id', co.id, 'name', co.name, 'legalName', co.legal_name, 'inn', co.inn, 'kpp', co.kpp,
                   'kind', case when length(co.inn) = 12 then 'entrepreneur' else 'legal' end, 'address', co.address, 'email', co.email, 'phone', co.phone)
               end as payer,
               case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone) end as author,
               o.erp_number as "erpNumber", o.erp_date as "erpDate", o.exported_at as "exportedAt", o.revision,
               jsonb_build_object('node', o.sync_node, 'run', o.sync_run, 'at', o.synced_at) as sync
        from found o join companies co on co.id = o.company_id
        left join contractors t on t.id = o.contractor_id left join warehouses w on w.id = o.warehouse_id
        left join contracts c on c.id = o.contract_id left join users u on u.id = o.author_id
        order by o.place`,
  )
  const lines = await query<StoredLine>(
    runner,
    sql`select l.order_id::text as "order", l.sku_id is null and l.product_external_id is null as service, coalesce(k.external_id, l.product_external_id) as sku,
               l.name, l.article, l.unit, l.qty::float8 as qty, l.price::float8 as price, l.discount::float8 as discount, l.total::float8 as total,
               l.vat_rate::float8 as "vatRate", l.shipped_qty::float8 as "shippedQty"
        from order_lines l left join skus k on k.id = l.sku_id
        where l.order_id = any(${list(
          heads.map(({ id }) => id),
          'uuid',
        )}) order by l.position`,
  )
  return heads.map((head) =>
    whole(
      head,
      lines.filter(({ order: of }) => of === head.id),
    ),
  )
}

function whole(head: Head, stored: readonly StoredLine[]): OrderOut {
  const lines = stored.map((line) => ({
    ...line,
    vat: line.vatRate === null ? null : vatIncluded(line.total, line.vatRate),
  }))
  const { payer } = head
  return {
    ...head,
    // КПП is of legal entities alone.
    payer: { ...payer, kpp: payer.kind === 'legal' ? payer.kpp : null },
    lines,
    discount: Math.max(0, lines.reduce((sum, { total }) => sum + total, 0) - head.total),
  }
}
