import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { withoutSlits } from '@/src/lib/priceSpans'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { ENDED } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { unitPrice, type PriceBreak } from './breaks'
import type { PriceTypes } from './priceTypes'

/** What one SKU costs a company, VAT inside, and where it lies. Prices in 1/10,000, quantities in thousandths. */
export type Offer = {
  sku: string
  /** Of one unit, bought one by one; null when it has none, or only from a quantity on. */
  price: number | null
  currency: string | null
  /** All prices, from the least quantity up: the first is the price above, unless it is for more than one unit. */
  breaks: PriceBreak[]
  retail: number | null
  /** All active warehouses together; never negative. */
  stock: number
  warehouses: Array<{ warehouse: string; name: string; qty: number }>
  /** The nearest day on which more is expected, YYYY-MM-DD. */
  expectedAt: string | null
}

type Row = Omit<Offer, 'price'> & { whole: number | null }

/**
 * Offers of the SKUs, or of all that the products are sold as, for the given price types, by SKU. Stock of a total without a warehouse counts when no warehouse has
 * its own; what 1C names no longer counts for nothing. A price of 0 is none: it is asked for.
 */
export async function offersOf(
  runner: Runner,
  asked: readonly string[] | { skus: readonly string[]; products: readonly string[] },
  types: PriceTypes,
): Promise<Map<string, Offer>> {
  const { skus, products } = 'products' in asked ? asked : { skus: asked, products: [] }
  if (skus.length === 0 && products.length === 0) return new Map()
  const rows = await query<Row>(
    runner,
    sql`select k.id::text as sku, own.currency, coalesce(own.breaks, '[]'::jsonb) as breaks, to_char(coalesce(w.expected, whole.expected_at) at time zone 'UTC', 'YYYY-MM-DD') as "expectedAt",
               ${gross(sql`retail`, types.retail)}::float8 as retail,
               coalesce(w.warehouses, '[]'::jsonb) as warehouses, coalesce(w.qty, 0)::float8 as stock, whole.qty::float8 as whole
        from (${skusOf(skus, products)}) k
        join skus u on u.id = k.id join products p on p.id = u.product_id
        left join lateral (
          select min(r.currency) as currency, jsonb_agg(jsonb_build_object('from', r.min_qty, 'to', r.max_qty, 'price', ${gross(sql`r`, types.own)}, 'per', r.per_qty) order by r.min_qty) as breaks
          from prices r where r.sku_id = k.id and r.price_type_id = ${types.own?.id ?? null} and r.active is not false and r.price > 0
            and r.currency = (select f.currency from prices f where f.sku_id = k.id and f.price_type_id = r.price_type_id and f.active is not false and f.price > 0 order by f.min_qty limit 1)
        ) own on true
        left join prices retail on retail.sku_id = k.id and retail.price_type_id = ${types.retail?.id ?? null} and retail.min_qty = 0 and retail.active is not false and retail.price > 0
        left join stocks whole on whole.sku_id = k.id and whole.warehouse_id is null and whole.sync_hash is distinct from ${ENDED}
        left join lateral (
          select sum(greatest(s.qty, 0)) as qty, min(s.expected_at) filter (where s.expected_at >= current_date) as expected,
                 jsonb_agg(jsonb_build_object('warehouse', h.id, 'name', h.name, 'qty', greatest(s.qty, 0)) order by h.name)
                   filter (where s.sync_hash is distinct from ${ENDED}) as warehouses
          from stocks s join warehouses h on h.id = s.warehouse_id and h.active where s.sku_id = k.id
        ) w on true`,
  )
  return new Map(
    rows.map(({ whole, ...row }) => {
      const breaks = withoutSlits(row.breaks)
      return [
        row.sku,
        {
          ...row,
          breaks,
          price: priceOf(breaks),
          stock: row.warehouses.length > 0 ? row.stock : Math.max(whole ?? 0, 0),
        },
      ]
    }),
  )
}

/** Named SKUs, and those of named products. */
const skusOf = (skus: readonly string[], products: readonly string[]): SQL => {
  const named = sql`select unnest(${list(skus, 'uuid')}) as id`
  return products.length === 0
    ? named
    : sql`${named} union select s.id from skus s where s.product_id = any(${list(products, 'uuid')})`
}

const priceOf = ([first]: readonly PriceBreak[]): number | null => (first?.from === 0 ? unitPrice(first) : null)

/** Prices of a type without VAT are brought to prices with it, half up, so that what is seen is what is paid. */
const gross = (row: SQL, type: PriceTypes['own']): SQL =>
  type?.vatIncluded === false ? sql`round(${row}.price * (100 + coalesce(p.vat_rate, 0)) / 100)` : sql`${row}.price`
