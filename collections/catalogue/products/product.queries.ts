import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { bareId } from '@/src/mechanisms/exchange/source'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import { QTY_SCALE } from '@/src/lib/money'
import { quantityRule, type QuantityRule } from '@/src/lib/quantity'
import { spanAt } from '@/src/lib/priceSpans'
import { unitPrice, type PriceBreak } from '../offers/breaks'
import { offersOf, type Offer } from '../offers/offers'
import { priceTypeRows, priceTypesIn, priceTypesOf, type PriceTypeRow, type PriceTypes } from '../offers/priceTypes'
import { stockView, type StockView, type WarehouseStock } from '../offers/stock'
import { unitCodeOf } from '../offers/unitCode'
import { portalSettingsOf, type PortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { LOOSE } from '../groups/groupHomes'
import { branchRows, groupTrail, LOOSE_PLACE, trailRows, type GroupPlace } from '../groups/group.queries'
import { warehouseRows, withSlugs, type WarehousePlace, type WarehouseRow } from '../warehouses/warehouse.queries'
import { purchasesFor } from './purchasesFor'
import { pictureOf, productCards, propertiesOf, type Picture, type ProductCard } from './product.cards.queries'
import { productFacets, type ProductFacets } from './product.facets.queries'
import {
  productFilter,
  readQuestion,
  type ProductFilter,
  type ProductQuery,
  type ProductSort,
  type ReadQuestion,
} from './product.filters.queries'

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

/** What a page of the catalogue stands on: where it is, what its prices are, where goods lie. */
export type CatalogueGround = {
  trail: GroupPlace[]
  /** Ids of the section and of all below it; null outside of one. */
  branch: readonly string[] | null
  priceTypes: PriceTypes
  warehouses: WarehousePlace[]
}

/** The ground of a page in the section of this address, by one statement. */
export async function catalogueGround(context: QueryContext, section: string | undefined): Promise<CatalogueGround> {
  const inGroup = section !== undefined && section !== LOOSE
  const nothing = sql`select null where false`
  const { types, warehouses, trail, branch } = await queryTogether<{
    types: PriceTypeRow
    warehouses: WarehouseRow
    trail: GroupPlace
    branch: { id: string }
  }>(context.req, {
    types: priceTypeRows(context.company, mayBuyAs(context)),
    warehouses: warehouseRows(context),
    trail: inGroup ? trailRows(context, section) : nothing,
    branch: inGroup ? branchRows(context, section) : nothing,
  })
  return {
    trail: section === LOOSE ? [LOOSE_PLACE] : trail,
    branch: inGroup ? branch.map(({ id }) => id) : null,
    priceTypes: priceTypesIn(types),
    warehouses: withSlugs(warehouses),
  }
}

export type FoundProducts = Omit<ProductList, 'rows'> & { ids: string[] }

/**
 * A page of the catalogue with its total and facets, at the company's own prices.
 * An unknown group gives an empty list; a page beyond the last is empty too.
 */
export async function listProducts(context: QueryContext, asked: ProductQuery = {}): Promise<ProductList> {
  const [priceTypes, question] = await Promise.all([priceTypesFor(context), readQuestion(context, asked)])
  const { ids, ...found } = await findProducts(context, asked, { priceTypes, question })
  return { ...found, rows: await productCards(context, ids, priceTypes) }
}

/** What `listProducts` shows, without the rows themselves, for a page that has read what it stands on. */
export async function findProducts(
  context: QueryContext,
  asked: ProductQuery,
  { priceTypes, question }: { priceTypes: PriceTypes; question: ReadQuestion },
): Promise<FoundProducts> {
  const priceType = priceTypes.own?.id ?? null
  const filter = productFilter(context, asked, priceType, question)
  const pageSize = Math.min(Math.max(asked.pageSize ?? PAGE, 1), LARGEST_PAGE)
  const page = Math.max(asked.page ?? 1, 1)
  const sort = asked.sort ?? (filter.search ? 'relevance' : 'name')
  const counted = productFacets(context, filter, asked, priceType)
  // How many there are decides only whether words are weighed.
  const total = sort === 'relevance' ? (await counted).total : 0
  const window = { sort, priceType, total, limit: pageSize, offset: (page - 1) * pageSize }
  const [facets, ids] = await Promise.all([counted, pageOfIds(context, filter, window)])
  return { ids, ...facets, page, pageSize, sort, priceTypes, mended: filter.search?.mended ?? [] }
}

export type FoundProduct = { id: string; name: string; article: string | null; slug: string }

/** The first of what a phrase finds, in the catalogue's own order: names alone, without prices, totals and facets. */
export async function quickProducts(context: QueryContext, phrase: string, limit: number): Promise<FoundProduct[]> {
  const asked = { q: phrase }
  const { where, search, exact, begins } = productFilter(context, asked, null, await readQuestion(context, asked))
  if (!search) return []
  const words = search.query ?? sql`''::tsquery`
  return query<FoundProduct>(
    context.req,
    sql`with hits as materialized (
          select f.product_id, f.article_key, f.stock, f.name_key, ${exact} as exact, ${begins} as begins from product_facts f where ${where}
        ), best as (
          select f.*, row_number() over (order by exact desc, begins desc, coalesce(ts_rank(d.document, ${words}), 0) desc, (f.stock > 0) desc, ${BY_NAME}) as place
          from hits f left join product_search d on d.product_id = f.product_id and (select count(*) from hits) <= ${WEIGHED}
          order by place limit ${limit}
        )
        select p.id::text, p.name, p.article, p.slug from best join products p on p.id = best.product_id order by best.place`,
  )
}

const mayBuyAs = ({ actor }: QueryContext): SQL => accessOf('companies').sql(actor, 'read', 'c')

/** Price types of the company in the switcher, if it is one that the person may see. */
export function priceTypesFor(context: QueryContext): Promise<PriceTypes> {
  return priceTypesOf(context.req, context.company, mayBuyAs(context))
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
    const first = await idsOf(
      context,
      sql`product_facts f join ${known.rows} on known.product_id = f.product_id`,
      where,
      known.indexed,
      window,
    )
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

async function idsOf(
  { req }: QueryContext,
  from: SQL,
  where: SQL,
  order: SQL,
  { limit, offset }: Pick<Window, 'limit' | 'offset'>,
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`select f.product_id::text as id from ${from} where ${where} order by ${order} limit ${limit} offset ${offset}`,
  )
  return rows.map(({ id }) => id)
}

/** Rows (product, value) that an order is about, the order itself over `hits f`, and over them where an index has it. */
function knownFirst(
  context: QueryContext,
  { sort, priceType }: Window,
): { rows: SQL; order: SQL; indexed?: SQL } | null {
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
    rows: sql`(select bought.product_id, sum(bought.times) as value from (${purchasesFor(context)}) bought group by 1) known`,
    order: sql`f.value desc, ${BY_NAME}`,
  }
}

