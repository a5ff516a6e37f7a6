import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { QTY_SCALE } from '@/src/lib/money'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { breakAt, unitPrice } from '@/src/mechanisms/offers/breaks'
import { offersOf } from '@/src/mechanisms/offers/offers'
import { priceTypesOf } from '@/src/mechanisms/offers/priceTypes'
import { packHint } from './cart.rules'

const MOST_LINES = 2_000
const qty = z.number().int().min(0).max(1_000_000_000_000)

/** What the header shows after a change. */
export type CartSummary = { lines: number; packHint: number | null }

/**
 * Sets the quantity of one SKU (thousandths); 0 takes the line out. A quantity that breaks packs is kept
 * and answered with a hint. @throws AppError `cart.unknownSku` 404, `cart.tooManyLines` 409
 */
export const setCartLine = defineAction({
  name: 'carts.setLine',
  input: z.object({ company: z.uuid(), sku: z.uuid(), qty }),
  may: ['client', 'partner'],
  run: async ({ req, actor, input }): Promise<CartSummary> => {
    const cart = await ownCart(req, actor, input.company)
    if (input.qty === 0) {
      await execute(req, sql`delete from cart_lines where cart_id = ${cart} and sku_id = ${input.sku}`)
      return { lines: await countLines(req, cart), packHint: null }
    }
    const { missing, packs } = await putLines(req, actor, { cart, company: input.company, lines: [input], add: false })
    if (missing.length > 0) throw new AppError('cart.unknownSku', {}, { status: 404 })
    return { lines: await countLines(req, cart), packHint: packHint(input.qty, packs.get(input.sku) ?? null) }
  },
})

/** Empties the person's cart in the company. */
export const clearCart = defineAction({
  name: 'carts.clear',
  input: z.object({ company: z.uuid() }),
  may: ['client', 'partner'],
  run: async ({ req, actor, input }): Promise<CartSummary> => {
    const cart = await ownCart(req, actor, input.company)
    await execute(req, sql`delete from cart_lines where cart_id = ${cart}`)
    return { lines: 0, packHint: null }
  },
})

/** Adds many lines to what lies in the cart; SKUs that are gone are named, not fatal. */
export const addManyToCart = defineAction({
  name: 'carts.addMany',
  input: z.object({ company: z.uuid(), lines: z.array(z.object({ sku: z.uuid(), qty: qty.min(1) })).min(1).max(500) }),
  may: ['client', 'partner'],
  run: ({ req, actor, input }) => addLines(req, actor, input.company, input.lines),
})

/** Adds lines to the person's cart; used by this area's other actions as well. */
export async function addLines(
  req: PayloadRequest,
  actor: Actor,
  company: string,
  lines: ReadonlyArray<{ sku: string; qty: number }>,
): Promise<{ added: number; missing: string[]; lines: number }> {
  const cart = await ownCart(req, actor, company)
  const { missing } = await putLines(req, actor, { cart, company, lines: merged(lines), add: true })
  return { added: merged(lines).length - missing.length, missing, lines: await countLines(req, cart) }
}

/** The person's cart in the company, locked; made when there is none. @throws AppError `access.denied` 403 */
export async function ownCart(req: PayloadRequest, actor: Actor, company: string): Promise<string> {
  if (actor.collection !== 'users' || !actor.memberships.get(company)?.has('orders.create')) throw new AppError('access.denied', {}, { status: 403 })
  const [cart] = await query<{ id: string }>(
    req,
    sql`insert into carts (user_id, company_id, created_at, updated_at) values (${actor.id}, ${company}, now(), now())
        on conflict (user_id, company_id) do update set updated_at = now() returning id::text`,
  )
  if (!cart) throw new Error('The cart was not made')
  return cart.id
}

type Put = { cart: string; company: string; lines: ReadonlyArray<{ sku: string; qty: number }>; add: boolean }

/** Writes lines of SKUs that the person may see; remembers today's price, so that a change can be told later. */
async function putLines(req: PayloadRequest, actor: Actor, { cart, company, lines, add }: Put): Promise<{ missing: string[]; packs: Map<string, number | null> }> {
  const asked = lines.map(({ sku }) => sku)
  const known = await query<{ id: string; pack: number | null; held: number }>(
    req,
    sql`select k.id::text, p.pack_size::float8 as pack, coalesce(l.qty, 0)::float8 as held from skus k join products p on p.id = k.product_id
        left join cart_lines l on l.cart_id = ${cart} and l.sku_id = k.id
        where k.id = any(${list(asked, 'uuid')}) and ${accessOf('skus').sql(actor, 'read', 'k')} and ${accessOf('products').sql(actor, 'read', 'p')}`,
  )
  const held = new Map(known.map((one) => [one.id, one.held]))
  const offers = await offersOf(req, [...held.keys()], await priceTypesOf(req, company))
  const packs = new Map<string, number | null>()
  for (const { id, pack } of known) packs.set(id, offers.get(id)?.breaks.find(({ per }) => per !== QTY_SCALE)?.per ?? pack)
  for (const line of lines.filter(({ sku }) => packs.has(sku))) {
    const at = breakAt(offers.get(line.sku)?.breaks ?? [], line.qty + (add ? (held.get(line.sku) ?? 0) : 0))
    await execute(
      req,
      sql`insert into cart_lines as l (cart_id, user_id, sku_id, qty, price_seen, created_at, updated_at)
          values (${cart}, ${actor.id}, ${line.sku}, ${line.qty}, ${at && unitPrice(at)}, now(), now())
          on conflict (cart_id, sku_id) do update
          set qty = ${add ? sql`l.qty + excluded.qty` : sql`excluded.qty`}, price_seen = excluded.price_seen, updated_at = now()`,
    )
  }
  if ((await countLines(req, cart)) > MOST_LINES) throw new AppError('cart.tooManyLines', { max: MOST_LINES }, { status: 409 })
  return { missing: asked.filter((sku) => !packs.has(sku)), packs }
}

async function countLines(req: PayloadRequest, cart: string): Promise<number> {
  const [row] = await query<{ count: number }>(req, sql`select count(*)::int as count from cart_lines where cart_id = ${cart}`)
  return row?.count ?? 0
}

/** Lines of one SKU become one line: its quantities are added. */
function merged(lines: ReadonlyArray<{ sku: string; qty: number }>): Array<{ sku: string; qty: number }> {
  const sums = new Map<string, number>()
  for (const { sku, qty: more } of lines) sums.set(sku, (sums.get(sku) ?? 0) + more)
  return [...sums].map(([sku, total]) => ({ sku, qty: total }))
}
