import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { bareId } from '@/src/mechanisms/exchange/source'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { QTY_SCALE } from '@/src/lib/money'
import { quantityRule, type QuantityRule } from '@/src/lib/quantity'
import { spanAt } from '@/src/lib/priceSpans'
import { unitPrice, type PriceBreak } from '@/src/mechanisms/offers/breaks'
import { offersOf } from '@/src/mechanisms/offers/offers'
import { priceTypesOf, type PriceTypes } from '@/src/mechanisms/offers/priceTypes'
import { stockView, type StockView, type WarehouseStock } from '@/src/mechanisms/offers/stock'
import { unitCodeOf } from '@/src/mechanisms/offers/unitCode'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'
import { groupTrail, type GroupPlace } from '../groups/group.queries'
import { pictureOf, productCards, propertiesOf, type Picture, type ProductCard } from './product.cards'
import { productFacets, type ProductFacets } from './product.facets'
import { productFilter, type ProductFilter, type ProductQuery, type ProductSort } from './product.filters'

export type ProductList = {
  rows: ProductCard[]
  total: number
  page: number
  pageSize: number
  sort: ProductSort
  facets: ProductFacets
  /** What the rows are priced by. */
  priceTypes: PriceTypes
  /** Words the search put in place of misspelt ones. */
  mended: string[]
}

const PAGE = 24
const LARGEST_PAGE = 96

/**
 * A page of the catalogue with its total and facets, at the company's own prices.
 * An unknown group gives an empty list; a page beyond the last is empty too.
 */
export async function listProducts(context: QueryContext, asked: ProductQuery = {}): Promise<ProductList> {
  const priceTypes = await priceTypesFor(context)
  const priceType = priceTypes.own?.id ?? null
  const filter = await productFilter(context, asked, priceType)
  const pageSize = Math.min(Math.max(asked.pageSize ?? PAGE, 1), LARGEST_PAGE)
  const page = Math.max(asked.page ?? 1, 1)
  const sort = asked.sort ?? (filter.search ? 'relevance' : 'name')
  const { total, facets } = await productFacets(context, filter, asked, priceType)
  const ids = await pageOfIds(context, filter, { sort, priceType, total, limit: pageSize, offset: (page - 1) * pageSize })
  return {
    rows: await productCards(context, ids, priceTypes),
    total,
    page,
    pageSize,
    sort,
    facets,
    priceTypes,
    mended: filter.search?.mended ?? [],
  }
}

/** Price types of the company in the switcher, if it is one that the person may see. */
export function priceTypesFor({ req, actor, company }: QueryContext): Promise<PriceTypes> {
  return priceTypesOf(req, company, accessOf('companies').sql(actor, 'read', 'c'))
}

type Window = { sort: ProductSort; priceType: string | null; total: number; limit: number; offset: number }

const BY_NAME = sql`f.name_key, f.product_id`

/**
 * Ids of one page. Orders that only some rows have (a price, a frequency) take those rows first; the others follow by
 * name. Most goods have a price, so its index gives all pages but the last ones.
 */
async function pageOfIds(context: QueryContext, filter: ProductFilter, window: Window): Promise<string[]> {
  const { where } = filter
  const known = knownFirst(context, window)
  if (!known) return idsOf(context, sql`product_facts f ${rankJoin(window)}`, where, orderOf(window, filter), window)
  if (known.indexed) {
    const first = await idsOf(context, sql`product_facts f join ${known.rows} on known.product_id = f.product_id`, where, known.indexed, window)
    if (first.length === window.limit) return first
  }
  // One statement, because what is known may cost more to gather than the page to read.
  const { limit, offset } = window
  const rows = await query<{ id: string }>(
    context.req,
    sql`with hits as materialized (
          select f.product_id, f.name_key, known.value from product_facts f join ${known.rows} on known.product_id = f.product_id where ${where}
        ), first as (
          select f.product_id, row_number() over (order by ${known.order}) as place from hits f order by ${known.order} limit ${limit} offset ${offset}
        ), rest as (
          select f.product_id, row_number() over (order by ${BY_NAME}) as place from product_facts f
          where ${where} and not exists (select 1 from hits where hits.product_id = f.product_id) order by ${BY_NAME}
          limit ${limit} - (select count(*) from first) offset greatest(${offset} - (select count(*) from hits), 0)
        )
        select product_id::text as id from (select 1 as part, * from first union all select 2, * from rest) page order by part, place`,
  )
  return rows.map(({ id }) => id)
}

