import { describe, expect, it } from 'vitest'
import { spanAt } from '@/src/lib/priceSpans'

describe('[SHOP-05] where a price holds', () => {
  it('sells at the last of the prices that the quantity reaches, in whatever order they stand', () => {
    const prices = [
      { from: 10_000, price: 8 },
      { from: 0, price: 10 },
      { from: 5_000, price: 9 },
    ]
    expect([1_000, 4_999, 5_000, 9_999, 10_000].map((qty) => spanAt(prices, qty)?.price)).toEqual([10, 10, 9, 9, 8])
    expect(spanAt(prices.slice(0, 1), 9_999)).toBeNull()
  })

  it('ends with the end that was told, and falls back on a wider one', () => {
    const prices = [
      { from: 0, to: null, price: 10 },
      { from: 5_000, to: 9_000, price: 9 },
    ]
    expect([4_999, 5_000, 9_000, 9_001].map((qty) => spanAt(prices, qty)?.price)).toEqual([10, 9, 9, 10])
    expect([spanAt(prices.slice(1), 9_001), spanAt([], 1)]).toEqual([null, null])
  })
})
