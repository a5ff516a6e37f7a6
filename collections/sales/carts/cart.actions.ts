import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { judgeQty, nearestQty, quantityRule, type QtyRefusal } from '@/src/lib/quantity'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { spanAt } from '@/src/lib/priceSpans'
import {
  unitPrice,
  offersOf,
  priceTypesOf,
  stockView,
  type StockView,
  unitCodeOf,
} from '@/collections/catalogue/catalogue.api'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'
import { customers } from '@/src/mechanisms/access/roles'
import { cartLineName } from './cart.rules'
import { qtyRefused } from './qtyRefused'

const MOST_LINES = 2_000
const qty = z.number().int().min(0).max(1_000_000_000_000)

/** What the header shows after a change, and what of the line has to come first; null when all of it lies in stock. */
export type CartChange = { lines: number; wait: LineWait | null }
/** `far`: so much more than there is that it may be a slip. */
export type LineWait = { stock: StockView; unit: string; expectedAt: string | null; far: boolean }

/**
 * Sets the quantity of one SKU (thousandths); 0 takes the line out.
 * @throws AppError `cart.unknownSku` 404, `cart.tooManyLines` 409; `qty.whole`, `qty.packs`, `qty.least`, `qty.noPrice`, `qty.tooMuch` 422
 */
export const setCartLine = defineAction({
  name: 'carts.setLine',
  label: { ru: 'Изменена корзина', en: 'Changed the cart' },
  input: z.object({ company: z.uuid(), sku: z.uuid(), qty }),
  may: customers,
  run: async ({ req, actor, input }): Promise<CartChange> => {
    const cart = await ownCart(req, actor, input.company)
    if (input.qty === 0) {
      await execute(req, sql`delete from cart_lines where cart_id = ${cart} and sku_id = ${input.sku}`)
      return { lines: await countLines(req, cart), wait: null }
    }
    const { missing, refused, waits } = await putLines(req, actor, {
      cart,
      company: input.company,
      lines: [input],
      add: false,
    })
    if (missing.length > 0) throw new AppError('cart.unknownSku', {}, { status: 404 })
    const [wrong] = refused
    if (wrong) throw qtyRefused(wrong, wrong, { status: 422, field: 'qty' })
    return { lines: await countLines(req, cart), wait: waits.get(input.sku) ?? null }
  },
})

/** Empties the person's cart in the company. */
export const clearCart = defineAction({
  name: 'carts.clear',
  label: { ru: 'Корзина очищена', en: 'Cleared the cart' },
  input: z.object({ company: z.uuid() }),
  may: customers,
  run: async ({ req, actor, input }): Promise<CartChange> => {
    const cart = await ownCart(req, actor, input.company)
    await execute(req, sql`delete from cart_lines where cart_id = ${cart}`)
    return { lines: 0, wait: null }
  },
})

/**
 * Adds many lines to what lies in the cart. SKUs that are gone and quantities that cannot be ordered are named, not fatal,
 * unless nothing else was asked for. @throws AppError `qty.whole`, `qty.packs`, `qty.least`, `qty.noPrice`, `qty.tooMuch` 422
 */
export const addManyToCart = defineAction({
  name: 'carts.addMany',
  label: { ru: 'Товары добавлены в корзину', en: 'Added goods to the cart' },
  input: z.object({
    company: z.uuid(),
    lines: z
      .array(z.object({ sku: z.uuid(), qty: qty.min(1) }))
      .min(1)
      .max(MOST_LINES),
  }),
  may: customers,
  run: async ({ req, actor, input }): Promise<AddedLines> => {
    const { added, missing, refused, lines } = await addLines(req, actor, input.company, input.lines)
    const [wrong] = refused
    if (wrong && added === 0) throw qtyRefused(wrong, wrong, { status: 422, field: 'lines' })
    return {
      added,
      missing,
      refused: refused.map(({ sku, name, code, nearest }) => ({ sku, name, code, nearest })),
      lines,
    }
  },
})

type AddedLines = {
  added: number
  missing: string[]
  refused: Array<Pick<RefusedLine, 'sku' | 'name' | 'code' | 'nearest'>>
  lines: number
}
/** A line that is not in the cart, because so much of it cannot be ordered. Quantities in thousandths. */
type RefusedLine = QtyRefusal & { sku: string; name: string; unit: string }
/** A line whose quantity went to the nearest that can be ordered: what would lie in the cart, and what does. */
export type MendedLine = { sku: string; asked: number; qty: number }

/** Adds lines to the person's cart; used by this area's other actions as well. `mend`: a quantity that cannot be ordered gives way to the nearest. */
export async function addLines(
  req: PayloadRequest,
  actor: Actor,
  company: string,
  lines: ReadonlyArray<{ sku: string; qty: number }>,
  { mend = false }: { mend?: boolean } = {},
): Promise<{ added: number; missing: string[]; refused: RefusedLine[]; mended: MendedLine[]; lines: number }> {
  const cart = await ownCart(req, actor, company)
  const asked = merged(lines)
  const { missing, refused, mended } = await putLines(req, actor, { cart, company, lines: asked, add: true, mend })
  return {
    added: asked.length - missing.length - refused.length,
    missing,
    refused,
    mended,
    lines: await countLines(req, cart),
  }
}

