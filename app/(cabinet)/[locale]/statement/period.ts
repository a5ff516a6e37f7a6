import { dayInZone } from '@/src/lib/dates'
import { one } from '../../_page/one'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH_MS = 30 * 24 * 60 * 60 * 1_000

/** The days asked for, put in order; the last thirty when none or nonsense is asked. */
export function periodOf(search: Record<string, string | string[] | undefined>, zone: string, now = new Date()): { from: string; to: string } {
  const asked = (name: string): string | undefined => {
    const text = one(search[name])
    return text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  }
  const to = asked('to') ?? dayInZone(now, zone)
  const from = asked('from') ?? dayInZone(new Date(Date.parse(to) - MONTH_MS), zone)
  return from <= to ? { from, to } : { from: to, to: from }
}
