import { z } from 'zod'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { defineRoute, type RouteContext } from '@/src/mechanisms/front/defineRoute'
import { quantityInput, described } from '@/src/mechanisms/front/shown'
import { addManyToCart, clearCart, setCartLine } from './cart.actions'
import { cartLabels } from './cart.labels'
import { cartOf } from './cart.queries'
import { cart, cartShown } from './cart.shapes.front'

const group = cartLabels.one
const needs = 'orders.create'

/** The cart as it stands after whatever was done. */
async function cartNow(context: RouteContext): Promise<z.input<typeof cart>> {
  const held = await cartOf(context)
  if (!held) throw new AppError('access.denied', {}, { status: 403 })
  return cartShown(held)
}

export const cartRoute = defineRoute({
  name: 'cart.read',
  method: 'get',
  path: '/cart',
  group,
  title: cartLabels.one,
  needs,
  answer: cart,
  run: ({ context }) => cartNow(context),
})

export const setLineRoute = defineRoute({
  name: 'cart.setLine',
  method: 'put',
  path: '/cart/lines/{sku}',
  group,
  title: { ru: 'Сколько товара в корзине; 0 — убрать', en: 'How much of it is in the cart; 0 takes it out' },
  needs,
  params: z.object({ sku: described(z.uuid(), { ru: 'Предложение товара', en: 'A SKU of a product' }) }),
  body: z.strictObject({ qty: quantityInput() }),
  answer: cart,
  run: async ({ req, context, params: { sku }, body: { qty }, idempotencyKey }) => {
    await runAction(setCartLine, { req, input: { company: companyOf(context), sku, qty }, idempotencyKey })
    return cartNow(context)
  },
})

const refused = z.object({ sku: z.uuid(), name: z.string(), code: z.string() })

export const addLinesRoute = defineRoute({
  name: 'cart.addLines',
  method: 'post',
  path: '/cart/lines',
  group,
  title: { ru: 'Добавить к тому, что в корзине', en: 'Add to what is in the cart' },
  needs,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ sku: z.uuid(), qty: quantityInput() }))
      .min(1)
      .max(2_000),
  }),
  answer: z.object({ added: z.int(), missing: z.array(z.uuid()), refused: z.array(refused), cart }),
  run: async ({ req, context, body: { lines }, idempotencyKey }) => {
    const done = await runAction(addManyToCart, { req, input: { company: companyOf(context), lines }, idempotencyKey })
    return {
      added: done.added,
      missing: done.missing,
      refused: done.refused.map(({ sku, name, code }) => ({ sku, name, code })),
      cart: await cartNow(context),
    }
  },
})

export const clearCartRoute = defineRoute({
  name: 'cart.clear',
  method: 'delete',
  path: '/cart',
  group,
  title: { ru: 'Очистить корзину', en: 'Empty the cart' },
  needs,
  answer: cart,
  run: async ({ req, context }: { req: PayloadRequest; context: RouteContext }) => {
    await runAction(clearCart, { req, input: { company: companyOf(context) } })
    return cartNow(context)
  },
})

const companyOf = ({ company }: RouteContext): string => company ?? ''
