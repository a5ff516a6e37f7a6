import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import { rememberedCount } from './rememberedCounts'
import { allOf, type ProductFilter, type ProductQuery } from './product.filters.queries'

export type FacetChoice = { id: string; name: string; count: number }
export type ProductFacets = {
  /** `id` is the brand's slug, as the filter takes it. */
  brands: FacetChoice[]
  warehouses: FacetChoice[]
  /** Units of 1/10,000; null when nothing here has a price. */
  price: { from: number; to: number } | null
  properties: Array<{ name: string; values: Array<{ value: string; count: number }> }>
}

const BRANDS = 40
const PROPERTIES = 12
const VALUES = 30

/**
 * How many products answer, and what else could be chosen: each facet counts under all filters but its
 * own. Properties only inside a group or a search.
 */
export function productFacets(
  context: QueryContext,
  filter: ProductFilter,
  asked: ProductQuery,
  priceType: string | null,
): Promise<{ total: number; facets: ProductFacets }> {
  const { sort: _sort, page: _page, pageSize: _size, ...question } = asked
  return rememberedCount(JSON.stringify([context.actor.role, priceType, question]), async () => {
    const inside = asked.group !== undefined || filter.search !== null
    const { counts, held } = await queryTogether<{ counts: Counts; held: HeldValue }>(context.req, {
      counts: countRows(context, filter, priceType),
      held: inside ? heldValues(filter) : sql`select null where false`,
    })
    return totalAndFacets(counts[0], held)
  })
}

type Counts = {
  total: number
  brands: FacetChoice[] | null
  warehouses: FacetChoice[] | null
  from: number | null
  to: number | null
}

/** All counts in one pass over the rows that answer. */
const countRows = ({ actor }: QueryContext, { base, facet }: ProductFilter, priceType: string | null): SQL =>
  sql`with matched as materialized (
          select f.brand_id, f.warehouses, pp.price, ${facet.brand} as in_brand, ${facet.warehouse} as in_warehouse, ${facet.price} as in_price
          from product_facts f left join product_prices pp on pp.product_id = f.product_id and pp.price_type_id = ${priceType}
          where ${allOf([base, facet.properties])}
        ), brand as (
          select brand_id as id, count(*)::int as count from matched where in_warehouse and in_price and brand_id is not null group by 1
        ), place as (
          select w.id, count(*)::int as count from matched, unnest(warehouses) w(id) where in_brand and in_price group by 1
        )
        select (select count(*)::int from matched where in_brand and in_warehouse and in_price) as total,
               (select min(price)::float8 from matched where in_brand and in_warehouse) as "from",
               (select max(price)::float8 from matched where in_brand and in_warehouse) as "to",
               (select jsonb_agg(jsonb_build_object('id', b.slug, 'name', b.name, 'count', c.count) order by c.count desc, b.name)
                from (select * from brand order by count desc limit ${BRANDS}) c
                join brands b on b.id = c.id and ${accessOf('brands').sql(actor, 'read', 'b')}) as brands,
               (select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'count', c.count) order by h.name)
                from place c join warehouses h on h.id = c.id and ${accessOf('warehouses').sql(actor, 'read', 'h')}) as warehouses`

function totalAndFacets(row: Counts | undefined, held: readonly HeldValue[]): { total: number; facets: ProductFacets } {
  return {
    total: row?.total ?? 0,
    facets: {
      brands: row?.brands ?? [],
      warehouses: row?.warehouses ?? [],
      price: row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null,
      properties: propertiesIn(held),
    },
  }
}

type HeldValue = { name: string; value: string; count: number }

const heldValues = ({ base, facet }: ProductFilter): SQL =>
  sql`with counted as (
          select e.key as name, v.value, count(*)::int as count
          from product_facts f join products p on p.id = f.product_id
          cross join lateral jsonb_each(case when jsonb_typeof(p.properties) = 'object' then p.properties else '{}' end) e
          cross join lateral jsonb_array_elements_text(case jsonb_typeof(e.value) when 'array' then e.value else jsonb_build_array(e.value) end) v(value)
          where ${allOf([base, facet.brand, facet.warehouse, facet.price])} group by 1, 2
        ), ranked as (
          select *, sum(count) over (partition by name) as held, count(*) over (partition by name) as variants,
                 row_number() over (partition by name order by count desc, value) as place
          from counted
        )
        select name, value, count from ranked where place <= ${VALUES} and variants > 1 order by held desc, name, place`

function propertiesIn(rows: readonly HeldValue[]): ProductFacets['properties'] {
  const byName = new Map<string, Array<{ value: string; count: number }>>()
  for (const { name, value, count } of rows) byName.set(name, [...(byName.get(name) ?? []), { value, count }])
  const inOrder = new Intl.Collator('ru', { numeric: true })
  return [...byName].slice(0, PROPERTIES).map(([name, values]) => ({
    name,
    values: values.sort((a, b) => inOrder.compare(a.value, b.value)),
  }))
}
