import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { productBySlug } from '@/collections/catalogue/products/product.queries'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { decoded } from '@/src/lib/http/decoded'
import { contextOf } from '@/src/mechanisms/access/context'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { DockSpace } from '@/src/ui/shelf/Dock'
import { cabinetPage } from '../../../_page/cabinetPage'
import { currentSession } from '../../../_session/session'
import { CartDock } from '../../cart/CartDock'
import { setQty } from '../../cart/cart.server'
import { ProductView } from '../ProductView'

type Params = { locale: string; slug: string }

/** Read once for the title and the page, as the person in the company of the switcher. */
const productOf = cache(async (slug: string) => {
  const session = await currentSession()
  return session ? productBySlug(await contextOf(session.req, session.company?.id), decoded(slug)) : null
})

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const product = await productOf((await params).slug)
  return product ? { title: product.name } : {}
}

export default cabinetPage<Params>(
  { module: 'catalogue' },
  async ({ context, session, locale, zone, params, search, href }) => {
    const [product, cart] = await Promise.all([
      productOf(params.slug),
      session.capabilities.has('orders.create') ? cartOf(context) : null,
    ])
    if (!product) notFound()
    return (
      <>
        <ProductView
          href={href}
          inCart={new Map(cart?.lines.map((line) => [line.sku, line.qty]))}
          links
          locale={locale}
          ofCompany={session.company !== null}
          path={href(pageOf('products', product))}
          product={product}
          search={search}
          setQty={cart ? setQty.bind(null, locale) : undefined}
          zone={zone}
        />
        {cart && cart.lines.length > 0 ? (
          <>
            <DockSpace />
            <CartDock cart={cart} locale={locale} zone={zone} href={href} />
          </>
        ) : null}
      </>
    )
  },
)
