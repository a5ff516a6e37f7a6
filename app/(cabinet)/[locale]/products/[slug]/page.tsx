import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { productBySlug } from '@/collections/catalogue/products/product.queries'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { humanDate } from '@/src/lib/dates'
import { decoded } from '@/src/lib/http/decoded'
import { say } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { DataTable } from '@/src/ui/list/DataTable'
import { DockSpace } from '@/src/ui/shelf/Dock'
import { Passport } from '@/src/ui/thing/Passport'
import { cabinetPage } from '../../../_page/cabinetPage'
import { currentSession } from '../../../_session/session'
import { CartDock } from '../../cart/CartDock'
import { setQty } from '../../cart/cart.server'
import { Goods } from '../../catalogue/Goods'
import { groupPath } from '../../catalogue/sections'
import { Choices } from '../Choices'
import { Gallery } from '../Gallery'
import { PricePanel } from '../PricePanel'
import { productPage as words } from '../product.labels'
import { ProductFacts, Warehouses } from '../ProductFacts'
import { skuColumns } from '../skuColumns'
import { chosenValues, fitting } from '../variants'

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
    const path = href(pageOf('products', product))
    const chosen = chosenValues(search, product.choices)
    const fits = fitting(product.skus, chosen)
    const sku = fits.length === 1 ? fits[0] : undefined
    const inCart = new Map(cart?.lines.map((line) => [line.sku, line.qty]))
    const set = cart ? setQty.bind(null, locale) : undefined
    const priceType = product.priceTypes.own?.name
    const { syncedAt } = product.passport
    return (
      <>
        <PageHead
          locale={locale}
          title={product.name}
          sub={product.article ? say(words.article, locale, { article: product.article }) : undefined}
          crumbs={[
            { label: say(words.catalogue, locale), href: href('/catalogue') },
            ...product.trail.map(({ name }, index) => ({
              label: name,
              href: href(groupPath(product.trail.slice(0, index + 1))),
            })),
          ]}
        />
        <Columns
          asideFirst
          aside={
            <>
              <Sheet label={say(words.price, locale)}>
                <PricePanel
                  product={product}
                  sku={sku}
                  priceType={priceType}
                  locale={locale}
                  inCart={inCart}
                  ofCompany={session.company !== null}
                  setQty={set}
                />
                {product.choices.length > 0 ? <Choices product={product} chosen={chosen} path={path} /> : null}
              </Sheet>
              <Warehouses product={product} sku={sku} locale={locale} />
            </>
          }
        >
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
            <Sheet label={say(words.pictures, locale)} padded>
              <Gallery
                pictures={product.pictures}
                words={{
                  pictures: say(words.pictures, locale),
                  one: product.pictures.map((_, index) =>
                    say(words.picture, locale, { number: index + 1, all: product.pictures.length }),
                  ),
                }}
              />
            </Sheet>
            <ProductFacts product={product} sku={sku} locale={locale} />
          </div>
          {product.skus.length > 1 ? (
            <Sheet
              title={say(words.variants, locale)}
              actions={
                fits.length < product.skus.length ? (
                  <TextLink href={path}>{say(words.allVariants, locale)}</TextLink>
                ) : undefined
              }
            >
              <DataTable
                bare
                id="variants"
                label={say(words.variants, locale)}
                locale={locale}
                columns={skuColumns({ product, locale, inCart, setQty: set })}
                rows={fits}
                rowKey={({ id }) => id}
              />
            </Sheet>
          ) : null}
          {product.description || syncedAt ? (
            <Sheet title={product.description ? say(words.description, locale) : undefined}>
              {product.description ? (
                <p className="max-w-prose px-4 pb-4 whitespace-pre-line md:px-5">{product.description}</p>
              ) : null}
              {syncedAt ? (
                <Passport>{say(words.synced, locale, { when: humanDate(syncedAt, locale, zone) })}</Passport>
              ) : null}
            </Sheet>
          ) : null}
          {product.neighbours.length > 0 ? (
            <Sheet title={say(words.neighbours, locale)}>
              <Goods
                cards={product.neighbours}
                look="list"
                dressing={{ locale, href, inCart }}
                actions={set && { setQty: set }}
              />
            </Sheet>
          ) : null}
        </Columns>
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
