import { describe, expect, it } from 'vitest'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { commerce, ofKind, readAll, type Kind } from './reading'

/** What a record says, without the place it stands at. */
const told = async <K extends Kind>(xml: string, kind: K): Promise<object[]> =>
  ofKind(await readAll(commerce(xml), { zone: 'Europe/Moscow' }), kind).map((record: CommerceRecord) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'at')),
  )

const requisites = (values: Record<string, string>): string =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`
const traits =
  '<ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>Синий</Значение></ХарактеристикаТовара></ХарактеристикиТовара>'
const properties =
  '<ЗначенияСвойств><ЗначенияСвойства><Ид>prop</Ид><Значение>val</Значение></ЗначенияСвойства></ЗначенияСвойств>'
const goods = (body: string): string => `<Каталог><Ид>k</Ид><Товары><Товар>${body}</Товар></Товары></Каталог>`
const offers = (body: string): string =>
  `<ПакетПредложений><Ид>k#</Ид><Предложения><Предложение>${body}</Предложение></Предложения></ПакетПредложений>`
const classifier = (body: string): string =>
  `<Классификатор><Ид>c</Ид><Наименование>К</Наименование>${body}</Классификатор>`

/** Each field has a value of its own, so that one which is left out, or stands in another's place, is seen. */
describe('[EXCH-02] every field of every kind of record', () => {
  it('what the containers say of themselves', async () => {
    expect(
      await told('<Классификатор><Ид>c</Ид><Наименование>Классы</Наименование></Классификатор>', 'classifier'),
    ).toEqual([{ kind: 'classifier', externalId: 'c', name: 'Классы', onlyChanges: false, full: false }])
    expect(
      await told(
        '<Каталог СодержитТолькоИзменения="false"><Ид>k</Ид><ИдКлассификатора>c</ИдКлассификатора><Наименование>Каталог</Наименование></Каталог>',
        'catalogue',
      ),
    ).toEqual([
      { kind: 'catalogue', externalId: 'k', name: 'Каталог', classifierId: 'c', onlyChanges: false, full: true },
    ])
    const pack =
      '<Ид>k#</Ид><Наименование>Пакет</Наименование><ИдКаталога>k</ИдКаталога><ИдКлассификатора>c</ИдКлассификатора>'
    expect(
      await told(`<ПакетПредложений СодержитТолькоИзменения="true">${pack}</ПакетПредложений>`, 'package'),
    ).toEqual([
      {
        kind: 'package',
        externalId: 'k#',
        name: 'Пакет',
        catalogueId: 'k',
        classifierId: 'c',
        onlyChanges: true,
        full: false,
      },
    ])
    expect(
      await told(
        `<ПакетПредложений>${pack}<СодержитТолькоИзменения>false</СодержитТолькоИзменения></ПакетПредложений>`,
        'package',
      ),
    ).toMatchObject([{ onlyChanges: false, full: true }])
  })

  it('a group, a property, a kind of price, a warehouse', async () => {
    expect(
      await told(
        classifier(
          '<Группы><Группа><Ид>g</Ид><Наименование>Дрели</Наименование><Описание>Текст</Описание><Сортировка>7</Сортировка></Группа></Группы>',
        ),
        'group',
      ),
    ).toEqual([
      {
        kind: 'group',
        externalId: 'g',
        parentExternalId: null,
        name: 'Дрели',
        description: 'Текст',
        sort: 7,
        deleted: false,
      },
    ])
    const property =
      '<Ид>prop</Ид><Наименование>Тон</Наименование><Множественное>true</Множественное><ТипЗначений>Справочник</ТипЗначений><ВариантыЗначений><Справочник><ИдЗначения>val</ИдЗначения><Значение>Синий</Значение></Справочник></ВариантыЗначений><ПометкаУдаления>true</ПометкаУдаления>'
    expect(await told(classifier(`<Свойства><Свойство>${property}</Свойство></Свойства>`), 'property')).toEqual([
      {
        kind: 'property',
        externalId: 'prop',
        name: 'Тон',
        type: 'list',
        multiple: true,
        values: [{ externalId: 'val', value: 'Синий' }],
        deleted: true,
      },
    ])
    expect(
      await told(
        classifier(
          '<Свойства><Свойство><Ид>p2</Ид><Наименование>Вес</Наименование><ТипЗначений>Число</ТипЗначений></Свойство></Свойства>',
        ),
        'property',
      ),
    ).toEqual([
      { kind: 'property', externalId: 'p2', name: 'Вес', type: 'number', multiple: false, values: [], deleted: false },
    ])
    const taxed = (word: string): string =>
      classifier(
        `<ТипыЦен><ТипЦены><Ид>t</Ид><Наименование>Опт</Наименование><Валюта>USD</Валюта><Налог><Наименование>НДС</Наименование><УчтеноВСумме>${word}</УчтеноВСумме></Налог></ТипЦены></ТипыЦен>`,
      )
    expect(await told(taxed('false'), 'priceType')).toEqual([
      { kind: 'priceType', externalId: 't', name: 'Опт', currency: 'USD', vatIncluded: false, deleted: false },
    ])
    expect(await told(taxed('true'), 'priceType')).toMatchObject([{ vatIncluded: true }])
    expect(
      await told(
        classifier(
          '<Склады><Склад><Ид>w</Ид><Наименование>Главный</Наименование><Адрес><Представление>Тверь</Представление></Адрес><Статус>Удален</Статус></Склад></Склады>',
        ),
        'warehouse',
      ),
    ).toEqual([{ kind: 'warehouse', externalId: 'w', name: 'Главный', address: 'Тверь', deleted: true }])
  })

  it('a product', async () => {
    const body = `<Ид>p#ch</Ид><НомерВерсии>v</НомерВерсии><Штрихкод>460</Штрихкод><Артикул>А-1</Артикул><Наименование>Дрель</Наименование><ПолноеНаименование>Дрель ударная</ПолноеНаименование>
      <БазоваяЕдиница Код="166">кг</БазоваяЕдиница><Группы><Ид>g</Ид></Группы><Описание>Мощная</Описание><Картинка>1.jpg</Картинка><Страна>Китай</Страна>
      <Изготовитель><Ид>b</Ид><Наименование>Вихрь</Наименование></Изготовитель>${properties}${traits}<СтавкиНалогов><СтавкаНалога><Наименование>Акциз</Наименование><Ставка>5</Ставка></СтавкаНалога>
      <СтавкаНалога><Наименование>НДС</Наименование><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов>${requisites({ Вес: '3', 'Полное наименование': 'не это' })}<Вес>2</Вес><Статус>Удален</Статус>`
    expect(await told(goods(body), 'product')).toEqual([
      {
        kind: 'product',
        externalId: 'p',
        characteristicExternalId: 'ch',
        partial: false,
        article: 'А-1',
        name: 'Дрель',
        fullName: 'Дрель ударная',
        description: 'Мощная',
        groupIds: ['g'],
        brand: { externalId: 'b', name: 'Вихрь' },
        unit: { code: '166', name: 'кг' },
        vatRate: 10,
        pictures: ['1.jpg'],
        properties: [{ externalId: 'prop', value: 'val' }],
        characteristics: [{ name: 'Цвет', value: 'Синий' }],
        requisites: [
          { name: 'Вес', value: '3' },
          { name: 'Полное наименование', value: 'не это' },
        ],
        barcode: '460',
        weight: 2_000,
        country: 'Китай',
        deleted: true,
        version: 'v',
      },
    ])
    expect(
      await told(goods(`<Ид>p</Ид>${requisites({ Вес: '3' })}<ТорговаяМарка>Зубр</ТорговаяМарка>`), 'product'),
    ).toMatchObject([{ weight: 3_000, brand: { externalId: null, name: 'Зубр' }, deleted: false }])
  })

  it('an offer, its price, its stock, and what was told of them', async () => {
    const price =
      '<Цены><Цена><ИдТипаЦены>t</ИдТипаЦены><ЦенаЗаЕдиницу>12.5</ЦенаЗаЕдиницу><Валюта>USD</Валюта><Единица>упак</Единица><Коэффициент>10</Коэффициент><МинКоличество>5</МинКоличество><МаксКоличество>9</МаксКоличество></Цена></Цены>'
    const xml = offers(
      `<Ид>p#ch</Ид><НомерВерсии>v</НомерВерсии><Артикул>А-1</Артикул><Штрихкод>460</Штрихкод><Наименование>Дрель синяя</Наименование><БазоваяЕдиница Код="166">кг</БазоваяЕдиница>${traits}${properties}${price}<Склад ИдСклада="w" КоличествоНаСкладе="4"/>`,
    )
    expect(await told(xml, 'offer')).toEqual([
      {
        kind: 'offer',
        externalId: 'p#ch',
        productExternalId: 'p',
        characteristicExternalId: 'ch',
        name: 'Дрель синяя',
        article: 'А-1',
        barcode: '460',
        unit: { code: '166', name: 'кг' },
        characteristics: [{ name: 'Цвет', value: 'Синий' }],
        properties: [{ externalId: 'prop', value: 'val' }],
        deleted: false,
        version: 'v',
      },
    ])
    expect(await told(xml, 'price')).toEqual([
      {
        kind: 'price',
        offerExternalId: 'p#ch',
        priceTypeExternalId: 't',
        minQty: 5_000,
        maxQty: 9_000,
        coefficient: 10_000,
        price: 125_000,
        currency: 'USD',
        unit: 'упак',
      },
    ])
    expect(await told(xml, 'stock')).toEqual([
      { kind: 'stock', offerExternalId: 'p#ch', warehouseExternalId: 'w', qty: 4_000 },
    ])
    expect(await told(xml, 'amounts')).toEqual([
      {
        kind: 'amounts',
        offerExternalId: 'p#ch',
        whole: true,
        prices: [{ priceTypeExternalId: 't', minQty: 5_000, coefficient: 10_000 }],
        stock: ['w'],
      },
    ])
  })

  const party = `<Контрагенты><Контрагент><Ид>c</Ид><Наименование>Ромашка</Наименование><ОфициальноеНаименование>ООО «Ромашка»</ОфициальноеНаименование><ЮридическийАдрес><Представление>Тверь</Представление></ЮридическийАдрес>
    <ИНН>7707083893</ИНН><КПП>770701001</КПП><Адрес><Представление>Москва</Представление></Адрес><Контакты><Контакт><Тип>Почта</Тип><Значение>a@example.com</Значение></Контакт></Контакты>
    <Представители><Представитель><Контрагент><Ид>r</Ид><Наименование>Анна</Наименование></Контрагент></Представитель></Представители><Роль>Покупатель</Роль></Контрагент></Контрагенты>`
  const line = `<Товары><Товар><Ид>p#ch</Ид><Артикул>А-1</Артикул><Наименование>Дрель</Наименование><БазоваяЕдиница Код="166">кг</БазоваяЕдиница><ЦенаЗаЕдиницу>50</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>95</Сумма>
    <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме><Сумма>19</Сумма><Ставка>20</Ставка></Налог></Налоги><Скидки><Скидка><Сумма>5</Сумма></Скидка></Скидки>${requisites({ ТипНоменклатуры: 'Услуга' })}</Товар></Товары>`
  const said = {
    'Номер по 1С': 'УТ-7',
    'Дата по 1С': '2026-11-21T10:00:00',
    Проведен: 'true',
    'Статус заказа': 'В работе',
    Оплачен: 'true',
    'Номер оплаты по 1С': 'П-1',
    'Дата оплаты по 1С': '2026-11-22T10:00:00',
    Отгружен: 'false',
    'Номер отгрузки по 1С': 'О-1',
    'Дата отгрузки по 1С': '2026-11-23T10:00:00',
  }
  const head = `<Ид>o</Ид><НомерВерсии>v</НомерВерсии><Номер>К-1</Номер><Дата>2026-11-20</Дата><Время>10:30:00</Время><Роль>Продавец</Роль><Валюта>USD</Валюта><Курс>90</Курс><Сумма>94</Сумма>`
  const below =
    '<Основание>base</Основание><Скидки><Скидка><Сумма>1</Сумма></Скидка></Скидки><Склады><Склад><Ид>w</Ид></Склад></Склады><Комментарий>до обеда</Комментарий><Налоги><Налог><Наименование>НДС</Наименование><Сумма>18</Сумма><Ставка>10</Ставка></Налог></Налоги>'

  it('an order, its line and whoever it is for', async () => {
    expect(await told(`<Документ>${head}${party}${line}${below}${requisites(said)}</Документ>`, 'order')).toEqual([
      {
        kind: 'order',
        externalId: 'o',
        number: 'К-1',
        date: '2026-11-20T07:30:00.000Z',
        operation: 'Заказ товара',
        role: 'Продавец',
        version: 'v',
        currency: 'USD',
        rate: '90',
        total: 94_00,
        counterparties: [
          {
            externalId: 'c',
            name: 'Ромашка',
            legalName: 'ООО «Ромашка»',
            inn: '7707083893',
            kpp: '770701001',
            role: 'Покупатель',
            address: 'Москва',
            contacts: [{ type: 'Почта', value: 'a@example.com' }],
            representatives: [{ externalId: 'r', name: 'Анна' }],
          },
        ],
        lines: [
          {
            externalId: 'p#ch',
            productExternalId: 'p',
            characteristicExternalId: 'ch',
            name: 'Дрель',
            article: 'А-1',
            unit: { code: '166', name: 'кг' },
            qty: 2_000,
            price: 500_000,
            total: 95_00,
            vat: [{ name: 'НДС', rate: 20, sum: 19_00, included: false }],
            discount: 5_00,
            requisites: { ТипНоменклатуры: 'Услуга' },
          },
        ],
        vat: [{ name: 'НДС', rate: 10, sum: 18_00, included: null }],
        discount: 1_00,
        warehouseExternalId: 'w',
        baseExternalId: 'base',
        requisites: said,
        comment: 'до обеда',
        number1c: 'УТ-7',
        date1c: '2026-11-21T07:00:00.000Z',
        posted: true,
        deleted: false,
        cancelled: false,
        statusName: 'В работе',
        paid: true,
        paidNumber: 'П-1',
        paidDate: '2026-11-22T07:00:00.000Z',
        shipped: false,
        shippedNumber: 'О-1',
        shippedDate: '2026-11-23T07:00:00.000Z',
      },
    ])
  })

  it('what 3.1 tells in elements of their own', async () => {
    const [order] = await told(
      `<Документ>${head}<Номер1С>УТ-8</Номер1С><Дата1С>2026-11-25</Дата1С><Проведен>false</Проведен><Отменен>true</Отменен><ПометкаУдаления>true</ПометкаУдаления></Документ>`,
      'order',
    )
    expect(order).toMatchObject({
      number1c: 'УТ-8',
      date1c: '2026-11-24T21:00:00.000Z',
      posted: false,
      cancelled: true,
      deleted: true,
      paid: null,
      shipped: null,
      statusName: null,
      lines: [],
      counterparties: [],
    })
  })

  it('a document below an order, and one on its own', async () => {
    const xml = `<Документ>${head}<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>s</Ид><Номер>7</Номер><Дата>2026-11-25</Дата><ХозОперация>Отпуск товара</ХозОперация>${line}</ПодчиненныйДокумент></ПодчиненныеДокументы></Документ>`
    expect(await told(xml, 'document')).toMatchObject([
      { externalId: 's', number: '7', operation: 'Отпуск товара', baseExternalId: 'o', lines: [{ qty: 2_000 }] },
    ])
    expect(
      await told(
        '<Документ><Номер>9</Номер><Дата>2026-11-25</Дата><ХозОперация>Отпуск товара</ХозОперация></Документ>',
        'document',
      ),
    ).toMatchObject([{ externalId: '9', number: '9', baseExternalId: null, total: null }])
  })
})
