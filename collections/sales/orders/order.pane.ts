import { humanDate } from '@/src/lib/dates'
import { defineLabels, say } from '@/src/lib/i18n'
import { formatMoney, formatPrice, formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { definePane } from '@/src/mechanisms/panel/definePane'
import { addressOfTemplatePrint } from '@/src/mechanisms/print/templates/printAddresses'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { isUuid } from '@/src/mechanisms/database/ids'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { paymentLabel } from '../payment-methods/definePaymentMethod'
import { orderLabels } from './order.labels'
import { orderByNumber } from './order.page.queries'

const { fields, options } = orderLabels
const words = defineLabels({
  lines: { ru: 'Состав', en: 'Lines' },
  goods: { ru: 'Товар', en: 'Product' },
  qty: { ru: 'Кол-во', en: 'Qty' },
  price: { ru: 'Цена', en: 'Price' },
  sum: { ru: 'Сумма', en: 'Sum' },
  total: { ru: 'Итого', en: 'Total' },
  shipped: { ru: 'отгружено {qty}', en: '{qty} shipped' },
  client: { ru: 'Клиент', en: 'Client' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  delivery: { ru: 'Доставка', en: 'Delivery' },
  excel: { ru: 'Бланк в Excel', en: 'Form in Excel' },
  work: { ru: 'Открыть среди заказов в работу', en: 'Open among orders to handle' },
  erp: { ru: 'Номер в 1С', en: 'Number in 1C' },
  placed: { ru: 'Оформлен', en: 'Placed' },
  comment: { ru: 'Комментарий клиента', en: 'Client’s comment' },
})

/** An order: whose it is, where to and for how much, how it stands with 1C, and its lines. */
export const orderPane = definePane({
  entity: 'orders',
  read: async (context, id, locale) => {
    if (!isUuid(id)) return null
    const [row] = await selectFrom(context.req, 'orders o', ['number'], sql`where o.id = ${id}::uuid`)
    const order = row ? await orderByNumber({ ...context, locale }, row.number) : null
    if (!order) return null
    const sum = (amount: number): string => formatMoney(amount, order.currency, locale).text
    const where = order.deliveryMethod === 'pickup' ? order.warehouse : order.deliveryAddress
    const day = (at: string | null): string | null => (at ? humanDate(at, locale) : null)
    return {
      links: [
        { label: words.work, href: panelPageOf('orders', order) },
        { label: words.excel, href: addressOfTemplatePrint('order-blank', order.id, 'xlsx', locale) },
      ],
      facts: [
        { label: words.client, value: order.companyName, href: panelPageOf('companies', { id: order.company }) },
        { label: words.manager, value: order.manager },
        { label: fields.contractor, value: order.contractor },
        {
          label: fields.contract,
          value: order.contract,
          ...(order.contractId ? { href: panelPageOf('contracts', { id: order.contractId }) } : {}),
        },
        { label: fields.author, value: [order.author, order.authorPhone].filter(Boolean).join(', ') },
        { label: words.placed, value: day(order.placedAt) },
        {
          label: words.delivery,
          value: [say(options.deliveryMethod[order.deliveryMethod], locale), where].filter(Boolean).join(': '),
        },
        { label: fields.plannedDate, value: day(order.plannedDate) },
        { label: fields.paymentMethod, value: say(paymentLabel(order.paymentMethod), locale) },
        { label: fields.paid, value: `${sum(order.paid)} / ${sum(order.total)}` },
        { label: fields.branch, value: order.branch },
        { label: words.erp, value: order.passport.erpNumber },
        { label: fields.exportedAt, value: day(order.passport.exportedAt) },
        { label: fields.exportProblem, value: order.passport.problem, tone: 'bad' },
        { label: words.comment, value: order.comment },
      ],
      tables: [
        {
          key: 'lines',
          title: words.lines,
          heads: [
            { label: words.goods },
            { label: words.qty, end: true },
            { label: words.price, end: true },
            { label: words.sum, end: true },
          ],
          rows: order.lines.map((line) => ({
            key: line.id,
            cells: [
              { text: line.name, note: [line.article, line.warehouse].filter(Boolean).join(', ') },
              {
                text: `${formatQty(line.qty, locale)} ${unitText(line.unit, locale)}`,
                note:
                  line.shippedQty > 0 ? say(words.shipped, locale, { qty: formatQty(line.shippedQty, locale) }) : null,
              },
              { text: formatPrice(line.price, order.currency, locale).text },
              { text: sum(line.total) },
            ],
          })),
          foot: { label: words.total, text: sum(order.total) },
        },
      ],
    }
  },
})
