import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { infoXml } from '@/src/mechanisms/exchange/commerceml/info-xml'
import { orderXml } from '@/src/mechanisms/exchange/commerceml/order-xml'
import { partitionOutgoing, validateOutgoing, type OutgoingOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'
import { buildLine, buildOutgoing } from './outgoing-builder'
import { ofKind, readAll } from './reading'

const VERSIONS = ['2.04', '2.05', '2.07', '2.08', '2.10', '3.1']
const ENCODINGS = ['utf-8', 'windows-1251'] as const

/** Names of the direct children of the first element `name`, in order: what the schema's sequences are about. */
function childrenOf(xml: string, name: string): string[] {
  const body = new RegExp(`<${name}(?:\\s[^>]*)?>([^]*?)</${name}>`).exec(xml)?.[1] ?? ''
  const names: string[] = []
  let depth = 0
  for (const [, close, tag, empty] of body.matchAll(/<(\/?)([^\s>/]+)[^>]*?(\/?)>/g)) {
    if (close) depth -= 1
    else {
      if (depth === 0 && tag) names.push(tag)
      if (!empty) depth += 1
    }
  }
  return names
}

describe('[EXCH-06] the answer to sale/query', () => {
  it.each(VERSIONS.flatMap((version) => ENCODINGS.map((encoding) => [version, encoding] as const)))(
    'version %s in %s is read back as it was meant',
    async (version, encoding) => {
      const order = buildOutgoing({ total: 123350, discounts: [{ name: 'Итог', sum: 100 }], warehouseExternalId: 'w1' })
      const bytes = orderXml([order], { schemaVersion: version, encoding })
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('<?xml')
      let found = ''
      const records = await readAll(bytes, { onEncoding: (name) => (found = name) })
      expect(found).toBe(encoding)
      expect(ofKind(records, 'problem')).toEqual([])
      expect(ofKind(records, 'header')[0]?.schemaVersion).toBe(version)
      expect(ofKind(records, 'order')).toHaveLength(1)
      expect(ofKind(records, 'order')[0]).toMatchObject({
        externalId: order.externalId,
        number: order.number,
        date: '2026-11-24T11:18:05.000Z',
        operation: 'Заказ товара',
        role: 'Продавец',
        currency: 'RUB',
        rate: '1',
        total: 123350,
        discount: 100,
        comment: order.comment,
        statusName: 'Передан в работу',
        cancelled: false,
        warehouseExternalId: ['2.04', '2.05'].includes(version) ? null : 'w1',
        counterparties: [
          {
            externalId: order.customer.externalId,
            name: 'Ромашка',
            legalName: order.customer.legalName,
            inn: '7707083893',
            kpp: '770701001',
            role: 'Покупатель',
            address: order.customer.address,
            contacts: [
              { type: 'Почта', value: 'zakaz@romashka.example' },
              { type: 'Телефон рабочий', value: '+74950000000' },
            ],
            representatives: [{ externalId: 'c1', name: 'Иванова Анна' }],
          },
        ],
        lines: [
          {
            productExternalId: 'bd72d910-55bc-11d9-848a-00112f43529a',
            characteristicExternalId: '90c55447-d3a8-11e4-9423-e0cb4ed5eed4',
            article: 'Б-130001',
            unit: { code: '796', name: 'шт' },
            price: 6172500,
            qty: 2000,
            total: 123450,
            discount: 5000,
            vat: [{ name: 'НДС', rate: 20, sum: 20575, included: true }],
            requisites: { ВидНоменклатуры: 'Товар', ТипНоменклатуры: 'Товар' },
          },
        ],
      })
    },
  )

  it('keeps the order of elements that the schema (2.05 … 2.10) prescribes', () => {
    const order = buildOutgoing({ warehouseExternalId: 'w', discounts: [{ name: 'Итог', sum: 0 }] })
    const xml = orderXml([order], { schemaVersion: '2.10' }).toString('utf8')
    expect(childrenOf(xml, 'Документ').join(' ')).toBe(
      'Ид Номер Дата ХозОперация Роль Валюта Курс Сумма Контрагенты Время Комментарий Скидки Склады Товары ЗначенияРеквизитов',
    )
    expect(childrenOf(xml, 'Контрагент').join(' ')).toBe(
      'Ид Наименование ОфициальноеНаименование ЮридическийАдрес ИНН КПП Адрес Контакты Представители Роль',
    )
    expect(childrenOf(xml, 'Товар').join(' ')).toBe(
      'Ид Артикул Наименование БазоваяЕдиница СтавкиНалогов ЗначенияРеквизитов ЦенаЗаЕдиницу Количество Сумма Единица Коэффициент Налоги Скидки',
    )
  })

  it.each(VERSIONS)('tells what is cancelled, what is paid, what is a service and what is without VAT, %s', async (schemaVersion) => {
    const lines = [buildLine({ service: true, vatRate: null, vatSum: 0 }), buildLine({ vatRate: 0, vatSum: 0, vatIncluded: false })]
    const [order] = ofKind(await readAll(orderXml([buildOutgoing({ lines, cancelled: true, paid: false })], { schemaVersion })), 'order')
    expect(order).toMatchObject({ cancelled: true, paid: false })
    expect(order?.lines.map(({ vat, requisites }) => [vat[0]?.rate, vat[0]?.included, requisites['ВидНоменклатуры'], requisites['ТипНоменклатуры']])).toEqual([[null, true, 'Услуга', 'Услуга'], [0, false, 'Товар', 'Товар']])
    const [paid] = ofKind(await readAll(orderXml([buildOutgoing({ cancelled: false, paid: true })], { schemaVersion })), 'order')
    expect(paid).toMatchObject({ cancelled: false, paid: true })
  })

  it('puts each order of 3.1 into a container', () => {
    const xml = orderXml([buildOutgoing(), buildOutgoing({ number: '2' })], { schemaVersion: '3.1' }).toString('utf8')
    expect(xml.match(/<Контейнер>\s*<Документ>/g)).toHaveLength(2)
  })

  it('writes a person as a person', async () => {
    const customer = { externalId: 'p1', kind: 'person' as const, name: 'Пётр Иванов', surname: 'Иванов', givenName: 'Пётр', inn: '500100732259' }
    const xml = orderXml([buildOutgoing({ customer })]).toString('utf8')
    expect(childrenOf(xml, 'Контрагент')).toEqual(['Ид', 'Наименование', 'ПолноеНаименование', 'Фамилия', 'Имя', 'ИНН', 'Роль'])
  })

  it.each(VERSIONS)('is a valid empty root when there are no orders, %s', async (version) => {
    const bytes = orderXml([], { schemaVersion: version, encoding: 'windows-1251' })
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('<?xml')
    expect((await readAll(bytes)).map((one) => one.kind)).toEqual(['header'])
  })

  it('loses no sign that windows-1251 lacks', async () => {
    const name = 'Кабель 5 м² ₽ 😀 ґ'
    const bytes = orderXml([buildOutgoing({ lines: [buildLine({ name })] })], { encoding: 'windows-1251' })
    expect(iconv.decode(bytes, 'windows-1251')).not.toContain('?<')
    expect(ofKind(await readAll(bytes), 'order')[0]?.lines[0]?.name).toBe(name)
  })

  it('falls back to a version it knows', () => {
    expect(orderXml([], { schemaVersion: '2.10"><x' }).toString('utf8')).toContain('ВерсияСхемы="2.08"')
  })

  it('survives any text a client can type', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.constantFrom(...VERSIONS), fc.constantFrom(...ENCODINGS), async (comment, name, version, encoding) => {
        const order = buildOutgoing({ comment, lines: [buildLine({ name: `Т${name}` })] })
        const [read] = ofKind(await readAll(orderXml([order], { schemaVersion: version, encoding })), 'order')
        const plain = (text: string): string =>
          text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '').replace(/\r\n?/g, '\n').trim()
        expect(read?.comment ?? '').toBe(plain(comment))
        expect(read?.lines[0]?.name).toBe(plain(`Т${name}`))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps every sum, price and quantity to the last digit', async () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 })
    await fc.assert(
      fc.asyncProperty(amount, amount, fc.integer({ min: 1, max: 10 ** 9 }), fc.constantFrom(...VERSIONS), async (total, price, qty, version) => {
        const order = buildOutgoing({ total, lines: [buildLine({ total, price, qty })] })
        const [read] = ofKind(await readAll(orderXml([order], { schemaVersion: version })), 'order')
        expect(read?.total).toBe(total)
        expect(read?.lines[0]).toMatchObject({ total, price, qty })
      }),
      { numRuns: 100 },
    )
  })
})

