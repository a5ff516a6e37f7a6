import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { contains } from '@/src/mechanisms/lists/listSql'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineSearch } from '@/src/mechanisms/search/defineSearch'
import { placeOfRecord } from '@/src/mechanisms/records/defineRecord'
import { quickProducts } from './product.queries'

/** Products as the catalogue's own search finds them: stems, typos, articles. */
export const productSource = defineSearch({
  key: 'products',
  label: { ru: 'Товары', en: 'Products' },
  entity: 'products',
  order: 40,
  find: async (context, phrase, limit) => {
    const found = await quickProducts(context, phrase, limit)
    return found.map(({ id, name, article, slug }) => ({
      key: id,
      title: name,
      note: article,
      href: placeOfRecord(context, 'products', { id, slug }),
    }))
  },
})

/** Sections of the catalogue by name. */
export const groupSource = defineSearch({
  key: 'groups',
  label: { ru: 'Разделы каталога', en: 'Catalogue sections' },
  entity: 'groups',
  order: 50,
  find: async (context, phrase, limit) => {
    const { req, actor } = context
    const rows = await query<{ id: string; name: string; slug: string }>(
      req,
      sql`select g.id::text, g.name, g.slug from groups g where ${contains(sql`g.name`, phrase)}
            and ${accessOf('groups').sql(actor, 'read', 'g')} order by length(g.name), g.name limit ${limit}`,
    )
    return rows.map(({ id, name, slug }) => ({
      key: id,
      title: name,
      note: null,
      href: placeOfRecord(context, 'groups', { id, slug }),
    }))
  },
})
