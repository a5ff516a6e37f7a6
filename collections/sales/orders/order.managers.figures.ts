import { sql } from '@payloadcms/db-postgres/drizzle'
import { moneySums, sumsText } from '@/src/lib/moneySums'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import { orderFlags } from './order.queries'

type Row = {
  id: string
  name: string
  fresh: number
  working: number
  awaits: number
  orders: { currency: string; amount: number }[] | null
  overdue: { currency: string; amount: number }[] | null
}

const orders = (view: string, manager: string): string => `/admin/workplace/orders?view=${view}&manager=${manager}`

/** How the clients of each manager stand; each number leads to the orders or the clients that it counts. */
export const managersFigure = defineFigure({
  key: 'byManager',
  kind: 'table',
  label: { ru: 'По менеджерам', en: 'By manager' },
  heads: [
    { label: { ru: 'Менеджер', en: 'Manager' } },
    { label: { ru: 'Новые заказы', en: 'New orders' }, end: true },
    { label: { ru: 'В работе', en: 'In work' }, end: true },
    { label: { ru: 'На сумму', en: 'Worth' }, end: true },
    { label: { ru: 'Заказы ждут ответа', en: 'Orders await an answer' }, end: true },
    { label: { ru: 'Просрочено', en: 'Overdue' }, end: true },
  ],
  roles: ['head', 'admin'],
  order: 10,
  rows: async (context, locale) => {
    const rows = await query<Row>(
      context.req,
      sql`with mine as (select c.id, c.manager_id, c.overdue, c.currency from companies c
            where c.manager_id is not null and ${readable(context, 'companies', 'c', 'id')}),
          taken as (select co.manager_id, o.currency, o.total, o.status, ${orderFlags.awaits} as awaits
            from orders o join mine co on co.id = o.company_id
            where o.status in ('submitted', 'confirmed', 'working', 'shipped') and ${readable(context, 'orders', 'o')})
          select s.id::text, s.name,
            (select count(*)::int from taken t where t.manager_id = s.id and t.status = 'submitted') as fresh,
            (select count(*)::int from taken t where t.manager_id = s.id and t.status in ('confirmed', 'working', 'shipped')) as working,
            (select count(*)::int from taken t where t.manager_id = s.id and t.awaits) as awaits,
            (select jsonb_agg(jsonb_build_object('currency', x.currency, 'amount', x.amount)) from (select t.currency, sum(t.total)::float8 as amount
               from taken t where t.manager_id = s.id and t.status in ('confirmed', 'working', 'shipped') group by 1) x) as orders,
            (select jsonb_agg(jsonb_build_object('currency', x.currency, 'amount', x.amount)) from (select m.currency, sum(m.overdue)::float8 as amount
               from mine m where m.manager_id = s.id and m.overdue > 0 group by 1) x) as overdue
          from staff s where s.id in (select manager_id from mine) order by s.name, s.id`,
    )
    const sums = (parts: Row['orders']): string =>
      sumsText(
        moneySums(parts ?? [], ({ amount }) => amount),
        locale,
      ) || '—'
    const counted = (count: number, href: string) => (count > 0 ? { text: String(count), href } : { text: '—' })
    return rows.map(({ id, name, ...row }) => ({
      key: id,
      cells: [
        { text: name, href: `/admin/workplace/clients?manager=${id}` },
        counted(row.fresh, orders('new', id)),
        counted(row.working, orders('working', id)),
        { text: sums(row.orders), ...(row.orders ? { href: orders('working', id) } : {}) },
        counted(row.awaits, orders('awaits', id)),
        {
          text: sums(row.overdue),
          ...(row.overdue ? { href: `/admin/workplace/clients?manager=${id}&overdue=1` } : {}),
        },
      ],
    }))
  },
})
