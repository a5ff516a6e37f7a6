import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { query } from '@/src/mechanisms/database/query'
import { shippingDaysOf } from '@/src/mechanisms/portal/portalSettings'
import type { ShippingDays } from '@/src/mechanisms/portal/shippingDays'

export type CheckoutChoices = {
  contractors: Array<{ id: string; name: string; inn: string | null }>
  contracts: Array<{ id: string; number: string; date: string; contractor: string | null }>
  /** Where an order can be picked up. */
  warehouses: Array<{ id: string; name: string; address: string | null }>
  /** Addresses of earlier deliveries and of the payers, the latest first. */
  addresses: string[]
  shipping: ShippingDays
  /** What the person's company chose the last time. */
  last: LastChoice | null
}

type LastChoice = {
  contractor: string | null
  contract: string | null
  deliveryMethod: 'pickup' | 'delivery'
  deliveryAddress: string | null
  warehouse: string | null
  paymentMethod: 'invoice' | 'credit'
}

const ADDRESSES = 8

/** All that the order form offers for the chosen company. */
export async function checkoutChoices(context: QueryContext): Promise<CheckoutChoices> {
  const { req, actor } = context
  const contractors = await query<CheckoutChoices['contractors'][number]>(
    req,
    sql`select x.id::text, x.name, x.inn from contractors x where ${readable(context, 'contractors', 'x')} and x.active order by x.name, x.id`,
  )
  const contracts = await query<CheckoutChoices['contracts'][number]>(
    req,
    sql`select x.id::text, x.number, x.date, x.contractor_id::text as contractor from contracts x
        where ${readable(context, 'contracts', 'x')} and x.status = 'active' and x.kind = 'main' order by x.date desc, x.id`,
  )
  const warehouses = await query<CheckoutChoices['warehouses'][number]>(
    req,
    sql`select h.id::text, h.name, h.address from warehouses h
        where h.active and h.pickup and ${accessOf('warehouses').sql(actor, 'read', 'h')} order by h.name, h.id`,
  )
  const [last] = await query<LastChoice>(
    req,
    sql`select o.contractor_id::text as contractor, o.contract_id::text as contract, o.delivery_method::text as "deliveryMethod",
               o.delivery_address as "deliveryAddress", o.warehouse_id::text as warehouse, o.payment_method::text as "paymentMethod"
        from orders o where ${readable(context, 'orders', 'o')} order by o.placed_at desc, o.id limit 1`,
  )
  const addresses = await query<{ address: string }>(
    req,
    sql`select address from (
          select o.delivery_address as address, max(o.placed_at) as used from orders o
          where ${readable(context, 'orders', 'o')} and o.delivery_address <> '' group by 1
          union all
          select x.postal_address, null from contractors x where ${readable(context, 'contractors', 'x')} and x.active and x.postal_address <> ''
        ) known group by address order by max(used) desc nulls last, address limit ${ADDRESSES}`,
  )
  return { contractors, contracts, warehouses, addresses: addresses.map(({ address }) => address), shipping: await shippingDaysOf(req), last: last ?? null }
}
