import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { codesOf, contains, containsCode } from '@/src/mechanisms/lists/listSql'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'

/** Contracts by number and name. */
export const contractSearch = defineSearch({
  key: 'contracts',
  label: { ru: 'Договоры', en: 'Contracts' },
  entity: 'contracts',
  order: 30,
  find: async (context, phrase, limit) => {
    const rows = await selectFrom(
      context.req,
      'contracts c',
      ['id', 'number', 'name'],
      sql`where ${readable(context, 'contracts', 'c')} and (${containsCode(codesOf(sql`c.number`), phrase)} or ${contains(sql`c.name`, phrase)})
          order by (c.number = ${phrase}) desc, c.date desc, c.id limit ${limit}`,
    )
    return rows.map(({ id, number, name }) => ({
      key: id,
      title: number,
      note: name,
      href: placeOfRecord(context, 'contracts', { id, number }),
    }))
  },
})
