import type { Locale } from '@/src/lib/i18n'
import { COUNTED_TO } from './orders.queries'

/** A count of a tab in words: «412», «10 000+» where counting ended. */
export const countText = (count: number, locale: Locale): string =>
  `${new Intl.NumberFormat(locale).format(count)}${count >= COUNTED_TO ? '+' : ''}`
