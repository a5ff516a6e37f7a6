import { sql } from '@payloadcms/db-postgres/drizzle'
import { dayInZone } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { companyDetailsOf, type CompanyDetails } from '@/src/mechanisms/portal/companyDetails'
import { definePrint } from '@/src/mechanisms/print/definePrint'
import type { OrderFormInput } from '@/src/mechanisms/print/forms/order-ru'
import { orderByNumber } from './order.page.queries'
import { orderLabels } from './order.labels'
import { orderWorkflow } from './order.workflow'

type Party = OrderFormInput['supplier']

/** The order as a paper: «Бланк заказа». */
export const orderPrint = definePrint<OrderFormInput>({
  name: 'order',
  entity: 'orders',
  label: { ru: 'Печать', en: 'Print' },
  form: async () => (await import('@/src/mechanisms/print/forms/order-ru')).orderForm,
  data: orderPrintData,
})

async function orderPrintData(context: QueryContext, id: string, locale: Locale): Promise<OrderFormInput | null> {
  const [named] = await selectFrom(
    context.req,
    'orders',
    ['number'],
    sql`where ${idIs(sql`id`, id)} and ${readable(context, 'orders', 'orders')}`,
  )
  const order = named ? await orderByNumber(context, named.number) : null
  if (!order) return null
  const supplier = await companyDetailsOf(context.req)
  const [buyer] = await query<CompanyDetails>(
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
    lines: order.lines.map(({ name, article, unit, qty, price, total }) => ({
      name,
      article: article ?? undefined,
      unit,
      qty,
      price,
      total,
    })),
    total: order.total,
    vat: order.vat > 0 ? order.vat : null,
  }
}

function party(details: CompanyDetails | undefined): Party {
  const given = (value: string | null | undefined): string | undefined => value ?? undefined
  return {
    name: details?.name ?? '',
    inn: given(details?.inn),
    kpp: given(details?.kpp),
    address: given(details?.address),
    phone: given(details?.phone),
  }
}
