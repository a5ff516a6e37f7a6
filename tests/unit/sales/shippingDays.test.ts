import { describe, expect, it } from 'vitest'
import {
  daysOff,
  nextShippingDay,
  shipsOn,
  wrongDayOff,
  type ShippingDays,
} from '@/collections/sales/shipping/shippingDays'

const weekdays: ShippingDays = { saturday: false, sunday: false, off: ['2026-11-30'] }

describe('shipping days', () => {
  it('[SHOP-15] leaves out weekends and named days', () => {
    expect(
      ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'].map((day) => shipsOn(day, weekdays)),
    ).toEqual([true, false, false, false, true])
    expect(shipsOn('2026-11-28', { ...weekdays, saturday: true })).toBe(true)
    expect(shipsOn('2026-11-29', { ...weekdays, sunday: true })).toBe(true)
  })

  it('[SHOP-15] finds the next one, and none where there is none', () => {
    expect(nextShippingDay('2026-11-27', weekdays)).toBe('2026-11-27')
    expect(nextShippingDay('2026-11-28', weekdays)).toBe('2026-12-01')
    const never = Array.from({ length: 100 }, (_, step) =>
      new Date(Date.UTC(2026, 10, 27 + step)).toISOString().slice(0, 10),
    )
    expect(nextShippingDay('2026-11-27', { ...weekdays, off: never })).toBeNull()
  })

  it('reads days off as they are written, and points at what is no day', () => {
    expect(daysOff('31.12.2026\n1.1.2027, 07.01.2027')).toEqual(['2026-12-31', '2027-01-01', '2027-01-07'])
    expect(daysOff(null)).toEqual([])
    expect(daysOff('31.02.2026 ерунда 2026-01-01')).toEqual([])
    expect(wrongDayOff('31.12.2026\n31.02.2026')).toBe('31.02.2026')
    expect(wrongDayOff('31.12.2026\n')).toBeNull()
  })
})
