import { sql } from '@payloadcms/db-postgres/drizzle'
import { longDay } from '@/src/lib/dates'
import { formatMoney } from '@/src/lib/money'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { containsCode, isSum } from '@/src/mechanisms/lists/listSql'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'

/** Orders by the portal's number, by 1C's, by the client's own and by their sum. */
export const orderSearch = defineSearch({
  key: 'orders',
  label: { ru: 'Заказы', en: 'Orders' },
  entity: 'orders',
  order: 10,
  find: async (context, phrase, limit) => {
    const rows = await query<{ id: string; number: string; placedAt: string; total: number; currency: string }>(
      context.req,
      sql`select o.id::text, o.number, o.placed_at as "placedAt", o.total::float8 as total, o.currency from orders o
          where ${readable(context, 'orders', 'o')}
            and (${containsCode(sql`o.codes`, phrase)} or ${isSum(sql`o.total`, phrase)})
          order by (o.number = ${phrase}) desc, o.placed_at desc limit ${limit}`,
    )
    return rows.map((row) => ({
      key: row.id,
      title: row.number,
      note: `${longDay(new Date(row.placedAt), context.locale ?? 'ru')} · ${formatMoney(row.total, row.currency, context.locale ?? 'ru').text}`,
      href: placeOfRecord(context, 'orders', row),
    }))
  },
})
