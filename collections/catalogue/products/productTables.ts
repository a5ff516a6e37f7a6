import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatPrice, formatQty, QTY_SCALE } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import type { PaneTable } from '@/src/mechanisms/panel/definePane'
import type { PanelCell } from '@/src/mechanisms/panel/panelTable'
import { propertiesOf } from './product.cards.queries'
import type { PaneGoods, PanePrice, PaneSku } from './product.pane.queries'
import { productPaneLabels as words } from './product.pane.labels'

/** Tables of a product's page in the panel. */

const sentBy = ({ externalId }: { externalId: string | null }) => (externalId ? ('erp' as const) : null)
/** A name of the portal's own data is the same in every language. */
const named = (name: string): Text => ({ ru: name, en: name })

export const offersTable = (product: PaneGoods, locale: Locale): PaneTable => ({
  key: 'offers',
  title: words.offers,
  origin: sentBy(product),
  heads: [{ label: words.offer }, { label: words.traits }, { label: words.state }],
  rows: product.skus.map((sku) => ({
    key: sku.id,
    cells: [
      {
        text: sku.name,
        note: [sku.article, sku.barcode].filter(Boolean).join(', ') || null,
        href: `/admin/collections/skus/${sku.id}`,
      },
      {
        text:
          propertiesOf(sku.characteristics)
            .map(({ name, value }) => `${name}: ${value}`)
            .join('; ') || '—',
        note: sku.unit ? unitText(sku.unit, locale) : null,
      },
      stateCell(sku, locale),
    ],
  })),
})

const stateCell = ({ active, hidden }: PaneSku, locale: Locale): PanelCell =>
  active
    ? { text: say(words.sold, locale), tone: 'good' }
    : { text: say(hidden ? words.hidden : words.ended, locale), tone: 'wait' }

/** A row for each offer and quantity that a price begins with, a column for each type of prices. */
export function pricesTable({ skus, prices, ...product }: PaneGoods, locale: Locale): PaneTable {
  const types = [...new Map(prices.map(({ type, typeName }) => [type, typeName]))]
  const unit = product.unit ? ` ${unitText(product.unit, locale)}` : ''
  const qty = (value: number): string => `${formatQty(value, locale)}${unit}`
  return {
    key: 'prices',
    title: words.prices,
    origin: sentBy(product),
    heads: [
      { label: words.offer },
      { label: words.from },
      ...types.map(([, name]) => ({ label: named(name), end: true })),
    ],
    rows: skus.flatMap((sku) => {
      const mine = prices.filter((price) => price.sku === sku.id)
      return [...new Set(mine.map(({ from }) => from))]
        .sort((a, b) => a - b)
        .map((from) => ({
          key: `${sku.id} ${from}`,
          cells: [
            { text: sku.name },
            { text: from > 0 ? qty(from) : say(words.any, locale) },
            ...types.map(([type]) =>
              priceCell(
                mine.find((price) => price.type === type && price.from === from),
                { locale, qty },
              ),
            ),
          ],
        }))
    }),
  }
}

function priceCell(
  price: PanePrice | undefined,
  { locale, qty }: { locale: Locale; qty: (value: number) => string },
): PanelCell {
  if (!price) return { text: '—' }
  const notes = [
    price.to === null ? '' : say(words.upTo, locale, { to: qty(price.to) }),
    price.per === QTY_SCALE ? '' : say(words.per, locale, { per: qty(price.per) }),
    price.inForce ? '' : say(words.notInForce, locale),
  ].filter(Boolean)
  return { text: formatPrice(price.price, price.currency, locale).text, note: notes.join(', ') || null }
}

/** A row for each offer, a column for each warehouse; a total that 1C tells without warehouses stands last. */
export function stocksTable({ skus, stocks, ...product }: PaneGoods, locale: Locale): PaneTable {
  const places = [...new Map(stocks.map((stock) => [stock.warehouse, stock])).values()]
  const rows = skus.filter(({ id }) => stocks.some(({ sku }) => sku === id))
  return {
    key: 'stocks',
    title: words.stocks,
    origin: sentBy(product),
    heads: [
      { label: words.offer },
      ...places.map(({ name, shown }) => ({
        label: name === null ? words.whole : named(shown ? name : say(words.closed, locale, { name })),
        end: true,
      })),
    ],
    rows: rows.map((sku) => ({
      key: sku.id,
      cells: [
        { text: sku.name },
        ...places.map(({ warehouse }): PanelCell => {
          const stock = stocks.find((one) => one.sku === sku.id && one.warehouse === warehouse)
          const unit = sku.unit ?? product.unit
          if (!stock) return { text: '—' }
          return {
            text: `${formatQty(stock.qty, locale)}${unit ? ` ${unitText(unit, locale)}` : ''}`,
            note: stock.expectedAt ? say(words.expected, locale, { day: humanDate(stock.expectedAt, locale) }) : null,
          }
        }),
      ],
    })),
  }
}

/** Properties by their names; what 1C does not name is the portal's own and stays. */
export const propertiesTable = ({ properties, told, externalId }: PaneGoods): PaneTable => ({
  key: 'properties',
  title: words.properties,
  heads: [{ label: words.property }, { label: words.value }],
  rows: propertiesOf(properties).map(({ name, value }) => ({
    key: name,
    cells: [{ text: name, origin: externalId ? (told.includes(name) ? 'erp' : 'own') : null }, { text: value }],
  })),
})

export const neighboursTable = ({ neighbours }: PaneGoods): PaneTable => ({
  key: 'neighbours',
  title: words.neighbours,
  heads: [{ label: words.product }, { label: { ru: 'Артикул', en: 'Article' } }],
  rows: neighbours.map(({ id, name, article }) => ({
    key: id,
    cells: [{ text: name, href: `/admin/collections/products/${id}` }, { text: article ?? '—' }],
  })),
})
