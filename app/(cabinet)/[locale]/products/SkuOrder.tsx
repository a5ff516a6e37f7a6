import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'
import { cartLineName } from '@/collections/sales/carts/cart.rules'
import type { Locale } from '@/src/lib/i18n'
import { QtyStepper, type SetQty } from '@/src/ui/shelf/QtyStepper'
import { stepperWords } from '@/src/ui/shelf/stepperWords'
import { unitText } from '@/src/lib/unitWords'

type SkuOrderProps = {
  product: ProductPage
  sku: ProductSku
  locale: Locale
  qty: number
  setQty: SetQty
  wide?: boolean
}

/** «В корзину» or the quantity, for one variant; nothing where it has no price. */
export function SkuOrder({ product, sku, locale, qty, setQty, wide }: SkuOrderProps) {
  if (sku.price === null && sku.breaks.length === 0) return null
  const named = {
    name: product.skus.length > 1 ? cartLineName(product.name, sku.name) : product.name,
    unit: unitText(sku.unit, locale),
  }
  return (
    <QtyStepper
      sku={sku.id}
      qty={qty}
      rule={sku.rule}
      setQty={setQty}
      locale={locale}
      wide={wide}
      words={stepperWords(locale, named)}
    />
  )
}