/** The person's cart in the company, locked; made when there is none. @throws AppError `access.denied` 403 */
export async function ownCart(req: PayloadRequest, actor: Actor, company: string): Promise<string> {
  if (actor.collection !== 'users' || !actor.memberships.get(company)?.has('orders.create'))
    throw new AppError('access.denied', {}, { status: 403 })
  const [cart] = await query<{ id: string }>(
    req,
    sql`insert into carts (user_id, company_id, created_at, updated_at) values (${actor.id}, ${company}, now(), now())
        on conflict (user_id, company_id) do update set updated_at = now() returning id::text`,
  )
  if (!cart) throw new Error('The cart was not made')
  return cart.id
}

type Put = {
  cart: string
  company: string
  lines: ReadonlyArray<{ sku: string; qty: number }>
  add: boolean
  mend?: boolean
}
type PutLines = { missing: string[]; refused: RefusedLine[]; mended: MendedLine[]; waits: Map<string, LineWait> }
type Known = {
  id: string
  name: string
  variant: string | null
  unit: string
  unitCode: string | null
  packSize: number | null
  held: number
}

/** Writes lines of SKUs that the person may see, in quantities that can be ordered; remembers today's price, so that a change can be told later. */
async function putLines(
  req: PayloadRequest,
  actor: Actor,
  { cart, company, lines, add, mend = false }: Put,
): Promise<PutLines> {
  const asked = lines.map(({ sku }) => sku)
  const rows = await query<Known>(
    req,
    sql`select k.id::text, p.name, nullif(k.name, p.name) as variant, coalesce(k.unit, p.unit, '') as unit, ${unitCodeOf(sql`coalesce(k.unit, p.unit)`)} as "unitCode",
               p.pack_size::float8 as "packSize", coalesce(l.qty, 0)::float8 as held from skus k join products p on p.id = k.product_id
        left join cart_lines l on l.cart_id = ${cart} and l.sku_id = k.id
        where k.id = any(${list(asked, 'uuid')}) and ${accessOf('skus').sql(actor, 'read', 'k')} and ${accessOf('products').sql(actor, 'read', 'p')}`,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const offers = await offersOf(req, [...known.keys()], await priceTypesOf(req, company))
  const settings = await portalSettingsOf(req)
  const put: PutLines = { missing: asked.filter((sku) => !known.has(sku)), refused: [], mended: [], waits: new Map() }
  for (const line of lines) {
    const goods = known.get(line.sku)
    if (!goods) continue
    const offer = offers.get(line.sku)
    const breaks = offer?.breaks ?? []
    const stock = offer?.stock ?? 0
    const rule = quantityRule({ ...goods, breaks })
    const wanted = line.qty + (add ? goods.held : 0)
    const total = mend ? nearestQty(wanted, rule) : wanted
    const verdict = judgeQty(total, rule, stock)
    if (!verdict.ok) {
      put.refused.push({
        code: verdict.code,
        nearest: verdict.nearest,
        limit: verdict.limit,
        sku: line.sku,
        unit: goods.unit,
        name: cartLineName(goods.name, goods.variant),
      })
      continue
    }
    if (total !== wanted) put.mended.push({ sku: line.sku, asked: wanted, qty: total })
    if (total > stock)
      put.waits.set(line.sku, {
        stock: stockView(stock, settings),
        unit: goods.unit,
        expectedAt: offer?.expectedAt ?? null,
        far: verdict.far,
      })
    const at = spanAt(breaks, total)
    await execute(
      req,
      sql`insert into cart_lines as l (cart_id, user_id, sku_id, qty, price_seen, created_at, updated_at)
          values (${cart}, ${actor.id}, ${line.sku}, ${total}, ${at && unitPrice(at)}, now(), now())
          on conflict (cart_id, sku_id) do update set qty = excluded.qty, price_seen = excluded.price_seen, updated_at = now()`,
    )
  }
  if ((await countLines(req, cart)) > MOST_LINES)
    throw new AppError('cart.tooManyLines', { max: MOST_LINES }, { status: 409 })
  return put
}

async function countLines(req: PayloadRequest, cart: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from cart_lines where cart_id = ${cart}`,
  )
  return row?.count ?? 0
}

/** Lines of one SKU become one line: its quantities are added. */
function merged(lines: ReadonlyArray<{ sku: string; qty: number }>): Array<{ sku: string; qty: number }> {
  const sums = new Map<string, number>()
  for (const { sku, qty: more } of lines) sums.set(sku, (sums.get(sku) ?? 0) + more)
  return [...sums].map(([sku, total]) => ({ sku, qty: total }))
}
