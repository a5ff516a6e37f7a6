/** What stands between date and time: a Latin or a Cyrillic letter, spaces, or nothing. */
const BETWEEN = String.raw`(?:\s*[TТ]\s*|\s+)`
const TIME = String.raw`(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?`
const OFFSET = String.raw`\s*(Z|[+-]\d{2}(?::?\d{2})?)`
const ISO_LIKE = new RegExp(String.raw`^(\d{4})([-./]?)(\d{2})\2(\d{2})(?:${BETWEEN}?${TIME})?(?:${OFFSET})?$`, 'i')
const RUSSIAN = new RegExp(
  String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?:\s*г\.?)?(?:(?:,\s*|${BETWEEN})${TIME})?(?:${OFFSET})?$`,
  'i',
)
const CLOCK = new RegExp(String.raw`^${TIME}(?:${OFFSET})?$`, 'i')
/** A year of two digits is one of these hundred years. */
const CENTURY = 2_000
/** 1C writes an empty date as the first day of the first year. */
const EMPTY_YEAR = 1

/**
 * A moment as 1C and its partners write it: `2017-08-03`, `2017-08-04T12:22:01`, `20170804122201`,
 * `11.02.2021 18:45:21`, `2024-09-30Т18:00:23` with a Cyrillic letter, `30/09/24`, with or without an explicit offset. Without one the text is wall time in `zone`.
 *
 * @param date the date, possibly with a time in it
 * @param time Время, when it comes apart; used only if `date` has no time of its own (or midnight)
 * @returns UTC ISO («2017-08-04T09:22:01.000Z»), or `null` for 1C's empty date
 * @throws RangeError for anything else
 */
export function readMoment(date: string, time: string | null, zone: string): string | null {
  const parts = splitDate(date.trim())
  if (parts.year === EMPTY_YEAR) return null
  if (time && parts.hour === 0 && parts.minute === 0 && parts.second === 0) {
    const clock = CLOCK.exec(time.replace(/^.*[TТ]/, '').trim())
    if (!clock) throw new RangeError(time)
    parts.hour = Number(clock[1])
    parts.minute = Number(clock[2])
    parts.second = Number(clock[3] ?? 0)
    parts.offset ??= clock[4]
  }
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
  const check = new Date(wall)
  // An hour or a day too many ends on another day.
  if (
    check.getUTCMonth() !== parts.month - 1 ||
    check.getUTCDate() !== parts.day ||
    parts.minute > 59 ||
    parts.second > 59
  )
    throw new RangeError(date)
  return new Date(parts.offset ? wall - offsetMs(parts.offset) : wallToUtc(wall, zone)).toISOString()
}

type DateParts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  offset?: string
}

function splitDate(date: string): DateParts {
  const iso = ISO_LIKE.exec(date)
  if (iso) {
    return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]), ...clockOf(iso, 5), offset: iso[8] }
  }
  const russian = RUSSIAN.exec(date)
  if (!russian) throw new RangeError(date)
  const year = Number(russian[4])
  return {
    year: russian[4]?.length === 2 ? CENTURY + year : year,
    month: Number(russian[3]),
    day: Number(russian[1]),
    ...clockOf(russian, 5),
    offset: russian[8],
  }
}

function clockOf(match: RegExpExecArray, from: number): { hour: number; minute: number; second: number } {
  return { hour: Number(match[from] ?? 0), minute: Number(match[from + 1] ?? 0), second: Number(match[from + 2] ?? 0) }
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const digits = offset.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5) || 0)
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/** Wall time of a zone to UTC; two steps, so that the offset is the one in force at that moment. */
function wallToUtc(wall: number, zone: string): number {
  const guess = wall - zoneOffset(wall, zone)
  return wall - zoneOffset(guess, zone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function zoneOffset(utc: number, zone: string): number {
  const wall = wallParts(utc, zone)
  return (
    Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) - Math.floor(utc / 1000) * 1000
  )
}

function wallParts(utc: number, zone: string): DateParts {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  const found: Record<string, number> = {}
  for (const part of format.formatToParts(new Date(utc))) found[part.type] = Number(part.value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found
  return { year, month, day, hour, minute, second }
}

/** A UTC moment as the wall date and clock of `zone`: `{ date: '2026-11-24', time: '14:18:05' }`. */
export function wallClock(moment: string | Date, zone: string): { date: string; time: string } {
  const wall = wallParts(new Date(moment).getTime(), zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    date: `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`,
    time: `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`,
  }
}
