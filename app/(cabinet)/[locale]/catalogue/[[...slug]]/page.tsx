import type { Metadata } from 'next'
import { FileSpreadsheet } from '@/src/ui/icon/icons'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { groupTree } from '@/collections/catalogue/groups/group.queries'
import { offersOf } from '@/collections/catalogue/offers/offers'
import { productCards } from '@/collections/catalogue/products/product.cards.queries'
import { readQuestion } from '@/collections/catalogue/products/product.filters.queries'
import { catalogueGround, findProducts } from '@/collections/catalogue/products/product.queries'
import { cartLines, pricedCart } from '@/collections/sales/carts/cart.queries'
import { decoded } from '@/src/lib/http/decoded'
import { isLocale, say } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { FilterBar } from '@/src/ui/list/FilterBar'
import { ListEnd } from '@/src/ui/list/ListEnds'
import { ListManners } from '@/src/ui/list/ListManners'
import { toSearch, withChange } from '@/src/lib/lists/listQuery'
import { Sheet, SheetFoot } from '@/src/ui/base/Sheet'
import { CategoryTree } from '@/src/ui/shelf/CategoryTree'
import { DockSpace } from '@/src/ui/shelf/Dock'
import { Shelf } from '@/src/ui/shelf/Shelf'
import { cabinetPage } from '../../../_page/cabinetPage'
import { cabinetRequest, currentSession } from '../../../_session/session'
import { CartDock } from '../../cart/CartDock'
import { setQty } from '../../cart/cart.server'
import { quickOrderPage } from '../../quick-order/quickOrder.labels'
import { cataloguePage as words } from '../catalogue.labels'
import { catalogueQueryOf, readAddress, shelfSpec } from '../catalogueAddress'
import { Goods } from '../Goods'
import { LookChoice } from '../LookChoice'
import { shelfLook } from '../lookCookie'
import { Mended } from '../Mended'
import { NothingHere } from '../NothingHere'
import { facetGroups, groupPath, sectionItems, sectionName } from '../sections'
import { SortMenu } from '../SortMenu'

type Params = { locale: string; slug?: string[] }
const ID = 'shelf'

/** Read once for the title and the page, as the person in the company of the switcher. */
const groundOf = cache(async (section: string | undefined) => {
  const { req } = await cabinetRequest()
  return catalogueGround(await contextOf(req, (await currentSession())?.company?.id), section)
})

/** The title is the group's name, if the person may see it. */
export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale, slug = [] } = await params
  const last = slug.at(-1)
  const trail = last ? (await groundOf(decoded(last))).trail : []
  const language = isLocale(locale) ? locale : 'ru'
  const place = trail.at(-1)
  return { title: place ? sectionName(place, language) : say(words.title, language) }
}

export default cabinetPage<Params>(
  { module: 'catalogue' },
  async ({ context, session, locale, zone, params, search, href }) => {
    const asked = (params.slug ?? []).map((part) => decoded(part))
    const last = asked.at(-1)
    const query = readAddress(search)
    const buys = session.capabilities.has('orders.create')
    const reading = readQuestion(context, { q: query.search }, { branch: null })
    const carting = buys ? cartLines(context) : null
    const [{ trail, branch, priceTypes, warehouses: places }, { search: sought }, held] = await Promise.all([
      groundOf(last),
      reading,
      carting,
    ])
    if (last !== undefined && trail.length === 0) notFound()
    const path = href(groupPath(trail))
    // A group that has moved keeps its old addresses: the last part finds it.
    if (asked.join('/') !== trail.map(({ slug }) => slug).join('/')) redirect(path)

    const question = { branch, search: sought }
    const [list, tree, look] = await Promise.all([
      findProducts(context, catalogueQueryOf(query, last, places), { priceTypes, question }),
      groupTree(context),
      shelfLook(),
    ])
    const brands = new Map(list.facets.brands.map(({ id, name }) => [id, name]))
    const spec = shelfSpec(query, list.facets, { brands, places })
    if (list.ids.length === 0 && list.total > 0) redirect(path + toSearch(withChange(query, {}), spec))

    // What is on the shelf and what is in the cart is priced at once.
    const offers = offersOf(
      context.req,
      { products: list.ids, skus: held?.rows.map(({ sku }) => sku) ?? [] },
      priceTypes,
    )
    const [cards, cart] = await Promise.all([
      productCards(context, list.ids, priceTypes, offers),
      held && pricedCart(context.req, held, { types: priceTypes, offers }),
    ])
    const inCart = new Map(cart?.lines.map(({ sku, qty }) => [sku, qty]))
    const priceType = list.priceTypes.own?.name
    const place = trail.at(-1)
    const title = place ? sectionName(place, locale) : say(words.title, locale)
    return (
      <>
        <PageHead
          locale={locale}
          title={title}
          sub={[
            say(words.count, locale, { count: list.total }),
            priceType && say(words.pricedBy, locale, { type: priceType }),
          ]
            .filter(Boolean)
            .join(', ')}
          crumbs={
            place
              ? [
                  { label: say(words.title, locale), href: href('/catalogue') },
                  ...trail
                    .slice(0, -1)
                    .map((one, index) => ({ label: one.name, href: href(groupPath(trail.slice(0, index + 1))) })),
                ]
              : []
          }
          actions={
            <>
              {cart ? (
                <LinkButton href={href('/quick-order')} icon={<FileSpreadsheet />}>
                  {say(quickOrderPage.title, locale)}
                </LinkButton>
              ) : null}
              <LookChoice look={look} locale={locale} />
            </>
          }
        />
        <Shelf
          tree={
            <CategoryTree
              label={say(words.sections, locale)}
              groups={[
                { key: 'sections', items: sectionItems({ tree, trail, href, locale }) },
                ...facetGroups(query, spec, path, locale),
              ]}
            />
          }
        >
          <Sheet id={ID} label={title} className="list">
            <FilterBar
              id={ID}
              path={path}
              spec={spec}
              query={query}
              locale={locale}
              end={<SortMenu path={path} query={query} spec={spec} locale={locale} />}
            />
            <Mended path={path} query={query} spec={spec} mended={list.mended} locale={locale} />
            {cards.length > 0 ? (
              <>
                <Goods
                  cards={cards}
                  look={look}
                  dressing={{ locale, href, inCart }}
                  actions={cart ? { setQty: setQty.bind(null, locale) } : undefined}
                />
                <SheetFoot>
                  <ListEnd
                    label={say(words.title, locale)}
                    list={{ path, spec, query, total: list.total }}
                    locale={locale}
                    shown={cards.length}
                  />
                </SheetFoot>
              </>
            ) : (
              <NothingHere
                path={path}
                query={query}
                spec={spec}
                wholePath={href('/catalogue')}
                inGroup={place !== undefined}
                locale={locale}
              />
            )}
            <ListManners id={ID} />
          </Sheet>
        </Shelf>
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
