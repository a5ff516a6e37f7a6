import { ShoppingCart } from '@/src/ui/icon/icons'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { say } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet, SheetFoot } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DockSpace } from '@/src/ui/shelf/Dock'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { cartPage as words } from './cart.labels'
import { CartDock } from './CartDock'
import { CartLineRow } from './CartLineRow'
import { CartSummary } from './CartSummary'
import { CartSums } from './CartSums'
import { ChangedPrices } from './ChangedPrices'
import { ClearCart } from './ClearCart'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({ module: 'sales', needs: 'orders.create' }, async ({ context, locale, zone, href }) => {
  const cart = await cartOf(context)
  if (!cart || cart.lines.length === 0) {
    return (
      <>
        <PageHead locale={locale} title={say(words.title, locale)} />
        <Sheet label={say(words.title, locale)}>
          <EmptyState
            icon={<ShoppingCart />}
            title={say(words.empty, locale)}
            action={{ href: href('/catalogue'), label: say(words.toCatalogue, locale) }}
          >
            {say(words.emptyText, locale)}
          </EmptyState>
        </Sheet>
      </>
    )
  }
  return (
    <>
      <PageHead
        locale={locale}
        title={say(words.title, locale)}
        sub={say(words.positions, locale, { count: cart.lines.length })}
        actions={<LinkButton href={href('/catalogue')}>{say(words.goOn, locale)}</LinkButton>}
        more={
          <ClearCart locale={locale} words={{ clear: say(words.clear, locale), cleared: say(words.cleared, locale) }} />
        }
      />
      <Columns aside={<CartSummary cart={cart} locale={locale} />}>
        <Sheet label={say(words.title, locale)}>
          {cart.changed > 0 ? <ChangedPrices count={cart.changed} locale={locale} /> : null}
          <ul>
            {cart.lines.map((line) => (
              <CartLineRow key={line.id} line={line} locale={locale} zone={zone} href={href} />
            ))}
          </ul>
          <SheetFoot>
            <span className="ml-auto text-base text-ink">
              {say(words.sum, locale)} <CartSums sums={cart.sums} locale={locale} className="font-bold" />
            </span>
          </SheetFoot>
        </Sheet>
      </Columns>
      <DockSpace />
      <CartDock cart={cart} locale={locale} zone={zone} href={href} here />
    </>
  )
})
