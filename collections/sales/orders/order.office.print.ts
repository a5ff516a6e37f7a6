import { sql } from '@payloadcms/db-postgres/drizzle'
import { buyerOf } from '@/collections/clients/clients.api'
import { dayInZone, longDay, numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney, formatPrice, formatQty, MINOR_SCALE, PRICE_SCALE, QTY_SCALE } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { sumInWords } from '@/src/lib/words'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { sellerOf } from '@/src/mechanisms/portal/companyDetails'
import {
  definePrintData,
  type PrintRow,
  type PrintValue,
  type PrintValues,
} from '@/src/mechanisms/print/templates/definePrintData'
import { partyFields, partyValues } from '@/src/mechanisms/print/templates/party'
import { orderLabels } from './order.labels'
import { orderById } from './order.page.queries'
import { orderWorkflow } from './order.workflow'

/** The order as an Excel file, by the template in use. */
export const orderOfficePrint = definePrintData({
  kind: 'order-blank',
  entity: 'orders',
  label: { ru: 'Бланк заказа', en: 'Order form' },
  title: (number, locale) => say({ ru: 'Заказ {number}', en: 'Order {number}' }, locale, { number }),
  fields: {
    number: { label: { ru: 'Номер заказа', en: 'Number of the order' }, example: 'К-001234' },
    date: { label: { ru: 'Дата заказа', en: 'Date of the order' }, example: '27 ноября 2026' },
    'date.short': { label: { ru: 'Дата цифрами', en: 'The date in figures' }, example: '27.11.2026' },
    status: { label: { ru: 'Состояние', en: 'State' }, example: 'В работе' },
    contract: { label: { ru: 'Номер договора', en: 'Number of the contract' }, example: '54/25' },
    delivery: { label: { ru: 'Способ получения', en: 'How it is received' }, example: 'Доставка' },
    address: {
      label: { ru: 'Адрес доставки или склад', en: 'Address or warehouse' },
      example: 'г. Мытищи, ул. Колпакова, д. 2',
    },
    wantedDate: { label: { ru: 'Желаемая дата', en: 'Wanted by' }, example: '01.12.2026' },
    manager: { label: { ru: 'Менеджер', en: 'Manager' }, example: 'Анна Лебедева' },
    comment: { label: { ru: 'Комментарий клиента', en: 'The client’s note' }, example: 'Позвонить за час' },
    currency: { label: { ru: 'Валюта', en: 'Currency' }, example: 'RUB' },
    total: { label: { ru: 'Сумма заказа', en: 'Total' }, example: '134 190,00' },
    'total.words': {
      label: { ru: 'Сумма прописью', en: 'The total in words' },
      example: 'Сто тридцать четыре тысячи сто девяносто рублей 00 копеек',
    },
    vat: { label: { ru: 'В том числе НДС', en: 'VAT in it' }, example: '22 365,00' },
    ...partyFields('seller', { ru: 'Поставщик', en: 'Seller' }),
    ...partyFields('buyer', { ru: 'Покупатель', en: 'Buyer' }),
    lines: {
      label: { ru: 'Строки заказа', en: 'Lines of the order' },
      rows: {
        row: { label: { ru: 'Номер строки', en: 'Number of the line' }, example: '1' },
        article: { label: { ru: 'Артикул', en: 'Article' }, example: 'АНК-10-100' },
        name: { label: { ru: 'Наименование', en: 'Name' }, example: 'Анкерный болт 10×100' },
        qty: { label: { ru: 'Количество', en: 'Quantity' }, example: '120' },
        unit: { label: { ru: 'Единица', en: 'Unit' }, example: 'шт' },
        price: { label: { ru: 'Цена', en: 'Price' }, example: '42,50' },
        total: { label: { ru: 'Сумма', en: 'Sum' }, example: '5 100,00' },
      },
    },
  },
  read: orderValues,
  recent: async (context, limit) => {
    const rows = await query<{ id: string; number: string; company: string }>(
      context.req,
      sql`select o.id::text, o.number, co.name as company from orders o join companies co on co.id = o.company_id
          where ${readable(context, 'orders', 'o')} order by o.placed_at desc nulls last, o.id limit ${limit}`,
    )
    return rows.map(({ id, number, company }) => ({ id, title: `${number}, ${company}` }))
  },
  builtIn: [{ format: 'xlsx', locale: 'ru', make: async () => (await import('./orderBlank')).orderBlank() }],
})

async function orderValues(context: QueryContext, id: string, locale: Locale): Promise<PrintValues | null> {
  const [named] = await query<{ id: string; contractor: string | null }>(
    context.req,
    sql`select o.id::text, o.contractor_id::text as contractor from orders o where o.id = ${isUuid(id) ? id : null}::uuid and ${readable({ ...context, company: null }, 'orders', 'o')}`,
  )
  const order = named ? await orderById(context, named.id) : null
  const buyer =
    order && named ? await buyerOf(context.req, { company: order.company, contractor: named.contractor }) : null
  if (!order || !buyer) return null
  const day = dayInZone(order.placedAt)
  const sum = (amount: number): PrintValue => ({
    text: bare(formatMoney(amount, '', locale)),
    number: amount / MINOR_SCALE,
  })
  return {
    number: order.number,
    date: longDay(day, locale),
    'date.short': numericDay(day),
    status: say(orderWorkflow.states[order.status]?.label ?? { ru: order.status, en: order.status }, locale),
    contract: order.contract,
    delivery: say(orderLabels.options.deliveryMethod[order.deliveryMethod], locale),
    address: order.deliveryAddress ?? order.warehouse,
    wantedDate: order.wantedDate ? numericDay(order.wantedDate) : null,
    manager: order.manager,
    comment: order.comment,
    currency: order.currency,
    total: sum(order.total),
    'total.words': sumInWords(order.total, order.currency, locale),
    vat: order.vat > 0 ? sum(order.vat) : null,
    ...partyValues('seller', await sellerOf(context.req)),
    ...partyValues('buyer', buyer),
    lines: order.lines.map((line, index): PrintRow => ({
      row: { text: String(index + 1), number: index + 1 },
      article: line.article,
      name: line.name,
      qty: { text: formatQty(line.qty, locale), number: line.qty / QTY_SCALE },
      unit: unitText(line.unit, locale),
      price: { text: bare(formatPrice(line.price, '', locale)), number: line.price / PRICE_SCALE },
      total: sum(line.total),
    })),
  }
}

const bare = ({ sign, whole, fraction }: { sign: string; whole: string; fraction: string }): string =>
  sign + whole + fraction
