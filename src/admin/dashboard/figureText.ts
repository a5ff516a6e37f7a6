import { defineLabels, say, type Locale } from '@/src/lib/i18n'
import { sumsText, type MoneySum } from '@/src/lib/moneySums'

const words = defineLabels({
  minutes: { ru: '{minutes} мин', en: '{minutes} min' },
  hours: { ru: '{hours} ч {minutes} мин', en: '{hours} h {minutes} min' },
  days: { ru: '{days} дн. {hours} ч', en: '{days} d {hours} h' },
})

/** «2 ч 15 мин» of a number of minutes. */
export function durationText(total: number, locale: Locale): string {
  const [days, hours, minutes] = [Math.floor(total / 1_440), Math.floor((total % 1_440) / 60), total % 60]
  if (days > 0) return say(words.days, locale, { days, hours })
  return hours > 0 ? say(words.hours, locale, { hours, minutes }) : say(words.minutes, locale, { minutes })
}

/** The number of a figure in words; a dash where there is none. */
export function valueText(value: number | MoneySum[] | null, measure: string | undefined, locale: Locale): string {
  if (value === null) return '—'
  if (typeof value === 'object') return sumsText(value, locale) || '—'
  return measure === 'median' ? durationText(value, locale) : String(value)
}
