import { dayInZone } from '@/src/lib/dates'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Moscow keeps one offset all the year round. */
const MOSCOW = 3 * 60 * MINUTE

/** Everything in the demo is dated from the moment it is made. */
export type Clock = {
  now: Date
  /** So many days before today at an hour of Moscow, never later than a minute ago. */
  ago: (days: number, hour?: number, minute?: number) => Date
  minutesAgo: (minutes: number) => Date
  /** A plain day so many days from today (negative: before), as date fields keep it. */
  day: (offset: number) => string
}

export function clockAt(now: Date): Clock {
  const midnight = Date.parse(`${dayInZone(now)}T00:00:00.000Z`)
  return {
    now,
    ago: (days, hour = 12, minute = 0) =>
      new Date(Math.min(midnight - days * DAY + (hour * 60 + minute) * MINUTE - MOSCOW, now.getTime() - MINUTE)),
    minutesAgo: (minutes) => new Date(now.getTime() - minutes * MINUTE),
    day: (offset) => new Date(midnight + offset * DAY).toISOString(),
  }
}

/** The moment moved on by minutes, days, never later than a minute before `clock.now`. */
export function later(clock: Clock, from: Date, shift: { days?: number; minutes?: number }): Date {
  const moved = from.getTime() + (shift.days ?? 0) * DAY + (shift.minutes ?? 0) * MINUTE
  return new Date(Math.min(moved, clock.now.getTime() - MINUTE))
}

/** The plain day of a moment in Moscow, as date fields keep it; `shift` days later. */
export function plainDay(moment: Date, shift = 0): string {
  return new Date(Date.parse(`${dayInZone(moment)}T00:00:00.000Z`) + shift * DAY).toISOString()
}
