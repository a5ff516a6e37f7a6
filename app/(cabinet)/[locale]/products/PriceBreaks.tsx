import type { ProductSku } from '@/collections/catalogue/products/product.queries'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatQty, QTY_SCALE } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { UnitPrice } from '@/src/ui/money/Money'
import { productPage as words } from './product.labels'

/** «от 100 шт — 35,00 ₽» for each price that holds from a quantity on or ends at one, and the packs that it is sold in. */
export function PriceBreaks({ sku, locale }: { sku: ProductSku; locale: Locale }) {
  const { breaks, unit, currency } = sku
  const packs = breaks.find(({ per }) => per !== QTY_SCALE)
  if (breaks.length === 0) return null
  return (
    <ul className="grid gap-0.5 text-sm text-ink-2">
      {breaks
        .filter(({ from, to }) => from > 0 || to !== null)
        .map(({ from, to, unitPrice }) => (
          <li key={from}>
            {say(boundsOf(from, to), locale, {
              from: formatQty(from, locale),
              qty: formatQty(to ?? from, locale),
              unit: unitText(unit, locale),
            })}{' '}
            <UnitPrice price={unitPrice} currency={currency} locale={locale} />
          </li>
        ))}
      {packs ? (
        <li>{say(words.wholePacks, locale, { qty: formatQty(packs.per, locale), unit: unitText(unit, locale) })}</li>
      ) : null}
    </ul>
  )
}

function boundsOf(from: number, to: number | null): Text {
  if (to === null) return words.fromQty
  return from > 0 ? words.betweenQty : words.uptoQty
}
