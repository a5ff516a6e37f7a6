import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { describeReal, ownExports, REAL_FILES, sharedData } from '@/tests/support/shared'
import { ofKind, readAll } from './reading'

const root = sharedData('commerceml')
const xmlBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()

/** Where text is not UTF-8. */
const IN_1251 = [
  'orders/empty.xml',
  'orders/bitrix-query-response-empty.xml',
  'orders/bitrix-query-response-full.xml',
  'orders/orders.xml',
]

/** How many times an element opens; the reader is not involved. */
function opened(xml: string, name: string): number {
  return xml.match(new RegExp(`<${name}(?=[\\s>/])`, 'g'))?.length ?? 0
}

/** The part of the text that is inside `name`, wherever it stands. */
function inside(xml: string, name: string): string {
  return (xml.match(new RegExp(`<${name}(?=[\\s>])[^]*?</${name}>`, 'g')) ?? []).join('')
}

function without(xml: string, name: string): string {
  return xml.replace(new RegExp(`<${name}(?=[\\s>])[^]*?</${name}>`, 'g'), '')
}

/** Reads a file and compares what came with the counts of its text. */
async function readWhole(folder: string, name: string): Promise<void> {
  const bytes = readFileSync(path.join(folder, name))
  const xml = iconv.decode(bytes, IN_1251.includes(name) ? 'windows-1251' : 'utf-8')
  const records = await readAll(bytes)
  const count = (kind: Parameters<typeof ofKind>[1]): number => ofKind(records, kind).length

  expect(ofKind(records, 'problem')).toEqual([])
  expect(records[0]?.kind).toBe('header')
  expect(count('classifier')).toBe(opened(xml, 'Классификатор'))
  expect(count('catalogue')).toBe(opened(xml, 'Каталог'))
  expect(count('package')).toBe(opened(xml, 'ПакетПредложений'))
  expect(count('group')).toBe(opened(xml, 'Группа'))
  const classifiers = inside(xml, 'Классификатор').replaceAll(/<(СвойстваЭлементов|СвойстваГрупп)>[^]*?<\/\1>/g, '')
  expect(count('property')).toBe(opened(classifiers, 'Свойство'))
  expect(count('priceType')).toBe(opened(xml, 'ТипЦены'))
  const outsideOffers = without(without(xml, 'Предложения'), 'Документ')
  expect(count('warehouse')).toBe(opened(outsideOffers, 'Склад'))

  const offers = xml.match(/<Предложение(?=[\s>])[^]*?<\/Предложение>/g) ?? []
  const goodsAsOffers = offers.filter((one) => one.includes('<Группы>')).length
  expect(count('product')).toBe(opened(without(xml, 'Документ'), 'Товар') + goodsAsOffers)
  const amountsOnly = /\/(prices|rests)\.xml$/.test(name)
  expect(count('offer')).toBe(amountsOnly ? 0 : offers.length)
  expect(count('price')).toBe(opened(xml, 'ЦенаЗаЕдиницу') - opened(inside(xml, 'Документ'), 'ЦенаЗаЕдиницу'))
  const inOffers = offers.join('')
  const totals = inOffers.match(/<Количество>/g)?.length ?? 0
  expect(count('stock')).toBe(totals + opened(inOffers, 'Склад') - opened(inOffers, 'Остаток'))

  expect(count('order')).toBe(opened(xml, 'Документ'))
  expect(ofKind(records, 'order').reduce((sum, one) => sum + one.lines.length, 0)).toBe(
    opened(inside(xml, 'Документ'), 'Товар'),
  )
  expect(count('document')).toBe(0)
}

/** How many records of each kind a file gives. */
async function countKinds(file: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { kind } of await readAll(readFileSync(file))) found[kind] = (found[kind] ?? 0) + 1
  return found
}

describe('[EXCH-02] every export of the project’s own', () => {
  it.each(xmlBelow(ownExports))('%s is read whole, without a problem, with the counts of its text', (name) =>
    readWhole(ownExports, name),
  )

  it('gives the known counts, so that a wrong regular expression above cannot hide', async () => {
    const kinds = async (name: string): Promise<Record<string, number>> => countKinds(path.join(ownExports, name))
    expect(await kinds('changes-2.05/import.xml')).toMatchObject({ group: 4, product: 4 })
    expect(await kinds('pair-2.07/import0_1.xml')).toMatchObject({ group: 5, product: 5, property: 1 })
    expect(await kinds('pair-2.07/offers0_1.xml')).toMatchObject({
      offer: 5,
      price: 6,
      stock: 12,
      warehouse: 2,
      priceType: 2,
    })
    expect(await kinds('split-3.1/goods/1/rests.xml')).toEqual({ header: 1, package: 1, stock: 6, amounts: 3 })
    expect(await kinds('split-3.1/documents/1/documents.xml')).toEqual({ header: 1, order: 2 })
    expect(await kinds('bad/doubled-prolog.xml')).toMatchObject({ product: 2, group: 1 })
    expect(await kinds('bad/declares-1251-holds-utf8.xml')).toMatchObject({ product: 2, group: 1 })
  })

  it('reads the file that lies about its encoding as the text it is, and an answer in windows-1251', async () => {
    const [product] = ofKind(
      await readAll(readFileSync(path.join(ownExports, 'bad/declares-1251-holds-utf8.xml'))),
      'product',
    )
    expect(product?.name).toBe('Ёмкость полосатая')
    const [order] = ofKind(await readAll(readFileSync(path.join(ownExports, 'orders/orders.xml'))), 'order')
    expect(order).toMatchObject({
      number: '20',
      date: '2026-11-16T12:40:40.000Z',
      currency: 'RUB',
      total: 968342,
      cancelled: false,
    })
    expect(order?.lines.map((one) => one.name)).toEqual(['Доставка заказа', 'Станок сверлильный'])
  })
})

