import { sql } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { list, query } from '@/src/mechanisms/database/query'

/** More goods under one name than a person can choose among. */
const MOST_CANDIDATES = 20

/**
 * SKUs that the person may see, by article, barcode or code of 1C; without regard to case. What names a variant itself
 * is believed before what names a product with several.
 */
export async function goodsByKey(
  { req, actor }: QueryContext,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map()
  const rows = await query<{ key: string; skus: string[] }>(
    req,
    sql`with hits as (
          select a.key, k.id as sku, 1 as rank from unnest(${list(keys)}) a(key) join skus k on search_fold(k.article) = search_fold(a.key) where k.article <> ''
          union all select a.key, k.id, 1 from unnest(${list(keys)}) a(key) join skus k on k.barcode = a.key
          union all select a.key, k.id, 1 from unnest(${list(keys)}) a(key) join skus k on k.external_id = a.key
          union all select a.key, k.id, 2 from unnest(${list(keys)}) a(key) join product_facts f on f.article_key = search_fold(a.key) and f.article_key <> '' join skus k on k.product_id = f.product_id
          union all select a.key, k.id, 2 from unnest(${list(keys)}) a(key) join products p on p.barcode = a.key join skus k on k.product_id = p.id
          union all select a.key, k.id, 2 from unnest(${list(keys)}) a(key) join products p on p.properties->>'Код' = a.key join skus k on k.product_id = p.id
        ),
        seen as (
          select h.key, k.id, min(h.rank) as rank, p.name || ' ' || k.name as title
          from hits h join skus k on k.id = h.sku join products p on p.id = k.product_id
          where ${accessOf('skus').sql(actor, 'read', 'k')} and ${accessOf('products').sql(actor, 'read', 'p')} group by h.key, k.id, p.name, k.name
        ),
        placed as (
          select s.key, s.id, s.rank, min(s.rank) over (partition by s.key) as best, row_number() over (partition by s.key, s.rank order by s.title, s.id) as place from seen s
        )
        select o.key, array_agg(o.id::text order by o.place) as skus from placed o where o.rank = o.best and o.place <= ${MOST_CANDIDATES} group by o.key`,
  )
  return new Map(rows.map(({ key, skus }) => [key, skus]))
}

/** Of names that the catalogue does not know, those under which the company has bought before: they were sold to it once. */
export async function boughtBefore(context: QueryContext, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await query<{ key: string }>(
    context.req,
    sql`select a.key from unnest(${list(keys)}) a(key)
        where exists (select 1 from order_lines l where search_fold(l.article) = search_fold(a.key) and l.article <> '' and ${readable(context, 'order-lines', 'l')})`,
  )
  return new Set(rows.map(({ key }) => key))
}
