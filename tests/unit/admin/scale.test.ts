import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal, groupThousands, scaleOf, toDecimal, type ScaledKind } from '@/src/admin/fields/scale'

const kinds = Object.keys(scaleOf) as ScaledKind[]

describe('numbers as people type them in the panel', () => {
  it('shows kopecks always, and drops zeros of prices and quantities', () => {
    expect(toDecimal(123_450, 'money')).toBe('1234,50')
    expect(toDecimal(94_000, 'price')).toBe('9,40')
    expect(toDecimal(94_050, 'price')).toBe('9,405')
    expect(toDecimal(1_200_000, 'qty')).toBe('1200')
    expect(toDecimal(-5, 'money')).toBe('−0,05')
  })

  it('groups thousands, and reads its own grouping back', () => {
    expect(groupThousands(toDecimal(123_456_750, 'money'))).toBe('1\u202f234\u202f567,50')
    expect(groupThousands('−1000')).toBe('−1\u202f000')
    expect(fromDecimal(groupThousands(toDecimal(123_456_750, 'money')), 'money')).toBe(123_456_750)
  })

  it('takes spaces, a comma or a point, and refuses more digits than the field keeps', () => {
    expect(fromDecimal('1 234,5', 'money')).toBe(123_450)
    expect(fromDecimal('1234.56', 'money')).toBe(123_456)
    expect(fromDecimal('1,234', 'money')).toBeNull()
    expect(fromDecimal('12a', 'money')).toBeNull()
    expect(fromDecimal('', 'money')).toBeNull()
  })

  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: -1e12, max: 1e12 }), (kind, value) => {
        return Object.is(fromDecimal(toDecimal(value, kind), kind), value === 0 ? 0 : value)
      }),
    )
  })
})
