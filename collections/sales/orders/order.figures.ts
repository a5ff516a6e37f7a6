import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import { orderFlags } from './order.queries'

const tab = (view: string): string => `/admin/workplace/orders?view=${view}`
const mine = (context: QueryContext): SQL => readable(context, 'orders', 'o')

export const orderFigures = [
  defineFigure({
    key: 'newOrders',
    kind: 'count',
    label: { ru: 'Новые заказы', en: 'New orders' },
    href: tab('new'),
    roles: staffWithClients,
    order: 10,
    value: (context) => sql`(select count(*)::int from orders o where o.status = 'submitted' and ${mine(context)})`,
  }),
  defineFigure({
    key: 'notExported',
    kind: 'count',
    label: { ru: 'Заказы не переданы в 1С', en: 'Orders not handed to 1C' },
    href: tab('notExported'),
    roles: staffWithClients,
    needs: ['exchange'],
    order: 30,
    value: (context) => sql`(select count(*)::int from orders o where ${orderFlags.notExported} and ${mine(context)})`,
  }),
  defineFigure({
    key: 'ordersByDay',
    kind: 'chart',
    label: { ru: 'Заказы за две недели', en: 'Orders, two weeks' },
    heads: { count: { ru: 'Заказов', en: 'Orders' }, sum: { ru: 'Сумма', en: 'Sum' } },
    roles: staffWithClients,
    order: 10,
    // Days of Moscow, 14 of them.
    rows: (context) =>
      sql`select to_char(d, 'YYYY-MM-DD') as day, o.currency, count(o.id)::int as count, coalesce(sum(o.total), 0)::float8 as total
          from generate_series((now() at time zone 'Europe/Moscow')::date - 13, (now() at time zone 'Europe/Moscow')::date, '1 day') d
          left join orders o on (o.placed_at at time zone 'Europe/Moscow')::date = d::date and o.status <> 'cancelled'
            and o.placed_at > now() - interval '15 days' and ${mine(context)}
          group by d, o.currency order by d`,
  }),
]
