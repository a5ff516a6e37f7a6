import { dayInZone } from '@/src/lib/dates'
import { firstParam } from '../../_page/firstParam'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH_MS = 30 * 24 * 60 * 60 * 1_000

/** The days asked for, put in order; the last thirty when none or nonsense is asked. */
export function periodOf(
  search: Record<string, string | string[] | undefined>,
  zone: string,
  now = new Date(),
): { from: string; to: string } {
  const asked = (name: string): string | undefined => {
    const text = firstParam(search[name])
    return text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  }
  const to = asked('to') ?? dayInZone(now, zone)
  const from = asked('from') ?? dayInZone(new Date(Date.parse(to) - MONTH_MS), zone)
  return from <= to ? { from, to } : { from: to, to: from }
}

export type Preset = { key: 'month' | 'lastMonth' | 'quarter' | 'year'; from: string; to: string }

/** Periods that are asked for most: this month, the last one, this quarter, this year; plain days, both ends included. */
export function presetsOf(zone: string, now = new Date()): Preset[] {
  const today = dayInZone(now, zone)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1]
  const day = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10)
  return [
    { key: 'month', from: day(year, month, 1), to: today },
    { key: 'lastMonth', from: day(year, month - 1, 1), to: day(year, month, 0) },
    { key: 'quarter', from: day(year, month - (month % 3), 1), to: today },
    { key: 'year', from: day(year, 0, 1), to: today },
  ]
}