/** Weighing words pays for a screenful, not for half of the catalogue. */
const WEIGHED = 3_000
const weighs = ({ sort, total }: Window): boolean => sort === 'relevance' && total <= WEIGHED
const rankJoin = (window: Window): SQL =>
  weighs(window) ? sql`left join product_search d on d.product_id = f.product_id` : sql``

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
  breaks: Array<{
    from: number
    /** where it ends and no other takes over; null else */ to: number | null
    unitPrice: number
    per: number
  }>
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
  /** What its prices are of. */
  priceTypes: PriceTypes
  passport: { externalId: string | null; node: string | null; syncedAt: string | null }
}

type PageRow = {
  id: string
  description: string | null
  vatRate: number | null
  weight: number | null
  groupId: string | null
  section: string | null
  pictures: Picture[] | null
  externalId: string | null
  node: string | null
  syncedAt: string | null
}

/** One product by its address; null when there is none or it is hidden from the person. */
export const productBySlug = (context: QueryContext, slug: string): Promise<ProductPage | null> =>
  productOf(context, sql`select id from products where slug = ${slug}`)

/** The same by its id, without its neighbours. */
export const productById = (context: QueryContext, id: string): Promise<ProductPage | null> =>
  productOf(context, sql`select ${isUuid(id) ? id : null}::uuid as id`, { alone: true })

