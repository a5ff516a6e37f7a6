import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import { ENDED } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { groupHomes } from '../groups/groupHomes'

export type PaneProduct = {
  id: string
  slug: string
  name: string
  article: string | null
  description: string | null
  unit: string | null
  vatRate: number | null
  barcode: string | null
  weight: number | null
  packSize: number | null
  active: boolean
  hidden: boolean
  overrides: unknown
  externalId: string | null
  syncedAt: string | null
  properties: unknown
  /** Names of the properties that 1C told. */
  told: string[]
  brand: string | null
  groupId: string | null
  groupName: string | null
  groupShown: boolean | null
  pictures: { id: string; src: string; alt: string; ofErp: boolean }[]
}
export type PaneSku = {
  id: string
  name: string
  article: string | null
  barcode: string | null
  unit: string | null
  characteristics: unknown
  active: boolean
  hidden: boolean
  externalId: string | null
}
export type PanePrice = {
  sku: string
  type: string
  typeName: string
  currency: string
  price: number
  from: number
  to: number | null
  per: number
  inForce: boolean
}
export type PaneStock = {
  sku: string
  warehouse: string | null
  name: string | null
  qty: number
  expectedAt: string | null
  shown: boolean
}
export type PaneGroup = { id: string; name: string; parent: string | null; shown: boolean }
export type PaneNeighbour = { id: string; name: string; article: string | null }

type Behind = {
  skus: PaneSku
  prices: PanePrice
  stocks: PaneStock
  groups: PaneGroup
  neighbours: PaneNeighbour
  home: { name: string | null }
}
export type PaneGoods = PaneProduct & { [Part in keyof Behind]: Behind[Part][] }

/** A product with all that is sold, priced, stored and shown beside it, as the employee may read it; two statements. */
export async function productForPane(context: QueryContext, id: string): Promise<PaneGoods | null> {
  const { req } = context
  if (!isUuid(id)) return null
  const [row] = await query<PaneProduct>(
    req,
    sql`select p.id::text, p.slug, p.name, p.article, p.description, p.unit, p.vat_rate::float8 as "vatRate", p.barcode,
               p.weight::float8 as weight, p.pack_size::float8 as "packSize", coalesce(p.active, false) as active,
               coalesce(p.hidden_by_hand, false) as hidden, p.overrides, p.external_id as "externalId", p.synced_at as "syncedAt", p.properties,
               array(select jsonb_object_keys(case when jsonb_typeof(p.property_refs) = 'object' then p.property_refs else '{}' end)) as told,
               b.name as brand, g.id::text as "groupId", g.name as "groupName", g.active as "groupShown",
               (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'alt', coalesce(m.alt, p.name), 'ofErp', m.external_path is not null,
                         'src', '/api/media/file/' || coalesce(m.sizes_thumb_filename, m.filename)) order by r."order"), '[]')
                from products_rels r join media m on m.id = r.media_id
                where r.parent_id = p.id and r.path = 'images' and m.filename is not null) as pictures
        from products p left join brands b on b.id = p.brand_id left join groups g on g.id = p.group_id
        where p.id = ${id} and ${readable(context, 'products', 'p')}`,
  )
  return row ? { ...row, ...(await behind(context, row.id)) } : null
}

const behind = (context: QueryContext, id: string): Promise<{ [Part in keyof Behind]: Behind[Part][] }> =>
  queryTogether<Behind>(context.req, {
    skus: sql`select k.id::text, k.name, k.article, k.barcode, k.unit, k.characteristics, coalesce(k.active, false) as active,
                     coalesce(k.hidden_by_hand, false) as hidden, k.external_id as "externalId"
              from skus k where k.product_id = ${id} and ${readable(context, 'skus', 'k')} order by k.active desc nulls last, k.name, k.id`,
    prices: sql`select r.sku_id::text as sku, t.id::text as type, t.name as "typeName", r.currency, r.price::float8 as price, r.min_qty::float8 as "from",
                       r.max_qty::float8 as "to", r.per_qty::float8 as per, r.active is not false and t.active is not false and r.price > 0 as "inForce"
                from prices r join skus k on k.id = r.sku_id join price_types t on t.id = r.price_type_id
                where k.product_id = ${id} and ${readable(context, 'prices', 'r')} order by t.base desc nulls last, t.name, t.id, r.min_qty`,
    stocks: sql`select s.sku_id::text as sku, h.id::text as warehouse, h.name, s.qty::float8 as qty, s.expected_at as "expectedAt", coalesce(h.active, true) as shown
                from stocks s join skus k on k.id = s.sku_id left join warehouses h on h.id = s.warehouse_id
                where k.product_id = ${id} and s.sync_hash is distinct from ${ENDED} and ${readable(context, 'stocks', 's')} order by h.name nulls last, h.id`,
    groups: sql`select g.id::text, g.name, g.parent_id::text as parent, coalesce(g.active, false) as shown from groups g
                where ${readable(context, 'groups', 'g')} order by g.sort nulls last, search_fold(g.name), g.id`,
    neighbours: sql`select n.id::text, n.name, n.article from products p join product_facts f on f.product_id = p.id
                    join product_facts o on o.group_id = f.group_id and o.product_id <> p.id join products n on n.id = o.product_id
                    where p.id = ${id} and n.active and ${readable(context, 'products', 'n')} order by (o.stock > 0) desc, o.name_key, n.id limit 8`,
    home: sql`with recursive ${groupHomes} select at.name from products p join home on home.id = p.group_id join groups at on at.id = home.at where p.id = ${id}`,
  })
