import { sql } from '@payloadcms/db-postgres/drizzle'
import { dayInZone } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import type { OrderFormInput } from '@/src/mechanisms/print/forms/order-ru'
import { orderByNumber } from './order.page'
import { orderLabels } from './order.labels'
import { orderWorkflow } from './order.workflow'

type Party = OrderFormInput['supplier']
type Details = { name: string; inn: string | null; kpp: string | null; address: string | null; phone: string | null }

/** The data of a printed order; null when the order is not theirs to see. Give it to `printForm(orderForm, …)`. */
export async function orderPrint(context: QueryContext, number: string, locale: Locale): Promise<OrderFormInput | null> {
  const order = await orderByNumber(context, number)
  if (!order) return null
  const [supplier] = await query<Details>(
    context.req,
    sql`select coalesce(legal_name, name, '') as name, inn, kpp, address, phone from company_details limit 1`,
  )
  const [buyer] = await query<Details>(
    context.req,
    sql`select coalesce(k.legal_name, k.name, c.legal_name, c.name) as name, coalesce(k.inn, c.inn) as inn, coalesce(k.kpp, c.kpp) as kpp,
               coalesce(k.legal_address, c.address) as address, c.phone
        from orders o join companies c on c.id = o.company_id left join contractors k on k.id = o.contractor_id where o.id = ${order.id}`,
  )
  return {
    number: order.number,
    date: dayInZone(order.placedAt),
    supplier: party(supplier),
    buyer: party(buyer),
    contract: order.contract ?? undefined,
    status: say(orderWorkflow.states[order.status]?.label ?? { ru: order.status, en: order.status }, locale),
    delivery: say(orderLabels.options.deliveryMethod[order.deliveryMethod], locale),
    address: order.deliveryAddress ?? order.warehouse ?? undefined,
    wantedDate: order.wantedDate ?? undefined,
    manager: order.manager ?? undefined,
    comment: order.comment ?? undefined,
    currency: order.currency,
    lines: order.lines.map(({ name, article, unit, qty, price, total }) => ({ name, article: article ?? undefined, unit, qty, price, total })),
    total: order.total,
    vat: order.vat > 0 ? order.vat : null,
  }
}

function party(details: Details | undefined): Party {
  const given = (value: string | null | undefined): string | undefined => value ?? undefined
  return { name: details?.name ?? '', inn: given(details?.inn), kpp: given(details?.kpp), address: given(details?.address), phone: given(details?.phone) }
}
