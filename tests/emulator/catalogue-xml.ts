import { escapeXml } from '@/src/mechanisms/exchange/commerceml/xml-text'

/** A small wholesale catalogue, the same for the same seed. */
export type DemoCatalogue = {
  id: string
  groups: { id: string; name: string; parentId: string | null }[]
  priceTypes: { id: string; name: string; currency: string }[]
  warehouses: { id: string; name: string; address: string }[]
  products: DemoProduct[]
}

export type DemoProduct = {
  id: string
  article: string
  name: string
  groupId: string
  brand: { id: string; name: string }
  unit: { code: string; name: string; fullName: string; intl: string }
  vatRate: string
  barcode: string
  description: string
  weight: string
  picture: string | null
  deleted?: boolean
  /** At least one; a lone offer has no characteristic. */
  offers: DemoOffer[]
}

export type DemoOffer = {
  characteristicId: string | null
  characteristics: { name: string; value: string }[]
  /** By price type id, as 1C writes it. */
  prices: Record<string, string>
  /** By warehouse id. */
  stock: Record<string, string>
}

const GROUPS: [string, string[]][] = [
  ['Электроинструмент', ['Дрели и шуруповёрты', 'Пилы', 'Шлифмашины']],
  ['Крепёж', ['Саморезы', 'Анкеры', 'Гвозди']],
  ['Сухие смеси', ['Штукатурки', 'Плиточный клей']],
  ['Спецодежда', ['Перчатки', 'Куртки']],
]
const NAMES: Record<string, string[]> = {
  'Дрели и шуруповёрты': ['Дрель ударная', 'Шуруповёрт аккумуляторный'],
  Пилы: ['Пила дисковая', 'Лобзик'],
  Шлифмашины: ['Шлифмашина угловая'],
  Саморезы: ['Саморез по дереву', 'Саморез по металлу'],
  Анкеры: ['Анкер-клин', 'Анкерный болт'],
  Гвозди: ['Гвоздь строительный'],
  Штукатурки: ['Штукатурка гипсовая', 'Штукатурка цементная'],
  'Плиточный клей': ['Клей для плитки'],
  Перчатки: ['Перчатки рабочие'],
  Куртки: ['Куртка утеплённая'],
}
const BRANDS = ['Вихрь', 'Зубр', 'Волма', 'Старатели', 'Техноавиа']
const PIECE = { code: '796', name: 'шт', fullName: 'Штука', intl: 'PCE' }
const KILOGRAM = { code: '166', name: 'кг', fullName: 'Килограмм', intl: 'KGM' }
const SIZES = ['S', 'M', 'L', 'XL']

