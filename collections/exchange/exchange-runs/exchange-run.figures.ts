import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import { badRuns } from './exchange-run.queries'

export const failedRunsFigure = defineFigure({
  key: 'failedRuns',
  kind: 'count',
  label: { ru: 'Ошибки обмена за сутки', en: 'Exchange failures, 24 h' },
  href: '/admin/exchange?state=bad',
  alarming: true,
  roles: ['admin'],
  order: 60,
  value: (context) =>
    sql`(select count(*)::int from exchange_runs r where ${badRuns} and ${readable(context, 'exchange-runs', 'r')})`,
})
