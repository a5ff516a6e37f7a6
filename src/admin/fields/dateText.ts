import { DEFAULT_ZONE, numericDay } from '@/src/lib/dates'

const clock = new Intl.DateTimeFormat('ru', {
  timeZone: DEFAULT_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** «24.11.2026», or with the time of the portal's zone: «24.11.2026 18:11». */
export function dateText(value: string, timed: boolean): string {
  const day = numericDay(value)
  const moment = new Date(value)
  if (!timed || Number.isNaN(moment.getTime())) return day
  return `${day} ${clock.format(moment)}`
}
