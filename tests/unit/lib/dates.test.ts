import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInZone, daysUntil, fullDate, humanDate, isZone, longDay, monthName, numericDay } from '@/src/lib/dates'

const now = new Date('2026-11-24T09:00:00Z')
const say = (value: string | Date, locale: 'ru' | 'en' = 'ru', zone = 'Europe/Moscow') =>
  humanDate(value, locale, zone, now)

describe('humanDate', () => {
  it.each([
    ['2026-11-24T11:18:00Z', 'сегодня, 14:18'],
    ['2026-11-23T21:00:00Z', 'сегодня, 0:00'],
    ['2026-11-23T20:59:59Z', 'вчера, 23:59'],
    ['2026-11-24T20:59:59Z', 'сегодня, 23:59'],
    ['2026-11-24T21:00:00Z', 'завтра, 0:00'],
    ['2026-11-22T12:00:00Z', '22 ноя'],
    ['2026-05-09T12:00:00Z', '9 мая'],
    ['2025-12-31T20:59:59Z', '31 дек 2025'],
    ['2025-12-31T21:00:00Z', '1 янв'],
    ['2026-11-24', 'сегодня'],
    ['2026-11-25', 'завтра'],
    ['2026-12-01', '1 дек'],
    ['2027-01-01', '1 янв 2027'],
  ])('%s is «%s»', (value, text) => expect(say(value)).toBe(text))

  it('speaks English', () => {
    expect(say('2026-11-24T11:18:00Z', 'en')).toBe('today, 14:18')
    expect(say('2026-11-20', 'en')).toBe('20 Nov')
  })

  it('tells yesterday from today across the turn of a year', () => {
    expect(humanDate('2025-12-31T12:00:00Z', 'ru', 'UTC', new Date('2026-01-01T00:00:00Z'))).toBe('вчера, 12:00')
  })

  it('counts days by the calendar where a day has 23 or 25 hours', () => {
    const spring = new Date('2026-03-29T22:30:00Z') // 00:30 on the 30th in Berlin, the night after the jump
    expect(humanDate('2026-03-29T00:30:00Z', 'ru', 'Europe/Berlin', spring)).toBe('вчера, 1:30')
    expect(humanDate('2026-03-29T01:30:00Z', 'ru', 'Europe/Berlin', spring)).toBe('вчера, 3:30')
    const autumn = new Date('2026-10-25T22:30:00Z')
    expect(humanDate('2026-10-24T22:30:00Z', 'ru', 'Europe/Berlin', autumn)).toBe('сегодня, 0:30')
    expect(daysUntil('2026-10-26T23:30:00Z', 'Europe/Berlin', autumn)).toBe(2)
  })

  it('never falls over a bad date or zone', () => {
    expect(say('soon')).toBe('—')
    expect(say('2026-02-30')).toBe('—')
    for (const day of ['2026-13-01', '2026-00-10', '2026-12-00', '2026-04-31']) expect(say(day)).toBe('—')
    expect(fullDate('soon', 'ru')).toBe('—')
    expect(longDay('soon', 'ru')).toBe('—')
    expect(say(new Date(Number.NaN))).toBe('—')
    expect(say('2026-11-24T11:18:00Z', 'ru', 'Mars/Olympus')).toBe('сегодня, 14:18')
  })
})

describe('days', () => {
  it('places a moment on the calendar of the zone', () => {
    expect(dayInZone('2026-11-24T21:00:00Z')).toBe('2026-11-25')
    expect(dayInZone('2026-11-24T21:00:00Z', 'UTC')).toBe('2026-11-24')
    expect(dayInZone('2026-11-24T10:00:00Z', 'Pacific/Kiritimati')).toBe('2026-11-25')
    expect(dayInZone('2026-11-24', 'Pacific/Kiritimati')).toBe('2026-11-24')
    expect(dayInZone('0987-03-01')).toBe('0987-03-01')
    expect(() => dayInZone('never')).toThrow('dayInZone: not a date')
  })

  it('counts whole calendar days', () => {
    expect(daysUntil('2026-11-24', 'Europe/Moscow', now)).toBe(0)
    expect(daysUntil('2026-11-27', 'Europe/Moscow', now)).toBe(3)
    expect(daysUntil('2026-11-23T20:59:00Z', 'Europe/Moscow', now)).toBe(-1)
    expect(() => daysUntil('never')).toThrow('daysUntil: not a date')
  })

  it('goes forward by one for each plain day, in every zone', () => {
    const zone = fc.constantFrom('Europe/Moscow', 'Asia/Kamchatka', 'America/New_York', 'UTC', 'Asia/Kathmandu')
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: -800, max: 800 }), (at, where, days) => {
        const today = dayInZone(at, where)
        const other = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
        expect(daysUntil(other, where, at)).toBe(days)
      }),
    )
  })
})

describe('time zones', () => {
  it.each([
    ['Europe/Moscow', true],
    ['UTC', true],
    ['America/Argentina/Buenos_Aires', true],
    ['EST', false],
    ['+03:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('%j: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known)
  })
})

describe('dates in full', () => {
  it('writes them for tooltips and for paper', () => {
    expect(fullDate('2026-11-24T11:18:00Z', 'ru')).toBe('24 ноября 2026, 14:18')
    expect(fullDate('2026-11-24', 'en')).toBe('24 November 2026')
    expect(longDay('2026-11-24T11:18:00Z', 'ru')).toBe('24 ноября 2026')
    expect(numericDay('2026-03-01')).toBe('01.03.2026')
    expect(numericDay('x')).toBe('—')
  })
})

describe('monthName', () => {
  it('tells a month in both languages, and a dash for what is none', () => {
    expect(monthName('2026-11', 'ru')).toBe('ноябрь 2026')
    expect(monthName('2026-01', 'en')).toBe('January 2026')
    expect(monthName('2026-13', 'ru')).toBe('— 2026')
  })
})
