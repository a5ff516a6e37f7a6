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

  it.each(VERSIONS)(
    'tells what is cancelled, what is paid, what is a service and what is without VAT, %s',
    async (schemaVersion) => {
      const lines = [
        buildLine({ service: true, vatRate: null, vatSum: 0 }),
        buildLine({ vatRate: 0, vatSum: 0, vatIncluded: false }),
      ]
      const [order] = ofKind(
        await readAll(orderXml([buildOutgoing({ lines, cancelled: true, paid: false })], { schemaVersion })),
        'order',
      )
      expect(order).toMatchObject({ cancelled: true, paid: false })
      expect(
        order?.lines.map(({ vat, requisites }) => [
          vat[0]?.rate,
          vat[0]?.included,
          requisites['ВидНоменклатуры'],
          requisites['ТипНоменклатуры'],
        ]),
      ).toEqual([
        [null, true, 'Услуга', 'Услуга'],
        [0, false, 'Товар', 'Товар'],
      ])
      const [paid] = ofKind(
        await readAll(orderXml([buildOutgoing({ cancelled: false, paid: true })], { schemaVersion })),
        'order',
      )
      expect(paid).toMatchObject({ cancelled: false, paid: true })
    },
  )

  it('puts each order of 3.1 into a container', () => {
    const xml = orderXml([buildOutgoing(), buildOutgoing({ number: '2' })], { schemaVersion: '3.1' }).toString('utf8')
    expect(xml.match(/<Контейнер>\s*<Документ>/g)).toHaveLength(2)
  })

  it('writes a person as a person', async () => {
    const customer = {
      externalId: 'p1',
      kind: 'person' as const,
      name: 'Пётр Иванов',
      surname: 'Иванов',
      givenName: 'Пётр',
      inn: '500100732259',
    }
    const xml = orderXml([buildOutgoing({ customer })]).toString('utf8')
    expect(childrenOf(xml, 'Контрагент')).toEqual([
      'Ид',
      'Наименование',
      'ПолноеНаименование',
      'Фамилия',
      'Имя',
      'ИНН',
      'Роль',
    ])
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
      fc.asyncProperty(
        anyText,
        anyText,
        fc.constantFrom(...VERSIONS),
        fc.constantFrom(...ENCODINGS),
        async (comment, name, version, encoding) => {
          const order = buildOutgoing({ comment, lines: [buildLine({ name: `Т${name}` })] })
          const [read] = ofKind(await readAll(orderXml([order], { schemaVersion: version, encoding })), 'order')
          const plain = (text: string): string =>
            text
              .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
              .replace(/\r\n?/g, '\n')
              .trim()
          expect(read?.comment ?? '').toBe(plain(comment))
          expect(read?.lines[0]?.name).toBe(plain(`Т${name}`))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps every sum, price and quantity to the last digit', async () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 })
    await fc.assert(
      fc.asyncProperty(
        amount,
        amount,
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.constantFrom(...VERSIONS),
        async (total, price, qty, version) => {
          const order = buildOutgoing({ total, lines: [buildLine({ total, price, qty })] })
          const [read] = ofKind(await readAll(orderXml([order], { schemaVersion: version })), 'order')
          expect(read?.total).toBe(total)
          expect(read?.lines[0]).toMatchObject({ total, price, qty })
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('[EXCH-06] an order that would spoil the batch is parked', () => {
  it('lets a good one through', () => {
    expect(validateOutgoing(buildOutgoing())).toEqual([])
  })

  it('lets a line of text through, without an identifier', () => {
    const order = buildOutgoing({
      lines: [buildLine({ productExternalId: null, characteristicExternalId: null, name: 'Доставка', service: true })],
    })
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
    ['order.badId', { lines: [buildLine({ productExternalId: '', characteristicExternalId: null })] }],
    ['order.badAmount', { lines: [buildLine({ qty: 0 })] }],
    ['order.badAmount', { lines: [buildLine({ price: 0.5 })] }],
    ['order.badTotal', { total: 1 }],
  ])('%s', (code, over) => {
    expect(validateOutgoing(buildOutgoing(over)).map((one) => one.code)).toContain(code)
  })

  it.each<[string, string, Partial<OutgoingOrder>, object]>([
    ['a number of twelve', 'order.numberLength', { number: '123456789012' }, { max: 11 }],
    ['a number with a space beside it', 'order.numberLength', { number: 'К-1 ' }, { max: 11 }],
    ['an Ид of 41', 'order.badId', { externalId: 'x'.repeat(41) }, { field: 'Ид', max: 40 }],
    ['an Ид of spaces', 'order.badId', { externalId: ' ' }, { field: 'Ид', max: 40 }],
    [
      'a client’s Ид of 41',
      'order.badId',
      { customer: { ...buildOutgoing().customer, externalId: 'x'.repeat(41) } },
      { field: 'Контрагент', max: 40 },
    ],
    [
      'an Ид of goods of 81',
      'order.badId',
      { lines: [buildLine({ productExternalId: 'x'.repeat(81), characteristicExternalId: null })] },
      { field: 'Товар', max: 80 },
    ],
    [
      'a sum below nought',
      'order.badAmount',
      { total: -1, discounts: [{ name: 'x', sum: 123_451 }] },
      { field: 'Сумма' },
    ],
    ['a price below nought', 'order.badAmount', { lines: [buildLine({ price: -1 })] }, { field: 'ЦенаЗаЕдиницу' }],
    ['nothing of something', 'order.badAmount', { lines: [buildLine({ qty: 0 })] }, { field: 'Количество' }],
    [
      'a line’s sum below nought',
      'order.badAmount',
      { total: -1, lines: [buildLine({ total: -1 })] },
      { field: 'Сумма' },
    ],
    ['a currency of four letters', 'order.noCurrency', { currency: 'РУБЛ' }, {}],
    ['a currency by its number', 'order.noCurrency', { currency: '643' }, {}],
    ['lines that make another sum', 'order.badTotal', { total: 123_449 }, { total: 123_449, lines: 123_450 }],
    [
      'a discount that is not counted',
      'order.badTotal',
      { discounts: [{ name: 'x', sum: 50 }] },
      { total: 123_450, lines: 123_400 },
    ],
    ['no lines', 'order.noLines', { lines: [], total: 0 }, {}],
    ['no moment', 'order.badMoment', { createdAt: '' }, {}],
    ['a client without a name', 'order.noCustomer', { customer: { ...buildOutgoing().customer, name: '' } }, {}],
  ])('%s: %s', (_what, code, over, params) => {
    expect(validateOutgoing(buildOutgoing(over))).toContainEqual({ code, params })
  })

  it('goes at each of its edges', () => {
    const line = buildLine({ productExternalId: 'x'.repeat(43), price: 0, qty: 1, total: 0 })
    const edge = buildOutgoing({
      number: '12345678901',
      externalId: 'x'.repeat(40),
      currency: 'руб',
      total: 0,
      lines: [line],
      customer: { ...buildOutgoing().customer, externalId: 'x'.repeat(40) },
    })
    expect(`${line.productExternalId}#${line.characteristicExternalId}`).toHaveLength(80)
    expect(validateOutgoing(edge)).toEqual([])
    expect(validateOutgoing(buildOutgoing({ total: 123_400, discounts: [{ name: 'x', sum: 50 }] }))).toEqual([])
  })

  it('writes little of an order that says little, and no place for what it does not say', () => {
    const bare = {
      externalId: 'o',
      number: '1',
      createdAt: '2026-11-24T11:18:05.000Z',
      currency: 'RUB',
      total: 100,
      customer: { externalId: 'c', kind: 'person' as const, name: 'Пётр' },
      lines: [{ productExternalId: 'p', name: 'Болт', price: 10_000, qty: 1_000, total: 100 }],
    }
    const inside = (schemaVersion: string) =>
      orderXml([bare], { schemaVersion, zone: 'UTC', generatedAt: new Date(0) })
        .toString('utf8')
        .split('\n')
        .slice(2, -2)
        .join('')
    expect(orderXml([bare], { zone: 'UTC', generatedAt: new Date(0) }).toString('utf8')).toContain(
      '<КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="1970-01-01T00:00:00">',
    )
    const requisite = (name: string, value: string) =>
      `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`
    const money = '<Валюта>RUB</Валюта><Курс>1</Курс><Сумма>1.00</Сумма>'
    const goods = requisite('ВидНоменклатуры', 'Товар') + requisite('ТипНоменклатуры', 'Товар')
    const said = `<ЗначенияРеквизитов>${requisite('Заказ оплачен', 'false')}${requisite('Отменен', 'false')}</ЗначенияРеквизитов>`
    expect(inside('2.10')).toBe(
      `<Документ><Ид>o</Ид><Номер>1</Номер><Дата>2026-11-24</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль>${money}<Контрагенты><Контрагент><Ид>c</Ид><Наименование>Пётр</Наименование><ПолноеНаименование>Пётр</ПолноеНаименование><Роль>Покупатель</Роль></Контрагент></Контрагенты><Время>11:18:05</Время><Товары><Товар><Ид>p</Ид><Наименование>Болт</Наименование><БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница><ЗначенияРеквизитов>${goods}</ЗначенияРеквизитов><ЦенаЗаЕдиницу>1.00</ЦенаЗаЕдиницу><Количество>1</Количество><Сумма>1.00</Сумма><Единица>796</Единица><Коэффициент>1</Коэффициент></Товар></Товары>${said}</Документ>`,
    )
    expect(inside('3.1')).toBe(
      `<Контейнер><Документ><Ид>o</Ид><Номер>1</Номер><Дата>2026-11-24</Дата><Время>11:18:05</Время><ХозОперация>Заказ товара</ХозОперация><Контрагенты><Контрагент><Ид>c</Ид><Наименование>Пётр</Наименование><Роль>Покупатель</Роль><ПолноеНаименование>Пётр</ПолноеНаименование></Контрагент></Контрагенты>${money}<Роль>Продавец</Роль>${said}<Товары><Товар><Ид>p</Ид><Наименование>Болт</Наименование><ЗначенияРеквизитов>${goods}</ЗначенияРеквизитов><Единица><Ид>796</Ид><НаименованиеКраткое>шт</НаименованиеКраткое><Код>796</Код><НаименованиеПолное>Штука</НаименованиеПолное></Единица><Коэффициент>1</Коэффициент><Количество>1</Количество><Цена>1.00</Цена><Сумма>1.00</Сумма></Товар></Товары></Документ></Контейнер>`,
    )
  })

  it('writes of an order all that it says, in its place', () => {
    const line = buildLine({
      unit: { code: 'x', name: 'моток', intl: 'LONG', fullName: 'Моток' },
      vatRate: null,
      vatSum: 0,
      vatIncluded: false,
      service: true,
      requisites: [{ name: 'Свой', value: 'y' }],
    })
    const full = buildOutgoing({
      rate: '90.5',
      paid: true,
      cancelled: true,
      warehouseExternalId: 'w',
      lines: [line],
      discounts: [{ name: 'Купон', sum: 5, percent: null }],
      requisites: [{ name: 'Договор', value: 'Д-1' }],
    })
    const xml = orderXml([full], { schemaVersion: '2.07' }).toString('utf8').replaceAll('\n', '')
    for (const part of [
      '<Курс>90.5</Курс>',
      '<Склады><Склад><Ид>w</Ид></Склад></Склады>',
      '<БазоваяЕдиница Код="x" НаименованиеПолное="Моток" МеждународноеСокращение="LON">моток</БазоваяЕдиница>',
      '<Значение>Услуга</Значение>',
      '<Наименование>Свой</Наименование><Значение>y</Значение>',
      '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>Без НДС</Ставка></СтавкаНалога></СтавкиНалогов>',
      '<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме><Сумма>0.00</Сумма><Ставка>Без НДС</Ставка></Налог></Налоги>',
      '<Скидка><Наименование>Купон</Наименование><Сумма>0.05</Сумма><УчтеноВСумме>false</УчтеноВСумме></Скидка>',
      '<Скидка><Наименование>Скидка партнёра</Наименование><Сумма>50.00</Сумма><Процент>4</Процент><УчтеноВСумме>true</УчтеноВСумме></Скидка>',
      '<Наименование>Заказ оплачен</Наименование><Значение>true</Значение>',
      '<Наименование>Отменен</Наименование><Значение>true</Значение>',
      '<Наименование>Дата изменения статуса</Наименование><Значение>2026-11-24 14:20:00</Значение>',
      '<Наименование>Договор</Наименование><Значение>Д-1</Значение>',
      '<Наименование>Статус заказа</Наименование><Значение>Передан в работу</Значение>',
      '<Наименование>Метод оплаты</Наименование>',
      '<Наименование>Способ доставки</Наименование>',
      '<Наименование>Адрес доставки</Наименование>',
      '<Артикул>Б-130001</Артикул>',
      '<ОфициальноеНаименование>Общество с ограниченной ответственностью «Ромашка»</ОфициальноеНаименование><ЮридическийАдрес><Представление>101000, Москва, ул. Мясницкая, д. 1</Представление></ЮридическийАдрес><ИНН>7707083893</ИНН><КПП>770701001</КПП><Адрес>',
      '<Контакты><Контакт><Тип>Почта</Тип><Значение>zakaz@romashka.example</Значение></Контакт><Контакт><Тип>Телефон рабочий</Тип><Значение>+74950000000</Значение></Контакт></Контакты>',
      '<Представители><Представитель><Ид>c1</Ид><Наименование>Иванова Анна</Наименование><ПолноеНаименование>Иванова Анна</ПолноеНаименование><Отношение>Контактное лицо</Отношение></Представитель></Представители>',
    ])
      expect(xml).toContain(part)
    expect(xml).not.toContain('<Единица>x</Единица>')
    expect(orderXml([full], { schemaVersion: '2.06' }).toString('utf8')).not.toContain('Склад>')
    for (const schemaVersion of ['3.0', '3.1', '2.7'])
      expect(orderXml([full], { schemaVersion }).toString('utf8')).toContain('<Склад>')
    for (const code of ['796', '0166'])
      expect(orderXml([{ ...full, lines: [{ ...line, unit: { code, name: 'шт' } }] }], {}).toString('utf8')).toContain(
        `<Единица>${code}</Единица>`,
      )
    for (const vatSum of [null, undefined])
      expect(
        orderXml([{ ...full, lines: [{ ...line, vatRate: 7.5, vatSum }] }], {})
          .toString('utf8')
          .replaceAll('\n', ''),
      ).toMatch(/<Ставка>7\.5<\/Ставка>(?!.*<Налоги>)/)
    expect(orderXml([full], { schemaVersion: '3.1' }).toString('utf8').replaceAll('\n', '')).toContain(
      '<Представитель><Отношение>Контактное лицо</Отношение><Ид>c1</Ид><Наименование>Иванова Анна</Наименование></Представитель>',
    )
  })

  it('writes a person by the parts of the name, and every text as long as the schema takes it', () => {
    const customer = {
      externalId: 'c',
      kind: 'person' as const,
      name: 'П',
      surname: 'Иванов',
      givenName: 'Пётр',
      patronymic: 'Ильич',
      inn: '500100732259',
      address: 'Тула',
    }
    const xml = orderXml([
      buildOutgoing({
        customer,
        comment: 'ж'.repeat(4_000),
        lines: [
          buildLine({
            name: 'з'.repeat(300),
            article: 'и'.repeat(300),
            requisites: [{ name: 'к'.repeat(300), value: 'л'.repeat(2_000) }],
          }),
        ],
      }),
    ])
      .toString('utf8')
      .replaceAll('\n', '')
    expect(xml).toContain(
      '<ПолноеНаименование>П</ПолноеНаименование><Фамилия>Иванов</Фамилия><Имя>Пётр</Имя><Отчество>Ильич</Отчество><ИНН>500100732259</ИНН><АдресРегистрации><Представление>Тула</Представление></АдресРегистрации><Адрес>',
    )
    for (const [letter, length] of [
      ['ж', 3_000],
      ['з', 255],
      ['и', 255],
      ['к', 255],
      ['л', 1_000],
    ] as const)
      expect(xml).toMatch(new RegExp(`(?<!${letter}${letter})${letter}{${length}}(?!${letter})`))
    expect(xml).not.toMatch(/Контакты|КПП|Представители/)
  })

  it('falls back where the version is none', () => {
    for (const schemaVersion of ['4.0', '2.100', 'x2.10', '2.10x', '2.', ''])
      expect(orderXml([], { schemaVersion }).toString('utf8')).toContain('ВерсияСхемы="2.08"')
  })

  it('parks the second of one number and day in 1C’s zone, not of two days', () => {
    const first = buildOutgoing({ createdAt: '2026-11-24T20:59:00Z' })
    const sameDay = buildOutgoing({ externalId: 'b', createdAt: '2026-11-24T05:00:00Z' })
    const nextDay = buildOutgoing({ externalId: 'c', createdAt: '2026-11-24T21:00:00Z' })
    const { ready, parked } = partitionOutgoing(
      [first, sameDay, nextDay, buildOutgoing({ currency: '' })],
      'Europe/Moscow',
    )
    expect(ready).toEqual([first, nextDay])
    expect(parked.map((one) => one.problems.map((problem) => problem.code))).toEqual([
      ['order.numberRepeated'],
      ['order.noCurrency'],
    ])
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
    expect(xml.replaceAll('\n', '')).toContain(
      '<ПлатежныеСистемы><Элемент><Ид>bank</Ид><Название>Безнал</Название><ТипОплаты>Безналичная</ТипОплаты></Элемент></ПлатежныеСистемы><СлужбыДоставки><Элемент><Ид>pickup</Ид><Название>Самовывоз</Название></Элемент></СлужбыДоставки></Справочник>',
    )
    expect(infoXml({ ...info, paymentSystems: [{ id: 'x', name: 'X' }] }).toString('utf8')).toContain(
      '<ТипОплаты></ТипОплаты>',
    )
    expect(xml).toContain('<ТипОплаты>Безналичная</ТипОплаты>')
    expect(iconv.decode(infoXml(info, 'windows-1251'), 'windows-1251')).toContain('Самовывоз')
  })
})
