import type { ProductCard } from '@/collections/catalogue/products/product.cards.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import type { StockView, WarehouseStock } from '@/collections/catalogue/offers/stock'
import type { StateTone } from '@/src/ui/base/State'
import type { ShelfProduct } from '@/src/ui/shelf/product'
import { unitText } from '@/src/lib/unitWords'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { cataloguePage as words } from './catalogue.labels'

const FACTS = 1
/** Letters: a long property would push the row apart. */
const SHORT = 40
const NAMED_PLACES = 2

type Dressing = { locale: Locale; href: (path: string) => string; inCart: ReadonlyMap<string, number> }

/** A card of the catalogue as the shelf shows it. */
export function shelfProduct(card: ProductCard, { locale, href, inCart }: Dressing): ShelfProduct {
  const pack =
    card.packSize && card.packSize > 1_000
      ? say(words.pack, locale, { qty: formatQty(card.packSize, locale), unit: unitText(card.unit, locale) })
      : null
  const variants = card.skuCount > 1 ? say(words.variants, locale, { count: card.skuCount }) : null
  // the brand has its own place in filters and facts
  const properties = card.properties
    .filter(({ name, value }) => value !== card.brand && name.length + value.length <= SHORT)
    .slice(0, FACTS)
    .map(({ name, value }) => `${name.toLowerCase()} ${value}`)
  return {
    id: card.sku ?? card.id,
    href: href(pageOf('products', card)),
    name: card.name,
    article: card.article ?? undefined,
    facts: [variants, ...properties, pack].filter((fact): fact is string => fact !== null),
    picture: card.picture?.card,
    stock: {
      tone: stockTone(card.stock),
      words: stockWords(card.stock, card.unit, locale),
      note: stockNote(card, locale),
    },
    price: card.price,
    currency: card.currency,
    retail:
      card.price !== null && card.retail !== null && card.retail > card.price
        ? { price: card.retail, label: say(words.retail, locale) }
        : undefined,
    unit: unitText(card.unit, locale),
    qty: card.sku ? inCart.get(card.sku) : undefined,
    rule: card.rule ?? undefined,
    choice: card.skuCount > 1 ? say(words.choose, locale) : undefined,
    closed: card.skuCount === 0 || (card.skuCount === 1 && card.price === null),
  }
}

export function stockTone({ level }: StockView): StateTone {
  return level === 'in' ? 'good' : 'wait'
}

/** «12 400 шт», «мало, 180 шт», «под заказ» — or words alone where the company shows no numbers. */
export function stockWords({ level, qty }: StockView, unit: string, locale: Locale): string {
  if (level === 'out') return say(words.stock.out, locale)
  if (qty === null) return say(level === 'low' ? words.stock.lowWords : words.stock.in, locale)
  return say(level === 'low' ? words.stock.low : words.stock.exact, locale, {
    qty: formatQty(qty, locale),
    unit: unitText(unit, locale),
  })
}

/** Where it lies, and when more comes where there is little: «Химки · ещё 28 ноя», «ожидаем 28 ноя». */
function stockNote({ stock, warehouses, expectedAt }: ProductCard, locale: Locale): string | undefined {
  const places = placesNote(warehouses, locale)
  if (!expectedAt || stock.level === 'in') return places
  const day = humanDate(expectedAt, locale)
  return places ? say(words.moreComes, locale, { places, day }) : say(words.comes, locale, { day })
}

/** «Химки, Подольск», «Химки и ещё 2» */
function placesNote(places: readonly WarehouseStock[], locale: Locale): string | undefined {
  const names = places.filter(({ level }) => level !== 'out').map(({ name }) => name)
  if (names.length === 0) return undefined
  if (names.length <= NAMED_PLACES) return names.join(', ')
  return say(words.stock.more, locale, { names: names[0], rest: names.length - 1 })
}
