import { at, childText, has, plainXml, type Plain } from './plain-xml'

/** What must be in the portal after the files of a set, and what must wait; counted from their text alone. */
export type Expected = {
  groups: number
  brands: number
  units: number
  priceTypes: number
  warehouses: number
  products: number
  hiddenProducts: number
  /** SKUs that offers named, and those that goods without offers got. */
  skus: number
  soleSkus: number
  prices: number
  stocks: number
  waiting: { skus: number; prices: number; stocks: number; orders: number }
  negative: number
}

const EMPTY = '00000000-0000-0000-0000-000000000000'
/** Elements that make no offer by themselves: prices and stock of an offer that is told elsewhere. */
const AMOUNTS = new Set([
  'Ид',
  'ИдХарактеристики',
  'НомерВерсии',
  'КодЕдиницыИзмерения',
  'Цены',
  'Остатки',
  'Количество',
  'Склад',
  'Склады',
  'КоличествоНаСкладах',
])

const isRemoved = (node: Plain): boolean =>
  /^удал/i.test(node.attributes['Статус'] ?? childText(node, 'Статус') ?? '') ||
  childText(node, 'ПометкаУдаления') === 'true'

function idsOf(offer: Plain): { product: string; offer: string } {
  const [product = '', char = ''] = (childText(offer, 'Ид') ?? '').split('#')
  const characteristic = char || childText(offer, 'ИдХарактеристики') || ''
  return {
    product,
    offer: characteristic === '' || characteristic === EMPTY ? product : `${product}#${characteristic}`,
  }
}

/** Files in the order in which they are applied. `removed`: the last word about a record wins. */
export function expectedOf(texts: readonly string[]): Expected {
  const trees = texts.map(plainXml)
  const all = (path: string): Plain[] => trees.flatMap((tree) => at(tree, path))
  const ids = (path: string): string[] => all(path).flatMap((node) => childText(node, 'Ид') || [])
  const offers = all('Предложения/Предложение')
  const goodsAsOffers = offers.filter((one) => has(one, 'Группы') && idsOf(one).offer === idsOf(one).product)
  const goods = [...all('Каталог/Товары/Товар'), ...goodsAsOffers]

  const products = new Set(goods.map((node) => idsOf(node).product))
  const removed = new Map(goods.map((node) => [idsOf(node).product, isRemoved(node)]))
  const named = offers.filter((one) => isRemoved(one) || one.children.some(({ name }) => !AMOUNTS.has(name)))
  const skuIds = [...new Set(named.map((one) => idsOf(one).offer))]
  const skus = new Set(skuIds.filter((id) => products.has(id.split('#')[0] ?? '')))
  const owners = new Set([...skus].map((id) => id.split('#')[0]))
  const sole = [...products].filter((id) => !owners.has(id) && !removed.get(id))

  const priceTypes = new Set(ids('ТипыЦен/ТипЦены'))
  const warehouses = new Set(
    all('Склады/Склад')
      .filter((node) => has(node, 'Наименование'))
      .flatMap((node) => childText(node, 'Ид') || []),
  )
  // A SKU that goods without offers got takes prices and stock of the same identifier.
  const known = new Set([...skus, ...sole])
  const prices = new Map(
    offers.flatMap((one) =>
      at(one, 'Цены/Цена').map((price): [string, boolean] => [
        `${idsOf(one).offer}|${childText(price, 'ИдТипаЦены')}`,
        known.has(idsOf(one).offer) && priceTypes.has(childText(price, 'ИдТипаЦены') ?? ''),
      ]),
    ),
  )
  const stocks = new Map<string, { lies: boolean; qty: number }>()
  let negative = 0
  for (const one of offers) {
    for (const { warehouse, qty } of stocksOf(one)) {
      if (qty < 0) negative += 1
      stocks.set(`${idsOf(one).offer}|${warehouse ?? ''}`, {
        lies: known.has(idsOf(one).offer) && (warehouse === null || warehouses.has(warehouse)),
        qty,
      })
    }
  }
  const lying = [...stocks.values()].filter(({ lies }) => lies).length
  const taken = [...prices.values()].filter(Boolean).length
  return {
    groups: new Set(all('Группы/Группа').flatMap((node) => childText(node, 'Ид') || [])).size,
    brands: new Set(goods.flatMap(brandOf)).size,
    units: unitsOf(trees).size,
    priceTypes: priceTypes.size,
    warehouses: warehouses.size,
    products: products.size,
    hiddenProducts: [...removed.values()].filter(Boolean).length,
    skus: skus.size,
    soleSkus: sole.length,
    prices: taken,
    stocks: lying,
    waiting: {
      skus: skuIds.length - skus.size,
      prices: prices.size - taken,
      stocks: stocks.size - lying,
      orders: new Set(all('Документ').map((node) => childText(node, 'Ид') || childText(node, 'Номер'))).size,
    },
    negative,
  }
}

/** Маker by its identifier, else by name in small letters. */
function brandOf(product: Plain): string[] {
  const [maker] = product.children.filter(({ name }) => name === 'Изготовитель')
  const name =
    childText(maker, 'Наименование') ||
    childText(maker, 'ОфициальноеНаименование') ||
    childText(product, 'ТорговаяМарка')
  return name ? [childText(maker, 'Ид') || `name:${name.toLowerCase()}`] : []
}

function* stocksOf(offer: Plain): Generator<{ warehouse: string | null; qty: number }> {
  const number = (text: string | null | undefined): number =>
    Number(
      String(text ?? '')
        .replace(/\s/g, '')
        .replace(',', '.'),
    )
  for (const child of offer.children) {
    if (child.name === 'Количество' && child.text.trim() !== '') yield { warehouse: null, qty: number(child.text) }
    if (child.name === 'Склад')
      yield {
        warehouse: child.attributes['ИдСклада'] ?? childText(child, 'Ид'),
        qty: number(child.attributes['КоличествоНаСкладе'] ?? childText(child, 'Количество') ?? ''),
      }
  }
  for (const rest of at(offer, 'Остатки/Остаток')) {
    for (const part of rest.children) {
      if (part.name === 'Склад') yield { warehouse: childText(part, 'Ид'), qty: number(childText(part, 'Количество')) }
      if (part.name === 'Количество') yield { warehouse: null, qty: number(part.text) }
    }
  }
}

/** Codes of units told with words, and of those that products are counted in besides. */
function unitsOf(trees: readonly Plain[]): Set<string> {
  const told = trees
    .flatMap((tree) => at(tree, 'БазоваяЕдиница'))
    .flatMap((node) => [
      ...(node.attributes['Код'] ? [node.attributes['Код'].trim()] : []),
      ...node.children.filter(({ name }) => name === 'Пересчет').flatMap((part) => childText(part, 'Единица') || []),
    ])
  const listed = trees
    .flatMap((tree) => at(tree, 'ЕдиницыИзмерения/ЕдиницаИзмерения'))
    .flatMap((node) => (childText(node, 'Код') || childText(node, 'Ид')) ?? [])
  return new Set([...told, ...listed].filter(Boolean))
}
