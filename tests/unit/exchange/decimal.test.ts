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

  it.each(['', ' ', '.', '-', 'abc', '1e3', '1,234.50', '1.2.3', '12 34', '0x10', '1'.repeat(65), 'NaN', '--1', '1 '.repeat(3)])(
    'refuses %j',
    (text) => {
      expect(() => parseDecimal(text, 2)).toThrow(expect.objectContaining({ code: 'number.malformed' }))
    },
  )

  it('refuses what does not fit an exact integer', () => {
    expect(() => parseDecimal('90071992547409.92', 2)).toThrow(expect.objectContaining({ code: 'number.tooLarge' }))
    expect(parseDecimal('90071992547409.91', 2)).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('agrees with arithmetic on BigInt for any digits', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 0, maxLength: 9 })
    fc.assert(
      fc.property(fc.boolean(), digits, digits, fc.integer({ min: 0, max: 4 }), fc.constantFrom('.', ','), (minus, whole, fraction, scale, point) => {
        fc.pre(whole !== '' || fraction !== '')
        const text = `${minus ? '-' : ''}${whole}${point}${fraction}`
        const exact = BigInt(`${whole}${fraction}` || '0') * 10n ** BigInt(scale)
        const unit = 10n ** BigInt(fraction.length)
        const rounded = (exact * 2n + unit) / (unit * 2n)
        expect(parseDecimal(text, scale)).toBe(Number(minus && rounded !== 0n ? -rounded : rounded))
      }),
    )
  })

  it('formats what it reads', () => {
    expect(formatDecimal(1234500, 4, 2)).toBe('123.45')
    expect(formatDecimal(-5, 3)).toBe('-0.005')
    expect(formatDecimal(1000, 3)).toBe('1')
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), (value, scale, places) => {
        expect(parseDecimal(formatDecimal(value, scale, Math.min(places, scale)), scale)).toBe(value)
      }),
    )
  })
})
