import type { ProductSku } from '@/collections/catalogue/products/product.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { formatQty, QTY_SCALE } from '@/src/lib/money'
import { Price } from '@/src/ui/money/Money'
import { productPage as words } from './product.labels'

/** «от 100 шт — 35,00 ₽» for each price that holds from a quantity on, and the packs that it is sold in. */
export function PriceBreaks({ sku, locale }: { sku: ProductSku; locale: Locale }) {
  const { breaks, unit, currency } = sku
  const packs = breaks.find(({ per }) => per !== QTY_SCALE)
  if (breaks.length === 0) return null
  return (
    <ul className="grid gap-0.5 text-sm text-ink-2">
      {breaks.filter(({ from }) => from > 0).map(({ from, unitPrice }) => (
        <li key={from}>
          {say(words.fromQty, locale, { qty: formatQty(from, locale), unit })} <Price price={unitPrice} currency={currency} locale={locale} />
        </li>
      ))}
      {packs ? <li>{say(words.wholePacks, locale, { qty: formatQty(packs.per, locale), unit })}</li> : null}
    </ul>
  )
}