/** A GUID that depends on its words alone. */
export function demoGuid(...words: (string | number)[]): string {
  let hex = ''
  for (let round = 0; hex.length < 32; round += 1)
    hex += hash(`${round}:${words.join('|')}`)
      .toString(16)
      .padStart(8, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}

export function demoCatalogue({
  products = 40,
  seed = 'demo',
}: { products?: number; seed?: string } = {}): DemoCatalogue {
  const groups = GROUPS.flatMap(([parent, children]) => [
    { id: demoGuid(seed, parent), name: parent, parentId: null },
    ...children.map((name) => ({ id: demoGuid(seed, name), name, parentId: demoGuid(seed, parent) })),
  ])
  const leaves = groups.filter((one) => one.parentId !== null)
  const priceTypes = [
    { id: demoGuid(seed, 'Оптовая'), name: 'Оптовая', currency: 'RUB' },
    { id: demoGuid(seed, 'Розничная'), name: 'Розничная', currency: 'RUB' },
  ]
  const warehouses = [
    { id: demoGuid(seed, 'Основной склад'), name: 'Основной склад', address: 'Москва, Складская улица, 5' },
    { id: demoGuid(seed, 'Северный склад'), name: 'Северный склад', address: 'Санкт-Петербург, Парнас, 12' },
  ]
  const list: DemoProduct[] = []
  for (let index = 0; index < products; index += 1) {
    const leaf = leaves[index % leaves.length]
    if (!leaf) break
    list.push(demoProduct(seed, index, leaf, priceTypes, warehouses))
  }
  return { id: demoGuid(seed, 'catalogue'), groups, priceTypes, warehouses, products: list }
}

function demoProduct(
  seed: string,
  index: number,
  group: { id: string; name: string },
  priceTypes: DemoCatalogue['priceTypes'],
  warehouses: DemoCatalogue['warehouses'],
): DemoProduct {
  const roll = hash(`${seed}#${index}`)
  const names = NAMES[group.name] ?? [group.name]
  const brand = BRANDS[roll % BRANDS.length] ?? 'Зубр'
  const sized = group.name === 'Перчатки' || group.name === 'Куртки'
  const base = 9_000 + (roll % 900_000)
  const offer = (characteristic: string | null, step: number): DemoOffer => ({
    characteristicId: characteristic === null ? null : demoGuid(seed, index, characteristic),
    characteristics: characteristic === null ? [] : [{ name: 'Размер', value: characteristic }],
    prices: Object.fromEntries(
      priceTypes.map((one, order) => [one.id, money(base + step * 500 + order * Math.round(base / 4))]),
    ),
    stock: Object.fromEntries(warehouses.map((one, order) => [one.id, String((roll >>> (order * 4 + step)) % 120)])),
  })
  return {
    id: demoGuid(seed, 'product', index),
    article: `А-${String(100_000 + index)}`,
    name: `${names[index % names.length] ?? group.name} «${brand}» ${100 + (roll % 900)}`,
    groupId: group.id,
    brand: { id: demoGuid(seed, brand), name: brand },
    unit: group.name === 'Гвозди' ? KILOGRAM : PIECE,
    vatRate: index % 9 === 8 ? 'Без НДС' : '20',
    barcode: String(2_000_000_000_000 + index),
    description: `${group.name}: поставка со склада, гарантия производителя. Артикул ${100_000 + index}.`,
    weight: money(10 + (roll % 4_000)),
    picture: index % 5 === 0 ? `import_files/${demoGuid(seed, index).slice(0, 2)}/${demoGuid(seed, index)}.jpg` : null,
    offers: sized ? SIZES.map((size, step) => offer(size, step)) : [offer(null, 0)],
  }
}

function money(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2)
  return text.endsWith('.00') ? text.slice(0, -3) : text
}

export type CatalogueXmlOptions = { version?: string; onlyChanges?: boolean; generatedAt?: string }

function root(options: CatalogueXmlOptions, body: string): string {
  const version = options.version ?? '2.10'
  const made = options.generatedAt ?? '2026-11-24T09:00:00'
  return `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" xmlns:xs="http://www.w3.org/2001/XMLSchema" ВерсияСхемы="${version}" ДатаФормирования="${made}">\n${body}</КоммерческаяИнформация>\n`
}

const OWNER =
  '<Владелец><Ид>kabinet-demo</Ид><Наименование>Торговый дом «Пример»</Наименование><ОфициальноеНаименование>ООО «Торговый дом „Пример“»</ОфициальноеНаименование><ИНН>7707083893</ИНН></Владелец>\n'

/** `import.xml`: classifier and goods. */
export function importXml(catalogue: DemoCatalogue, options: CatalogueXmlOptions = {}): string {
  const tree = (parentId: string | null): string => {
    const inside = catalogue.groups
      .filter((one) => one.parentId === parentId)
      .map(
        (one) =>
          `<Группа><Ид>${one.id}</Ид><Наименование>${escapeXml(one.name)}</Наименование>${tree(one.id)}</Группа>\n`,
      )
    return inside.length === 0 ? '' : `<Группы>\n${inside.join('')}</Группы>\n`
  }
  const goods = catalogue.products.map(productXml).join('')
  return root(
    options,
    `<Классификатор><Ид>${catalogue.id}</Ид><Наименование>Классификатор (Каталог товаров)</Наименование>${OWNER}${tree(null)}</Классификатор>\n` +
      `<Каталог СодержитТолькоИзменения="${String(options.onlyChanges ?? false)}"><Ид>${catalogue.id}</Ид><ИдКлассификатора>${catalogue.id}</ИдКлассификатора><Наименование>Каталог товаров</Наименование>${OWNER}<Товары>\n${goods}</Товары></Каталог>\n`,
  )
}

