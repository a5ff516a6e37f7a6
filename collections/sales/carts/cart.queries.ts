import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { standingOf, standingRows, toStanding, type StandingRow } from '../credit/standing.queries'
import type { Credit, CreditStanding } from '@/collections/sales/credit/standing.rules'
import { vatIncluded } from '@/src/lib/money'
import { quantityRule, type QuantityRule } from '@/src/lib/quantity'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { queryTogether } from '@/src/mechanisms/database/queryTogether'
import { spanAt } from '@/src/lib/priceSpans'
import {
  unitPrice,
  offersOf,
  priceTypesOf,
  stockView,
  type StockView,
  unitCodeOf,
  type Offer,
  type PriceTypes,
} from '@/collections/catalogue/catalogue.api'
import { portalSettingsOf, type PortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { feasibility, type Feasibility, type LineFeasibility } from './cart.rules'

/** A line of the cart at today's price. Prices in 1/10,000, quantities in thousandths, totals in minor units. */
export type CartLine = Omit<LineFeasibility, 'id'> & {
  id: string
  sku: string
  slug: string
  name: string
  /** The SKU's own name when the product has several. */
  variant: string | null
  article: string | null
  unit: string
  picture: string | null
  vatRate: number | null
  qty: number
  /** What the quantity may be. */
  rule: QuantityRule
  /** Of one unit, at this quantity; `currency` is its own. */
  price: number | null
  currency: string
  /** The price at which it was put there, when it differs from today's. */
  priceBefore: number | null
  stock: StockView
}

export type Cart = {
  company: string
  lines: CartLine[]
  currency: string
  total: number
  vat: number
  /** Sums by currency, the first is the one above: each becomes an order of its own. */
  sums: CartSum[]
  feasibility: Feasibility
  /** Lines whose price has changed since they were put there. */
  changed: number
  updatedAt: string | null
}

/** Minor units of the currency. */
export type CartSum = { currency: string; total: number; vat: number; lines: number }

type Row = {
  id: string
  sku: string
  slug: string
  name: string
  variant: string | null
  article: string | null
  unit: string
  unitCode: string | null
  picture: string | null
  vatRate: number | null
  qty: number
  packSize: number | null
  priceSeen: number | null
  available: boolean
  updatedAt: string
}

/** The person's cart in the chosen company, with today's prices and stock; null when no company is chosen. */
export async function cartOf(context: QueryContext): Promise<Cart | null> {
  const [lines, types] = await Promise.all([
    cartLines(context),
    context.company ? priceTypesOf(context.req, context.company) : { own: null, retail: null },
  ])
  return lines && pricedCart(context.req, lines, { types })
}

/** A cart as it is stored, and how its company stands: what does not wait for prices. */
export type CartLines = { company: string; rows: Row[]; credit: Credit }

/** The stored lines of the person's cart in the chosen company, by one statement; null when no company is chosen. */
export async function cartLines({ req, actor, company }: QueryContext): Promise<CartLines | null> {
  if (!company || !actor.memberships.has(company) || actor.collection !== 'users') return null
  const [{ rows, standing }, settings] = await Promise.all([
    queryTogether<{ rows: Row; standing: StandingRow }>(req, {
      rows: cartSelect(String(actor.id), company),
      standing: standingRows(company),
    }),
    portalSettingsOf(req),
  ])
  return { company, rows, credit: creditIn(toStanding(standing[0]), settings) }
}

/** Quantities in the cart by SKU (thousandths), for the steppers of a list; quick. */
export async function cartQuantities({ req, actor, company }: QueryContext): Promise<Map<string, number>> {
  if (!company) return new Map()
  const rows = await query<{ sku: string; qty: number }>(
    req,
    sql`select l.sku_id::text as sku, l.qty::float8 as qty from cart_lines l join carts c on c.id = l.cart_id
        where ${idIs(sql`c.company_id`, company)} and ${idIs(sql`c.user_id`, actor.id)} and ${accessOf('cart-lines').sql(actor, 'read', 'l')}`,
  )
  return new Map(rows.map(({ sku, qty }) => [sku, qty]))
}

/** Positions in the person's cart in the chosen company, as an expression. */
export const cartCount = ({ actor, company }: QueryContext): SQL =>
  sql`(select count(l.id)::int from carts c join cart_lines l on l.cart_id = c.id where ${idIs(sql`c.user_id`, actor.id)} and ${idIs(sql`c.company_id`, company)})`

/** Lines of one person's cart as they are stored; the checkout reads them under its lock. */
export const cartRows = (runner: Runner, user: string, company: string): Promise<Row[]> =>
  query<Row>(runner, cartSelect(user, company))

const cartSelect = (user: string, company: string): SQL =>
  sql`select l.id::text, k.id::text as sku, p.slug, p.name, nullif(k.name, p.name) as variant, coalesce(k.article, p.article) as article,
               coalesce(k.unit, p.unit, '') as unit, ${unitCodeOf(sql`coalesce(k.unit, p.unit)`)} as "unitCode", p.vat_rate::float8 as "vatRate", l.qty::float8 as qty,
               nullif(p.pack_size, 0)::float8 as "packSize", l.price_seen::float8 as "priceSeen",
               coalesce(p.active and k.active, false) as available, l.updated_at as "updatedAt",
               (select '/api/media/file/' || coalesce(m.sizes_thumb_filename, m.filename) from products_rels r join media m on m.id = r.media_id
                where r.parent_id = p.id and r.path = 'images' order by r."order" limit 1) as picture
        from carts c join cart_lines l on l.cart_id = c.id join skus k on k.id = l.sku_id join products p on p.id = k.product_id
        where ${idIs(sql`c.user_id`, user)} and ${idIs(sql`c.company_id`, company)}
        order by l.created_at, l.id`

/** Puts today's prices on the lines and judges them; `offers` of them at least, where the page has asked for more at once. */
export async function pricedCart(
  runner: Runner,
  { company, rows, credit }: CartLines,
  { types, offers: known }: { types: PriceTypes; offers?: Promise<ReadonlyMap<string, Offer>> },
): Promise<Cart> {
  const skus = rows.map(({ sku }) => sku)
  const [offers, settings] = await Promise.all([known ?? offersOf(runner, skus, types), portalSettingsOf(runner)])
  const ruled = rows.map((row) => {
    const offer = offers.get(row.sku)
    return {
      ...row,
      offer,
      at: spanAt(offer?.breaks ?? [], row.qty),
      rule: quantityRule({ ...row, breaks: offer?.breaks ?? [] }),
    }
  })
  const judged = feasibility(
    ruled.map(({ id, qty, available, rule, at, offer }) => ({
      id,
      qty,
      available,
      rule,
      price: at?.price ?? null,
      per: at?.per,
      currency: offer?.currency,
      stock: offer?.stock ?? 0,
      expectedAt: offer?.expectedAt ?? null,
    })),
    credit,
  )
  const currency = judged.currency ?? types.own?.currency ?? 'RUB'
  const lines = ruled.map(
    (
      { priceSeen, available: _available, updatedAt: _at, unitCode: _code, packSize: _pack, at, offer, ...row },
      index,
    ): CartLine => {
      const price = at && unitPrice(at)
      const line = judged.lines[index]
      if (!line) throw new Error('The rules gave another number of lines')
      return {
        ...row,
        ...line,
        price,
        currency: offer?.currency ?? currency,
        priceBefore:
          line.problem === null && priceSeen !== null && price !== null && priceSeen !== price ? priceSeen : null,
        stock: stockView(offer?.stock ?? 0, settings),
      }
    },
  )
  const sums = sumsOf(lines, currency)
  return {
    company,
    lines,
    currency,
    total: judged.total,
    vat: sums[0]?.vat ?? 0,
    sums,
    feasibility: judged,
    changed: lines.filter(({ priceBefore }) => priceBefore !== null).length,
    updatedAt:
      rows.length > 0 ? new Date(Math.max(...rows.map(({ updatedAt }) => +new Date(updatedAt)))).toISOString() : null,
  }
}

/** Sums of the lines by currency, beginning with `first`. */
function sumsOf(lines: readonly CartLine[], first: string): CartSum[] {
  const sums = new Map<string, CartSum>([[first, { currency: first, total: 0, vat: 0, lines: 0 }]])
  for (const { currency, total, vatRate } of lines) {
    const sum = sums.get(currency) ?? { currency, total: 0, vat: 0, lines: 0 }
    sums.set(currency, {
      currency,
      total: sum.total + total,
      vat: sum.vat + vatIncluded(total, vatRate),
      lines: sum.lines + 1,
    })
  }
  return [...sums.values()]
}

/** How the company stands, and whether what is overdue stands in the way. */
export async function creditOf(runner: Runner, company: string): Promise<Credit> {
  const [standing, settings] = await Promise.all([standingOf(runner, company), portalSettingsOf(runner)])
  return creditIn(standing, settings)
}

const creditIn = (standing: CreditStanding | null, { overdueBlocksOrders }: PortalSettings): Credit => ({
  ...(standing ?? { limit: 0, debt: 0, overdue: 0, reserved: 0 }),
  overdueBlocks: overdueBlocksOrders,
})
