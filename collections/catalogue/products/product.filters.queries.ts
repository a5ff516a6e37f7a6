import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { list } from '@/src/mechanisms/database/query'
import { LOOSE } from '../groups/groupHomes'
import { groupBranch } from '../groups/group.queries'
import { readSearch, type Search } from './searchDocuments'

export const productSorts = ['relevance', 'frequent', 'name', 'article', 'price', 'priceDesc', 'stock'] as const
export type ProductSort = (typeof productSorts)[number]

/** What a visitor asks of the catalogue. Groups and brands by their slugs, prices in 1/10,000. */
export type ProductQuery = {
  group?: string
  q?: string
  brand?: readonly string[]
  warehouse?: string
  inStock?: boolean
  priceFrom?: number
  priceTo?: number
  /** Values of a property, any of which will do; several properties must all hold. */
  properties?: Readonly<Record<string, readonly string[]>>
  sort?: ProductSort
  /** From 1. */
  page?: number
  pageSize?: number
}

export type FacetName = 'brand' | 'warehouse' | 'price' | 'properties'

/** The question made into SQL over `product_facts f`. */
export type ProductFilter = {
  search: Search | null
  /** Everything asked. */
  where: SQL
  /** What no facet can undo: visibility, group, words, being in stock. */
  base: SQL
  /** Each filter that a facet counts around; `true` when it is not set. */
  facet: Readonly<Record<FacetName, SQL>>
  /** Conditions on one product: it answers by its article or barcode outright, or its article begins so. */
  exact: SQL
  begins: SQL
}

/** What has to be read before a question can be asked: a section with all below it, and the words of a search. */
export type ReadQuestion = { branch: readonly string[] | null; search: Search | null }

export const phraseOf = ({ q }: Pick<ProductQuery, 'q'>): string => q?.trim() ?? ''

/** Reads the question; a section that is known already is not read again. */
export async function readQuestion(
  context: QueryContext,
  asked: ProductQuery,
  known?: Pick<ReadQuestion, 'branch'>,
): Promise<ReadQuestion> {
  const inSection = asked.group !== undefined && asked.group !== LOOSE
  const phrase = phraseOf(asked)
  const [branch, search] = await Promise.all([
    known ? known.branch : inSection ? groupBranch(context, asked.group ?? '') : null,
    phrase ? readSearch(context.req, phrase) : null,
  ])
  return { branch, search }
}

/** The question as SQL; every list, count and facet is built on it. */
export function productFilter(
  context: QueryContext,
  asked: ProductQuery,
  priceType: string | null,
  { branch, search }: ReadQuestion,
): ProductFilter {
  const phrase = phraseOf(asked)
  const exact = search ? exactly(phrase) : sql`false`
  const base = allOf([
    accessOf('products').sql(context.actor, 'read', 'f'),
    asked.group === LOOSE ? sql`f.group_id is null` : null,
    branch && sql`f.group_id = any(${list(branch, 'uuid')})`,
    search && found(search, exact, phrase),
    asked.inStock ? sql`f.stock > 0` : null,
  ])
  const facet = {
    brand: asked.brand?.length
      ? sql`f.brand_id in (select id from brands where slug = any(${list(asked.brand)}))`
      : sql`true`,
    warehouse: asked.warehouse ? sql`f.warehouses @> ${list([asked.warehouse], 'uuid')}` : sql`true`,
    price: priceBetween(asked, priceType),
    properties: hasProperties(asked.properties),
  }
  return {
    search,
    base,
    facet,
    where: allOf([base, ...Object.values(facet)]),
    exact,
    begins: search ? sql`starts_with(f.article_key, search_fold(${phrase}))` : sql`false`,
  }
}

/** All of the conditions at once; those that are not asked are left out. */
export function allOf(conditions: ReadonlyArray<SQL | null>): SQL {
  return sql`(${sql.join(
    conditions.flatMap((condition) => condition ?? []),
    sql` and `,
  )})`
}

/** Rows that match by words, or outright by article or barcode. */
function found(search: Search, exact: SQL, phrase: string): SQL {
  const byWords = search.query
    ? sql`select d.product_id from product_search d where d.document @@ ${search.query}`
    : null
  const byCode = sql`select f.product_id from product_facts f where ${exact} or f.article_key like search_fold(${likePrefix(phrase)})`
  return sql`f.product_id in (${byWords ? sql`${byWords} union ${byCode}` : byCode})`
}

/** The beginning of an article as a LIKE pattern, its own wildcards taken literally. */
const likePrefix = (phrase: string): string => `${phrase.replace(/[\\%_]/g, '\\$&')}%`

function exactly(phrase: string): SQL {
  const code = phrase.trim()
  const barcode = /^\d{8,14}$/.test(code)
    ? sql` or f.product_id in (select product_id from skus where barcode = ${code} union select id from products where barcode = ${code})`
    : sql``
  return sql`((f.article_key = search_fold(${code}) and f.article_key <> '')${barcode})`
}

function priceBetween({ priceFrom, priceTo }: ProductQuery, priceType: string | null): SQL {
  if (priceFrom === undefined && priceTo === undefined) return sql`true`
  return sql`f.product_id in (select product_id from product_prices where price_type_id = ${priceType}
    and price between ${priceFrom ?? 0} and ${priceTo ?? Number.MAX_SAFE_INTEGER})`
}

function hasProperties(asked: ProductQuery['properties']): SQL {
  const chosen = Object.entries(asked ?? {}).filter(([, values]) => values.length > 0)
  if (chosen.length === 0) return sql`true`
  const conditions = chosen.map(
    ([name, values]) =>
      sql`(${sql.join(
        values.flatMap((value) =>
          [value, [value]].map((held) => sql`p.properties @> ${JSON.stringify({ [name]: held })}::jsonb`),
        ),
        sql` or `,
      )})`,
  )
  return sql`f.product_id in (select p.id from products p where ${sql.join(conditions, sql` and `)})`
}
