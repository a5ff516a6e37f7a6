import type { Locale } from './i18n'

export const DEFAULT_ZONE = 'Europe/Moscow'

/** What cannot be read as a date is shown as a dash: a page does not fall over one bad value. */
const NO_DATE = '—'

const SHORT = {
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const LONG = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const MONTHS = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: LONG.en,
}
const NEAR: Record<Locale, Record<string, string>> = {
  ru: { '-1': 'вчера', '0': 'сегодня', '1': 'завтра' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/**
 * A date as people say it: «сегодня, 14:18», «вчера, 9:05», «24 ноя», «24 ноя 2023».
 * A plain day ("2026-11-24") belongs to no zone and has no time: «сегодня», «24 ноя».
 */
export function humanDate(
  value: string | Date,
  locale: Locale,
  zone: string = DEFAULT_ZONE,
  now: Date = new Date(),
): string {
  const moment = read(value, zone)
  if (!moment) return NO_DATE
  const today = partsIn(now, zone)
  const near = NEAR[locale][String(dayNumber(moment) - dayNumber(today))]
  if (near) return moment.time ? `${near}, ${moment.time}` : near
  const day = `${moment.day} ${SHORT[locale][moment.month - 1]}`
  return moment.year === today.year ? day : `${day} ${moment.year}`
}

/** «24 ноября 2026, 14:18»; without the time when the value is a plain day. */
export function fullDate(value: string | Date, locale: Locale, zone: string = DEFAULT_ZONE): string {
  const moment = read(value, zone)
  if (!moment) return NO_DATE
  const day = `${moment.day} ${LONG[locale][moment.month - 1]} ${moment.year}`
  return moment.time ? `${day}, ${moment.time}` : day
}

/** «24 ноября 2026»: the day alone, for documents. */
export function longDay(value: string | Date, locale: Locale, zone: string = DEFAULT_ZONE): string {
  const moment = read(value, zone)
  return moment ? `${moment.day} ${LONG[locale][moment.month - 1]} ${moment.year}` : NO_DATE
}

/** «ноябрь 2026» of "2026-11". */
export function monthName(month: string, locale: Locale): string {
  const place = Number(month.slice(5, 7)) - 1
  return `${MONTHS[locale][place] ?? NO_DATE} ${month.slice(0, 4)}`
}

/** «24.11.2026», as printed forms want it. */
export function numericDay(value: string | Date, zone: string = DEFAULT_ZONE): string {
  const moment = read(value, zone)
  return moment ? `${pad(moment.day)}.${pad(moment.month)}.${moment.year}` : NO_DATE
}

/** The calendar day of a moment in the zone, "YYYY-MM-DD". Throws RangeError on what is no date. */
export function dayInZone(value: string | Date, zone: string = DEFAULT_ZONE): string {
  const moment = read(value, zone)
  if (!moment) throw new RangeError('dayInZone: not a date')
  return `${String(moment.year).padStart(4, '0')}-${pad(moment.month)}-${pad(moment.day)}`
}

/** Whole calendar days from now to the value, counted in the zone: 0 today, −1 yesterday. Throws RangeError. */
export function daysUntil(value: string | Date, zone: string = DEFAULT_ZONE, now: Date = new Date()): number {
  const moment = read(value, zone)
  if (!moment) throw new RangeError('daysUntil: not a date')
  return dayNumber(moment) - dayNumber(partsIn(now, zone))
}

type Moment = { year: number; month: number; day: number; time: string | null }

function read(value: string | Date, zone: string): Moment | null {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value))
  if (plain) return plainDay(Number(plain[1]), Number(plain[2]), Number(plain[3]))
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : partsIn(date, zone)
}

function plainDay(year: number, month: number, day: number): Moment | null {
  // A day that its month has not lies in another one.
  const real = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
  return real ? { year, month, day, time: null } : null
}

function partsIn(date: Date, zone: string): Moment {
  const found: Record<string, string> = {}
  for (const part of formatIn(zone).formatToParts(date)) found[part.type] = part.value
  return {
    year: Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    time: `${Number(found.hour)}:${found.minute}`,
  }
}

/** Whether this names a time zone: a place, or UTC. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A zone may come from a profile; one that does not exist falls back to the default. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  let format: Intl.DateTimeFormat
  try {
    format = zoneFormat(zone)
  } catch {
    return formatIn(DEFAULT_ZONE)
  }
  formats.set(zone, format)
  return format
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB-u-ca-iso8601', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

function dayNumber({ year, month, day }: Moment): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
