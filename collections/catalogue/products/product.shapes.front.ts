import { z } from 'zod'
import { picture, pictureShown } from '@/src/mechanisms/front/pictures'
import { quantityRule, ruleShown } from '@/src/mechanisms/front/quantityShown'
import { currency, day, price, priceText, qtyText, quantity, described } from '@/src/mechanisms/front/shown'
import type { Offer } from '../offers/offers'
import type { StockView } from '../offers/stock'
import type { WarehousePlace } from '../warehouses/warehouse.queries'
import type { ProductCard } from './product.cards.queries'
import type { ProductFacets } from './product.facets.queries'
import { tiersOf, type ProductPage, type ProductSku } from './product.queries'

export const sectionPlace = z.object({ slug: z.string(), name: z.string() })
const pair = z.object({ name: z.string(), value: z.string() })

export const stock = described(z.object({ level: z.enum(['in', 'low', 'out']), qty: quantity().nullable() }), {
  ru: 'Остаток; qty — null, если портал показывает его словами',
  en: 'Stock; qty is null where the portal tells it in words',
})
const places = z.array(z.object({ warehouse: z.uuid(), name: z.string(), stock }))
const breaks = described(
  z.array(z.object({ from: quantity(), to: quantity().nullable(), price: price(), per: quantity() })),
  {
    ru: 'Цены от количества; пусто, если цена одна. per — за сколько единиц назначена цена упаковки',
    en: 'Prices from a quantity on; empty where there is one. per: for how many units a price is set as a whole',
  },
)

const card = {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  article: z.string().nullable(),
  unit: z.string(),
  brand: z.string().nullable(),
  section: sectionPlace.nullable(),
  picture: picture.nullable(),
  packSize: quantity().nullable(),
  properties: z.array(pair),
  sku: described(z.uuid().nullable(), {
    ru: 'Что кладут в корзину; null, если вариантов несколько',
    en: 'What goes to the cart; null where one of several has to be chosen',
  }),
  skuCount: z.int(),
  price: price().nullable(),
  priceFrom: described(z.boolean(), {
    ru: 'Вариантов несколько, цена — низшая',
    en: 'Of several variants the lowest price',
  }),
  retail: price().nullable(),
  currency: currency(),
  stock,
  expectedAt: day().nullable(),
  warehouses: places,
  rule: quantityRule.nullable(),
}

export const goodsItem = z.object({ ...card, breaks })

const sku = z.object({
  id: z.uuid(),
  name: z.string(),
  article: z.string().nullable(),
  barcode: z.string().nullable(),
  unit: z.string(),
  characteristics: z.array(pair),
  price: price().nullable(),
  retail: price().nullable(),
  currency: currency(),
  breaks,
  rule: quantityRule,
  stock,
  warehouses: places,
})

export const goodsDetail = z.object({
  ...card,
  description: z.string().nullable(),
  vatRate: described(z.number().nullable(), {
    ru: 'Ставка НДС, %; null — без НДС',
    en: 'VAT rate, %; null: without VAT',
  }),
  weight: described(z.number().nullable(), { ru: 'Граммы', en: 'Grams' }),
  pictures: z.array(picture),
  skus: z.array(sku),
  choices: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  trail: z.array(sectionPlace),
})

const counted = z.object({ slug: z.string(), name: z.string(), count: z.int() })
export const facets = described(
  z.object({
    brands: z.array(counted),
    warehouses: z.array(counted),
    price: z.object({ from: price(), to: price() }).nullable(),
    properties: z.array(
      z.object({ name: z.string(), values: z.array(z.object({ value: z.string(), count: z.int() })) }),
    ),
  }),
  {
    ru: 'Чем ещё можно сузить, со счётом под всеми отборами, кроме своего',
    en: 'What else may be chosen, each counted under all filters but its own',
  },
)

const priceOr = (value: number | null): string | null => (value === null ? null : priceText(value))
const stockShown = ({ level, qty }: StockView): z.input<typeof stock> => ({
  level,
  qty: qty === null ? null : qtyText(qty),
})
const breaksShown = (tiers: ProductSku['breaks']): z.input<typeof breaks> =>
  tiers.map(({ from, to, unitPrice, per }) => ({
    from: qtyText(from),
    to: to === null ? null : qtyText(to),
    price: priceText(unitPrice),
    per: qtyText(per),
  }))
const placesShown = (rows: ProductCard['warehouses']): z.input<typeof places> =>
  rows.map(({ warehouse, name, ...view }) => ({ warehouse, name, stock: stockShown(view) }))

const cardValues = ({ group, rule, ...product }: ProductCard) => ({
  id: product.id,
  slug: product.slug,
  name: product.name,
  article: product.article,
  unit: product.unit,
  brand: product.brand,
  section: group && { slug: group.slug, name: group.name },
  picture: pictureShown(product.picture),
  packSize: product.packSize === null ? null : qtyText(product.packSize),
  properties: product.properties,
  sku: product.sku,
  skuCount: product.skuCount,
  price: priceOr(product.price),
  priceFrom: product.priceFrom,
  retail: priceOr(product.retail),
  currency: product.currency,
  stock: stockShown(product.stock),
  expectedAt: product.expectedAt,
  warehouses: placesShown(product.warehouses),
  rule: rule && ruleShown(rule),
})

export const cardShown = (product: ProductCard, offers: ReadonlyMap<string, Offer>): z.input<typeof goodsItem> => ({
  ...cardValues(product),
  breaks: breaksShown(tiersOf((product.sku && offers.get(product.sku)?.breaks) || [])),
})

export const productShown = (product: ProductPage): z.input<typeof goodsDetail> => ({
  ...cardValues(product),
  description: product.description,
  vatRate: product.vatRate,
  weight: product.weight,
  pictures: product.pictures.flatMap((one) => pictureShown(one) ?? []),
  skus: product.skus.map(({ price: own, retail, breaks: tiers, rule, stock: view, warehouses, ...row }) => ({
    ...row,
    price: priceOr(own),
    retail: priceOr(retail),
    breaks: breaksShown(tiers),
    rule: ruleShown(rule),
    stock: stockShown(view),
    warehouses: placesShown(warehouses),
  })),
  choices: product.choices,
  trail: product.trail.map(({ slug, name }) => ({ slug, name })),
})

/** A place is asked for by its name in addresses, as everywhere. */
export const facetsShown = (
  { brands, warehouses, price: span, properties }: ProductFacets,
  named: readonly WarehousePlace[],
): z.input<typeof facets> => ({
  brands: brands.map(({ id, name, count }) => ({ slug: id, name, count })),
  warehouses: warehouses.flatMap(({ id, name, count }) => {
    const slug = named.find((place) => place.id === id)?.slug
    return slug ? [{ slug, name, count }] : []
  }),
  price: span && { from: priceText(span.from), to: priceText(span.to) },
  properties,
})
