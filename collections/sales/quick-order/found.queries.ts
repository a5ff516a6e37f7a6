import { sql } from '@payloadcms/db-postgres/drizzle'
import { offersOf, priceTypesOf, stockView, unitPrice, type StockView } from '@/collections/catalogue/catalogue.api'
import { cartLineName } from '@/collections/sales/carts/cart.rules'
import { lineTotal } from '@/src/lib/money'
import { spanAt } from '@/src/lib/priceSpans'
import { judgeQty, quantityRule, type QtyRefusal } from '@/src/lib/quantity'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { list, query } from '@/src/mechanisms/database/query'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'
import type { TableRow } from '@/src/mechanisms/tables/readTable'
import { askedLines, keysOf, type AskedLine } from './asked.rules'
import { boughtBefore, goodsByKey } from './goodsByKey.queries'

/** Goods that a line may mean, at the company's price for the quantity. Prices in 1/10,000, quantities in thousandths, totals in minor units. */
export type Candidate = {
  sku: string
  name: string
  article: string | null
  slug: string
  unit: string
  packSize: number | null
  price: number | null
  total: number | null
  currency: string
  stock: StockView
  /** there is a price for this customer, be it from a quantity on */
  priced: boolean
  /** why the quantity cannot be ordered, and which can; null where it can */
  refusal: QtyRefusal | null
  /** the price and the total of the nearest quantity that can be ordered */
  nearestTotal: number | null
}

/** Why a line cannot go into the cart as it stands. */
export type LineFault = 'unknown' | 'notSold' | 'onRequest' | 'noQty' | QtyRefusal['code']
export type FoundLine = AskedLine & {
  candidates: Candidate[]
  /** null: good, or good once one of several candidates is chosen */
  fault: LineFault | null
}
export type Found = { lines: FoundLine[]; skipped: number }

/**
 * What the rows mean to this customer: each line with the goods it may be, their price, unit, pack and stock, or with the
 * reason why it cannot be ordered. Nothing is written. The number of statements does not depend on the number of rows.
 */
export async function findLines(context: QueryContext, rows: readonly TableRow[]): Promise<Found> {
  const known = await goodsByKey(context, keysOf(rows))
  const { lines, skipped } = askedLines(rows, (key) => known.has(key))
  const goods = await goodsOf(context, [...new Set(lines.flatMap(({ key }) => known.get(key) ?? []))])
  const lost = lines.filter(({ key }) => !known.has(key)).map(({ key }) => key)
  const once = await boughtBefore(context, [...new Set(lost)])
  return {
    skipped,
    lines: lines.map((line) => {
      const candidates = (known.get(line.key) ?? []).flatMap((sku) => goods.get(sku)?.(line.qty) ?? [])
      return { ...line, candidates, fault: faultOf(line, candidates, once) }
    }),
  }
}

function faultOf(
  { key, qty }: AskedLine,
  candidates: readonly Candidate[],
  once: ReadonlySet<string>,
): LineFault | null {
  const [first] = candidates
  if (!first) return once.has(key) ? 'notSold' : 'unknown'
  if (candidates.every(({ priced }) => !priced)) return 'onRequest'
  if (qty === null) return 'noQty'
  return candidates.length === 1 ? (first.refusal?.code ?? null) : null
}

type Row = {
  id: string
  name: string
  variant: string | null
  article: string | null
  slug: string
  unit: string
  unitCode: string | null
  packSize: number | null
}

/** By SKU, what it is to the company in a quantity; without one, in the least. */
async function goodsOf(
  { req, actor, company }: QueryContext,
  skus: readonly string[],
): Promise<Map<string, (qty: number | null) => Candidate>> {
  if (skus.length === 0) return new Map()
  const rows = await query<Row>(
    req,
    sql`select k.id::text, p.name, nullif(k.name, p.name) as variant, coalesce(k.article, p.article) as article, p.slug, coalesce(k.unit, p.unit, '') as unit,
               (select u.code from units u where u.name = coalesce(k.unit, p.unit) order by u.code limit 1) as "unitCode", nullif(p.pack_size, 0)::float8 as "packSize"
        from skus k join products p on p.id = k.product_id where k.id = any(${list(skus, 'uuid')})`,
  )
  const types = await priceTypesOf(req, company, accessOf('companies').sql(actor, 'read', 'c'))
  const offers = await offersOf(req, skus, types)
  const settings = await portalSettingsOf(req)
  return new Map(
    rows.map(({ id, name, variant, unitCode, ...row }) => {
      const offer = offers.get(id)
      const breaks = offer?.breaks ?? []
      const rule = quantityRule({ ...row, unitCode, breaks })
      const totalAt = (qty: number): number | null => {
        const span = spanAt(breaks, qty)
        return span && lineTotal(span.price, qty, span.per)
      }
      return [
        id,
        (asked) => {
          const qty = asked ?? rule.min
          const verdict = judgeQty(qty, rule)
          const span = spanAt(breaks, qty)
          return {
            ...row,
            sku: id,
            name: cartLineName(name, variant),
            price: span && unitPrice(span),
            total: totalAt(qty),
            currency: offer?.currency ?? types.own?.currency ?? 'RUB',
            stock: stockView(offer?.stock ?? 0, settings),
            priced: rule.priced,
            refusal: verdict.ok ? null : { code: verdict.code, nearest: verdict.nearest, limit: verdict.limit },
            nearestTotal: verdict.ok ? null : totalAt(verdict.nearest),
          }
        },
      ]
    }),
  )
}
