import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feasibility, limitLeft, splitQty } from '@/collections/sales/carts/cart.rules'
import type { Credit } from '@/collections/sales/credit/standing.rules'
import { orderNumber, ordersOf, type DraftLine } from '@/collections/sales/orders/order.rules'
import { stepsOf } from '@/collections/sales/orders/order.page.queries'
import { lineTotal, vatIncluded } from '@/src/lib/money'
import { quantityRule } from '@/src/lib/quantity'

const line = fc.record({
  sku: fc.uuid(),
  name: fc.constant('Болт'),
  article: fc.constant(null),
  unit: fc.constant('шт'),
  vatRate: fc.constantFrom(null, 0, 10, 20, 22),
  qty: fc.integer({ min: 1, max: 10_000_000 }),
  price: fc.integer({ min: 1, max: 100_000_000 }),
  stock: fc.integer({ min: -1_000, max: 10_000_000 }),
  expectedAt: fc.constantFrom(null, '2026-12-01'),
}) satisfies fc.Arbitrary<DraftLine>
const cart = fc.array(line, { minLength: 1, maxLength: 20 })
const rule = quantityRule({ unit: 'м', packSize: null, breaks: [] })
const credit: Credit = { limit: 60_000_000, debt: 4_821_000, reserved: 0, overdue: 0, overdueBlocks: true }

