import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  formatMoney,
  formatPrice,
  formatQty,
  lineTotal,
  parseMoney,
  parsePrice,
  parseQty,
  vatIncluded,
} from '@/src/lib/money'

/** Rounds a fraction half away from zero by whole-number comparison of twice the remainder. */
function oracle(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  let result = size / denominator
  if ((size % denominator) * 2n >= denominator) result += 1n
  return numerator < 0n ? -result : result
}

describe('lineTotal', () => {
  it.each([
    [94_000, 12_500, 11_750],
    [1, 1, 0],
    [50, 1_000, 1],
    [49, 1_000, 0],
    [150, 1_000, 2],
    [-50, 1_000, -1],
    [10_050, 1_000, 101],
    [0, 5_000, 0],
  ])('price %i × qty %i = %i kopecks', (price, qty, total) => expect(lineTotal(price, qty)).toBe(total))

  it('rounds half up exactly as whole-number arithmetic does', () => {
    const price = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 })
    const qty = fc.integer({ min: -10_000_000, max: 10_000_000 })
    fc.assert(
      fc.property(price, qty, (p, q) => BigInt(lineTotal(p, q)) === oracle(BigInt(p) * BigInt(q), 100_000n)),
      { numRuns: 2_000 },
    )
  })

  it('hits the half exactly often enough to matter', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => lineTotal(n * 100 + 50, 1_000) === n + 1))
  })

  it('refuses what is no whole number and what cannot be held exactly', () => {
    expect(() => lineTotal(1.5, 1_000)).toThrow(RangeError)
    expect(() => lineTotal(Number.NaN, 1)).toThrow(RangeError)
    expect(() => lineTotal(2 ** 53, 1_000)).toThrow('a whole number was expected, got 9007199254740992')
    expect(() => lineTotal(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toThrow(
      expect.objectContaining({ code: 'number.tooLarge' }),
    )
  })
})

describe('lineTotal of a price for several units', () => {
  it.each([
    [120_000, 24_000, 12_000, 2_400],
    [120_000, 1_000, 12_000, 100],
    [100, 1_000, 3_000, 0],
    [150, 1_000, 3_000, 1],
    [149, 1_000, 3_000, 0],
    [-150, 1_000, 3_000, -1],
  ])('price %i × qty %i ÷ %i = %i kopecks', (price, qty, per, total) => expect(lineTotal(price, qty, per)).toBe(total))
})

describe('vatIncluded', () => {
  it.each([
    [12_200, 22, 2_200],
    [18_240_000, 20, 3_040_000],
    [100, 10, 9],
    [100, 0, 0],
    [100, null, 0],
    [-12_200, 22, -2_200],
    [107, 7, 7],
  ])('in %i at %s %% there are %i', (total, rate, vat) => expect(vatIncluded(total, rate)).toBe(vat))
})

