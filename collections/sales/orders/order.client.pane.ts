import { humanDate } from '@/src/lib/dates'
import { defineLabels, say } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { definePanePart } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { stateLabel } from '@/src/mechanisms/workflow/defineWorkflow'
import { cutOrders, orderQuestion } from './order.queries'
import { orderWorkflow } from './order.workflow'

const SHOWN = 10
const words = defineLabels({
  orders: { ru: 'Последние заказы', en: 'Last orders' },
  all: { ru: 'Все заказы', en: 'All orders' },
  number: { ru: 'Номер', en: 'Number' },
  placed: { ru: 'Оформлен', en: 'Placed' },
  state: { ru: 'Состояние', en: 'State' },
  sum: { ru: 'Сумма', en: 'Sum' },
  paid: { ru: 'Оплачено', en: 'Paid' },
  answers: { ru: 'ждёт ответа', en: 'awaits an answer' },
})

/** The last orders of a client, in its pane. */
export const ordersOfClient = definePanePart({
  key: 'orders',
  of: ['companies'],
  order: 6,
  read: async (context, { id }, locale) => {
    const asked = { search: '', filters: {}, sort: { key: 'placed', dir: 'desc' as const }, page: 1, perPage: SHOWN }
    const { scope, ...question } = orderQuestion({ ...context, company: id }, asked)
    const rows = await cutOrders(context, scope, question)
    return {
      tables: [
        {
          key: 'orders',
          title: words.orders,
          heads: [
            { label: words.number },
            { label: words.placed },
            { label: words.state },
            { label: words.sum, end: true },
            { label: words.paid, end: true },
          ],
          rows: rows.map((row) => ({
            key: row.id,
            cells: [
              { text: row.number, note: row.erpNumber, href: panelPageOf('orders', row) },
              { text: humanDate(row.placedAt, locale) },
              {
                text: say(stateLabel(orderWorkflow, row.status), locale),
                note: row.awaitsManager ? words.answers[locale] : null,
              },
              { text: formatMoney(row.total, row.currency, locale).text },
              { text: row.paid ? formatMoney(row.paid, row.currency, locale).text : '—' },
            ],
          })),
          more: { label: words.all, href: `/admin/workplace/orders?view=all&client=${encodeURIComponent(id)}` },
        },
      ],
    }
  },
})
