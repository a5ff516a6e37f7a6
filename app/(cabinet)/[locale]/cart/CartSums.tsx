import type { CartSum } from '@/collections/sales/carts/cart.queries'
import type { Locale } from '@/src/lib/i18n'
import { Money } from '@/src/ui/money/Money'

/** What the cart comes to, in each currency apart: «1 000,00 ₽ + 20,00 $». */
export function CartSums({ sums, locale, className }: { sums: readonly CartSum[]; locale: Locale; className?: string }) {
  return sums.map(({ currency, total }, index) => (
    <span key={currency}>
      {index > 0 ? ' + ' : null}
      <Money amount={total} currency={currency} locale={locale} className={className} />
    </span>
  ))
}
