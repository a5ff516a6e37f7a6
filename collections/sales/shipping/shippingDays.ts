/** On which days the company hands goods out. */
export type ShippingDays = {
  saturday: boolean
  sunday: boolean
  /** plain days "YYYY-MM-DD" without shipping: holidays, stocktaking */
  off: string[]
}

/** As far as a next day is looked for. */
const HORIZON_DAYS = 60
const DAY_MS = 24 * 60 * 60 * 1_000

/** Whether goods are handed out on a plain day "YYYY-MM-DD". */
export function shipsOn(day: string, days: ShippingDays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 6 && !days.saturday) return false
  if (weekday === 0 && !days.sunday) return false
  return !days.off.includes(day)
}

/** The first shipping day from a plain day on, itself included; null when there is none in sight. */
export function nextShippingDay(from: string, days: ShippingDays): string | null {
  const start = Date.parse(`${from}T00:00:00Z`)
  for (let step = 0; step < HORIZON_DAYS; step += 1) {
    const day = new Date(start + step * DAY_MS).toISOString().slice(0, 10)
    if (shipsOn(day, days)) return day
  }
  return null
}

const LINE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** Days off as an administrator writes them, one a line: «31.12.2026» -> "2026-12-31". Lines that are no days are left out. */
export function daysOff(text: string | null | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).flatMap((line) => plainDay(line) ?? [])
}

/** The first line that is no day, for the form to point at. */
export function wrongDayOff(text: string | null | undefined): string | null {
  return (text ?? '').split(/[\s,;]+/).find((line) => line !== '' && plainDay(line) === null) ?? null
}

function plainDay(line: string): string | null {
  const [, day, month, year] = LINE.exec(line) ?? []
  if (!day || !month || !year) return null
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${plain}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(plain) ? plain : null
}
