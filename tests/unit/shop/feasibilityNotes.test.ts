import { describe, expect, it } from 'vitest'
import { feasibilityNotes } from '@/app/(cabinet)/[locale]/cart/feasibilityNotes'
import type { Cart } from '@/collections/sales/carts/cart.queries'
import { feasibility, type RuledLine } from '@/collections/sales/carts/cart.rules'
import type { Credit } from '@/collections/sales/credit/standing.rules'
import { quantityRule } from '@/src/lib/quantity'

const rule = quantityRule({ unit: 'шт', packSize: null, breaks: [] })
const line: RuledLine = {
  id: 'a',
  qty: 10_000,
  rule,
  price: 1_000_000,
  stock: 10_000,
  expectedAt: null,
  available: true,
}
const credit: Credit = { limit: 1_000_000, debt: 0, reserved: 0, overdue: 0, overdueBlocks: true }

/** «key:is» of what the bar says. */
function said(lines: RuledLine[], with_: Partial<Credit> = {}): string[] {
  // the bar reads nothing else of a cart
  const cart = { feasibility: feasibility(lines, { ...credit, ...with_ }), currency: 'RUB' } as unknown as Cart
  return feasibilityNotes(cart, 'ru', 'Europe/Moscow').map(({ key, is }) => `${key}:${is}`)
}

describe('[SHOP-12] what the feasibility bar says', () => {
  it.each<[string, RuledLine[], Partial<Credit>, string[]]>([
    ['all is well', [line], {}, ['limit:good']],
    ['nothing is sold on credit', [line], { limit: 0 }, []],
    ['the limit is exceeded', [line], { limit: 50_000 }, ['limit:bad']],
    ['debt and orders in work have eaten the limit', [line], { debt: 600_000, reserved: 400_000 }, ['limit:bad']],
    ['overdue money stands in the way: the limit is not praised beside it', [line], { overdue: 100 }, ['overdue:bad']],
    [
      'overdue money stands in the way and the limit is short: one reason is enough',
      [line],
      { overdue: 100, limit: 50_000 },
      ['overdue:bad'],
    ],
    [
      'overdue money that does not stand in the way',
      [line],
      { overdue: 100, overdueBlocks: false },
      ['overdue:wait', 'limit:good'],
    ],
    ['not enough stock', [{ ...line, stock: 3_000 }], {}, ['limit:good', 'waiting:wait']],
    ['something cannot be ordered', [line, { ...line, id: 'b', available: false }], {}, ['problems:bad', 'limit:good']],
    ['a quantity that cannot be ordered', [{ ...line, qty: 1_500 }], {}, ['problems:bad', 'limit:good']],
    [
      'far more than there is',
      [{ ...line, qty: 999_999_000, price: 1, stock: 40_000 }],
      { limit: 0 },
      ['waiting:wait', 'far:wait'],
    ],
    [
      'everything at once',
      [
        { ...line, stock: 0 },
        { ...line, id: 'b', price: null },
      ],
      { overdue: 100 },
      ['problems:bad', 'overdue:bad', 'waiting:wait'],
    ],
  ])('%s', (_state, lines, with_, expected) => {
    expect(said(lines, with_)).toEqual(expected)
  })
})
