import type { Cart } from '@/collections/sales/carts/cart.queries'
import { cartLineName } from '@/collections/sales/carts/cart.rules'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { Money } from '@/src/ui/money/Money'
import { Qty } from '@/src/ui/money/Qty'
import { FactList } from '@/src/ui/thing/FactList'
import { cartPage } from '../cart/cart.labels'
import { CartSums } from '../cart/CartSums'
import { feasibilityNotes } from '../cart/feasibilityNotes'
import { NoteLines } from './NoteLines'
import { checkoutPage as words } from './checkout.labels'

const SHOWN = 6

type OrderSummaryProps = { cart: Cart; locale: Locale; zone: string; href: (path: string) => string }

/** What is being ordered, beside the form; folded on a phone to its sum. */
export function OrderSummary({ cart, locale, zone, href }: OrderSummaryProps) {
  const rest = cart.lines.length - SHOWN
  return (
    <Sheet
      title={say(words.yourOrder, locale)}
      sub={say(cartPage.positions, locale, { count: cart.lines.length })}
      link={{ href: href('/cart'), label: say(words.change, locale) }}
    >
      <ul className="hidden pb-2 lg:block">
        {cart.lines.slice(0, SHOWN).map((line) => (
          <li key={line.id} className="flex justify-between gap-4 px-5 py-1.5 text-md">
            <span className="min-w-0">
              <span className="line-clamp-2">{cartLineName(line.name, line.variant)}</span>
              <span className="text-sm text-ink-2">
                <Qty qty={line.qty} unit={line.unit} locale={locale} />
              </span>
            </span>
            <Money amount={line.total} currency={line.currency} locale={locale} />
          </li>
        ))}
        {rest > 0 ? (
          <li className="px-5 py-1.5 text-sm text-ink-2">{say(words.more, locale, { count: rest })}</li>
        ) : null}
      </ul>
      <div className="border-t border-line pt-3">
        <FactList
          facts={[
            {
              term: say(cartPage.sum, locale),
              value: <CartSums sums={cart.sums} locale={locale} className="text-lg font-bold" />,
            },
            cart.vat > 0 && {
              term: say(cartPage.vat, locale),
              value: <Money amount={cart.vat} currency={cart.currency} locale={locale} />,
            },
          ]}
        />
        <NoteLines notes={feasibilityNotes(cart, locale, zone)} />
      </div>
    </Sheet>
  )
}
