import { sql } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { query } from '@/src/mechanisms/database/query'
import type { ProductFilter, ProductQuery } from './product.filters'

export type Choice = { id: string; name: string; count: number }
export type ProductFacets = {
  /** `id` is the brand's slug, as the filter takes it. */
  brands: Choice[]
  warehouses: Choice[]
  /** Units of 1/10,000; null when nothing here has a price. */
  price: { from: number; to: number } | null
  properties: Array<{ name: string; values: Array<{ value: string; count: number }> }>
}

const BRANDS = 40
const PROPERTIES = 12
const VALUES = 30

/** What else could be chosen: each facet counts under all filters but its own. Properties only inside a group or a search. */
export async function productFacets(
  { req, actor }: QueryContext,
  filter: ProductFilter,
  asked: ProductQuery,
  priceType: string | null,
): Promise<ProductFacets> {
  const brands = await query<Choice>(
    req,
    sql`select b.slug as id, b.name, c.count::int from (
          select f.brand_id, count(*) as count from product_facts f where ${filter.where('brand')} and f.brand_id is not null group by 1
        ) c join brands b on b.id = c.brand_id and ${accessOf('brands').sql(actor, 'read', 'b')}
        order by c.count desc, b.name limit ${BRANDS}`,
  )
  const warehouses = await query<Choice>(
    req,
    sql`select h.id::text, h.name, c.count::int from (
          select w.id, count(*) as count from product_facts f, unnest(f.warehouses) w(id) where ${filter.where('warehouse')} group by 1
        ) c join warehouses h on h.id = c.id and ${accessOf('warehouses').sql(actor, 'read', 'h')} order by h.name`,
  )
  const [range] = await query<{ from: number | null; to: number | null }>(
    req,
    sql`select min(pp.price)::float8 as "from", max(pp.price)::float8 as "to"
        from product_facts f join product_prices pp on pp.product_id = f.product_id and pp.price_type_id = ${priceType}
        where ${filter.where('price')}`,
  )
  return {
    brands,
    warehouses,
    price: range && range.from !== null && range.to !== null ? { from: range.from, to: range.to } : null,
    properties: asked.group || filter.search ? await properties({ req }, filter) : [],
  }
}

async function properties({ req }: Pick<QueryContext, 'req'>, filter: ProductFilter): Promise<ProductFacets['properties']> {
  const rows = await query<{ name: string; value: string; count: number }>(
    req,
    sql`with counted as (
          select e.key as name, e.value, count(*)::int as count
          from product_facts f join products p on p.id = f.product_id
          cross join lateral jsonb_each_text(case when jsonb_typeof(p.properties) = 'object' then p.properties else '{}' end) e
          where ${filter.where('properties')} group by 1, 2
        ), ranked as (
          select *, sum(count) over (partition by name) as held, count(*) over (partition by name) as variants,
                 row_number() over (partition by name order by count desc, value) as place
          from counted
        )
        select name, value, count from ranked where place <= ${VALUES} and variants > 1 order by held desc, name, place`,
  )
  const byName = new Map<string, Array<{ value: string; count: number }>>()
  for (const { name, value, count } of rows) byName.set(name, [...(byName.get(name) ?? []), { value, count }])
  const inOrder = new Intl.Collator('ru', { numeric: true })
  return [...byName].slice(0, PROPERTIES).map(([name, values]) => ({
    name,
    values: values.sort((a, b) => inOrder.compare(a.value, b.value)),
  }))
}