async function idsOf({ req }: QueryContext, from: SQL, where: SQL, order: SQL, { limit, offset }: Pick<Window, 'limit' | 'offset'>): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`select f.product_id::text as id from ${from} where ${where} order by ${order} limit ${limit} offset ${offset}`,
  )
  return rows.map(({ id }) => id)
}

/** Rows (product, value) that an order is about, the order itself over `hits f`, and over them where an index has it. */
function knownFirst(context: QueryContext, { sort, priceType }: Window): { rows: SQL; order: SQL; indexed?: SQL } | null {
  if (sort === 'price' || sort === 'priceDesc') {
    const direction = sort === 'price' ? sql`asc` : sql`desc`
    return {
      rows: sql`(select product_id, price as value from product_prices where price_type_id = ${priceType}) known`,
      order: sql`f.value ${direction}, f.product_id ${direction}`,
      indexed: sql`known.value ${direction}, known.product_id ${direction}`,
    }
  }
  if (sort !== 'frequent') return null
  return {
    rows: sql`(select k.product_id, count(*) as value from order_lines l join skus k on k.id = l.sku_id
               where ${readable(context, 'order-lines', 'l')} and l.created_at > now() - interval '1 year' group by 1) known`,
    order: sql`f.value desc, ${BY_NAME}`,
  }
}

/** Weighing words pays for a screenful, not for half of the catalogue. */
const weighs = ({ sort, total }: Window): boolean => sort === 'relevance' && total <= 3_000
const rankJoin = (window: Window): SQL => (weighs(window) ? sql`left join product_search d on d.product_id = f.product_id` : sql``)

function orderOf(window: Window, { search, exact, begins }: ProductFilter): SQL {
  const { sort } = window
  if (sort === 'article') return sql`f.article_key, ${BY_NAME}`
  if (sort === 'stock') return sql`f.stock desc, ${BY_NAME}`
  if (sort !== 'relevance' || !search) return BY_NAME
  const rank = search.query && weighs(window) ? sql`ts_rank(d.document, ${search.query}) desc, ` : sql``
  return sql`${exact} desc, ${begins} desc, ${rank}(f.stock > 0) desc, ${BY_NAME}`
}

export type ProductSku = {
  id: string
  name: string
  article: string | null
  barcode: string | null
  unit: string
  characteristics: Array<{ name: string; value: string }>
  price: number | null
  retail: number | null
  currency: string
  /** Prices from a quantity on, dearest first, and packs that a price is for; empty when there is one price a piece. */
  breaks: Array<{ from: number; /** where it ends and no other takes over; null else */ to: number | null; unitPrice: number; per: number }>
  /** What a quantity of it may be. */
  rule: QuantityRule
  stock: StockView
  warehouses: WarehouseStock[]
}

export type ProductPage = ProductCard & {
  description: string | null
  /** Percent; null is «without VAT». */
  vatRate: number | null
  weight: number | null
  pictures: Picture[]
  skus: ProductSku[]
  /** Characteristics one chooses a SKU by, with their values. */
  choices: Array<{ name: string; values: string[] }>
  trail: GroupPlace[]
  neighbours: ProductCard[]
  passport: { externalId: string | null; node: string | null; syncedAt: string | null }
}

type PageRow = { id: string; description: string | null; vatRate: number | null; weight: number | null; groupId: string | null; pictures: Picture[] | null; externalId: string | null; node: string | null; syncedAt: string | null }

