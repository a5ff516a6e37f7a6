import { sql } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { quantityRule, type QuantityRule } from '@/src/lib/quantity'
import { list, query } from '@/src/mechanisms/database/query'
import { offersOf, type Offer } from '../offers/offers'
import type { PriceTypes } from '../offers/priceTypes'
import { unitCodeOf } from '../offers/unitCode'
import { stockView, type StockView, type WarehouseStock } from '../offers/stock'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'

export type Picture = { full: string; card: string; thumb: string; alt: string }

/** A product as a row of the list or a tile. Prices in 1/10,000, quantities in thousandths. */
export type ProductCard = {
  id: string
  slug: string
  name: string
  article: string | null
  unit: string
  brand: string | null
  group: { name: string; slug: string } | null
  picture: Picture | null
  packSize: number | null
  /** What a quantity of the only SKU may be; null when one has to be chosen first. */
  rule: QuantityRule | null
  properties: Array<{ name: string; value: string }>
  /** What «to the cart» puts there: the only SKU, or null when one has to be chosen first. */
  sku: string | null
  skuCount: number
  price: number | null
  retail: number | null
  currency: string
  /** Several SKUs at different prices: the price is the lowest. */
  priceFrom: boolean
  stock: StockView
  /** the first day on which more is expected, "YYYY-MM-DD"; null when nobody knows */
  expectedAt: string | null
  warehouses: WarehouseStock[]
}

type Row = Omit<
  ProductCard,
  'price' | 'retail' | 'currency' | 'priceFrom' | 'stock' | 'expectedAt' | 'warehouses' | 'sku' | 'rule' | 'properties'
> & {
  skus: string[]
  soldBy: string | null
  unitCode: string | null
  properties: unknown
}

/**
 * Cards of the products, in the order of their ids. `known`: their offers, where the page reads more of them and has
 * asked for all at once.
 */
export async function productCards(
  { req }: QueryContext,
  ids: readonly string[],
  types: PriceTypes,
  known?: Promise<ReadonlyMap<string, Offer>>,
): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const read = query<Row>(
    req,
    sql`select p.id::text, p.slug, p.name, p.article, coalesce(p.unit, '') as unit, b.name as brand, p.properties,
               nullif(p.pack_size, 0)::float8 as "packSize",
               case when g.id is null then null else jsonb_build_object('name', g.name, 'slug', g.slug) end as "group",
               ${pictureOf(sql`m`, sql`p.name`)} as picture,
               coalesce(k.unit, p.unit) as "soldBy", ${unitCodeOf(sql`coalesce(k.unit, p.unit)`)} as "unitCode", coalesce(k.skus, '{}') as skus, coalesce(cardinality(k.skus), 0) as "skuCount"
        from unnest(${list(ids, 'uuid')}) with ordinality as asked(id, place)
        join products p on p.id = asked.id
        left join brands b on b.id = p.brand_id
        left join product_facts f on f.product_id = p.id
        left join groups g on g.id = f.group_id and g.active
        left join lateral (select array_agg(id::text order by name, id) as skus, case when count(*) = 1 then min(unit) end as unit from skus where product_id = p.id and active) k on true
        left join lateral (
          select m.* from products_rels r join media m on m.id = r.media_id
          where r.parent_id = p.id and r.path = 'images' order by r."order" limit 1) m on true
        order by asked.place`,
  )
  const [rows, offers, settings] = await Promise.all([
    read,
    known ?? offersOf(req, { skus: [], products: ids }, types),
    portalSettingsOf(req),
  ])
  return rows.map(({ skus, soldBy, unitCode, ...row }) => {
    const only = skus.length === 1 ? (skus[0] ?? null) : null
    const mine = skus.flatMap((sku) => offers.get(sku) ?? [])
    const priced = mine
      .filter((offer): offer is Offer & { price: number } => offer.price !== null)
      .sort((a, b) => a.price - b.price)
    return {
      ...row,
      properties: propertiesOf(row.properties),
      sku: only,
      rule:
        only === null
          ? null
          : quantityRule({ unit: soldBy, unitCode, packSize: row.packSize, breaks: offers.get(only)?.breaks ?? [] }),
      price: priced[0]?.price ?? null,
      retail: priced[0]?.retail ?? null,
      currency: priced[0]?.currency ?? types.own?.currency ?? 'RUB',
      priceFrom: priced.length > 1 && priced.at(-1)?.price !== priced[0]?.price,
      stock: stockView(
        mine.reduce((sum, { stock }) => sum + stock, 0),
        settings,
      ),
      expectedAt: mine.flatMap(({ expectedAt }) => expectedAt ?? []).sort()[0] ?? null,
      warehouses: byWarehouse(mine).map(({ qty, ...place }) => ({ ...place, ...stockView(qty, settings) })),
    }
  })
}

/** Addresses of a picture's sizes as a JSON object, null without one; served through the picture's own access. */
export const pictureOf = (media: ReturnType<typeof sql>, alt: ReturnType<typeof sql>) => sql`
  case when ${media}.filename is null then null else jsonb_build_object(
    'full', '/api/media/file/' || ${media}.filename,
    'card', '/api/media/file/' || coalesce(${media}.sizes_card_filename, ${media}.filename),
    'thumb', '/api/media/file/' || coalesce(${media}.sizes_thumb_filename, ${media}.filename),
    'alt', coalesce(${media}.alt, ${alt})) end`

/** Properties as pairs; several values of one are told one after another. */
export function propertiesOf(value: unknown): Array<{ name: string; value: string }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, held]) => {
    const values = (Array.isArray(held) ? held : [held]).filter(
      (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
    )
    return values.length > 0 ? [{ name, value: values.map(String).join(', ') }] : []
  })
}

function byWarehouse(offers: readonly Offer[]): Offer['warehouses'] {
  const sums = new Map<string, Offer['warehouses'][number]>()
  for (const place of offers.flatMap(({ warehouses }) => warehouses)) {
    sums.set(place.warehouse, { ...place, qty: place.qty + (sums.get(place.warehouse)?.qty ?? 0) })
  }
  return [...sums.values()].filter(({ qty }) => qty > 0)
}
