import type { Cart } from '@/collections/sales/carts/cart.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { LimitBar } from '@/src/ui/money/LimitBar'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { cartPage as words } from './cart.labels'
import { CartSums } from './CartSums'

/** The order in figures: the sum, the tax in it, the credit, and the two orders it could become. */
export function CartSummary({ cart, locale }: { cart: Cart; locale: Locale }) {
  const { limit, overdue, split } = cart.feasibility
  const sum = (amount: number) => <Money amount={amount} currency={cart.currency} locale={locale} />
  return (
    <>
      <Sheet title={say(words.summary, locale)}>
        <FactList
          facts={[
            { term: say(words.lines, locale), value: cart.lines.length },
            {
              term: say(words.sum, locale),
              value: (
                <b className="font-bold">
                  <CartSums sums={cart.sums} locale={locale} />
                </b>
              ),
            },
            cart.vat > 0 && { term: say(words.vat, locale), value: sum(cart.vat) },
            limit && {
              term: say(words.leftAfter, locale),
              value: <span className={limit.enough ? undefined : 'text-bad'}>{sum(limit.leftAfter)}</span>,
            },
            overdue &&
              !limit && {
                term: say(words.overdueTerm, locale),
                value: <span className="text-bad">{sum(overdue.amount)}</span>,
              },
          ]}
        />
        {cart.sums.length > 1 ? (
          <p className="px-4 pb-3 text-sm text-ink-2 md:px-5">{say(words.ordersBy, locale)}</p>
        ) : null}
        {limit ? (
          <div className="border-t border-line px-4 py-3.5 md:px-5">
            <LimitBar {...cart.feasibility.credit} free={limit.left} currency={cart.currency} locale={locale} />
          </div>
        ) : null}
      </Sheet>
      {split ? (
        <Sheet title={say(words.splitTitle, locale)}>
          <p className="px-4 pb-2 text-sm text-ink-2 md:px-5">{say(words.splitText, locale)}</p>
          <FactList
            facts={[
              { term: say(words.splitNow, locale), value: sum(split.now.total) },
              { term: say(words.splitLater, locale), value: sum(split.later.total) },
            ]}
          />
        </Sheet>
      ) : null}
    </>
  )
}
