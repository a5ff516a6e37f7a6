import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { checkoutChoices } from '@/collections/sales/orders/checkout.queries'
import { dayInZone } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { paymentOptions } from '@/collections/sales/payment-methods/definePaymentMethod'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { firstParam } from '../../_page/firstParam'
import { cartPage } from '../cart/cart.labels'
import { checkoutPage as words } from './checkout.labels'
import { CheckoutForm } from './CheckoutForm'
import { OrderSummary } from './OrderSummary'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage(
  { module: 'sales', needs: 'orders.create' },
  async ({ context, locale, zone, search, href }) => {
    const cart = await cartOf(context)
    // Nothing to send, or something in it that cannot be sent: the cart tells what.
    if (!cart?.feasibility.orderable) redirect(href('/cart'))
    const [choices, payments] = await Promise.all([
      checkoutChoices(context),
      paymentOptions(context.req, {
        sums: cart.sums.map(({ currency, total }) => ({ amount: total, currency })),
        credit: cart.feasibility.credit,
      }),
    ])
    return (
      <>
        <PageHead
          locale={locale}
          title={say(words.title, locale)}
          crumbs={[{ label: say(cartPage.title, locale), href: href('/cart') }]}
        />
        <Columns asideFirst aside={<OrderSummary cart={cart} locale={locale} zone={zone} href={href} />}>
          <Sheet label={say(words.title, locale)} padded>
            <CheckoutForm
              cart={cart}
              choices={choices}
              payments={payments}
              locale={locale}
              zone={zone}
              today={dayInZone(new Date(), zone)}
              split={firstParam(search.split) === '1'}
              orderKey={randomUUID()}
            />
          </Sheet>
        </Columns>
      </>
    )
  },
)
