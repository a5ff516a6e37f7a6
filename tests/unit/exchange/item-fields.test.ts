import { describe, expect, it } from 'vitest'
import { toUtc } from '@/src/lib/toUtc'
import { day, isDate, moment, money } from '@/src/mechanisms/exchange/items/fields'

describe('fields of exchange items', () => {
  it('[EXCH-02] reads a wall clock in the zone of 1C, and a given zone as it is', () => {
    expect(toUtc('2026-03-05T12:00:00', 'Europe/Moscow')).toBe('2026-03-05T09:00:00.000Z')
    expect(toUtc('2026-03-05', 'Asia/Vladivostok')).toBe('2026-03-04T14:00:00.000Z')
    expect(toUtc('2026-03-05T12:00:00+05:00', 'Europe/Moscow')).toBe('2026-03-05T07:00:00.000Z')
    expect(toUtc('2026-03-29T12:00:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z')
    expect(toUtc('2026-03-29T01:30:00', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z')
  })

  it('[EXCH-02] takes sums as text or number without losing a kopeck', () => {
    const cases: Array<[unknown, number]> = [
      ['1 234,50', 123450],
      [1234.5, 123450],
      [0.1 + 0.2, 30],
      ['-0.01', -1],
      [182400, 18240000],
    ]
    for (const [given, kopecks] of cases) expect(money().parse(given)).toBe(kopecks)
    for (const bad of ['сто', '', '1e5', 1e21, null]) expect(money().safeParse(bad).success).toBe(false)
  })

  it('[EXCH-02] takes real days only; the empty date of 1C is none of them', () => {
    expect(day().parse('2026-11-24T00:00:00')).toBe('2026-11-24T00:00:00.000Z')
    for (const dated of [day(), moment()])
      expect([isDate(dated), dated.safeParse('0001-01-01T00:00:00').success]).toEqual([true, false])
    for (const bad of ['2026-02-30', '24.11.2026', '']) expect(day().safeParse(bad).success).toBe(false)
    for (const bad of ['2026-13-01T00:00:00', 'вчера', '2026-11-24T25:00:00'])
      expect(moment().safeParse(bad).success).toBe(false)
  })
})
