import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'
import type { Locale } from '@/src/lib/i18n'
import { Dash } from '@/src/ui/base/Dash'
import { State } from '@/src/ui/base/State'
import type { Column } from '@/src/ui/list/column'
import { UnitPrice } from '@/src/ui/money/Money'
import type { SetQty } from '@/src/ui/shelf/QtyStepper'
import { stockTone, stockWords } from '../catalogue/shelfProduct'
import { PriceBreaks } from './PriceBreaks'
import { productPage as words } from './product.labels'
import { SkuOrder } from './SkuOrder'

type SkuTable = { product: ProductPage; locale: Locale; inCart: ReadonlyMap<string, number>; setQty?: SetQty }

/** Each variant with its stock, its price and its place in the cart. */
export const skuColumns = ({ product, locale, inCart, setQty }: SkuTable): Column<ProductSku>[] => [
  {
    key: 'variant',
    header: words.variant,
    main: true,
    cell: (sku) => (
      <>
        <b className="font-mid">{sku.characteristics.map(({ value }) => value).join(', ') || sku.name}</b>
        {sku.article && sku.article !== product.article ? (
          <span className="block text-sm text-ink-2">{sku.article}</span>
        ) : null}
      </>
    ),
  },
  {
    key: 'stock',
    header: words.stock,
    phone: 'second',
    cell: (sku) => <State tone={stockTone(sku.stock)}>{stockWords(sku.stock, sku.unit, locale)}</State>,
  },
  {
    key: 'price',
    header: words.price,
    align: 'end',
    phone: 'first',
    cell: (sku) => (
      <>
        {sku.price === null ? (
          <Dash locale={locale} />
        ) : (
          <UnitPrice price={sku.price} currency={sku.currency} locale={locale} className="font-mid" />
        )}
        <PriceBreaks sku={sku} locale={locale} />
      </>
    ),
  },
  ...(setQty
    ? [
        {
          key: 'order',
          header: words.order,
          align: 'end' as const,
          phone: 'second' as const,
          cell: (sku: ProductSku) => (
            <SkuOrder product={product} sku={sku} locale={locale} qty={inCart.get(sku.id) ?? 0} setQty={setQty} />
          ),
        },
      ]
    : []),
]
