import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { State } from '@/src/ui/base/State'
import { UnitPrice } from '@/src/ui/money/Money'
import type { SetQty } from '@/src/ui/shelf/QtyStepper'
import { unitText } from '@/src/lib/unitWords'
import { cataloguePage } from '../catalogue/catalogue.labels'
import { stockTone, stockWords } from '../catalogue/shelfProduct'
import { PriceBreaks } from './PriceBreaks'
import { productPage as words } from './product.labels'
import { SkuOrder } from './SkuOrder'

type PricePanelProps = {
  product: ProductPage
  sku: ProductSku | undefined
  priceType: string | undefined
  locale: Locale
  inCart: ReadonlyMap<string, number>
  setQty?: SetQty
  /** Whoever looks buys for a company, whose manager names a price. */ ofCompany: boolean
}

/** What it costs this company, what the retail is, whether it is there, and into the cart. */
export function PricePanel({ product, sku, priceType, locale, inCart, setQty, ofCompany }: PricePanelProps) {
  const { price, retail, currency, unit, stock } = sku ?? product
  const from = !sku && product.priceFrom
  const vat = product.vatRate === null ? say(words.noVat, locale) : say(words.vat, locale, { rate: product.vatRate })
  return (
    <div className="grid gap-3 px-4 pt-4 pb-4 md:px-5">
      {price === null ? (
        <div>
          <p className="text-lg font-bold">{say(words.onRequest, locale)}</p>
          {ofCompany ? <p className="text-sm text-ink-2">{say(words.onRequestText, locale)}</p> : null}
        </div>
      ) : (
        <div>
          <p className="text-sm text-ink-2">
            {priceType ? say(words.yourPriceOf, locale, { type: priceType }) : say(words.yourPrice, locale)}
          </p>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-2xl font-bold">
              {from ? `${say(words.from, locale)} ` : null}
              <UnitPrice price={price} currency={currency} locale={locale} />
            </span>
            <span className="text-ink-2">{say(words.perUnit, locale, { unit: unitText(unit, locale) })}</span>
          </p>
          <p className="text-sm text-ink-2">
            {retail !== null && retail > price ? (
              <>
                <s>
                  <UnitPrice
                    price={retail}
                    currency={currency}
                    locale={locale}
                    className="[&_small]:!text-[1em] [&_small]:!text-ink-2"
                  />
                </s>{' '}
                {say(cataloguePage.retail, locale)},{' '}
              </>
            ) : null}
            {vat}
          </p>
        </div>
      )}
      {sku ? <PriceBreaks sku={sku} locale={locale} /> : null}
      <State tone={stockTone(stock)}>{stockWords(stock, unit, locale)}</State>
      {sku && setQty ? (
        <SkuOrder product={product} sku={sku} locale={locale} qty={inCart.get(sku.id) ?? 0} setQty={setQty} wide />
      ) : null}
    </div>
  )
}
