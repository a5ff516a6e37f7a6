import type { ProductPage } from '@/collections/catalogue/products/product.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { DataTable } from '@/src/ui/list/DataTable'
import type { SetQty } from '@/src/ui/shelf/QtyStepper'
import { Passport } from '@/src/ui/thing/Passport'
import { Goods } from '../catalogue/Goods'
import { groupPath } from '../catalogue/sections'
import { Choices } from './Choices'
import { Gallery } from './Gallery'
import { PricePanel } from './PricePanel'
import { productPage as words } from './product.labels'
import { ProductFacts, Warehouses } from './ProductFacts'
import { skuColumns } from './skuColumns'
import { chosenValues, skusMatching } from './variants'

export type ProductViewProps = {
  product: ProductPage
  /** What was chosen of its variants, as the address says. */
  search: Record<string, string | string[] | undefined>
  /** Its own address. */
  path: string
  href: (path: string) => string
  /** Whether the way to it leads anywhere. */
  links: boolean
  locale: Locale
  zone?: string
  inCart: ReadonlyMap<string, number>
  /** Of those who may order. */
  setQty?: SetQty
  /** Whoever looks buys for a company. */
  ofCompany: boolean
}

/** All that is said of a product: its price and where it lies, pictures, properties, variants, what stands beside it. */
export function ProductView({
  product,
  search,
  path,
  href,
  links,
  locale,
  zone,
  inCart,
  setQty: set,
  ofCompany,
}: ProductViewProps) {
  const chosen = chosenValues(search, product.choices)
  const fits = skusMatching(product.skus, chosen)
  const sku = fits.length === 1 ? fits[0] : undefined
  const priceType = product.priceTypes.own?.name
  const { syncedAt } = product.passport
  return (
    <>
      <PageHead
        locale={locale}
        title={product.name}
        sub={product.article ? say(words.article, locale, { article: product.article }) : undefined}
        crumbs={[
          { label: say(words.catalogue, locale), ...(links ? { href: href('/catalogue') } : {}) },
          ...product.trail.map(({ name }, index) => ({
            label: name,
            ...(links ? { href: href(groupPath(product.trail.slice(0, index + 1))) } : {}),
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
                ofCompany={ofCompany}
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
    </>
  )
}