describeReal('[EXCH-02] every file of them', () => {
  it('is there', () => {
    expect(xmlBelow(root)).toEqual(REAL_FILES)
  })

  it.each(REAL_FILES)('%s is read whole, without a problem, with the counts of its text', (name) =>
    readWhole(root, name),
  )

  it('gives the known counts, so that a wrong regular expression above cannot hide', async () => {
    const kinds = async (name: string): Promise<Record<string, number>> => countKinds(path.join(root, name))
    expect(await kinds('catalogue-2.07/import0_1.xml')).toMatchObject({ group: 30, product: 1993 })
    expect(await kinds('catalogue-2.07/offers-other-catalogue.xml')).toMatchObject({
      offer: 2455,
      price: 4910,
      stock: 4910,
      priceType: 2,
    })
    expect(await kinds('catalogue-2.05/import.xml')).toMatchObject({ group: 34, product: 305 })
    expect(await kinds('pair-2.07/offers0_1.xml')).toMatchObject({ offer: 44, price: 44, stock: 176, warehouse: 3 })
    expect(await kinds('v3.1/bitrix-module-6/goods/1/rests.xml')).toEqual({
      header: 1,
      package: 1,
      stock: 1032,
      amounts: 86,
    })
    expect(await kinds('v3.1/bitrix-module-6/documents/1/documents.xml')).toEqual({ header: 1, order: 20 })
    expect(await kinds('bad/doubled-prolog.xml')).toMatchObject({ product: 4, group: 1 })
    expect(await kinds('bad/declares-1251-holds-utf8.xml')).toMatchObject({ product: 38, group: 15, property: 24 })
  })

  it('reads the file that lies about its encoding as the text it is', async () => {
    let encoding = ''
    const bytes = readFileSync(path.join(root, 'bad/declares-1251-holds-utf8.xml'))
    const records = await readAll(bytes, { onEncoding: (found) => (encoding = found) })
    expect(encoding).toBe('utf-8')
    expect(ofKind(records, 'product')[0]?.name).toBe('Штаны Полосатый Рейс')
  })

  it('reads answers in windows-1251', async () => {
    const records = await readAll(readFileSync(path.join(root, 'orders/orders.xml')))
    const [order] = ofKind(records, 'order')
    expect(order).toMatchObject({
      number: '20',
      date: '2007-10-16T11:40:40.000Z',
      currency: 'RUB',
      total: 968342,
      cancelled: false,
    })
    expect(order?.lines.map((one) => [one.externalId === 'ORDER_DELIVERY', one.price, one.qty, one.total])).toEqual([
      [true, 3480000, 1000, 34800],
      [false, 93354200, 1000, 933542],
    ])
    expect(order?.counterparties[0]?.representatives).toHaveLength(1)
  })

  it('reads deletions in both spellings', async () => {
    const deleted = async (name: string, kind: 'product' | 'offer'): Promise<number> =>
      ofKind(await readAll(readFileSync(path.join(root, name))), kind).filter((one) => one.deleted).length
    expect(await deleted('catalogue-2.05/import.xml', 'product')).toBe(2)
    expect(await deleted('catalogue-2.05/offers.xml', 'offer')).toBe(2)
    expect(await deleted('pair-ut101/offers.xml', 'offer')).toBe(6)
    expect(await deleted('catalogue-2.07/offers-other-catalogue.xml', 'offer')).toBe(0)
  })

  it('reads what 1C says of an order in 3.1', async () => {
    const records = await readAll(readFileSync(path.join(root, 'v3.1/bitrix-module-6/documents/1/documents.xml')))
    const [order] = ofKind(records, 'order')
    expect(order).toMatchObject({
      externalId: '320',
      number1c: 'L320',
      date: '2017-08-03T15:46:55.000Z',
      posted: true,
      cancelled: false,
      deleted: false,
      shippedNumber: 'О0000000976',
      shippedDate: '2017-08-04T09:22:01.000Z',
      paidNumber: null,
      total: 132000,
      version: 'AAAC+wAAAAA=',
    })
    expect(order?.lines[0]).toMatchObject({
      productExternalId: 'aa8085b0-ee4d-11e3-9438-00155d020201',
      characteristicExternalId: '9b62e395-ef8b-11e3-9438-00155d020201',
      unit: { code: '796', name: 'шт' },
      price: 13200000,
      vat: [{ name: 'НДС', rate: null, sum: 0, included: false }],
    })
  })

  it('keeps negative stock and prices of four digits', async () => {
    const records = await readAll(readFileSync(path.join(root, 'catalogue-2.05/offers.xml')))
    const text = readFileSync(path.join(root, 'catalogue-2.05/offers.xml'), 'utf8')
    const negative = text.match(/<Количество>-/g)?.length ?? 0
    expect(negative).toBe(21)
    expect(ofKind(records, 'stock').filter((one) => one.qty < 0)).toHaveLength(negative)
    expect(ofKind(records, 'price')[0]).toMatchObject({
      price: 5750000,
      currency: 'руб',
      unit: 'шт',
      coefficient: 1000,
    })
  })
})
