import Link from 'next/link'
import { near } from '@/src/ui/base/near'
import type { Cart } from '@/collections/sales/carts/cart.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { Dock } from '@/src/ui/shelf/Dock'
import { cartPage as words } from './cart.labels'
import { CartSums } from './CartSums'
import { feasibilityNotes } from './feasibilityNotes'

type CartDockProps = {
  cart: Cart
  locale: Locale
  zone: string
  href: (path: string) => string
  /** stands on the cart's own page */ here?: boolean
}

/** The cart at the lower edge: how much, whether it can be done, and the next step. */
export function CartDock({ cart, locale, zone, href, here }: CartDockProps) {
  const { orderable, split } = cart.feasibility
  const lead = (
    <>
      {say(words.positions, locale, { count: cart.lines.length })}, <CartSums sums={cart.sums} locale={locale} />
    </>
  )
  return (
    <Dock
      label={say(words.title, locale)}
      lead={
        here ? (
          lead
        ) : (
          <Link
            {...near}
            href={href('/cart')}
            className="inline-flex min-h-6 items-center gap-x-1 hover:text-brand-ink"
            title={say(words.open, locale)}
          >
            <span>{lead}</span>
          </Link>
        )
      }
      notes={feasibilityNotes(cart, locale, zone)}
      actions={
        orderable ? (
          <>
            {split ? <LinkButton href={href('/checkout?split=1')}>{say(words.split, locale)}</LinkButton> : null}
            <LinkButton href={href('/checkout')} tone="primary">
              {say(words.checkout, locale)}
            </LinkButton>
          </>
        ) : here ? null : (
          <LinkButton href={href('/cart')}>{say(words.check, locale)}</LinkButton>
        )
      }
    />
  )
}