describe('[EXCH-06] an order that would spoil the batch is parked', () => {
  it('lets a good one through', () => {
    expect(validateOutgoing(buildOutgoing())).toEqual([])
  })

  it('lets a line of text through, without an identifier', () => {
    const order = buildOutgoing({ lines: [buildLine({ productExternalId: null, characteristicExternalId: null, name: 'Доставка', service: true })] })
    expect(validateOutgoing(order)).toEqual([])
    for (const schemaVersion of VERSIONS) {
      const xml = orderXml([order], { schemaVersion }).toString('utf8')
      expect(childrenOf(xml, 'Товар')).not.toContain('Ид')
      expect(childrenOf(xml, 'Товар')).toContain('Наименование')
    }
  })

  it.each<[string, Partial<OutgoingOrder>]>([
    ['order.numberLength', { number: '123456789012' }],
    ['order.numberLength', { number: ' ' }],
    ['order.noCurrency', { currency: '' }],
    ['order.badMoment', { createdAt: 'вчера' }],
    ['order.noLines', { lines: [], total: 0 }],
    ['order.noCustomer', { customer: { ...buildOutgoing().customer, name: ' ' } }],
    ['order.badId', { externalId: '' }],
    ['order.badId', { lines: [buildLine({ productExternalId: '' , characteristicExternalId: null })] }],
    ['order.badAmount', { lines: [buildLine({ qty: 0 })] }],
    ['order.badAmount', { lines: [buildLine({ price: 0.5 })] }],
    ['order.badTotal', { total: 1 }],
  ])('%s', (code, over) => {
    expect(validateOutgoing(buildOutgoing(over)).map((one) => one.code)).toContain(code)
  })

  it('parks the second of one number and day in 1C’s zone, not of two days', () => {
    const first = buildOutgoing({ createdAt: '2026-11-24T20:59:00Z' })
    const sameDay = buildOutgoing({ externalId: 'b', createdAt: '2026-11-24T05:00:00Z' })
    const nextDay = buildOutgoing({ externalId: 'c', createdAt: '2026-11-24T21:00:00Z' })
    const { ready, parked } = partitionOutgoing([first, sameDay, nextDay, buildOutgoing({ currency: '' })], 'Europe/Moscow')
    expect(ready).toEqual([first, nextDay])
    expect(parked.map((one) => one.problems.map((problem) => problem.code))).toEqual([['order.numberRepeated'], ['order.noCurrency']])
  })
})

describe('[EXCH-06] the answer to sale/info', () => {
  it('names states, payments and deliveries, with Bitrix’s spelling beside the Russian one', () => {
    const info = {
      statuses: [{ id: 'a&b', name: 'В работе <1>' }],
      paymentSystems: [{ id: 'bank', name: 'Безнал', type: 'Безналичная' }],
      deliveryServices: [{ id: 'pickup', name: 'Самовывоз' }],
    }
    const xml = infoXml(info).toString('utf8')
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<Справочник>')).toBe(true)
    expect(xml.match(/<Ид>a&amp;b<\/Ид>\n<Название>В работе &lt;1&gt;<\/Название>/g)).toHaveLength(2)
    expect(xml).toContain('<\u0043татусы>')
    expect(xml).toContain('<\u0421татусы>')
    expect(xml).toContain('<ТипОплаты>Безналичная</ТипОплаты>')
    expect(iconv.decode(infoXml(info, 'windows-1251'), 'windows-1251')).toContain('Самовывоз')
  })
})
