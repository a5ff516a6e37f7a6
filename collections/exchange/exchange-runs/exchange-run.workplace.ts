import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** Open problems wait in it. */
export const exchangeWorkplace = defineWorkplace({
  key: 'exchange',
  label: { ru: 'Журнал обмена', en: 'Exchange journal' },
  path: '/exchange',
  view: '/src/admin/exchange/ExchangeView#ExchangeView',
  section: 'system',
  roles: ['admin'],
  order: 30,
  badge: (context) =>
    sql`(select count(*)::int from exchange_issues i where i.status = 'open' and ${readable(context, 'exchange-issues', 'i')})`,
})
