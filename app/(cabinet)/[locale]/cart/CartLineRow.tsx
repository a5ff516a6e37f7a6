import Link from 'next/link'
import { near } from '@/src/ui/base/near'
import type { CartLine } from '@/collections/sales/carts/cart.queries'
import { cartLineName } from '@/collections/sales/carts/cart.rules'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { State } from '@/src/ui/base/State'
import { Money, UnitPrice } from '@/src/ui/money/Money'
import { ProductPicture } from '@/src/ui/shelf/ProductPicture'
import { QtyStepper } from '@/src/ui/shelf/QtyStepper'
import { stepperWords } from '@/src/ui/shelf/stepperWords'
import { unitText } from '@/src/lib/unitWords'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { stockTone, stockWords } from '../catalogue/shelfProduct'
import { cartPage as words } from './cart.labels'
import { setQty } from './cart.server'
import { RemoveLine } from './RemoveLine'

type CartLineRowProps = { line: CartLine; locale: Locale; zone: string; href: (path: string) => string }

/** One line of the cart: what, when, how many, for how much, and out of it. */
export function CartLineRow({ line, locale, zone, href }: CartLineRowProps) {
  const { currency } = line
  const name = cartLineName(line.name, line.variant)
  const named = { name, unit: unitText(line.unit, locale) }
  const set = setQty.bind(null, locale)
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-x-3.5 gap-y-2 border-t border-line px-4 py-3.5 first:border-t-0 md:grid-cols-[2.75rem_minmax(0,1fr)_auto_7.5rem_1.75rem] md:px-5">
      <div className="row-span-2 self-start md:row-span-1 md:self-center">
        <ProductPicture src={line.picture ?? undefined} size="s" />
      </div>
      <div className="min-w-0">
        <Link {...near} href={href(pageOf('products', line))} className="font-mid hover:text-brand-ink">
          {name}
        </Link>
        <div className="text-sm text-ink-2">
          {line.article ? `${line.article} · ` : null}
          {line.price === null ? null : (
            <>
              <UnitPrice
                price={line.price}
                currency={currency}
                locale={locale}
                className="[&_small]:!text-[1em] [&_small]:!text-ink-2"
              />{' '}
              {say(words.perUnit, locale, { unit: unitText(line.unit, locale) })}
            </>
          )}
        </div>
        <div className="mt-0.5 grid gap-0.5">
          <LineState line={line} locale={locale} zone={zone} />
          {line.far ? <State tone="wait">{say(words.far, locale)}</State> : null}
          {line.priceBefore === null || line.problem !== null ? null : (
            <State tone="wait">
              {say(words.was, locale)} <UnitPrice price={line.priceBefore} currency={currency} locale={locale} />
            </State>
          )}
        </div>
      </div>
      <div className="col-start-2 row-start-2 md:col-start-auto md:row-start-auto">
        {line.problem === null || line.problem === 'qty' ? (
          <QtyStepper
            sku={line.sku}
            qty={line.qty}
            rule={line.rule}
            setQty={set}
            locale={locale}
            stockTold
            words={stepperWords(locale, named)}
          />
        ) : null}
      </div>
      <div className="col-start-3 row-start-2 text-right md:col-start-auto md:row-start-auto">
        {line.problem === null ? (
          <Money amount={line.total} currency={currency} locale={locale} className="font-mid" />
        ) : null}
      </div>
      <div className="col-start-3 row-start-1 self-start justify-self-end md:col-start-auto md:row-start-auto md:self-center">
        <RemoveLine
          sku={line.sku}
          qty={line.qty}
          setQty={set}
          words={{
            remove: say(words.remove, locale, { name }),
            removed: say(words.removed, locale, { name: line.name }),
            failed: say(words.failed, locale),
          }}
        />
      </div>
    </li>
  )
}

/** Whether it lies in stock, comes later in part or whole, or cannot be had. */
function LineState({ line, locale, zone }: Pick<CartLineRowProps, 'line' | 'locale' | 'zone'>) {
  const { refusal } = line
  const unit = unitText(line.unit, locale)
  if (refusal)
    return (
      <State tone="bad">
        {say(words.refused[refusal.code], locale, {
          unit,
          limit: formatQty(refusal.limit, locale),
          nearest: formatQty(refusal.nearest, locale),
        })}
      </State>
    )
  if (line.problem !== null)
    return <State tone="bad">{say(line.problem === 'gone' ? words.gone : words.noPrice, locale)}</State>
  if (line.later === 0) return <State tone={stockTone(line.stock)}>{stockWords(line.stock, line.unit, locale)}</State>
  const day = line.expectedAt
    ? say(words.laterOn, locale, { day: humanDate(line.expectedAt, locale, zone) })
    : say(words.laterUnknown, locale)
  // a company that shows no numbers shows none here either
  if (line.now === 0 || line.stock.qty === null)
    return <State tone="wait">{say(words.allLater, locale, { day })}</State>
  return (
    <State tone="wait">
      {say(line.expectedAt ? words.nowLater : words.nowRest, locale, {
        now: formatQty(line.now, locale),
        later: formatQty(line.later, locale),
        unit,
        day,
      })}
    </State>
  )
}
