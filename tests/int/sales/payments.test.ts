import '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { orderSource } from '@/collections/sales/orders/order.outgoing.exchange'
import { wordsOfCode } from '@/src/admin/words/codeWords'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { standingOf } from '@/collections/sales/credit/standing.queries'
import { query } from '@/src/mechanisms/database/query'
import {
  definePaymentMethod,
  moduleOfMethod,
  paymentLabel,
  paymentMethods,
  paymentOptions,
  type Purchase,
} from '@/collections/sales/payment-methods/definePaymentMethod'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let company: string
let client: string
let type: string

const own = paymentMethods()
const roubles = (amount: number) => ({ amount, currency: 'RUB' })
const standing = { limit: 1_000_00, debt: 0, reserved: 0, overdue: 0, overdueBlocks: true, currency: 'RUB' }
const purchase = (change: Partial<Purchase['credit']> = {}, sums = [roubles(500_00)]): Purchase => ({
  sums,
  credit: { ...standing, ...change },
})
const slugs = async (asked: Purchase): Promise<Array<[string, boolean]>> =>
  (await paymentOptions(payload, asked))
    .filter(({ slug }) => !slug.startsWith('test.'))
    .map(({ slug, refused }) => [slug, refused])

/** A way to pay that only this file knows: for small sums, and of those not for the number of the beast. */
const test = definePaymentMethod({
  slug: 'test.card',
  label: { ru: 'Картой', en: 'By card' },
  order: 1_000,
  holdsLimit: true,
  isOpenTo: ({ sums }) => sums.every(({ amount }) => amount < 1_000_00),
  note: () => ({ text: { ru: 'Сразу', en: 'At once' } }),
  check: ({ sums }) =>
    sums.some(({ amount }) => amount === 666_00)
      ? { code: 'order.noCredit', params: {}, note: { text: { ru: 'Нельзя', en: 'No' } } }
      : null,
})

describe('ways to pay for an order', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    company = await make.company({ creditLimit: 10_000_00 })
    client = await make.user({ companies: [company] })
    type = await make.priceType({ base: true })
  })

  const place = async (kopecks: number, paymentMethod: string) => {
    const { sku } = await make.product({ prices: { [type]: kopecks * 100 } })
    await runAction(setCartLine, { req: await make.as('users', client), input: { company, sku, qty: 1_000 } })
    const { orders } = await runAction(createOrderFromCart, {
      req: await make.as('users', client),
      input: { company, deliveryMethod: 'pickup', paymentMethod },
    })
    return orders[0]?.number ?? ''
  }

  it('belong each to a module', () => {
    expect(own.length).toBeGreaterThan(1)
    expect(own.filter((method) => moduleOfMethod(method) === undefined)).toEqual([])
  })

  it.each<[string, Purchase, Array<[string, boolean]>]>([
    [
      'within the limit',
      purchase(),
      [
        ['invoice', false],
        ['credit', false],
      ],
    ],
    [
      'of exactly what is left',
      purchase({ debt: 500_00 }),
      [
        ['invoice', false],
        ['credit', false],
      ],
    ],
    [
      'over the limit',
      purchase({ debt: 500_01 }),
      [
        ['invoice', false],
        ['credit', true],
      ],
    ],
    [
      'while something is overdue',
      purchase({ overdue: 1 }),
      [
        ['invoice', false],
        ['credit', true],
      ],
    ],
    [
      'while what is overdue is let pass',
      purchase({ overdue: 1, overdueBlocks: false }),
      [
        ['invoice', false],
        ['credit', false],
      ],
    ],
    [
      'of two currencies',
      purchase({}, [roubles(1), { amount: 1, currency: 'USD' }]),
      [
        ['invoice', false],
        ['credit', true],
      ],
    ],
    ['in another currency', purchase({}, [{ amount: 1, currency: 'USD' }]), [['invoice', false]]],
    ['without a limit', purchase({ limit: 0 }), [['invoice', false]]],
  ])('a purchase %s', async (_what, asked, expected) => {
    expect(await slugs(asked)).toEqual(expected)
  })

  it('one that an area adds is offered, kept by the order and said in its words everywhere', async () => {
    expect((await paymentOptions(payload, purchase())).at(-1)).toMatchObject({
      slug: test.slug,
      note: { text: { ru: 'Сразу' } },
      refused: false,
    })
    const number = await place(500_00, test.slug)
    const order = await orderByNumber(await make.context('users', client, company), number)
    expect(order).toMatchObject({ paymentMethod: test.slug })
    expect([paymentLabel(test.slug), wordsOfCode('payment', test.slug)]).toEqual([test.label, test.label])
    expect(orderSource.info().paymentSystems).toContainEqual({
      id: test.slug,
      name: 'Картой',
      type: 'Безналичная',
    })
    expect(await standingOf(payload, company)).toMatchObject({ reserved: 500_00 })
  })

  it('one that is closed to a purchase, refuses it, or is none, takes no order', async () => {
    await expect(place(666_00, test.slug)).rejects.toMatchObject({
      code: 'order.noCredit',
      status: 409,
      field: 'paymentMethod',
    })
    await emptyCart()
    await expect(place(1_000_00, test.slug)).rejects.toMatchObject({ code: 'payment.notOpen', status: 409 })
    await emptyCart()
    await expect(place(1_00, 'test.none')).rejects.toMatchObject({ code: 'input.invalid', field: 'paymentMethod' })
    expect((await cartOf(await make.context('users', client, company)))?.lines).toHaveLength(1)
  })
  const emptyCart = () => query(payload, sql`delete from cart_lines`)

  it('an employee puts right to a declared one alone; what an area that is gone has left stays', async () => {
    const order = await make.order({ companyId: company, paymentMethod: 'test.gone' })
    const req = await make.as('staff', await make.staff({ role: 'admin' }))
    const change = (data: { paymentMethod?: string; deliveryAddress?: string }) =>
      payload.update({ collection: 'orders', id: order, data, overrideAccess: false, req })
    await expect(change({ paymentMethod: 'test.none' })).rejects.toMatchObject({ status: 400 })
    expect(await change({ deliveryAddress: 'Тула' })).toMatchObject({ paymentMethod: 'test.gone' })
    expect(await change({ paymentMethod: 'credit' })).toMatchObject({ paymentMethod: 'credit' })
    expect(paymentLabel('test.gone')).toEqual({ ru: 'test.gone', en: 'test.gone' })
  })
})
