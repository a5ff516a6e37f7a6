import type { CartSum } from '@/collections/sales/carts/cart.queries'
import type { Locale } from '@/src/lib/i18n'
import { Sums } from '@/src/ui/money/Sums'

/** What the cart comes to, in each currency apart. */
export function CartSums({
  sums,
  locale,
  className,
}: {
  sums: readonly CartSum[]
  locale: Locale
  className?: string
}) {
  return (
    <Sums
      sums={sums.map(({ currency, total }) => ({ currency, amount: total }))}
      locale={locale}
      className={className}
    />
  )
}