async function productOf(
  context: QueryContext,
  which: SQL,
  { alone = false }: { alone?: boolean } = {},
): Promise<ProductPage | null> {
  const { req, actor } = context
  const found = query<PageRow>(
    req,
    sql`select p.id::text, p.description, p.vat_rate::float8 as "vatRate", p.weight::float8 as weight, f.group_id::text as "groupId", g.slug as section,
               p.external_id as "externalId", p.sync_node as node, p.synced_at as "syncedAt",
               (select jsonb_agg(${pictureOf(sql`m`, sql`p.name`)} order by r."order") from products_rels r
                join media m on m.id = r.media_id where r.parent_id = p.id and r.path = 'images') as pictures
        from products p left join product_facts f on f.product_id = p.id left join groups g on g.id = f.group_id and g.active
        where p.id in (${which}) and ${accessOf('products').sql(actor, 'read', 'p')}`,
  )
  const [types, [row]] = await Promise.all([priceTypesFor(context), found])
  if (!row) return null
  const { externalId, node, syncedAt, groupId, section, pictures, ...more } = row
  const near = groupId && !alone ? neighbourIds(context, row.id, groupId) : Promise.resolve([])
  // Offers of the product are read once, for the card and for its SKUs.
  const offers = offersOf(req, { skus: [], products: [row.id] }, types)
  const [[card], skuRows, settings, trail, neighbours] = await Promise.all([
    productCards(context, [row.id], types, offers),
    skuRowsOf(context, row.id),
    portalSettingsOf(req),
    section === null ? [] : groupTrail(context, section),
    near.then((ids) => productCards(context, ids, types)),
  ])
  if (!card) return null
  const skus = skusOf(skuRows, await offers, { card, settings })
  return {
    ...card,
    ...more,
    pictures: pictures ?? [],
    skus,
    choices: choicesOf(skus),
    trail,
    neighbours,
    priceTypes: types,
    passport: {
      externalId: externalId && bareId(externalId),
      node,
      syncedAt: syncedAt ? new Date(syncedAt).toISOString() : null,
    },
  }
}

type SkuRow = {
  id: string
  name: string
  article: string | null
  barcode: string | null
  unit: string | null
  unitCode: string | null
  characteristics: unknown
}

function skuRowsOf({ req, actor }: QueryContext, product: string): Promise<SkuRow[]> {
  return query<SkuRow>(
    req,
    sql`select k.id::text, k.name, k.article, k.barcode, k.unit, ${unitCodeOf(sql`sold.unit`)} as "unitCode", k.characteristics
        from skus k join products p on p.id = k.product_id cross join lateral (select coalesce(k.unit, p.unit, '') as unit) sold
        where k.product_id = ${product} and ${accessOf('skus').sql(actor, 'read', 'k')} order by k.name, k.id`,
  )
}

function skusOf(
  rows: readonly SkuRow[],
  offers: ReadonlyMap<string, Offer>,
  { card, settings }: { card: ProductCard; settings: PortalSettings },
): ProductSku[] {
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
      rule: quantityRule({
        unit: row.unit ?? card.unit,
        unitCode,
        packSize: card.packSize,
        breaks: offer?.breaks ?? [],
      }),
      stock: stockView(offer?.stock ?? 0, settings),
      warehouses: (offer?.warehouses ?? []).map(({ qty, ...place }) => ({ ...place, ...stockView(qty, settings) })),
    }
  })
}

/** One price a piece needs no table. */
export function tiersOf(breaks: readonly PriceBreak[]): ProductSku['breaks'] {
  const plain = breaks.length < 2 && breaks.every(({ from, to, per }) => from === 0 && to === null && per === QTY_SCALE)
  return plain
    ? []
    : breaks.map((one) => ({
        from: one.from,
        to: one.to !== null && spanAt(breaks, one.to + 1) === null ? one.to : null,
        unitPrice: unitPrice(one),
        per: one.per,
      }))
}

function choicesOf(skus: readonly ProductSku[]): ProductPage['choices'] {
  const values = new Map<string, Set<string>>()
  for (const { name, value } of skus.flatMap(({ characteristics }) => characteristics)) {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return [...values].map(([name, held]) => ({ name, values: [...held] })).filter((choice) => choice.values.length > 1)
}

async function neighbourIds(context: QueryContext, id: string, group: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    context.req,
    sql`select f.product_id::text as id from product_facts f
        where f.group_id = ${group} and f.product_id <> ${id} and ${accessOf('products').sql(context.actor, 'read', 'f')}
        order by (f.stock > 0) desc, f.name_key, f.product_id limit 8`,
  )
  return rows.map((row) => row.id)
}
