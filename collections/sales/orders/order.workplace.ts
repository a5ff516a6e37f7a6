import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** New orders wait in it. */
export const ordersWorkplace = defineWorkplace({
  key: 'orders',
  label: { ru: 'Заказы в работу', en: 'Orders to handle' },
  path: '/workplace/orders',
  view: '/src/admin/workplace/OrdersWorkplace#OrdersWorkplace',
  roles: staffWithClients,
  order: 10,
  badge: (context) =>
    sql`(select count(*)::int from orders o where o.status = 'submitted' and ${readable(context, 'orders', 'o')})`,
})
