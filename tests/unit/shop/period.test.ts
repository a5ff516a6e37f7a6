import { describe, expect, it } from 'vitest'
import { presetsOf } from '@/app/(cabinet)/[locale]/statement/period'

const ends = (now: string) =>
  Object.fromEntries(presetsOf('Europe/Moscow', new Date(now)).map(({ key, from, to }) => [key, `${from}–${to}`]))

describe('[CONTR-05] periods of the statement that are one press away', () => {
  it('end today, or with the last day of the month before', () => {
    expect(ends('2026-11-24T12:00:00Z')).toEqual({
      month: '2026-11-01–2026-11-24',
      lastMonth: '2026-10-01–2026-10-31',
      quarter: '2026-10-01–2026-11-24',
      year: '2026-01-01–2026-11-24',
    })
  })
  it('cross the year, and go by the calendar of the zone', () => {
    expect(ends('2026-12-31T22:30:00Z')).toEqual({
      month: '2027-01-01–2027-01-01',
      lastMonth: '2026-12-01–2026-12-31',
      quarter: '2027-01-01–2027-01-01',
      year: '2027-01-01–2027-01-01',
    })
  })
})