describe('[SHOP-15] an order out of a cart', () => {
  it('has a total that is the sum of its lines, each rounded half up, with VAT inside', () => {
    fc.assert(
      fc.property(cart, fc.boolean(), (lines, split) => {
        for (const order of ordersOf(lines, split)) {
          expect(order.total).toBe(order.lines.reduce((sum, it) => sum + lineTotal(it.price, it.qty), 0))
          expect(order.vat).toBe(order.lines.reduce((sum, it) => sum + vatIncluded(it.total, it.vatRate), 0))
          expect(order.vat).toBeLessThanOrEqual(order.total)
          expect(order.lines.map(({ position }) => position)).toEqual(order.lines.map((_line, index) => index + 1))
        }
      }),
    )
  })

  it('loses and gains nothing by being split, and leaves at most a kopeck of a line to rounding', () => {
    fc.assert(
      fc.property(cart, (lines) => {
        const parts = ordersOf(lines, true).flatMap((order) => order.lines)
        for (const whole of lines) {
          const mine = parts.filter(({ sku }) => sku === whole.sku)
          expect(mine.reduce((sum, { qty }) => sum + qty, 0)).toBe(whole.qty)
          expect(
            Math.abs(mine.reduce((sum, { total }) => sum + total, 0) - lineTotal(whole.price, whole.qty)),
          ).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('numbers orders within the eleven characters that 1C takes', () => {
    expect(orderNumber('К-', 6, 1001)).toBe('К-001001')
    expect(orderNumber('АБВГ', 7, 9_999_999)).toBe('АБВГ9999999')
    expect(orderNumber('АБВГ', 7, 10_000_000)).toBeNull()
  })
})

describe('[SHOP-15] what of an order lies in stock and what comes later', () => {
  const bolt: DraftLine = {
    sku: 'a',
    name: 'Болт',
    article: null,
    unit: 'шт',
    vatRate: 20,
    qty: 5_000,
    price: 120_000,
    stock: 3_000,
    expectedAt: '2026-12-01',
  }
  const nut: DraftLine = { ...bolt, sku: 'b', stock: 5_000 }

  it('is said of each line of one order: a day only where something is missing', () => {
    const orders = ordersOf([bolt, nut], false)
    expect(orders.map(({ lines }) => lines.map(({ sku, qty, availableFrom }) => [sku, qty, availableFrom]))).toEqual([
      [
        ['a', 5_000, '2026-12-01'],
        ['b', 5_000, null],
      ],
    ])
  })

  it('makes two orders when split: what lies here without a day, what comes with it', () => {
    const orders = ordersOf([bolt, nut], true)
    expect(orders.map(({ lines }) => lines.map(({ sku, qty, availableFrom }) => [sku, qty, availableFrom]))).toEqual([
      [
        ['a', 3_000, null],
        ['b', 5_000, null],
      ],
      [['a', 2_000, '2026-12-01']],
    ])
    expect(orders.map(({ total, vat }) => [total, vat])).toEqual([
      [9_600, 1_600],
      [2_400, 400],
    ])
  })

  it('leaves one order where all of it, or none, is here', () => {
    expect(ordersOf([nut], true)).toEqual(ordersOf([nut], false))
    expect(ordersOf([{ ...bolt, stock: -1_000 }], true)).toEqual(ordersOf([{ ...bolt, stock: -1_000 }], false))
    expect(ordersOf([], true)).toEqual([])
  })

  it('counts by the price of a pack where that is the price, and freezes none of what it was judged by', () => {
    const [order] = ordersOf(
      [{ ...nut, qty: 24_000, stock: 24_000, pricedBy: { from: 0, to: null, price: 1_200_000, per: 12_000 } }],
      false,
    )
    expect(order).toEqual({
      total: 24_000,
      vat: 4_000,
      lines: [
        {
          sku: 'b',
          name: 'Болт',
          article: null,
          unit: 'шт',
          vatRate: 20,
          qty: 24_000,
          price: 120_000,
          position: 1,
          total: 24_000,
          availableFrom: null,
        },
      ],
    })
  })
})

describe('[SHOP-12] the state of a cart', () => {
  const goods = { id: 'a', qty: 1_000, rule, price: 10_000, stock: 1_000, expectedAt: null, available: true }
  const roubles: Credit = { ...credit, currency: 'RUB' }

  it('never adds up two currencies: the sum is in the credit’s, which then is no credit', () => {
    const mixed = feasibility(
      [
        { ...goods, id: 'b', currency: 'USD', price: 990_000, stock: 0 },
        { ...goods, currency: 'RUB' },
        { ...goods, id: 'c' },
      ],
      roubles,
    )
    expect(mixed).toMatchObject({
      total: 200,
      currency: 'RUB',
      limit: { leftAfter: 55_178_800 },
      orderable: true,
      onCredit: false,
      split: null,
    })
  })

  it('is in the currency of its goods where the credit’s is another, and then not on credit', () => {
    expect(feasibility([{ ...goods, currency: 'USD' }], roubles)).toMatchObject({
      total: 100,
      currency: 'USD',
      limit: null,
      orderable: true,
      onCredit: false,
    })
    expect(
      feasibility(
        [
          { ...goods, currency: 'USD' },
          { ...goods, currency: 'EUR', qty: 3_000 },
        ],
        roubles,
      ),
    ).toMatchObject({ total: 100, currency: 'USD' })
    expect(feasibility([{ ...goods, currency: 'RUB' }], roubles)).toMatchObject({ currency: 'RUB', onCredit: true })
    expect(feasibility([goods], roubles)).toMatchObject({ currency: 'RUB', onCredit: true })
    expect(feasibility([goods], credit)).toMatchObject({ currency: null, onCredit: true })
    expect(feasibility([], roubles)).toMatchObject({ currency: 'RUB', total: 0, orderable: false, onCredit: false })
  })

  it('uses up a limit to its last kopeck, and not one more', () => {
    expect(feasibility([goods], { ...credit, limit: 100, debt: 0 })).toMatchObject({
      limit: { left: 100, leftAfter: 0, enough: true },
      onCredit: true,
    })
    expect(feasibility([goods], { ...credit, limit: 99, debt: 0 })).toMatchObject({
      limit: { leftAfter: -1, enough: false },
      orderable: true,
      onCredit: false,
    })
  })

  it('is not orderable for one bad line among good ones, which counts for nothing', () => {
    const state = feasibility(
      [goods, { ...goods, id: 'b', available: false, qty: 999_999_000, stock: 5_000, expectedAt: '2026-12-01' }],
      credit,
    )
    expect(state).toMatchObject({ total: 100, orderable: false, onCredit: false, far: 0, waiting: null })
    expect(state.lines[1]).toEqual({
      id: 'b',
      total: 0,
      now: 0,
      later: 0,
      expectedAt: null,
      problem: 'gone',
      refusal: null,
      far: false,
    })
    expect(feasibility([{ ...goods, price: null }], credit).lines[0]).toMatchObject({
      total: 0,
      now: 0,
      later: 0,
      far: false,
    })
  })

  it('waits until the last of the known days, and says when one is unknown', () => {
    const late = (id: string, expectedAt: string | null) => ({ ...goods, id, stock: 0, expectedAt })
    expect(
      feasibility([late('a', '2026-12-03'), late('b', '2026-12-10'), late('c', '2026-12-01')], credit).waiting,
    ).toEqual({ lines: 3, until: '2026-12-10', unknown: false })
    expect(feasibility([late('a', '2026-12-03'), late('b', null)], credit).waiting).toEqual({
      lines: 2,
      until: '2026-12-03',
      unknown: true,
    })
    expect(feasibility([late('a', null)], credit).waiting).toEqual({ lines: 1, until: null, unknown: true })
    expect(feasibility([{ ...goods, expectedAt: '2026-12-03' }], credit).lines[0]).toMatchObject({
      now: 1_000,
      later: 0,
      expectedAt: null,
    })
  })

  it('splits by the price of a pack', () => {
    const packed = { ...goods, price: 120_000, per: 12_000, qty: 36_000, stock: 12_000 }
    expect(feasibility([packed], credit)).toMatchObject({
      total: 3_600,
      split: { now: { total: 1_200, lines: 1 }, later: { total: 2_400, lines: 1 } },
    })
  })

  it('splits a quantity into what lies in stock and what comes later, without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: -1e6, max: 1e9 }), (qty, stock) => {
        const { now, later } = splitQty(qty, stock)
        expect(now + later).toBe(qty)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(later).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(Math.max(stock, 0))
      }),
    )
  })

  it('says what of the limit is left before and after, as drawn: 600 000 − 48 210 − 182 400 = 369 390', () => {
    expect(limitLeft(credit, 18_240_000)).toEqual({
      limit: 60_000_000,
      left: 55_179_000,
      leftAfter: 36_939_000,
      enough: true,
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (limit, debt, total) => {
          const { left, leftAfter, enough } = limitLeft({ limit, debt, reserved: 0 } as Credit, total)
          expect(left).toBeLessThanOrEqual(limit)
          expect(left - leftAfter).toBe(total)
          expect(enough).toBe(leftAfter >= 0)
        },
      ),
    )
  })

  it('offers to split only when some of it can go now and some cannot', () => {
    const of = (stock: number) =>
      feasibility(
        [{ id: 'a', qty: 1_000, rule, price: 10_000, stock, expectedAt: '2026-11-28', available: true }],
        credit,
      )
    expect(of(1_000)).toMatchObject({ split: null, waiting: null, orderable: true, onCredit: true })
    expect(of(0)).toMatchObject({ split: null, waiting: { lines: 1, until: '2026-11-28', unknown: false } })
    expect(of(400)).toMatchObject({ split: { now: { total: 40, lines: 1 }, later: { total: 60, lines: 1 } } })
  })

  it('takes no order on credit with an overdue debt where the company forbids it, but one by invoice', () => {
    const lines = [{ id: 'a', qty: 1_000, rule, price: 10_000, stock: 1_000, expectedAt: null, available: true }]
    expect(feasibility(lines, { ...credit, overdue: 1 })).toMatchObject({
      orderable: true,
      onCredit: false,
      overdue: { amount: 1, blocks: true },
    })
    expect(feasibility(lines, { ...credit, overdue: 1, overdueBlocks: false })).toMatchObject({ onCredit: true })
    expect(feasibility(lines, { ...credit, limit: 0 })).toMatchObject({ limit: null, onCredit: false })
  })

  it('never adds two currencies: its total is that of the credit’s, which the limit is asked for, and it is two orders', () => {
    const base = { id: 'a', qty: 1_000, rule, price: 10_000, stock: 400, expectedAt: null, available: true }
    const roubles = { ...credit, currency: 'RUB' }
    const dollars = { ...base, id: 'b', price: 70_000, currency: 'USD' }
    const mixed = feasibility([dollars, { ...base, currency: 'RUB' }], roubles)
    expect(mixed).toMatchObject({
      total: 1_00,
      currency: 'RUB',
      split: null,
      onCredit: false,
      limit: { left: 55_179_000, leftAfter: 55_178_900 },
    })
    expect(feasibility([dollars], roubles)).toMatchObject({
      total: 7_00,
      currency: 'USD',
      limit: null,
      onCredit: false,
    })
  })

  it('counts a price per pack by the pack, also in what comes later', () => {
    const pack = {
      id: 'a',
      qty: 30_000,
      rule,
      price: 100_000,
      per: 10_000,
      stock: 20_000,
      expectedAt: null,
      available: true,
    }
    expect(feasibility([pack], credit)).toMatchObject({
      total: 30_00,
      split: { now: { total: 20_00 }, later: { total: 10_00 } },
    })
  })

  it('names the line that cannot be ordered', () => {
    const base = { id: 'a', qty: 1_000, rule, price: 10_000, stock: 0, expectedAt: null, available: true }
    expect(feasibility([{ ...base, available: false }], credit)).toMatchObject({
      orderable: false,
      total: 0,
      lines: [{ problem: 'gone' }],
    })
    expect(feasibility([{ ...base, price: null }], credit)).toMatchObject({
      orderable: false,
      lines: [{ problem: 'noPrice' }],
    })
    expect(feasibility([], credit).orderable).toBe(false)
  })

  it('says of each line what its quantity may be, and counts those far beyond the stock', () => {
    const pieces = quantityRule({ unit: 'шт', packSize: null, breaks: [] })
    const packs = quantityRule({ unit: 'шт', packSize: 200_000, breaks: [] })
    const from = quantityRule({ unit: 'шт', packSize: null, breaks: [{ from: 5_000, per: 1_000 }] })
    const base = { id: 'a', qty: 1_500, rule: pieces, price: 10_000, stock: 40_000, expectedAt: null, available: true }
    expect(feasibility([base], credit)).toMatchObject({
      orderable: false,
      total: 0,
      lines: [{ problem: 'qty', refusal: { code: 'qty.whole', nearest: 2_000 } }],
    })
    expect(feasibility([{ ...base, qty: 300_000, rule: packs }], credit)).toMatchObject({
      lines: [{ problem: 'qty', refusal: { code: 'qty.packs', limit: 200_000, nearest: 400_000 } }],
    })
    // below the least there is no price: the quantity is named, not the price
    expect(feasibility([{ ...base, qty: 1_000, price: null, rule: from }], credit)).toMatchObject({
      lines: [{ problem: 'qty', refusal: { code: 'qty.least', nearest: 5_000 } }],
    })
    expect(feasibility([{ ...base, price: null }], credit)).toMatchObject({
      lines: [{ problem: 'noPrice', refusal: null }],
    })
    expect(feasibility([{ ...base, available: false }], credit)).toMatchObject({
      lines: [{ problem: 'gone', refusal: null }],
    })
    expect(feasibility([{ ...base, qty: 999_999_000 }], credit)).toMatchObject({
      orderable: true,
      far: 1,
      lines: [{ problem: null, far: true, now: 40_000, later: 999_959_000 }],
    })
    expect(feasibility([{ ...base, qty: 41_000 }], credit)).toMatchObject({
      orderable: true,
      far: 0,
      lines: [{ far: false }],
    })
  })
})

describe('[GOAL-02] the way of an order', () => {
  const moved = (from: string, to: string, at: string) => ({ at, data: { from, to } })
  it('shows when each state was reached, and counts a jumped one as reached', () => {
    const steps = stepsOf('shipped', '2026-11-24T09:12:00.000Z', [
      moved('submitted', 'confirmed', '2026-11-24T09:40:00.000Z'),
      moved('confirmed', 'shipped', '2026-11-28T10:00:00.000Z'),
    ])
    expect(steps.map(({ state, at, reached }) => [state, at?.slice(0, 10) ?? null, reached])).toEqual([
      ['submitted', '2026-11-24', true],
      ['confirmed', '2026-11-24', true],
      ['working', null, true],
      ['shipped', '2026-11-28', true],
      ['closed', null, false],
    ])
  })

  it('shows of a cancelled order what it came to and where it left, nothing that it never reached', () => {
    const steps = stepsOf('cancelled', '2026-11-24T09:12:00.000Z', [
      moved('submitted', 'confirmed', '2026-11-25T09:00:00.000Z'),
      moved('confirmed', 'cancelled', '2026-11-26T09:00:00.000Z'),
    ])
    expect(steps.map(({ state, at, current }) => [state, at?.slice(0, 10), current])).toEqual([
      ['submitted', '2026-11-24', false],
      ['confirmed', '2026-11-25', false],
      ['cancelled', '2026-11-26', true],
    ])
    const atOnce = stepsOf('cancelled', '2026-11-24T09:12:00.000Z', [
      moved('submitted', 'cancelled', '2026-11-26T09:00:00.000Z'),
    ])
    expect(atOnce.map(({ state }) => state)).toEqual(['submitted', 'cancelled'])
    const jumped = stepsOf('cancelled', '2026-11-24T09:12:00.000Z', [
      moved('submitted', 'working', '2026-11-25T09:00:00.000Z'),
      moved('working', 'cancelled', '2026-11-26T09:00:00.000Z'),
    ])
    expect(jumped.map(({ state }) => state)).toEqual(['submitted', 'working', 'cancelled'])
  })
})
