import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { paymentLabel, paymentOptions } from '@/collections/sales/payment-methods/definePaymentMethod'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { beginPayment, paymentStanding, readNotice, refundPayment } from '@/src/mechanisms/payments/askProvider'
import type { PaymentDemand } from '@/src/mechanisms/payments/definePaymentProvider'
import { builders, type Builders } from '@/tests/builders/builders'
import { fakeBank } from '@/tests/support/fakeBank'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const BANK = 'test-bank'
const demand: PaymentDemand = {
  ...{ id: 'p-1', amount: 500_00, currency: 'XTS', description: 'Заказ К-1', locale: 'ru' },
  returnTo: 'https://portal.example/orders/К-1',
}

let payload: Payload
let make: Builders
let bank: Awaited<ReturnType<typeof fakeBank>>
beforeEach(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  make = builders(payload)
  bank = await fakeBank()
  process.env.TEST_BANK_URL = bank.url
  return () => {
    bank.close()
    delete process.env.TEST_BANK_URL
  }
})

const standing = { limit: 0, debt: 0, reserved: 0, overdue: 0, overdueBlocks: true, currency: 'XTS' }
const offered = async (...currencies: string[]): Promise<boolean> =>
  (
    await paymentOptions(payload, { credit: standing, sums: currencies.map((currency) => ({ amount: 1, currency })) })
  ).some(({ slug }) => slug === BANK)
const call = (body: Buffer, signature?: string) => ({
  ...{ body, address: '203.0.113.9' },
  headers: new Headers(signature === undefined ? {} : { 'x-signature': signature }),
})

/** Nothing here is written for the provider but the provider itself: `tests/specimen/bank` and one line of its area. */
describe('a provider of payments that was only just added', () => {
  it('is offered for what it takes, and kept by the order in its words', async () => {
    expect([await offered('XTS'), await offered('RUB'), await offered('XTS', 'RUB')]).toEqual([true, false, false])
    const company = await make.company({ currency: 'XTS' })
    const client = await make.user({ companies: [company] })
    const type = await make.priceType({ base: true, currency: 'XTS' })
    const { sku } = await make.product({ prices: { [type]: { price: 500_0000, currency: 'XTS' } } })
    await runAction(setCartLine, { req: await make.as('users', client), input: { company, sku, qty: 1_000 } })
    const { orders } = await runAction(createOrderFromCart, {
      req: await make.as('users', client),
      input: { company, deliveryMethod: 'pickup', paymentMethod: BANK },
    })
    const order = await orderByNumber(await make.context('users', client, company), orders[0]?.number ?? '')
    expect(order).toMatchObject({ paymentMethod: BANK, currency: 'XTS', total: 500_00 })
    expect(paymentLabel(BANK).ru).toBe('Картой на сайте')
  })

  it('goes with its area', async () => {
    await query(payload, sql`insert into modules ("off") values (${JSON.stringify(['sales'])}::jsonb)`)
    forgetSwitches()
    expect(await offered('XTS')).toBe(false)
    await expect(beginPayment(payload, BANK, demand)).rejects.toMatchObject({ code: 'payment.unknown', status: 409 })
    await query(payload, sql`delete from modules`)
    forgetSwitches()
  })

  it('makes one payment of a demand that is repeated, and tells the payer where to go', async () => {
    const begun = await beginPayment(payload, BANK, demand)
    expect(begun).toEqual({
      reference: 'bank-1',
      step: { kind: 'page', url: 'https://bank.example/bank-1' },
      until: '2027-01-01T00:00:00Z',
    })
    expect(await beginPayment(payload, BANK, demand)).toEqual(begun)
    expect((await beginPayment(payload, BANK, { ...demand, id: 'p-2' })).reference).toBe('bank-2')
  })

  it('is not asked for what it does not take, nor inside a transaction, and its own trouble is said to be so', async () => {
    for (const wrong of [{ currency: 'RUB' }, { amount: 0 }, { amount: -1 }, { amount: 1.5 }])
      await expect(beginPayment(payload, BANK, { ...demand, ...wrong })).rejects.toMatchObject({ code: 'payment.sum' })
    await expect(beginPayment(payload, 'test-none', demand)).rejects.toMatchObject({ code: 'payment.unknown' })
    const req = await createLocalReq({}, payload)
    await expect(inTransaction(req, () => beginPayment(req, BANK, demand))).rejects.toThrow(/outside of transactions/)
    expect(bank.payments.size).toBe(0)
    bank.break(true)
    await expect(beginPayment(payload, BANK, demand)).rejects.toMatchObject({
      code: 'service.unavailable',
      status: 503,
    })
  })

  it('is believed by its signature alone, and how much was paid by what it answers', async () => {
    const { reference } = await beginPayment(payload, BANK, demand)
    expect(await paymentStanding(BANK, reference)).toMatchObject({ state: 'waiting', paid: 0 })
    const { body, signature } = bank.pay(reference)
    expect(readNotice(BANK, call(body, signature))).toEqual({ reference, answer: { status: 200, body: 'OK' } })
    const forged = Buffer.from(JSON.stringify({ payment: reference, amount: 1 }))
    for (const wrong of [call(body), call(body, 'ff'), call(body, 'zz'), call(forged, signature)])
      expect(() => readNotice(BANK, wrong)).toThrow(expect.objectContaining({ code: 'payment.forged', status: 403 }))
    expect(await paymentStanding(BANK, reference)).toEqual({
      ...{ reference, state: 'paid', paid: 500_00, refunded: 0, currency: 'XTS' },
    })
  })

  it('gives back what was paid, once for an id and never more', async () => {
    const { reference } = await beginPayment(payload, BANK, demand)
    const give = (id: string, amount: number) => refundPayment(BANK, { id, reference, amount })
    await expect(give('r-1', 1)).rejects.toMatchObject({ code: 'payment.refundTooMuch' })
    bank.pay(reference)
    expect(await give('r-1', 200_00)).toMatchObject({ refunded: 200_00 })
    expect(await give('r-1', 200_00)).toMatchObject({ refunded: 200_00 })
    for (const amount of [300_01, 0, -1, 0.5])
      await expect(give('r-2', amount)).rejects.toMatchObject({ code: 'payment.refundTooMuch', status: 409 })
    for (let again = 0; again < 2; again += 1) expect(await give('r-2', 300_00)).toMatchObject({ refunded: 500_00 })
  })
})
