import { say, type Locale } from '@/src/lib/i18n'
import { exchangeLabels } from '../exchange/exchange.labels'

const { bytes, kilobytes, megabytes } = exchangeLabels

/** How large a file is, as people say it: «294 КБ». */
export function sizeText(size: number, locale: Locale): string {
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  if (size < 1024) return say(bytes, locale, { size: number(size, 0) })
  if (size < 1024 * 1024) return say(kilobytes, locale, { size: number(size / 1024, 0) })
  return say(megabytes, locale, { size: number(size / 1024 / 1024, 1) })
}
