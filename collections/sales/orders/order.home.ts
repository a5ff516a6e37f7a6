import { defaultLocale, defineLabels, say } from '@/src/lib/i18n'
import { lastExchange } from '@/src/mechanisms/exchange/lastExchange'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { ordersInWork } from './order.queries'
import { deliveryPlace, orderStanding } from './order.words'

const words = defineLabels({
  title: { ru: 'Заказы в работе', en: 'Orders in work' },
  all: { ru: 'Все заказы', en: 'All orders' },
  none: { ru: 'Сейчас в работе ничего нет', en: 'Nothing is in work now' },
  toCatalogue: { ru: 'Открыть каталог', en: 'Open the catalogue' },
  columns: {
    name: { ru: 'Номер и дата', en: 'Number and date' },
    state: { ru: 'Состояние', en: 'State' },
    day: { ru: 'Доставка', en: 'Delivery' },
    sum: { ru: 'Сумма', en: 'Sum' },
  },
})

/** The newest orders that are not finished. */
export const orderCard = defineHomeCard({
  key: 'orders.inWork',
  label: words.title,
  needs: 'orders.read',
  place: 'main',
  order: 10,
  view: 'list',
  read: async (context) => {
    const locale = context.locale ?? defaultLocale
    const [rows, freshAt] = await Promise.all([ordersInWork(context), lastExchange(context.req)])
    return {
      columns: words.columns,
      rows: rows.map((row) => {
        const { label, ...state } = orderStanding(row)
        return {
          key: row.id,
          href: pageOf('orders', row),
          name: row.number,
          at: row.placedAt,
          state: { label: say(label, locale), ...state },
          day: { date: row.plannedDate ?? row.wantedDate, note: deliveryPlace(row, locale) },
          sum: { amount: row.total, currency: row.currency },
        }
      }),
      link: { href: '/orders', label: say(words.all, locale) },
      empty: {
        title: say(words.none, locale),
        link: { href: '/catalogue', label: say(words.toCatalogue, locale) },
      },
      freshAt,
    }
  },
})
