import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '@/src/lib/errors'
import { readCommerceMLBatches } from '@/src/mechanisms/exchange/commerceml/read'
import { commerce, ofKind, pieces, readAll } from './reading'
import { amplified } from '@/scripts/amplify.mjs'
import { ownExports } from '@/tests/support/shared'

const goods = (body: string): string => commerce(`<Каталог><Ид>k</Ид><Товары>${body}</Товары></Каталог>`)
const offers = (body: string): string =>
  commerce(`<ПакетПредложений><Ид>k#</Ид><Предложения>${body}</Предложения></ПакетПредложений>`)

describe('[EXCH-02] records of a file', () => {
  it('reads a product with everything 1C says of it', async () => {
    const [product] = ofKind(
      await readAll(
        goods(`<Товар>
          <Ид>p1</Ид><НомерВерсии>AAA=</НомерВерсии><Штрихкод>4600000000017</Штрихкод><Артикул/>
          <Наименование>Дрель &quot;Вихрь&quot; &amp; кейс</Наименование>
          <БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE"/>
          <Группы><Ид>g1</Ид><Ид>g2</Ид></Группы><Описание><![CDATA[<b>Мощная</b>]]></Описание>
          <Картинка>import_files\\ab\\1.jpg</Картинка><Картинка/><Картинка>import_files/ab/2.jpg</Картинка>
          <Страна>Россия</Страна><Изготовитель><Ид>b1</Ид><Наименование>Вихрь</Наименование></Изготовитель>
          <ЗначенияСвойств><ЗначенияСвойства><Ид>c</Ид><Значение>v1</Значение><Значение>v2</Значение><Значение/></ЗначенияСвойства></ЗначенияСвойств>
          <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20%</Ставка></СтавкаНалога></СтавкиНалогов>
          <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Полное наименование</Наименование><Значение>Дрель ударная</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>
          <Вес>1,2345</Вес></Товар>`),
      ),
      'product',
    )
    expect(product).toMatchObject({
      externalId: 'p1',
      version: 'AAA=',
      barcode: '4600000000017',
      article: '',
      name: 'Дрель "Вихрь" & кейс',
      fullName: 'Дрель ударная',
      unit: { code: '796', name: 'шт' },
      groupIds: ['g1', 'g2'],
      description: '<b>Мощная</b>',
      pictures: ['import_files/ab/1.jpg', 'import_files/ab/2.jpg'],
      country: 'Россия',
      brand: { externalId: 'b1', name: 'Вихрь' },
      properties: [
        { externalId: 'c', value: 'v1' },
        { externalId: 'c', value: 'v2' },
      ],
      vatRate: 20,
      weight: 1235,
      deleted: false,
    })
  })

  it.each([
    ['Без НДС', null],
    ['Без налога', null],
    ['БезНДС', null],
    ['НДС не облагается', null],
    ['НДС20_120', 20],
    ['22% / 122%', 22],
    ['НДС5_105', 5],
    ['НДС 7%', 7],
    ['НДС0', 0],
    ['', undefined],
    ['0', 0],
    ['20/120', 20],
    ['НДС10', 10],
    ['5.5', 5.5],
  ])('reads the rate %j as %j', async (rate, expected) => {
    const xml = goods(
      `<Товар><Ид>p</Ид><СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${rate}</Ставка></СтавкаНалога></СтавкиНалогов></Товар>`,
    )
    expect(ofKind(await readAll(xml), 'product')[0]?.vatRate).toBe(expected)
  })

  it.each(['НДС20_118', '20/122', 'без НДС 20', 'Общая', '-5', '200'])(
    'a rate %j that nobody knows is told and is none',
    async (rate) => {
      const records = await readAll(
        goods(
          `<Товар><Ид>p</Ид><СтавкиНалогов><СтавкаНалога><Ставка>${rate}</Ставка></СтавкаНалога></СтавкиНалогов></Товар>`,
        ),
      )
      expect(ofKind(records, 'product')[0]?.vatRate).toBeUndefined()
      expect(ofKind(records, 'problem')).toMatchObject([{ code: 'commerceml.unknownRate', params: { value: rate } }])
    },
  )

  it.each([
    ['Текст <b>жирный</b> ещё', 'Текст жирный ещё'],
    ['<p>Первый</p>\n<p>Второй <i>абзац</i></p>', 'Первый\nВторой абзац'],
    ['Вода H<sub>2</sub>O', 'Вода H2O'],
    ['<b>а</b> <i>б</i>', 'а б'],
    ['<![CDATA[<p>как есть</p>]]>', '<p>как есть</p>'],
  ])('reads the words inside of %j', async (written, expected) => {
    const [product] = ofKind(
      await readAll(
        goods(`<Товар><Ид>p</Ид><Описание>${written}</Описание><Наименование>${written}</Наименование></Товар>`),
      ),
      'product',
    )
    expect(product?.description).toBe(expected)
    if (!written.startsWith('<')) expect(product?.name).toBe(expected)
  })

  it('tells a rate that is not there from «Без НДС», and a text that is not there from an empty one', async () => {
    const [product] = ofKind(await readAll(goods('<Товар><Ид>p</Ид></Товар>')), 'product')
    expect(product).toMatchObject({ vatRate: undefined, article: null, description: null, unit: null, weight: null })
  })

  it('gives each unit once, before the product that uses it', async () => {
    const unit = '<БазоваяЕдиница Код="166" НаименованиеПолное="Килограмм">кг</БазоваяЕдиница>'
    const records = await readAll(goods(`<Товар><Ид>a</Ид>${unit}</Товар><Товар><Ид>b</Ид>${unit}</Товар>`))
    expect(records.map((one) => one.kind)).toEqual(['header', 'catalogue', 'unit', 'product', 'product'])
  })

  it('reads groups parents first, in whatever order a group is written', async () => {
    const records = await readAll(
      commerce(`<Классификатор><Ид>c</Ид><Группы><Группа><Группы><Группа><Ид>2</Ид><ПометкаУдаления>true</ПометкаУдаления></Группа></Группы>
        <Ид>1</Ид><Наименование>Верх</Наименование></Группа></Группы></Классификатор>`),
    )
    expect(ofKind(records, 'group').map((one) => [one.externalId, one.parentExternalId, one.deleted])).toEqual([
      ['1', null, false],
      ['2', '1', true],
    ])
  })

  it('joins ИдХарактеристики to the product and drops an empty reference', async () => {
    const records = await readAll(
      offers(`<Предложение><Ид>p</Ид><ИдХарактеристики>c</ИдХарактеристики><Количество>-1,5</Количество></Предложение>
        <Предложение><Ид>p#00000000-0000-0000-0000-000000000000</Ид><Наименование>П</Наименование></Предложение>`),
    )
    expect(ofKind(records, 'stock')).toMatchObject([{ offerExternalId: 'p#c', warehouseExternalId: null, qty: -1500 }])
    expect(ofKind(records, 'offer')).toMatchObject([{ externalId: 'p', characteristicExternalId: null }])
  })

  it('reads stock in all four spellings', async () => {
    const [file] = [
      offers(`<Предложение><Ид>p</Ид>
        <Количество>10</Количество><Склад ИдСклада="w1" КоличествоНаСкладе="4"/><Склады ИдСклада="w2" КоличествоНаСкладе="3"/>
        <Остатки><Остаток><Склад><Ид>w3</Ид><Количество>2</Количество></Склад></Остаток><Остаток><Количество>1</Количество></Остаток></Остатки>
        </Предложение>`),
    ]
    expect(ofKind(await readAll(file), 'stock').map((one) => [one.warehouseExternalId, one.qty])).toEqual([
      [null, 10000],
      ['w1', 4000],
      ['w2', 3000],
      ['w3', 2000],
      [null, 1000],
    ])
  })

  it('says of a price delta nothing but its prices', async () => {
    const records = await readAll(
      commerce(`<ИзмененияПакетаПредложений><Ид>k#</Ид><Предложения><Предложение><Ид>p</Ид><Цены><Цена><ИдТипаЦены>t</ИдТипаЦены>
        <ЦенаЗаЕдиницу>1 234,56785</ЦенаЗаЕдиницу></Цена></Цены></Предложение></Предложения></ИзмененияПакетаПредложений>`),
    )
    expect(records.map((one) => one.kind)).toEqual(['header', 'package', 'price', 'amounts'])
    expect(records[1]).toMatchObject({ onlyChanges: true })
    expect(records[2]).toMatchObject({ price: 12345679, priceTypeExternalId: 't', currency: null, coefficient: 1000 })
    expect(records[3]).toMatchObject({
      whole: false,
      prices: [{ priceTypeExternalId: 't', minQty: 0, coefficient: 1000 }],
      stock: null,
    })
  })

  it('gives one bad record a row in the journal and reads on', async () => {
    const records = await readAll(
      offers(`<Предложение><Наименование>Без ключа</Наименование></Предложение>
<Предложение><Ид>p</Ид><Наименование>П</Наименование><Цены><Цена><ИдТипаЦены>t</ИдТипаЦены><ЦенаЗаЕдиницу>по запросу</ЦенаЗаЕдиницу></Цена>
<Цена><ИдТипаЦены>u</ИдТипаЦены><ЦенаЗаЕдиницу>5</ЦенаЗаЕдиницу></Цена></Цены><Количество>много</Количество></Предложение>`),
    )
    expect(ofKind(records, 'problem').map((one) => [one.code, one.params, one.at])).toEqual([
      ['commerceml.missingId', { element: 'Предложение' }, { line: 3, externalId: null, of: 'offer' }],
      [
        'commerceml.badNumber',
        { field: 'ЦенаЗаЕдиницу', value: 'по запросу' },
        { line: 4, externalId: 'p', of: 'price' },
      ],
      ['commerceml.badNumber', { field: 'Количество', value: 'много' }, { line: 5, externalId: 'p', of: 'stock' }],
    ])
    expect(ofKind(records, 'price')).toHaveLength(1)
    expect(ofKind(records, 'offer')).toHaveLength(1)
  })

  it('reads an order with taxes and discounts, and other documents apart, with those below them', async () => {
    const records = await readAll(
      commerce(`<Документ><Ид>o1</Ид><Номер>К-1</Номер><Дата>24.11.2026 10:00:00</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль>
        <Валюта>RUB</Валюта><Курс>1</Курс><Сумма>1 000,50</Сумма><Товары><Товар><Ид>p#c</Ид><Наименование>П</Наименование>
        <ЦенаЗаЕдиницу>100.05</ЦенаЗаЕдиницу><Количество>10</Количество><Сумма>1000.50</Сумма>
        <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>166.75</Сумма><Ставка>20</Ставка></Налог></Налоги>
        <Скидки><Скидка><Наименование>А</Наименование><Сумма>10</Сумма></Скидка><Скидка><Наименование>Б</Наименование><Сумма>0.5</Сумма></Скидка></Скидки></Товар></Товары>
        <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>__proto__</Наименование><Значение>x</Значение></ЗначениеРеквизита>
        <ЗначениеРеквизита><Наименование>Дата оплаты по 1С</Наименование><Значение>2026-11-25T00:00:00</Значение></ЗначениеРеквизита>
        <ЗначениеРеквизита><Наименование>Отменен</Наименование><Значение>Истина</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>
        <ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>d1</Ид><Номер>7</Номер><Дата>2026-11-25</Дата><ХозОперация>Отпуск товара</ХозОперация></ПодчиненныйДокумент></ПодчиненныеДокументы>
      </Документ>`),
      { zone: 'Asia/Vladivostok' },
    )
    expect(ofKind(records, 'order')[0]).toMatchObject({
      date: '2026-11-24T00:00:00.000Z',
      total: 100050,
      cancelled: true,
      paidDate: '2026-11-24T14:00:00.000Z',
      lines: [
        { qty: 10000, price: 1000500, total: 100050, discount: 1050, vat: [{ rate: 20, sum: 16675, included: true }] },
      ],
    })
    expect(ofKind(records, 'document')[0]).toMatchObject({
      externalId: 'd1',
      baseExternalId: 'o1',
      operation: 'Отпуск товара',
    })
    expect(Object.getPrototypeOf(ofKind(records, 'order')[0]?.requisites)).toBeNull()
  })

  it('drops a document of which one line cannot be read', async () => {
    const records = await readAll(
      commerce(`<Документ><Ид>o</Ид><Дата>2026-11-24</Дата><Товары><Товар><Ид>a</Ид><Количество>1</Количество></Товар><Товар><Ид>b</Ид><Количество>?</Количество></Товар></Товары></Документ>
        <Документ><Ид>q</Ид><Дата>2026-13-45</Дата></Документ>`),
    )
    expect(records.map((one) => (one.kind === 'problem' ? one.code : one.kind))).toEqual([
      'header',
      'commerceml.badNumber',
      'commerceml.badDate',
    ])
  })
})

