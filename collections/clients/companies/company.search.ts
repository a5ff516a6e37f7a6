import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { requisitesText } from '@/src/lib/requisites'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { contains } from '@/src/mechanisms/lists/listSql'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'

/** The person's company and whom it buys as, by name, ИНН, КПП or ОГРН. */
export const companySearch = defineSearch({
  key: 'companies',
  label: { ru: 'Компания и плательщики', en: 'Company and payers' },
  entity: 'companies',
  order: 55,
  find: async (context, phrase, limit) => {
    const digits = phrase.replace(/\s/g, '')
    // Part of a number finds nothing before it is long enough to mean one.
    const number = /^\d{5,15}$/.test(digits) ? digits : null
    const rows = await query<{ id: string; name: string; inn: string | null; kpp: string | null; place: number }>(
      context.req,
      sql`select id, name, inn, kpp, place from (
            select c.id::text, c.name, c.inn, c.kpp, 0 as place from companies c
            where ${readable(context, 'companies', 'c', 'id')} and (${contains(sql`c.name`, phrase)} or ${contains(sql`c.legal_name`, phrase)} or ${begins(sql`c.inn`, number)} or ${begins(sql`c.kpp`, number)})
            union all
            select p.id::text, p.name, p.inn, p.kpp, 1 from contractors p
            where ${readable(context, 'contractors', 'p')} and coalesce(p.active, true)
              and (${contains(sql`p.name`, phrase)} or ${begins(sql`p.inn`, number)} or ${begins(sql`p.kpp`, number)} or ${begins(sql`p.ogrn`, number)})
          ) found order by place, name, id limit ${limit}`,
    )
    const locale = context.locale ?? 'ru'
    return rows.map(({ id, name, inn, kpp, place }) => ({
      key: id,
      title: name,
      note: requisitesText({ inn, kpp }, locale) || null,
      href: placeOfRecord(context, place === 0 ? 'companies' : 'contractors', { id }),
    }))
  },
})

const begins = (column: SQL, number: string | null): SQL => (number ? sql`${column} like ${`${number}%`}` : sql`false`)
