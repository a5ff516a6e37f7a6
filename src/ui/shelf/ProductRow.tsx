import Link from 'next/link'
import type { Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import { LinkButton } from '../base/LinkButton'
import { State } from '../base/State'
import { UnitPrice } from '../money/Money'
import type { ShelfActions, ShelfProduct } from './product'
import { ProductPicture } from './ProductPicture'
import { QtyStepper } from './QtyStepper'
import { stepperWords } from './stepperWords'

export type ProductRowProps = { product: ShelfProduct; locale: Locale; actions?: ShelfActions; eager?: boolean }

/** One thing on the shelf as a line. Lies in a Sheet, under a FilterBar. */
export function ProductRow({ product, locale, actions, eager }: ProductRowProps) {
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)_auto] items-center gap-x-3.5 gap-y-2 border-t border-line px-4 py-3.5 first:border-t-0 lg:grid-cols-[4.5rem_minmax(0,1fr)_8.75rem_7.5rem_13rem] lg:gap-4 lg:px-5">
      <div className="row-span-4 self-start lg:row-span-1 lg:self-center">
        <ProductPicture src={product.picture} icon={product.icon} eager={eager} />
      </div>
      <div className="col-span-2 min-w-0 lg:col-span-1">
        <Link {...near} href={product.href} className="font-mid hover:text-brand-ink">
          {product.name}
        </Link>
        <div className="text-sm text-ink-2">
          {[product.article, ...(product.facts ?? [])].filter(Boolean).join(' · ')}
        </div>
      </div>
      <StockLabel product={product} className="col-span-2 lg:col-span-1" />
      <ProductPrice product={product} locale={locale} className="col-span-2 lg:col-span-1 lg:text-right" />
      <div className="col-span-2 text-right lg:col-span-1">
        <ProductOrder product={product} locale={locale} actions={actions} />
      </div>
    </li>
  )
}

export function StockLabel({ product, className }: { product: ShelfProduct; className?: string }) {
  return (
    <div className={className}>
      <State tone={product.stock.tone}>{product.stock.words}</State>
      {product.stock.note ? <div className="text-sm text-ink-2">{product.stock.note}</div> : null}
    </div>
  )
}

export function ProductPrice({
  product,
  locale,
  className,
}: {
  product: ShelfProduct
  locale: Locale
  className?: string
}) {
  if (product.price === null) return <div className={className} />
  return (
    <div className={className}>
      <UnitPrice price={product.price} currency={product.currency} locale={locale} className="text-lg font-bold" />
      {product.retail ? (
        <div className="num text-sm text-ink-2">
          <s>
            <UnitPrice
              price={product.retail.price}
              currency={product.currency}
              locale={locale}
              className="[&_small]:!text-[1em] [&_small]:!text-ink-2"
            />
          </s>{' '}
          {product.retail.label}
        </div>
      ) : null}
    </div>
  )
}

export function ProductOrder({
  product,
  locale,
  actions,
  wide,
}: {
  product: ShelfProduct
  locale: Locale
  actions?: ShelfActions
  wide?: boolean
}) {
  if (!actions || product.closed) return null
  if (product.choice)
    return (
      <LinkButton
        href={product.href}
        aria-label={`${product.choice}: ${product.name}`}
        className={wide ? 'w-full' : undefined}
      >
        {product.choice}
      </LinkButton>
    )
  return (
    <QtyStepper
      sku={product.id}
      qty={product.qty ?? 0}
      rule={product.rule}
      setQty={actions.setQty}
      locale={locale}
      wide={wide}
      words={stepperWords(locale, { name: product.name, unit: product.unit })}
    />
  )
}
