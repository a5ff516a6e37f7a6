import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import type { ShippingDays } from '../shipping/shippingDays'
import { shippingDaysOf } from '../shipping/shippingDays.queries'

export type CheckoutChoices = {
  contractors: Array<{ id: string; name: string; inn: string | null }>
  contracts: Array<{ id: string; number: string; date: string; contractor: string | null }>
  /** Where an order can be picked up. */
  warehouses: Array<{ id: string; name: string; address: string | null }>
  /** Addresses of earlier deliveries and of the payers, the latest first. */
  addresses: string[]
  shipping: ShippingDays
  /** What the person's company chose the last time that it was asked: the payer of one order, the warehouse of another. */
  last: LastChoice | null
}

type LastChoice = {
  contractor: string | null
  contract: string | null
  deliveryMethod: 'pickup' | 'delivery'
  deliveryAddress: string | null
  warehouse: string | null
  paymentMethod: string
}

const ADDRESSES = 8
/** How far back the last choice of each kind is looked for. */
const LAST_ORDERS = 20

type Choices = {
  contractors: CheckoutChoices['contractors'][number]
  contracts: CheckoutChoices['contracts'][number]
  warehouses: CheckoutChoices['warehouses'][number]
  last: LastChoice
  addresses: { address: string }
}

/** All that the order form offers for the chosen company. */
export async function checkoutChoices(context: QueryContext): Promise<CheckoutChoices> {
  const { req, actor } = context
  const [{ addresses, last, ...choices }, shipping] = await Promise.all([
    queryTogether<Choices>(req, {
      contractors: sql`select x.id::text, x.name, x.inn from contractors x where ${readable(context, 'contractors', 'x')} and x.active order by x.name, x.id`,
      contracts: sql`select x.id::text, x.number, x.date, x.contractor_id::text as contractor from contracts x
        where ${readable(context, 'contracts', 'x')} and x.status = 'active' and x.kind = 'main' order by x.date desc, x.id`,
      warehouses: sql`select h.id::text, h.name, h.address from warehouses h
        where h.active and h.pickup and ${accessOf('warehouses').sql(actor, 'read', 'h')} order by h.name, h.id`,
      last: sql`with mine as (select * from orders o where ${readable(context, 'orders', 'o')} order by o.placed_at desc, o.id limit ${LAST_ORDERS})
        select (array_agg(contractor_id::text order by placed_at desc, id) filter (where contractor_id is not null))[1] as contractor,
               (array_agg(contract_id::text order by placed_at desc, id) filter (where contract_id is not null))[1] as contract,
               (array_agg(delivery_method::text order by placed_at desc, id) filter (where delivery_method is not null))[1] as "deliveryMethod",
               (array_agg(delivery_address order by placed_at desc, id) filter (where delivery_address <> ''))[1] as "deliveryAddress",
               (array_agg(warehouse_id::text order by placed_at desc, id) filter (where warehouse_id is not null))[1] as warehouse,
               (array_agg(payment_method order by placed_at desc, id) filter (where payment_method is not null))[1] as "paymentMethod"
        from mine having count(*) > 0`,
      addresses: sql`select address from (
          select o.delivery_address as address, max(o.placed_at) as used from orders o
          where ${readable(context, 'orders', 'o')} and o.delivery_address <> '' group by 1
          union all
          select x.postal_address, null from contractors x where ${readable(context, 'contractors', 'x')} and x.active and x.postal_address <> ''
        ) known group by address order by max(used) desc nulls last, address limit ${ADDRESSES}`,
    }),
    shippingDaysOf(req),
  ])
  return { ...choices, addresses: addresses.map(({ address }) => address), shipping, last: last[0] ?? null }
}
