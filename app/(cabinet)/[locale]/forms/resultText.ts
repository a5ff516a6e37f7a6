import type { Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { exactOf } from '@/src/mechanisms/fieldsets/computed.rules'

/** What the form has worked out, as it will be kept. */
export function resultText(decimal: string, currency: string | undefined, locale: Locale): string {
  const exact = exactOf(decimal)
  if (currency && exact !== null) return formatMoney(Number(exact / 10_000n), currency, locale).text
  return locale === 'ru' ? decimal.replace('.', ',') : decimal
}