describe('allocate', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 0], [5, 5]],
    [7, [], []],
    [1, [0, 3, 1], [0, 1, 0]],
    [5, [1, 1, 8], [1, 0, 4]],
    [2, [2, 3, 3, 2], [0, 1, 1, 0]],
    [2, [3, 3, 3], [1, 1, 0]],
    [-1, [0, 0], [-1, 0]],
    [0, [1, 2], [0, 0]],
  ])('%i by %j', (total, weights, parts) => expect(allocate(total, weights)).toEqual(parts))

  it('always sums exactly, keeps the sign, and no part is off by one or more', () => {
    const total = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(total, weights, (sum, shares) => {
        const parts = allocate(sum, shares)
        const whole = shares.reduce((a, b) => a + b, 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(sum)
        parts.forEach((part, index) => {
          expect(part === 0 || part < 0 === sum < 0).toBe(true)
          if (whole === 0) return
          const gap = BigInt(part) * BigInt(whole) - BigInt(sum) * BigInt(shares[index] ?? 0)
          expect((gap < 0n ? -gap : gap) < BigInt(whole)).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('refuses a negative weight', () => expect(() => allocate(10, [1, -1])).toThrow('allocate: a weight is negative'))
})

describe('numbers as 1C writes them', () => {
  it.each([
    ['1 234,50', 123_450],
    ['12.3', 1_230],
    ['1234', 123_400],
    ['-5', -500],
    ['−5,01', -501],
    ['+7', 700],
    ['1\u00a0234\u00a0567,89', 123_456_789],
    ['1\u202f000', 100_000],
    [' 12,30 ', 1_230],
    [',5', 50],
    ['5,', 500],
    ['0.005', 1],
    ['0.0049999', 0],
    ['-0.005', -1],
    ['0', 0],
    ['-0', 0],
    ['007', 700],
  ])('money %j -> %i', (text, amount) => expect(parseMoney(text)).toBe(amount))

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    'abc',
    '1,2,3',
    '1.234,50',
    '12 34',
    '1  234',
    '1 2345',
    '1e5',
    'NaN',
    'Infinity',
    '0x10',
    '--5',
    '5-',
    '1 234 ,5',
    '1234,567.5',
    '1,234.5,0',
    `0,${'1'.repeat(59)}`,
    '٣',
    '12₽',
    '99999999999999999999',
    '1'.repeat(100),
    '1\n2',
  ])('refuses %j', (text) => {
    expect(() => parseMoney(text)).toThrow(expect.objectContaining({ code: 'number.malformed' }))
  })

  it('shows in the refusal what was typed, its beginning where it is long', () => {
    expect(() => parseMoney(' 12 рублей ')).toThrow(expect.objectContaining({ params: { value: ' 12 рублей ' } }))
    expect(() => parseMoney('много'.repeat(20))).toThrow(
      expect.objectContaining({ params: { value: 'много'.repeat(8) } }),
    )
  })

  it('reads sixty characters, zeros for the most part', () => {
    expect(parseMoney(`${'0'.repeat(57)}1,5`)).toBe(150)
    expect(parseMoney(`0,01${'0'.repeat(56)}`)).toBe(1)
  })

  it('keeps four digits of a price and three of a quantity', () => {
    expect(parsePrice('9,4005')).toBe(94_005)
    expect(parsePrice('9,40055')).toBe(94_006)
    expect(parseQty('12,5')).toBe(12_500)
    expect(parseQty('0,0005')).toBe(1)
  })

  it('reads back every sum, price and quantity that it writes', () => {
    const any = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
    const locale = fc.constantFrom('ru' as const, 'en' as const)
    fc.assert(
      fc.property(any, locale, (value, lang) => {
        const money = formatMoney(value, 'RUB', lang)
        expect(parseMoney(money.sign + money.whole + money.fraction)).toBe(value)
        const price = formatPrice(value, 'RUB', lang)
        expect(parsePrice(price.sign + price.whole + price.fraction)).toBe(value)
        expect(parseQty(formatQty(value, lang))).toBe(value)
      }),
    )
  })
})

describe('numbers as people read them', () => {
  it('writes money with thin spaces, a real minus and the currency after', () => {
    expect(formatMoney(-18_240_000, 'RUB', 'ru')).toEqual({
      sign: '−',
      whole: '182\u202f400',
      fraction: ',00',
      currency: '₽',
      lead: null,
      text: '−182\u202f400,00\u202f₽',
    })
    expect(formatMoney(5, 'USD', 'en').text).toBe('$0.05')
    expect(formatMoney(0, 'RUB', 'ru').text).toBe('0,00\u202f₽')
    expect(formatMoney(-1, '', 'ru').text).toBe('−0,01')
    expect(formatMoney(100_000, 'XTS', 'ru').text).toBe('1\u202f000,00\u202fXTS')
    expect(formatMoney(100, 'constructor', 'ru').currency).toBe('constructor')
  })

  it('writes money in English as English does', () => {
    expect(formatMoney(-18_240_000, 'RUB', 'en').text).toBe('−₽182,400.00')
    expect(formatMoney(123_456_789, 'BYN', 'en').text).toBe('Br\u202f1,234,567.89')
    expect(formatMoney(100_000, 'XTS', 'en').text).toBe('XTS\u202f1,000.00')
    expect(formatMoney(100_000, '', 'en').text).toBe('1,000.00')
    expect(parseMoney('1,234.50')).toBe(123_450)
    expect(parseMoney('1,234')).toBe(123)
  })

  it('shows two digits of a price and more only where they matter', () => {
    expect(formatPrice(94_000, 'RUB', 'ru').text).toBe('9,40\u202f₽')
    expect(formatPrice(94_005, 'RUB', 'ru').text).toBe('9,4005\u202f₽')
    expect(formatPrice(94_050, 'RUB', 'en').text).toBe('₽9.405')
  })

  it('shows a quantity without idle zeros', () => {
    expect(formatQty(12_000, 'ru')).toBe('12')
    expect(formatQty(1_250_500, 'ru')).toBe('1\u202f250,5')
    expect(formatQty(-1, 'en')).toBe('−0.001')
    expect(formatQty(0, 'ru')).toBe('0')
  })
})
