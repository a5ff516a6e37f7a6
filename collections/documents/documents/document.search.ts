import { sql } from '@payloadcms/db-postgres/drizzle'
import { numericDay } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { containsCode, isSum } from '@/src/mechanisms/lists/listSql'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'
import { documentLabels } from './document.labels'

const kinds = documentLabels.options.kind

/** Accounting documents by their number and their sum. */
export const documentSearch = defineSearch({
  key: 'documents',
  label: documentLabels.many,
  entity: 'documents',
  order: 20,
  find: async (context, phrase, limit) => {
    const rows = await query<{ id: string; number: string; kind: keyof typeof kinds; date: string }>(
      context.req,
      sql`select d.id::text, d.number, d.kind::text, to_char(d.date at time zone 'UTC', 'YYYY-MM-DD') as date from documents d
          where ${readable(context, 'documents', 'd')} and (${containsCode(sql`d.codes`, phrase)} or ${isSum(sql`d.total`, phrase)})
          order by (d.number = ${phrase}) desc, d.date desc, d.id limit ${limit}`,
    )
    return rows.map(({ id, number, kind, date }) => ({
      key: id,
      title: `${say(kinds[kind] ?? documentLabels.one, context.locale ?? 'ru')} № ${number}`,
      note: numericDay(date),
      href: placeOfRecord(context, 'documents', { id, number }),
    }))
  },
})
