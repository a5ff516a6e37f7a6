import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'
import { lineName } from '@/collections/sales/carts/cart.rules'
import { say, type Locale } from '@/src/lib/i18n'
import { QTY_SCALE } from '@/src/lib/money'
import { QtyStepper, type SetQty } from '@/src/ui/shelf/QtyStepper'
import { shelfLabels } from '@/src/ui/shelf/shelf.labels'

type SkuOrderProps = { product: ProductPage; sku: ProductSku; locale: Locale; qty: number; setQty: SetQty; wide?: boolean }

/** «В корзину» or the quantity, for one variant; nothing where it has no price. */
export function SkuOrder({ product, sku, locale, qty, setQty, wide }: SkuOrderProps) {
  const [first] = sku.breaks
  if (sku.price === null && !first) return null
  const pack = first && first.per !== QTY_SCALE ? first.per : product.packSize
  const named = { name: product.skus.length > 1 ? lineName(product.name, sku.name) : product.name, unit: sku.unit }
  return (
    <QtyStepper
      sku={sku.id}
      qty={qty}
      step={(sku.price === null && first?.from ? first.from : pack) ?? undefined}
      setQty={setQty}
      wide={wide}
      words={{
        add: say(shelfLabels.toCart, locale),
        addNamed: say(shelfLabels.addNamed, locale, named),
        less: say(shelfLabels.less, locale, named),
        more: say(shelfLabels.plus, locale, named),
        qty: say(shelfLabels.qty, locale, named),
        failed: say(shelfLabels.failed, locale),
      }}
    />
  )
}
