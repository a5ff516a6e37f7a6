import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { defineFigure, type BehindRow } from '@/src/mechanisms/panel/defineFigure'

const mine = (context: QueryContext): SQL => readable(context, 'products', 'p')

const heads = { title: { ru: 'Товар', en: 'Product' }, at: { ru: 'Изменён', en: 'Changed' } }
const words = (row: BehindRow) => ({
  title: String(row.name),
  note: row.article ? String(row.article) : null,
  href: `/admin/collections/products/${row.id}`,
})

export const productFigures = [
  defineFigure({
    key: 'noGroup',
    kind: 'rows',
    label: { ru: 'Товары без раздела', en: 'Goods without a section' },
    about: {
      ru: 'Клиенты видят их в каталоге под «Без раздела».',
      en: 'Clients see them in the catalogue under “No section”.',
    },
    measure: 'count',
    heads,
    roles: ['editor'],
    order: 80,
    rows: (context) =>
      sql`select p.id::text, p.name, p.article, p.updated_at as at from products p where p.active and p.group_id is null and ${mine(context)}`,
    words,
  }),
  defineFigure({
    key: 'noPicture',
    kind: 'rows',
    label: { ru: 'Товары без картинки', en: 'Goods without a picture' },
    measure: 'count',
    heads,
    roles: ['editor'],
    order: 90,
    rows: (context) =>
      sql`select p.id::text, p.name, p.article, p.updated_at as at from products p where p.active and ${mine(context)}
          and not exists (select 1 from products_rels r where r.parent_id = p.id and r.path = 'images')`,
    words,
  }),
  defineFigure({
    key: 'noPrice',
    kind: 'rows',
    label: { ru: 'Товары без цены', en: 'Goods without a price' },
    about: {
      ru: 'Товары каталога, ни у одного предложения которых нет действующей цены.',
      en: 'Goods of the catalogue, none of whose offers has a valid price.',
    },
    measure: 'count',
    heads,
    roles: ['editor'],
    order: 82,
    rows: (context) =>
      sql`select p.id::text, p.name, p.article, p.updated_at as at from products p where p.active and ${mine(context)}
          and not exists (select 1 from skus k join prices c on c.sku_id = k.id where k.product_id = p.id and k.active and coalesce(c.active, true) and c.price > 0)`,
    words,
  }),
  defineFigure({
    key: 'noText',
    kind: 'rows',
    label: { ru: 'Товары без описания', en: 'Goods without a description' },
    measure: 'count',
    heads,
    roles: ['editor'],
    order: 85,
    rows: (context) =>
      sql`select p.id::text, p.name, p.article, p.updated_at as at from products p
          where p.active and btrim(coalesce(p.description, '')) = '' and ${mine(context)}`,
    words,
  }),
]
