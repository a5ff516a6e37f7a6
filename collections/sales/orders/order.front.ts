import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { defineListRoute } from '@/src/mechanisms/front/listRoute'
import { currency, idIn, sum, sumInput, sumText, described } from '@/src/mechanisms/front/shown'
import { transitionInput } from '@/src/mechanisms/workflow/needs'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { createOrderFromCart, type PlacedOrder } from './order.checkout.actions'
import { orderList } from './order.list.labels'
import { ordersList } from './order.list'
import { orderById } from './order.page.queries'
import { orderDetail, orderItem, orderPageShown, orderShown } from './order.shapes.front'

const group = orderList.title

export const ordersRoute = defineListRoute({ list: ordersList, item: orderItem, give: orderShown })

/** An order with all that its page says, in one call; documents of it are added by the area that keeps them. */
export const orderRoute = defineRoute({
  name: 'orders.one',
  method: 'get',
  path: '/orders/{id}',
  group,
  title: {
    ru: 'Заказ со строками, отгрузками, оплатами и документами',
    en: 'An order with its lines, shipments, payments and papers',
  },
  needs: 'orders.read',
  params: idIn,
  answer: orderDetail,
  run: async ({ context, params }) => {
    const order = await orderById(context, params.id)
    // The call is about one company: an order of another of the person's own is asked for there.
    if (!order || order.company !== context.company) throw new AppError('record.notFound', {}, { status: 404 })
    return orderPageShown(order, context)
  },
})

/** A step of the order's way, by the action that the page's own buttons run. */
export const orderTransitionRoute = defineRoute({
  name: 'orders.transition',
  method: 'post',
  path: '/orders/{id}/transitions/{transition}',
  group,
  title: { ru: 'Сделать с заказом то, что он позволяет', en: 'Make a step that the order allows' },
  about: { ru: 'Названия — в transitions заказа.', en: 'Names stand in the order’s transitions.' },
  needs: 'orders.read',
  params: idIn.extend({
    transition: described(z.string().max(63), {
      ru: 'Имя перехода из самого заказа',
      en: 'The name of a way that the order tells',
    }),
  }),
  body: z.strictObject(transitionInput.shape),
  answer: z.object({ state: z.string() }),
  run: ({ req, params, body, idempotencyKey }) =>
    runAction(transitionAction, { req, input: { entity: 'orders', ...params, ...body }, idempotencyKey }),
})

const placed = z.object({ id: z.uuid(), number: z.string(), total: sum(), currency: currency() })

/** The cart made into orders, by the action of the checkout. */
export const placeOrderRoute = defineRoute({
  name: 'orders.place',
  method: 'post',
  path: '/orders',
  group,
  title: { ru: 'Оформить корзину', en: 'Check out the cart' },
  about: {
    ru: 'Из чего выбирать, говорит GET /checkout. Товары в разных валютах и split дают несколько заказов.',
    en: 'GET /checkout says what to choose from. Goods of several currencies, and split, give several orders.',
  },
  needs: 'orders.create',
  body: z.strictObject({
    contractor: z.uuid().nullish(),
    contract: z.uuid().nullish(),
    deliveryMethod: z.enum(['pickup', 'delivery']),
    deliveryAddress: z.string().trim().max(500).nullish(),
    warehouse: z.uuid().nullish(),
    wantedDate: z.iso.date().nullish(),
    paymentMethod: z.string().max(60),
    comment: z.string().trim().max(4_000).nullish(),
    clientReference: z.string().trim().max(60).nullish(),
    split: z.boolean().optional(),
    expectedTotals: described(z.record(z.string().length(3), sumInput()).optional(), {
      ru: 'Сумма, которую видел человек, по валютам: с другой заказ не оформим',
      en: 'The total that the person saw, by currency: another one refuses the order',
    }),
  }),
  answer: z.object({ orders: z.array(placed) }),
  run: async ({ req, context, body, idempotencyKey }) => {
    const company = context.company ?? ''
    const made = await runAction(createOrderFromCart, { req, input: { ...body, company }, idempotencyKey })
    return { orders: made.orders.map(placedShown) }
  },
})

const placedShown = ({ id, number, total, currency: code }: PlacedOrder): z.input<typeof placed> => ({
  id,
  number,
  total: sumText(total),
  currency: code,
})
