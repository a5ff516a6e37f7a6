import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { FactList } from '@/src/ui/thing/FactList'
import { unitText } from '@/src/lib/unitWords'
import { stockTone, stockWords } from '../catalogue/shelfProduct'
import { productPage as words } from './product.labels'

/** Everything known about the thing, term by term. */
export function ProductFacts({
  product,
  sku,
  locale,
}: {
  product: ProductPage
  sku: ProductSku | undefined
  locale: Locale
}) {
  const chosen = product.skus.length > 1 ? (sku?.characteristics ?? []) : []
  const facts = [
    ...product.properties.map(({ name, value }) => ({ term: name, value })),
    ...chosen
      .filter(({ name }) => !product.properties.some((one) => one.name === name))
      .map(({ name, value }) => ({ term: name, value })),
    // the books may name the brand among the properties too
    !product.properties.some(({ value }) => value === product.brand) && {
      term: say(words.brand, locale),
      value: product.brand,
    },
    { term: say(words.articleTerm, locale), value: sku?.article ?? product.article },
    { term: say(words.barcode, locale), value: sku?.barcode },
    product.packSize !== null &&
      product.packSize > 1_000 && {
        term: say(words.pack, locale),
        value: `${formatQty(product.packSize, locale)}\u00a0${unitText(product.unit, locale)}`,
      },
    product.weight !== null &&
      product.weight > 0 && {
        term: say(words.weight, locale),
        value: say(words.kg, locale, { weight: product.weight }),
      },
  ]
  return (
    <Sheet title={say(words.properties, locale)}>
      <FactList facts={facts} />
    </Sheet>
  )
}

/** How much lies at each warehouse. */
export function Warehouses({
  product,
  sku,
  locale,
}: {
  product: ProductPage
  sku: ProductSku | undefined
  locale: Locale
}) {
  const { warehouses, unit } = sku ?? product
  const held = warehouses.filter(({ level }) => level !== 'out')
  return (
    <Sheet title={say(words.warehouses, locale)}>
      {held.length > 0 ? (
        <FactList
          facts={held.map((place) => ({
            term: place.name,
            value: <State tone={stockTone(place)}>{stockWords(place, unit, locale)}</State>,
          }))}
        />
      ) : (
        <p className="px-4 pb-4 text-md text-ink-2 md:px-5">{say(words.nowhere, locale)}</p>
      )}
    </Sheet>
  )
}