describe('[EXCH-02] hostile and broken files', () => {
  it.each([
    ['not XML', 'hello', 'xml.malformed'],
    ['nothing', '', 'xml.malformed'],
    ['cut off', commerce('').slice(0, -10), 'xml.malformed'],
    ['two roots', `${commerce('')}<a/>`, 'xml.malformed'],
    ['a declaration in the middle', commerce('<?xml version="1.0"?>'), 'xml.malformed'],
    ['an unknown entity', commerce('&laquo;'), 'xml.malformed'],
    ['a control character', commerce('\u0001'), 'xml.malformed'],
    ['another format', '<yml_catalog/>', 'commerceml.notCommerceML'],
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY x "y">]>${commerce('')}`.replace('<?xml version="1.0" encoding="UTF-8"?>\n', ''),
      'xml.doctype',
    ],
    ['a document type without end', `<!DOCTYPE a [${'<!ENTITY x "y">'.repeat(20_000)}`, 'xml.limit'],
    ['nesting', commerce('<a>'.repeat(200)), 'xml.limit'],
    ['attributes', commerce(`<a ${Array.from({ length: 100 }, (_, i) => `a${i}=""`).join(' ')}/>`), 'xml.limit'],
    ['a long attribute', commerce(`<a b="${'x'.repeat(70_000)}"/>`), 'xml.limit'],
  ])('refuses %s', async (_what, xml, code) => {
    await expect(readAll(xml)).rejects.toMatchObject({ code })
  })

  it.each([
    ['text', `<Товар><Ид>${'x'.repeat(3000)}</Ид></Товар>`, { maxText: 2000 }, 'text'],
    ['a comment', `<!--${'x'.repeat(300_000)}-->`, { maxText: 100_000 }, 'text'],
    ['a tag that never ends', `<Товар ${' '.repeat(300_000)}`, { maxText: 100_000 }, 'text'],
    ['elements of one record', `<Товар>${'<a/>'.repeat(200)}</Товар>`, { maxRecordNodes: 100 }, 'recordNodes'],
    ['text of one record', `<Товар>${'<a>xxxxxxxxxx</a>'.repeat(200)}</Товар>`, { maxRecordText: 1000 }, 'recordText'],
  ])('stops at the ceiling of %s', async (_what, body, limits, what) => {
    await expect(readAll(goods(body), { limits })).rejects.toMatchObject({ code: 'xml.limit', params: { what } })
  })

  it('names the place of a break', async () => {
    await expect(readAll(commerce('<a>\n</b>'))).rejects.toMatchObject({ code: 'xml.malformed', params: { line: 4 } })
  })

  it('refuses more bytes than allowed', async () => {
    await expect(readAll(goods(' '.repeat(5000)), { limits: { maxBytes: 4000 } })).rejects.toMatchObject({
      code: 'xml.tooLarge',
    })
  })

  const bytesOfOffers = readFileSync(path.join(ownExports, 'pair-2.07/offers0_1.xml'))

  it('gives the same records wherever the chunks are cut', async () => {
    const whole = await readAll(bytesOfOffers)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        expect(await readAll(bytesOfOffers, {}, sizes)).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('answers mutated bytes with records or a refusal, never anything else', async () => {
    const small = readFileSync(path.join(ownExports, 'split-3.1/documents/1/documents.xml'))
    const mutation = fc.tuple(
      fc.nat(small.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom('set', 'cut', 'double'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 12 }), async (mutations) => {
        let bytes = Buffer.from(small)
        for (const [at, value, how] of mutations) {
          const place = at % Math.max(1, bytes.length)
          if (how === 'set') bytes[place] = value
          else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + value)])
          else
            bytes = Buffer.concat([
              bytes.subarray(0, place),
              bytes.subarray(place, place + value),
              bytes.subarray(place),
            ])
        }
        try {
          const records = await readAll(bytes)
          expect(records.length).toBeLessThan(1000)
        } catch (error) {
          expect(isAppError(error) && error.code).toMatch(/^(xml|commerceml)\./)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads no further ahead than the consumer takes', async () => {
    let given = 0
    async function* source(): AsyncGenerator<Uint8Array> {
      const bytes = Buffer.from(
        [...amplified(readFileSync(path.join(ownExports, 'pair-2.07/import0_1.xml'), 'utf8'), 'Товар', 2_000)].join(''),
      )
      for await (const piece of pieces(bytes, [64 * 1024])) {
        given += 1
        yield piece
      }
    }
    let taken = 0
    for await (const batch of readCommerceMLBatches(source())) {
      taken += batch.length
      if (taken > 100) break
    }
    expect(given).toBeLessThan(6)
  })
})
