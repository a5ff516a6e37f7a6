import type { Locale } from '@/src/lib/i18n'
import type { MoneySum } from '@/src/lib/moneySums'
import { Money } from './Money'

/** Sums in each currency apart: «1 000,00 ₽ + 20,00 $». */
export function Sums({ sums, locale, className }: { sums: readonly MoneySum[]; locale: Locale; className?: string }) {
  return sums.map(({ currency, amount }, index) => (
    <span key={currency}>
      {index > 0 ? ' + ' : null}
      <Money amount={amount} currency={currency} locale={locale} className={className} />
    </span>
  ))
}