/** One product by its address; null when there is none or it is hidden from the person. */
export async function productBySlug(context: QueryContext, slug: string): Promise<ProductPage | null> {
  const { req, actor } = context
  const [row] = await query<PageRow>(
    req,
    sql`select p.id::text, p.description, p.vat_rate::float8 as "vatRate", p.weight::float8 as weight, (select f.group_id::text from product_facts f where f.product_id = p.id) as "groupId",
               p.external_id as "externalId", p.sync_node as node, p.synced_at as "syncedAt",
               (select jsonb_agg(${pictureOf(sql`m`, sql`p.name`)} order by r."order") from products_rels r
                join media m on m.id = r.media_id where r.parent_id = p.id and r.path = 'images') as pictures
        from products p where p.slug = ${slug} and ${accessOf('products').sql(actor, 'read', 'p')}`,
  )
  if (!row) return null
  const types = await priceTypesFor(context)
  const [card] = await productCards(context, [row.id], types)
  if (!card) return null
  const skus = await skusOf(context, row.id, card, types)
  const { externalId, node, syncedAt, groupId, pictures, ...more } = row
  return {
    ...card,
    ...more,
    pictures: pictures ?? [],
    skus,
    choices: choicesOf(skus),
    trail: card.group ? await groupTrail(context, card.group.slug) : [],
    neighbours: groupId ? await neighbours(context, row.id, groupId, types) : [],
    passport: { externalId: externalId && bareId(externalId), node, syncedAt: syncedAt ? new Date(syncedAt).toISOString() : null },
  }
}

async function skusOf({ req, actor }: QueryContext, product: string, card: ProductCard, types: PriceTypes): Promise<ProductSku[]> {
  const rows = await query<{ id: string; name: string; article: string | null; barcode: string | null; unit: string | null; unitCode: string | null; characteristics: unknown }>(
    req,
    sql`select k.id::text, k.name, k.article, k.barcode, k.unit, ${unitCodeOf(sql`coalesce(k.unit, ${card.unit})`)} as "unitCode", k.characteristics from skus k
        where k.product_id = ${product} and ${accessOf('skus').sql(actor, 'read', 'k')} order by k.name, k.id`,
  )
  const offers = await offersOf(req, rows.map(({ id }) => id), types)
  const settings = await portalSettingsOf(req)
  return rows.map(({ unitCode, ...row }) => {
    const offer = offers.get(row.id)
    return {
      ...row,
      unit: row.unit ?? card.unit,
      characteristics: propertiesOf(row.characteristics),
      price: offer?.price ?? null,
      retail: offer?.retail ?? null,
      currency: offer?.currency ?? card.currency,
      breaks: tiersOf(offer?.breaks ?? []),
      rule: quantityRule({ unit: row.unit ?? card.unit, unitCode, packSize: card.packSize, breaks: offer?.breaks ?? [] }),
      stock: stockView(offer?.stock ?? 0, settings),
      warehouses: (offer?.warehouses ?? []).map(({ qty, ...place }) => ({ ...place, ...stockView(qty, settings) })),
    }
  })
}

/** One price a piece needs no table. */
function tiersOf(breaks: readonly PriceBreak[]): ProductSku['breaks'] {
  const plain = breaks.length < 2 && breaks.every(({ from, to, per }) => from === 0 && to === null && per === QTY_SCALE)
  return plain ? [] : breaks.map((one) => ({ from: one.from, to: one.to !== null && spanAt(breaks, one.to + 1) === null ? one.to : null, unitPrice: unitPrice(one), per: one.per }))
}

function choicesOf(skus: readonly ProductSku[]): ProductPage['choices'] {
  const values = new Map<string, Set<string>>()
  for (const { name, value } of skus.flatMap(({ characteristics }) => characteristics)) {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return [...values].map(([name, held]) => ({ name, values: [...held] })).filter((choice) => choice.values.length > 1)
}

async function neighbours(context: QueryContext, id: string, group: string, types: PriceTypes): Promise<ProductCard[]> {
  const rows = await query<{ id: string }>(
    context.req,
    sql`select f.product_id::text as id from product_facts f
        where f.group_id = ${group} and f.product_id <> ${id} and ${accessOf('products').sql(context.actor, 'read', 'f')}
        order by (f.stock > 0) desc, f.name_key, f.product_id limit 8`,
  )
  return productCards(context, rows.map((row) => row.id), types)
}
