import { z } from 'zod'
import { say } from '@/src/lib/i18n'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { day, dayShown, described } from '@/src/mechanisms/front/shown'
import { cartOf } from '../carts/cart.queries'
import { paymentOptions } from '../payment-methods/definePaymentMethod'
import { checkoutChoices } from './checkout.queries'
import { orderList } from './order.list.labels'

const named = z.object({ id: z.uuid(), name: z.string() })

/** All that the order form offers, the ways to pay for the cart as it stands among it. */
export const checkoutRoute = defineRoute({
  name: 'checkout.choices',
  method: 'get',
  path: '/checkout',
  group: orderList.title,
  title: { ru: 'Из чего выбирать при оформлении', en: 'What the checkout offers' },
  needs: 'orders.create',
  answer: z.object({
    contractors: z.array(named.extend({ inn: z.string().nullable() })),
    contracts: z.array(z.object({ id: z.uuid(), number: z.string(), date: day(), contractor: z.uuid().nullable() })),
    warehouses: z.array(named.extend({ address: z.string().nullable() })),
    addresses: z.array(z.string()),
    payment: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        refused: described(z.boolean(), { ru: 'Сейчас выбрать нельзя', en: 'It cannot be chosen now' }),
      }),
    ),
  }),
  run: async ({ req, context }) => {
    const [choices, cart] = await Promise.all([checkoutChoices(context), cartOf(context)])
    const sums = (cart?.sums ?? []).map(({ currency, total }) => ({ currency, amount: total }))
    const payment = cart ? await paymentOptions(req, { sums, credit: cart.feasibility.credit }) : []
    return {
      contractors: choices.contractors,
      contracts: choices.contracts.map((one) => ({ ...one, date: dayShown(one.date) ?? '' })),
      warehouses: choices.warehouses,
      addresses: choices.addresses,
      payment: payment.map(({ slug, label, refused }) => ({ key: slug, label: say(label, context.locale), refused })),
    }
  },
})
