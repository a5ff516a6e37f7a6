import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeQty, nearestQty, quantityRule, nextQuantity, type Sold } from '@/src/lib/quantity'
import { spanAt, withoutSlits } from '@/src/lib/priceSpans'
import { isCounted } from '@/src/lib/unitWords'

const sold = fc.record({
  unit: fc.constantFrom('шт', 'упак', 'компл', 'рул', 'кг', 'м', 'л', 'неведомое', ''),
  packSize: fc.constantFrom(null, 0, 1_000, 2_500, 100_000, 200_000, 12),
  breaks: fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: 5_000_000 }),
      per: fc.constantFrom(1_000, 1_000, 3_000, 10_000, 1_500),
    }),
    { maxLength: 4, selector: ({ from }) => from },
  ),
}) satisfies fc.Arbitrary<Sold>
const qty = fc.integer({ min: 1, max: 1_500_000_000 })
const piece: Sold = { unit: 'шт', packSize: null, breaks: [] }

describe('what a quantity may be', () => {
  it('offers a nearest quantity that is right, is the asked one where that is, and lies above it unless that is too much', () => {
    fc.assert(
      fc.property(sold, qty, (goods, asked) => {
        const rule = quantityRule(goods)
        const nearest = nearestQty(asked, rule)
        expect(judgeQty(nearest, rule)).toMatchObject({ ok: true })
        const verdict = judgeQty(asked, rule)
        expect(nearest === asked).toBe(verdict.ok)
        if (!verdict.ok) expect(verdict.nearest).toBe(nearest)
        if (nearest < asked) expect(nearest).toBeGreaterThan(rule.max - Math.max(...rule.grains.map(({ by }) => by)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('has nothing right between a refused quantity and the nearest', () => {
    fc.assert(
      fc.property(sold, fc.integer({ min: 1, max: 300_000 }), (goods, asked) => {
        const rule = quantityRule(goods)
        const nearest = nearestQty(asked, rule)
        for (let between = asked; between < Math.min(nearest, asked + 3_000); between += 1)
          expect(judgeQty(between, rule).ok).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  const bounded = fc.record({
    unit: fc.constantFrom('шт', 'кг'),
    packSize: fc.constantFrom(null, null, 3_000),
    breaks: fc.uniqueArray(
      fc
        .record({
          from: fc.integer({ min: 0, max: 60_000 }),
          width: fc.option(fc.integer({ min: 0, max: 30_000 })),
          per: fc.constantFrom(1_000, 1_000, 4_000),
        })
        .map(({ width, ...one }) => ({ ...one, to: width === null ? null : one.from + width })),
      { minLength: 1, maxLength: 4, selector: ({ from }) => from },
    ),
  }) satisfies fc.Arbitrary<Sold>

  it('has a price for whatever may be ordered, and offers the nearest that has one', () => {
    fc.assert(
      fc.property(bounded, fc.integer({ min: 1, max: 120_000 }), (goods, asked) => {
        const rule = quantityRule(goods)
        const verdict = judgeQty(asked, rule)
        if (verdict.ok)
          expect(
            spanAt(
              goods.breaks,
              asked === rule.min
                ? Math.max(
                    asked,
                    goods.breaks.reduce((least, { from }) => Math.min(least, from), Infinity),
                  )
                : asked,
            ),
          ).not.toBeNull()
        else if (rule.max > 0) expect(judgeQty(verdict.nearest, rule)).toMatchObject({ ok: true })
        else expect(verdict.nearest).toBe(0)
        const down = nextQuantity(asked, rule, -1)
        expect(down).toBeLessThan(asked)
        if (down !== 0) expect(judgeQty(down, rule)).toMatchObject({ ok: true })
      }),
      { numRuns: 3_000 },
    )
  })

  const UP_TO_NINE = [{ from: 0, to: 9_000, per: 1_000 }]
  const WITH_A_GAP = [...UP_TO_NINE, { from: 20_000, to: 50_000, per: 1_000 }]
  it.each<[string, Partial<Sold>, number, object]>([
    ['9 where the price ends with 9', { breaks: UP_TO_NINE }, 9_000, { ok: true }],
    [
      '10 where the price ends with 9',
      { breaks: UP_TO_NINE },
      10_000,
      { code: 'qty.tooMuch', limit: 9_000, nearest: 9_000 },
    ],
    [
      '9,5 кг where the price ends with 9',
      { unit: 'кг', breaks: UP_TO_NINE },
      9_500,
      { code: 'qty.tooMuch', limit: 9_000 },
    ],
    [
      '10 in packs of 4, up to 9',
      { packSize: 4_000, breaks: UP_TO_NINE },
      10_000,
      { code: 'qty.tooMuch', limit: 8_000, nearest: 8_000 },
    ],
    ['15 between two prices', { breaks: WITH_A_GAP }, 15_000, { code: 'qty.noPrice', nearest: 20_000 }],
    ['50 at the end of the last', { breaks: WITH_A_GAP }, 50_000, { ok: true }],
    ['51 beyond it', { breaks: WITH_A_GAP }, 51_000, { code: 'qty.tooMuch', limit: 50_000, nearest: 50_000 }],
    [
      '60 where a narrow price lies in a wide one',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 20_000, to: 50_000, per: 1_000 },
        ],
      },
      60_000,
      { ok: true },
    ],
  ])('%s', (_name, goods, asked, verdict) => {
    expect(judgeQty(asked, quantityRule({ ...piece, ...goods }))).toMatchObject(verdict)
  })

  it('steps over a gap both ways, and closes what is less than a unit wide', () => {
    const rule = quantityRule({ ...piece, breaks: WITH_A_GAP })
    expect([nextQuantity(9_000, rule, 1), nextQuantity(20_000, rule, -1)]).toEqual([20_000, 9_000])
    const told = [
      { from: 0, to: 9_000, price: 1 },
      { from: 10_000, to: 49_000, price: 2 },
      { from: 60_000, to: null, price: 3 },
    ]
    expect(withoutSlits(told).map(({ to }) => to)).toEqual([9_999, 49_000, null])
    expect(
      [9_500, 10_000, 49_001, 60_000, 1_000_000].map((qty) => spanAt(withoutSlits(told), qty)?.price ?? null),
    ).toEqual([1, 2, null, 3, 3])
  })

  it('takes fractions of what is measured, never of what is counted', () => {
    fc.assert(
      fc.property(sold, qty, (goods, asked) => {
        if (judgeQty(asked, quantityRule(goods)).ok && isCounted(goods.unit ?? '')) expect(asked % 1_000).toBe(0)
      }),
    )
  })

  it('goes up and down by steps that can be ordered, and down to nothing at last', () => {
    fc.assert(
      fc.property(sold, fc.integer({ min: 0, max: 900_000_000 }), (goods, from) => {
        const rule = quantityRule(goods)
        const up = nextQuantity(from, rule, 1)
        expect(up).toBeGreaterThan(from)
        expect(judgeQty(up, rule)).toMatchObject({ ok: true })
        const down = nextQuantity(Math.max(from, 1), rule, -1)
        expect(down).toBeLessThan(Math.max(from, 1))
        if (down !== 0) expect(judgeQty(down, rule)).toMatchObject({ ok: true })
      }),
      { numRuns: 2_000 },
    )
  })

  it.each<[string, Partial<Sold>, number, number, number]>([
    ['pieces go by one', {}, 2_000, 3_000, 1_000],
    ['half a piece on the way is made whole', {}, 1_500, 2_000, 1_000],
    ['the last piece goes to nothing', {}, 1_000, 2_000, 0],
    ['from nothing there is no way down', {}, 0, 1_000, 0],
    ['what is measured goes by one, too', { unit: 'кг' }, 1_500, 2_000, 1_000],
    ['and below one to nothing', { unit: 'кг' }, 500, 1_000, 0],
    ['packs go by one pack', { packSize: 200_000 }, 400_000, 600_000, 200_000],
    ['between two packs to the next and the one before', { packSize: 200_000 }, 300_000, 400_000, 200_000],
    ['down to the first price and no further', { breaks: [{ from: 5_000, per: 1_000 }] }, 6_000, 7_000, 5_000],
    ['below the first price is nothing', { breaks: [{ from: 5_000, per: 1_000 }] }, 5_000, 6_000, 0],
    [
      'up over the edge of another price',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 30_000, per: 3_000 },
        ],
      },
      29_000,
      30_000,
      28_000,
    ],
    [
      'down over the edge by the step below it',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 30_000, per: 3_000 },
        ],
      },
      30_000,
      33_000,
      29_000,
    ],
    [
      'down to a pack where the step before it would lead up again',
      {
        unit: 'кг',
        breaks: [
          { from: 0, per: 10_000 },
          { from: 15_200, per: 1_000 },
        ],
      },
      15_500,
      16_000,
      10_000,
    ],
  ])('+ and −: %s', (_name, goods, from, up, down) => {
    const rule = quantityRule({ ...piece, ...goods })
    expect(nextQuantity(from, rule, 1)).toBe(up)
    expect(nextQuantity(from, rule, -1)).toBe(down)
  })

  it('knows whether there is a price at all', () => {
    expect(quantityRule(piece).priced).toBe(false)
    expect(quantityRule({ ...piece, breaks: [{ from: 5_000, per: 1_000 }] }).priced).toBe(true)
  })

  it.each<[string, Partial<Sold>, number, object]>([
    [
      'prices in whatever order: 4 where the first begins with 5',
      {
        breaks: [
          { from: 30_000, per: 3_000 },
          { from: 5_000, per: 1_000 },
        ],
      },
      4_000,
      { code: 'qty.least', limit: 5_000, nearest: 5_000 },
    ],
    [
      '300 of packs of 200, priced by the piece',
      { packSize: 200_000, breaks: [{ from: 0, per: 1_000 }] },
      300_000,
      { code: 'qty.packs', limit: 200_000 },
    ],
    [
      '1,5 m of what is sold by the metre',
      { unit: 'м', packSize: 1_000 },
      1_500,
      { code: 'qty.packs', limit: 1_000, nearest: 2_000 },
    ],
    [
      '0,5 m of what is sold by 0,3',
      { unit: 'м', packSize: 300 },
      500,
      { code: 'qty.packs', limit: 300, nearest: 600 },
    ],
    [
      'half a piece where 1C names half of one a pack',
      { packSize: 500 },
      500,
      { code: 'qty.whole', limit: 1_000, nearest: 1_000 },
    ],
    ['a thousandth of a kilogram', { unit: 'кг' }, 1, { ok: true }],
    ['nothing of a kilogram', { unit: 'кг' }, 0, { code: 'qty.least', limit: 1, nearest: 1 }],
    [
      'a million and a bit of packs of 300',
      { packSize: 300_000 },
      1_000_100_000,
      { code: 'qty.tooMuch', nearest: 999_900_000 },
    ],
    ['1,5 шт', {}, 1_500, { code: 'qty.whole', nearest: 2_000 }],
    ['2 шт', {}, 2_000, { ok: true }],
    ['1,5 кг', { unit: 'кг' }, 1_500, { ok: true }],
    ['0,001 т by its code, whatever it is called', { unit: 'тн.', unitCode: '168' }, 1, { ok: true }],
    ['1,5 of a unit told by its code alone', { unit: '796' }, 1_500, { code: 'qty.whole' }],
    [
      '1,5 of what 1C calls otherwise, with the code of a pair',
      { unit: 'пр.', unitCode: '715' },
      1_500,
      { code: 'qty.whole' },
    ],
    ['1,5 шт with a code that nobody knows', { unitCode: '999' }, 1_500, { code: 'qty.whole' }],
    ['1,5 of no unit', { unit: null }, 1_500, { ok: true }],
    ['1,5 of a unit nobody knows', { unit: 'хрм' }, 1_500, { ok: true }],
    ['300 of packs of 200', { packSize: 200_000 }, 300_000, { code: 'qty.packs', limit: 200_000, nearest: 400_000 }],
    ['30,5 of packs of 200', { packSize: 200_000 }, 30_500, { code: 'qty.packs', limit: 200_000, nearest: 200_000 }],
    ['half a piece', {}, 500, { code: 'qty.whole', nearest: 1_000 }],
    [
      '3 of packs of 3 sold from 5 on',
      { breaks: [{ from: 5_000, per: 3_000 }] },
      3_000,
      { code: 'qty.least', limit: 6_000, nearest: 6_000 },
    ],
    ['400 of packs of 200', { packSize: 200_000 }, 400_000, { ok: true }],
    ['a pack of 0 is none', { packSize: 0 }, 3_000, { ok: true }],
    [
      '10 where the price is for three, whatever the pack',
      { packSize: 200_000, breaks: [{ from: 0, per: 3_000 }] },
      10_000,
      { code: 'qty.packs', limit: 3_000, nearest: 12_000 },
    ],
    [
      '10 where only the dearer price is for three',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 30_000, per: 3_000 },
        ],
      },
      10_000,
      { ok: true },
    ],
    [
      '31 where the price from 30 on is for three',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 30_000, per: 3_000 },
        ],
      },
      31_000,
      { code: 'qty.packs', nearest: 33_000 },
    ],
    [
      '30 where the price from 30 on is for seven',
      {
        breaks: [
          { from: 0, per: 1_000 },
          { from: 30_000, per: 7_000 },
        ],
      },
      30_000,
      { code: 'qty.packs', limit: 7_000, nearest: 35_000 },
    ],
    [
      '4 where the first price begins with 5',
      { breaks: [{ from: 5_000, per: 1_000 }] },
      4_000,
      { code: 'qty.least', limit: 5_000, nearest: 5_000 },
    ],
    ['a million', {}, 1_000_000_000, { ok: true }],
    ['a million and one', {}, 1_000_001_000, { code: 'qty.tooMuch', limit: 1_000_000_000, nearest: 1_000_000_000 }],
    ['a pack larger than a million', { packSize: 2_000_000_000 }, 2_000_000_000, { ok: true }],
  ])('%s', (_name, goods, asked, verdict) => {
    expect(judgeQty(asked, quantityRule({ ...piece, ...goods }))).toMatchObject(verdict)
  })

  it.each([
    ['999 999 of 40', 999_999_000, 40_000, true],
    ['41 of 40', 41_000, 40_000, false],
    ['all 999 999 that there are', 999_999_000, 999_999_000, false],
    ['900 of one: still a common order', 900_000, 1_000, false],
    ['5 000 of what comes to order only', 5_000_000, 0, false],
    ['999 999 of what comes to order only', 999_999_000, 0, true],
    ['100 000 of what comes to order only', 100_000_000, 0, true],
    ['99 999 of it', 99_999_000, 0, false],
    ['1 000 of one', 1_000_000, 1_000, true],
    ['twenty times the stock', 1_000_000, 50_000, false],
    ['a piece more than twenty times', 1_001_000, 50_000, true],
    ['999 999 where nobody asks about the stock', 999_999_000, null, false],
  ])('asks whether it is meant: %s', (_name, asked, stock, far) => {
    expect(judgeQty(asked, quantityRule(piece), stock)).toEqual({ ok: true, far })
  })

  it.each([
    ['шт', true],
    ['Шт.', true],
    ['уп', true],
    ['компл', true],
    ['пара', true],
    ['рулон', true],
    ['кор', true],
    ['флак', true],
    ['м', false],
    ['кг', false],
    ['л', false],
    ['м3', false],
    ['тыс. шт', false],
    ['ч', false],
  ])('counts or measures «%s»', (unit, counted) => {
    expect(isCounted(unit)).toBe(counted)
  })
})
