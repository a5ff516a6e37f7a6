import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { frontWorld, type FrontWorld } from './world'

let at: FrontWorld
beforeEach(async () => {
  at = await frontWorld()
})

const checkout = { deliveryMethod: 'pickup', paymentMethod: 'invoice', expectedTotals: { RUB: '246.91' } }

describe('[EXCH-36] acting by a key', () => {
  it('fills the cart, says what can be ordered, and makes it an order once', async () => {
    const filled = await at.call('PUT', `/cart/lines/${at.bolt.sku}`, { body: { qty: '20' } })
    expect(filled.body).toMatchObject({
      lines: [{ sku: at.bolt.sku, qty: '20', price: '12.3456', total: '246.91' }],
      sums: [{ currency: 'RUB', total: '246.91', lines: 1 }],
      orderable: true,
    })
    const choices = (await at.call('GET', '/checkout')).body
    expect(choices.payment).toContainEqual(expect.objectContaining({ key: 'invoice', refused: false }))
    const headers = { 'idempotency-key': 'app-1' }
    const placed = await at.call('POST', '/orders', { body: checkout, headers })
    expect(placed.status).toBe(200)
    expect(placed.body.orders).toMatchObject([{ total: '246.91', currency: 'RUB' }])
    expect((await at.call('POST', '/orders', { body: checkout, headers })).body).toEqual(placed.body)
    expect((await at.call('GET', '/cart')).body.lines).toEqual([])
    const [line] = await query<{ note: string; actor: string }>(
      at.payload,
      sql`select note, actor_id as actor from audit where action = 'orders.createFromCart'`,
    )
    expect(line).toEqual({ note: expect.stringMatching(/^kbp_.+… Приложение$/), actor: at.user })
  })

  it('refuses in words what cannot be ordered, and changes nothing', async () => {
    const wrong = await at.call('PUT', `/cart/lines/${at.bolt.sku}`, {
      body: { qty: 15 },
      headers: { 'accept-language': 'en' },
    })
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'qty.packs', message: expect.stringContaining('a multiple of 10 pcs') },
    })
    const words = await at.call('PUT', `/cart/lines/${at.bolt.sku}`, { body: { qty: 'много' } })
    expect(words).toMatchObject({ status: 422, body: { code: 'number.malformed', field: 'qty' } })
    expect(await at.call('POST', '/orders', { body: checkout })).toMatchObject({
      status: 409,
      body: { code: 'cart.empty' },
    })
    await at.call('POST', '/cart/lines', { body: { lines: [{ sku: at.bolt.sku, qty: 10 }] } })
    const other = { ...checkout, expectedTotals: { RUB: '1.00' } }
    expect(await at.call('POST', '/orders', { body: other })).toMatchObject({
      status: 409,
      body: { code: 'cart.priceChanged' },
    })
    expect((await at.call('DELETE', '/cart')).body.lines).toEqual([])
  })

  it('makes a step of the order’s own workflow, and only one that it allows', async () => {
    const { body: order } = await at.call('GET', `/orders/${at.order}`)
    const step = order.transitions.find(({ name }: { name: string }) => name === 'withdraw')
    const path = `/orders/${at.order}/transitions/${step.name}`
    const done = await at.call('POST', path, { body: { comment: 'Передумали' } })
    expect(done).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect(await at.call('POST', path, { body: { comment: 'Ещё раз' } })).toMatchObject({ status: 409 })
    expect(await at.call('POST', `/orders/${at.order}/transitions/none`, { body: {} })).toMatchObject({ status: 404 })
  })
})