function productXml(product: DemoProduct): string {
  const status = product.deleted ? ' Статус="Удален"' : ''
  return [
    `<Товар${status}><Ид>${product.id}</Ид><Штрихкод>${product.barcode}</Штрихкод><Артикул>${escapeXml(product.article)}</Артикул>`,
    `<Наименование>${escapeXml(product.name)}</Наименование>${unitXml(product)}`,
    `<Группы><Ид>${product.groupId}</Ид></Группы><Описание>${escapeXml(product.description)}</Описание>`,
    product.picture ? `<Картинка>${product.picture}</Картинка>` : '',
    `<Изготовитель><Ид>${product.brand.id}</Ид><Наименование>${escapeXml(product.brand.name)}</Наименование><ОфициальноеНаименование>${escapeXml(product.brand.name)}</ОфициальноеНаименование></Изготовитель>`,
    `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${product.vatRate}</Ставка></СтавкаНалога></СтавкиНалогов>`,
    '<ЗначенияРеквизитов>',
    requisite('ВидНоменклатуры', 'Товар'),
    requisite('ТипНоменклатуры', 'Товар'),
    requisite('Полное наименование', product.name),
    requisite('Вес', product.weight),
    '</ЗначенияРеквизитов></Товар>\n',
  ].join('')
}

function unitXml({ unit }: DemoProduct): string {
  return `<БазоваяЕдиница Код="${unit.code}" НаименованиеПолное="${unit.fullName}" МеждународноеСокращение="${unit.intl}">${unit.name}</БазоваяЕдиница>`
}

function requisite(name: string, value: string): string {
  return `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${escapeXml(value)}</Значение></ЗначениеРеквизита>`
}

/** `offers.xml`: offers with prices and stock. */
export function offersXml(catalogue: DemoCatalogue, options: CatalogueXmlOptions = {}): string {
  const types = catalogue.priceTypes.map(
    (one) =>
      `<ТипЦены><Ид>${one.id}</Ид><Наименование>${one.name}</Наименование><Валюта>${one.currency}</Валюта><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме></Налог></ТипЦены>\n`,
  )
  const stores = catalogue.warehouses.map(
    (one) =>
      `<Склад><Ид>${one.id}</Ид><Наименование>${one.name}</Наименование><Адрес><Представление>${escapeXml(one.address)}</Представление></Адрес></Склад>\n`,
  )
  const offers = catalogue.products.flatMap((product) => product.offers.map((offer) => offerXml(product, offer)))
  return root(
    options,
    `<ПакетПредложений СодержитТолькоИзменения="${String(options.onlyChanges ?? false)}"><Ид>${catalogue.id}#</Ид><Наименование>Пакет предложений</Наименование><ИдКаталога>${catalogue.id}</ИдКаталога><ИдКлассификатора>${catalogue.id}</ИдКлассификатора>${OWNER}` +
      `<ТипыЦен>\n${types.join('')}</ТипыЦен><Склады>\n${stores.join('')}</Склады><Предложения>\n${offers.join('')}</Предложения></ПакетПредложений>\n`,
  )
}

function offerXml(product: DemoProduct, offer: DemoOffer): string {
  const id = offer.characteristicId === null ? product.id : `${product.id}#${offer.characteristicId}`
  const names = offer.characteristics.map((one) => one.value).join(', ')
  const total = Object.values(offer.stock).reduce((sum, one) => sum + Number(one), 0)
  const characteristics = offer.characteristics.map(
    (one) =>
      `<ХарактеристикаТовара><Наименование>${one.name}</Наименование><Значение>${one.value}</Значение></ХарактеристикаТовара>`,
  )
  const prices = Object.entries(offer.prices).map(
    ([type, price]) =>
      `<Цена><Представление>${price} RUB за ${product.unit.name}</Представление><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта><Единица>${product.unit.code}</Единица><Коэффициент>1</Коэффициент></Цена>`,
  )
  const stock = Object.entries(offer.stock).map(
    ([store, qty]) => `<Склад ИдСклада="${store}" КоличествоНаСкладе="${qty}"/>`,
  )
  return [
    `<Предложение><Ид>${id}</Ид><Артикул>${escapeXml(product.article)}</Артикул><Наименование>${escapeXml(product.name)}${names ? ` (${names})` : ''}</Наименование>${unitXml(product)}`,
    characteristics.length > 0 ? `<ХарактеристикиТовара>${characteristics.join('')}</ХарактеристикиТовара>` : '',
    `<Цены>${prices.join('')}</Цены><Количество>${total}</Количество>${stock.join('')}</Предложение>\n`,
  ].join('')
}
