import { fixings } from '@/src/demo/catalogue/fixings'
import { metric } from '@/src/demo/catalogue/metric'
import { guid } from '@/src/demo/passport'
import { wallClock } from '@/src/mechanisms/exchange/commerceml/times'
import { importXml, offersXml, type DemoCatalogue, type DemoProduct } from './catalogue-xml'
import type { OneCFile } from './onec'
import { ZONE } from './onec-orders'

/** Goods as the demo's own 1C tells them: under the same ids as the demo itself was filled with. */

const PRICE_TYPES = ['Розничные', 'Оптовые', 'Договорные'] as const
/** How the first two stand to the contract price. */
const ABOVE = { Розничные: 1.27, Оптовые: 1.1, Договорные: 1 }
const WAREHOUSES = [
  { name: 'Химки', address: 'Химки, ул. Репина, 2/27, ворота 3' },
  { name: 'Подольск', address: 'Подольск, Домодедовское ш., 1в' },
  { name: 'Казань', address: 'Казань, ул. Техническая, 120' },
]
const SECTION = { slug: 'instrument', name: 'Инструмент' }
const GROUP = { slug: 'instrument-ruchnoy-instrument', name: 'Ручной инструмент' }
const UNITS: Record<string, DemoProduct['unit']> = {
  шт: { code: '796', name: 'шт', fullName: 'Штука', intl: 'PCE' },
  уп: { code: '778', name: 'уп', fullName: 'Упаковка', intl: 'PK' },
  м: { code: '006', name: 'м', fullName: 'Метр', intl: 'MTR' },
}

/** What a person may know of one of the goods. `price` is the contract price in roubles, `stock` pieces in Химки. */
export type Told = { article: string; name: string; unit: string; price: number; stock: number }

export const companyId = (key: string): string => guid('company', key)

/** Goods of the demo without variants, as its 1C knows them. */
export function knownGoods(): Told[] {
  return [...metric, ...fixings]
    .filter(({ variants, unit }) => !variants && unit in UNITS)
    .flatMap((family) =>
      family.items.map((item) => ({
        article: family.prefix + item.code,
        name: [family.name, item.size, family.tail].filter(Boolean).join(' '),
        unit: family.unit,
        price: item.price,
        stock: 500,
      })),
    )
}

/** The two files of an exchange: new goods whole, changed ones with prices and stock only. */
export function demoFiles({
  fresh,
  changed,
  now = new Date(),
}: {
  fresh: readonly Told[]
  changed: readonly Told[]
  now?: Date
}): OneCFile[] {
  const { date, time } = wallClock(now.toISOString(), ZONE)
  const options = { onlyChanges: true, generatedAt: `${date}T${time}` }
  const whole = catalogueOf(fresh)
  const files = [{ name: 'offers.xml', content: offersXml(catalogueOf([...fresh, ...changed]), options) }]
  return fresh.length > 0 ? [{ name: 'import.xml', content: importXml(whole, options) }, ...files] : files
}

function catalogueOf(goods: readonly Told[]): DemoCatalogue {
  const section = guid('group', SECTION.slug)
  return {
    id: guid('catalogue', 'demo'),
    groups: [
      { id: section, name: SECTION.name, parentId: null },
      { id: guid('group', GROUP.slug), name: GROUP.name, parentId: section },
    ],
    priceTypes: PRICE_TYPES.map((name) => ({ id: guid('priceType', name), name, currency: 'RUB' })),
    warehouses: WAREHOUSES.map(({ name, address }) => ({ id: guid('warehouse', name), name, address })),
    products: goods.map(productOf),
  }
}

function productOf({ article, name, unit, price, stock }: Told): DemoProduct {
  const [first, ...others] = WAREHOUSES.map(({ name: warehouse }) => guid('warehouse', warehouse))
  return {
    id: guid('product', article),
    article,
    name,
    groupId: guid('group', GROUP.slug),
    brand: { id: guid('brand', 'Зубр'), name: 'Зубр' },
    unit: UNITS[unit] ?? { code: '796', name: unit, fullName: 'Штука', intl: 'PCE' },
    vatRate: '22',
    barcode: '',
    description: `${name}. Поставка со склада, гарантия производителя.`,
    weight: '1.2',
    picture: null,
    offers: [
      {
        characteristicId: null,
        characteristics: [],
        prices: Object.fromEntries(
          PRICE_TYPES.map((type) => [guid('priceType', type), (price * ABOVE[type]).toFixed(2)]),
        ),
        stock: { [String(first)]: String(stock), ...Object.fromEntries(others.map((id) => [id, '0'])) },
      },
    ],
  }
}
