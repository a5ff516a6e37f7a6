import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, parseDecimal } from '@/src/lib/decimal'

describe('exact decimals', () => {
  it.each([
    ['1234.5', 2, 123450],
    ['1 234,50', 2, 123450],
    ['1\u00a0234\u00a0567,89', 2, 123456789],
    ['-0,001', 3, -1],
    ['−5', 0, -5],
    ['.5', 2, 50],
    ['5.', 2, 500],
    ['231.7400', 2, 23174],
    ['1.005', 2, 101],
    ['-1.005', 2, -101],
    ['0.00005', 4, 1],
    ['0.00004999', 4, 0],
    ['9.995', 2, 1000],
    ['-0', 2, 0],
    [' 7 ', 0, 7],
  ])('reads %j at scale %d as %d', (text, scale, expected) => {
    expect(parseDecimal(text, scale)).toBe(expected)
  })

  it.each([
    '',
    ' ',
    '.',
    '-',
    'abc',
    '1e3',
    '1,234.50',
    '1.2.3',
    '12 34',
    '0x10',
    '1'.repeat(65),
    'NaN',
    '--1',
    '1 '.repeat(3),
  ])('refuses %j', (text) => {
    expect(() => parseDecimal(text, 2)).toThrow(expect.objectContaining({ code: 'number.malformed', status: 422 }))
  })

  it('shows in the refusal what came, its beginning where it is long', () => {
    expect(() => parseDecimal(' 5 шт', 2)).toThrow(expect.objectContaining({ params: { value: '5 шт' } }))
    expect(() => parseDecimal('12шт', 2)).toThrow(expect.objectContaining({ params: { value: '12шт' } }))
    expect(() => parseDecimal('9'.repeat(65), 2)).toThrow(
      expect.objectContaining({ params: { value: `${'9'.repeat(40)}…` } }),
    )
    expect(() => parseDecimal('9'.repeat(64), 2)).toThrow(
      expect.objectContaining({ code: 'number.tooLarge', status: 422, params: { value: '9'.repeat(64) } }),
    )
    expect(() => formatDecimal(2 ** 53, 2)).toThrow(
      expect.objectContaining({ code: 'number.tooLarge', status: 422, params: { value: '9007199254740992' } }),
    )
  })

  it('takes any space between groups, none inside them', () => {
    for (const space of [' ', '\t', '\u00a0', '\u2007', '\u2009', '\u202f']) {
      expect(parseDecimal(`-12${space}345${space}678,9`, 1)).toBe(-123456789)
      expect(() => parseDecimal(`1${space}2`, 1)).toThrow(expect.objectContaining({ code: 'number.malformed' }))
    }
  })

  it('refuses what does not fit an exact integer', () => {
    expect(() => parseDecimal('90071992547409.92', 2)).toThrow(expect.objectContaining({ code: 'number.tooLarge' }))
    expect(parseDecimal('90071992547409.91', 2)).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('agrees with arithmetic on BigInt for any digits', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 0, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.boolean(),
        digits,
        digits,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('.', ','),
        (minus, whole, fraction, scale, point) => {
          fc.pre(whole !== '' || fraction !== '')
          const text = `${minus ? '-' : ''}${whole}${point}${fraction}`
          const exact = BigInt(`${whole}${fraction}` || '0') * 10n ** BigInt(scale)
          const unit = 10n ** BigInt(fraction.length)
          const rounded = (exact * 2n + unit) / (unit * 2n)
          expect(parseDecimal(text, scale)).toBe(Number(minus && rounded !== 0n ? -rounded : rounded))
        },
      ),
    )
  })

  it('formats what it reads', () => {
    expect(formatDecimal(1234500, 4, 2)).toBe('123.45')
    expect(formatDecimal(-5, 3)).toBe('-0.005')
    expect(formatDecimal(1000, 3)).toBe('1')
    expect(formatDecimal(0, 2)).toBe('0')
    expect(formatDecimal(0, 2, 2)).toBe('0.00')
    expect(formatDecimal(1000000, 4, 2)).toBe('100.00')
    expect(formatDecimal(1050000, 4, 1)).toBe('105.0')
    expect(formatDecimal(-1200, 0)).toBe('-1200')
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (value, scale, places) => {
          expect(parseDecimal(formatDecimal(value, scale, Math.min(places, scale)), scale)).toBe(value)
        },
      ),
    )
  })
})
