import { fullDate, humanDate, longDay } from '@/src/lib/dates'
import type { Locale } from '@/src/lib/i18n'

export type DateTextProps = {
  value: string | Date
  locale: Locale
  zone?: string
  now?: Date
  /** human «сегодня, 14:18» · day «24 ноября 2026» · time «14:18» */
  style?: 'human' | 'day' | 'time'
  className?: string
}

/** A date as people say it; the full one on hover and on paper. */
export function DateText({ value, locale, zone, now, style = 'human', className }: DateTextProps) {
  const full = fullDate(value, locale, zone)
  const words =
    style === 'day'
      ? longDay(value, locale, zone)
      : style === 'time'
        ? full.split(', ').at(-1)
        : humanDate(value, locale, zone, now)
  return (
    <time
      dateTime={typeof value === 'string' ? value : value.toISOString()}
      title={full}
      data-full={full}
      className={className}
    >
      <span>{words}</span>
    </time>
  )
}
