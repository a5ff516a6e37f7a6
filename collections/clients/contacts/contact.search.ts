import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { contains } from '@/src/mechanisms/lists/listSql'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'

/** Contact persons of the company by name, address and phone. */
export const contactSearch = defineSearch({
  key: 'contacts',
  label: { ru: 'Люди', en: 'People' },
  entity: 'contacts',
  order: 60,
  find: async (context, phrase, limit) => {
    const digits = phrase.replace(/\D/g, '')
    const rows = await selectFrom(
      context.req,
      'contacts c',
      ['id', 'name', 'position'],
      sql`where ${readable(context, 'contacts', 'c')} and c.removed is not true and (${contains(sql`c.name`, phrase)} or ${contains(sql`c.email`, phrase)}
            or (${digits.length >= 4} and strpos(regexp_replace(coalesce(c.phone, ''), '\\D', '', 'g'), ${digits}) > 0))
          order by c.name, c.id limit ${limit}`,
    )
    return rows.map(({ id, name, position }) => ({
      key: id,
      title: name,
      note: position,
      href: placeOfRecord(context, 'contacts', { id }),
    }))
  },
})
