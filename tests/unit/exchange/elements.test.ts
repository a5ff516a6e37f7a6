import { describe, expect, it } from 'vitest'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { parseBoolean } from '@/src/mechanisms/exchange/commerceml/values'
import { bodyOf, commerce, readAll } from './reading'

/** A body of one line stands on the third of its file. */
const read = async (body: string): Promise<CommerceRecord[]> => bodyOf(await readAll(commerce(body)))
const at = (externalId: string | null) => ({ line: 3, externalId })
const problem = (externalId: string | null, code: string, params: object) => ({
  kind: 'problem',
  at: at(externalId),
  code: `commerceml.${code}`,
  params,
})
/** What stands inside a container of the classifier, without the container's own record. */
const classified = async (body: string) => (await read(`<Классификатор><Ид>k</Ид>${body}</Классификатор>`)).slice(1)

describe('[EXCH-02] elements of a classifier', () => {
  it('groups: all that is said of them, or little', async () => {
    const body =
      '<Группы><Группа><Ид>g1</Ид><Наименование>Болты</Наименование><Описание>Все</Описание><Сортировка>10</Сортировка><Группы><Группа><Ид>g2</Ид><БитриксСортировка>20</БитриксСортировка><ПометкаУдаления>true</ПометкаУдаления></Группа><Группа><Наименование>ничья</Наименование></Группа></Группы></Группа><Группа><Ид>g3</Ид><Сортировка>ab</Сортировка></Группа></Группы>'
    const group = { kind: 'group', parentExternalId: null, name: null, description: null, sort: null, deleted: false }
    expect(await classified(body)).toEqual([
      { ...group, at: at('g1'), externalId: 'g1', name: 'Болты', description: 'Все', sort: 10 },
      { ...group, at: at('g2'), externalId: 'g2', parentExternalId: 'g1', sort: 20, deleted: true },
      problem(null, 'missingId', { element: 'Группа' }),
      problem('g3', 'badNumber', { field: 'Сортировка', value: 'ab' }),
      { ...group, at: at('g3'), externalId: 'g3' },
    ])
  })

  it('properties: their type as told, else by their values, which stand in three ways', async () => {
    const body = `<Свойства>
<Свойство><Ид>p1</Ид><Наименование>Цвет</Наименование><ТипЗначений>Справочник</ТипЗначений><Множественное>true</Множественное><ВариантыЗначений><Справочник><ИдЗначения>v1</ИдЗначения><Значение>красный</Значение></Справочник><Справочник><ИдЗначения>v2</ИдЗначения><Значение></Значение></Справочник>мимо<Значение>голое</Значение></ВариантыЗначений></Свойство>
<Свойство><Ид>p2</Ид><ТипЗначений>Число</ТипЗначений></Свойство>
<Свойство><Ид>p3</Ид><ТипЗначений>Время</ТипЗначений><Множественное>нет</Множественное></Свойство>
<Свойство><Ид>p4</Ид><ТипЗначений>Строка</ТипЗначений></Свойство>
<Свойство><Ид>p5</Ид><ВариантыЗначений><Вариант><Ид>b1</Ид><Значение>М10</Значение></Вариант></ВариантыЗначений><Статус>Удален</Статус></Свойство>
<Свойство><Ид>p6</Ид><ТипыЗначений><Значение> сталь </Значение><Значение> </Значение></ТипыЗначений></Свойство>
<Свойство><Наименование>ничьё</Наименование></Свойство>
</Свойства>`
    const property = { kind: 'property', name: null, type: 'text', multiple: false, values: [], deleted: false }
    const of = (line: number, externalId: string, more: object) => ({
      ...property,
      at: { line, externalId },
      externalId,
      ...more,
    })
    expect(await classified(body)).toEqual([
      of(4, 'p1', { name: 'Цвет', type: 'list', multiple: true, values: [{ externalId: 'v1', value: 'красный' }] }),
      of(5, 'p2', { type: 'number' }),
      of(6, 'p3', { type: 'time' }),
      of(7, 'p4', {}),
      of(8, 'p5', { type: 'list', values: [{ externalId: 'b1', value: 'М10' }], deleted: true }),
      of(9, 'p6', { type: 'list', values: [{ externalId: null, value: 'сталь' }] }),
      { ...problem(null, 'missingId', { element: 'Свойство' }), at: { line: 10, externalId: null } },
    ])
  })

  it('kinds of prices: VAT as НДС says, or a tax without a name, not another one', async () => {
    const type = (id: string, more: string) => `<ТипЦены>${id && `<Ид>${id}</Ид>`}${more}</ТипЦены>`
    const tax = (name: string, included: string) =>
      `<Налог>${name && `<Наименование>${name}</Наименование>`}<УчтеноВСумме>${included}</УчтеноВСумме></Налог>`
    const body = [
      type('t1', `<Наименование>Опт</Наименование><Валюта>руб</Валюта>${tax('Акциз', 'false')}${tax('НДС', 'true')}`),
      type('t2', tax('', 'false')),
      type('t3', tax('Акциз', 'true')),
      type('t4', '<Статус>Удален</Статус>'),
      type('', '<Наименование>x</Наименование>'),
    ].join('')
    const of = (externalId: string, more: object) => ({
      kind: 'priceType',
      at: at(externalId),
      externalId,
      name: null,
      currency: null,
      vatIncluded: null,
      deleted: false,
      ...more,
    })
    expect(await classified(`<ТипыЦен>${body}</ТипыЦен>`)).toEqual([
      of('t1', { name: 'Опт', currency: 'руб', vatIncluded: true }),
      of('t2', { vatIncluded: false }),
      of('t3', {}),
      of('t4', { deleted: true }),
      problem(null, 'missingId', { element: 'ТипЦены' }),
    ])
  })

  it('warehouses with their addresses', async () => {
    const body =
      '<Склады><Склад><Ид>w1</Ид><Наименование>Химки</Наименование><Адрес><Представление>Химки, 1</Представление></Адрес></Склад><Склад><Ид>w2</Ид><Статус>Удалён</Статус></Склад><Склад><Наименование>x</Наименование></Склад></Склады>'
    expect(await classified(body)).toEqual([
      { kind: 'warehouse', at: at('w1'), externalId: 'w1', name: 'Химки', address: 'Химки, 1', deleted: false },
      { kind: 'warehouse', at: at('w2'), externalId: 'w2', name: null, address: null, deleted: true },
      problem(null, 'missingId', { element: 'Склад' }),
    ])
  })

  it('units of 3.1, each once, by Код or Ид', async () => {
    const body =
      '<ЕдиницыИзмерения><ЕдиницаИзмерения><Код>796</Код><НаименованиеКраткое>шт.</НаименованиеКраткое><НаименованиеПолное>Штука</НаименованиеПолное><МеждународноеСокращение>PCE</МеждународноеСокращение></ЕдиницаИзмерения><ЕдиницаИзмерения><Ид>166</Ид></ЕдиницаИзмерения><ЕдиницаИзмерения><Код>796</Код></ЕдиницаИзмерения><ЕдиницаИзмерения><Код>999</Код></ЕдиницаИзмерения><ЕдиницаИзмерения><НаименованиеКраткое>x</НаименованиеКраткое></ЕдиницаИзмерения></ЕдиницыИзмерения>'
    const unit = (code: string, name: string | null, fullName: string | null = null, intl: string | null = null) => ({
      kind: 'unit',
      at: at(code),
      code,
      name,
      fullName,
      intl,
    })
    expect(await classified(body)).toEqual([unit('796', 'шт.', 'Штука', 'PCE'), unit('166', 'кг'), unit('999', null)])
  })
})

describe('[EXCH-02] containers', () => {
  it('say what they are before their content, once, and whether they hold all of it', async () => {
    const container = (name: string, inside: string, attributes = '') => `<${name}${attributes}>${inside}</${name}>`
    const fields = '<Ид>c</Ид><ИдКлассификатора>k</ИдКлассификатора><Наименование> Каталог </Наименование>'
    const common = (more: object = {}) => ({
      at: at('c'),
      externalId: 'c',
      name: 'Каталог',
      onlyChanges: false,
      full: false,
      ...more,
    })
    expect(await read(container('Каталог', `${fields}<Товары/><Ид>late</Ид>`))).toEqual([
      { kind: 'catalogue', ...common(), classifierId: 'k' },
    ])
    expect(await read(container('Каталог', fields, ' СодержитТолькоИзменения="true"'))).toEqual([
      { kind: 'catalogue', ...common({ onlyChanges: true }), classifierId: 'k' },
    ])
    expect(
      await read(container('Каталог', `${fields}<СодержитТолькоИзменения>false</СодержитТолькоИзменения>`)),
    ).toEqual([{ kind: 'catalogue', ...common({ full: true }), classifierId: 'k' }])
    expect(await read(container('Классификатор', fields))).toEqual([{ kind: 'classifier', ...common() }])
    expect(
      await read(
        container('ПакетПредложений', `${fields}<ИдКаталога>cat</ИдКаталога>`, ' СодержитТолькоИзменения="false"'),
      ),
    ).toEqual([{ kind: 'package', ...common({ full: true }), catalogueId: 'cat', classifierId: 'k' }])
    expect(await read(container('ИзмененияПакетаПредложений', fields, ' СодержитТолькоИзменения="false"'))).toEqual([
      { kind: 'package', ...common({ onlyChanges: true }), catalogueId: null, classifierId: 'k' },
    ])
  })

  it('without an Ид are told, but for a package; each says its own', async () => {
    expect(
      await read(
        '<Классификатор><Наименование>x</Наименование></Классификатор><Каталог><Ид>c</Ид></Каталог><ПакетПредложений></ПакетПредложений><Прочее><Ид>z</Ид></Прочее>',
      ),
    ).toEqual([
      problem(null, 'missingId', { element: 'Классификатор' }),
      { kind: 'classifier', at: at(null), externalId: null, name: 'x', onlyChanges: false, full: false },
      {
        kind: 'catalogue',
        at: at('c'),
        externalId: 'c',
        name: null,
        onlyChanges: false,
        full: false,
        classifierId: null,
      },
      {
        kind: 'package',
        at: at(null),
        externalId: null,
        name: null,
        onlyChanges: false,
        full: false,
        catalogueId: null,
        classifierId: null,
      },
    ])
  })

  it('take the first of a field that comes twice, and nothing that lies deeper', async () => {
    expect(
      await read(
        '<Каталог><Владелец><Ид>o</Ид><Наименование>O</Наименование></Владелец><Ид>c</Ид><Ид>d</Ид></Каталог>',
      ),
    ).toEqual([
      {
        kind: 'catalogue',
        at: at('c'),
        externalId: 'c',
        name: null,
        onlyChanges: false,
        full: false,
        classifierId: null,
      },
    ])
  })

  it('stand right under the root, and their content right under them', async () => {
    expect(
      await read(
        '<Прочее><Каталог><Ид>z</Ид></Каталог></Прочее><Каталог><Владелец><Товары/></Владелец><Ид>c</Ид></Каталог>',
      ),
    ).toEqual([
      {
        kind: 'catalogue',
        at: at('c'),
        externalId: 'c',
        name: null,
        onlyChanges: false,
        full: false,
        classifierId: null,
      },
    ])
  })

  it('are known by their own names, whatever stands before a colon', async () => {
    const plain = commerce('<Каталог><Ид>c</Ид><Товары><Товар><Ид>a</Ид></Товар></Товары></Каталог>')
    expect(await readAll(plain.replace(/<(\/?)(?=[А-Я])/g, '<$1cml:'))).toEqual(await readAll(plain))
  })

  it('the root says its version and when it was made', async () => {
    const header = async (attributes: string) => await readAll(commerce('', attributes), { zone: 'UTC' })
    expect(await header('ВерсияСхемы=" 2.10 " ДатаФормирования="2026-11-24T12:00:00"')).toEqual([
      {
        kind: 'header',
        at: { line: 2, externalId: null },
        schemaVersion: '2.10',
        generatedAt: '2026-11-24T12:00:00.000Z',
      },
    ])
    expect(await header('')).toEqual([
      { kind: 'header', at: { line: 2, externalId: null }, schemaVersion: '', generatedAt: null },
    ])
    expect(await header('ДатаФормирования="вчера"')).toEqual([
      {
        kind: 'problem',
        at: { line: 2, externalId: null },
        code: 'commerceml.badDate',
        params: { field: 'ДатаФормирования', value: 'вчера' },
      },
      { kind: 'header', at: { line: 2, externalId: null }, schemaVersion: '', generatedAt: null },
    ])
  })
})

describe('[EXCH-02] goods', () => {
  const goods = async (body: string) => (await read(`<Каталог><Ид>c</Ид><Товары>${body}</Товары></Каталог>`)).slice(1)
  const product = (externalId: string, more: object = {}) => ({
    kind: 'product',
    at: at(externalId),
    externalId,
    characteristicExternalId: null,
    partial: false,
    article: null,
    name: null,
    fullName: null,
    description: null,
    groupIds: [],
    brand: null,
    unit: null,
    vatRate: undefined,
    pictures: [],
    properties: [],
    characteristics: [],
    requisites: [],
    barcode: null,
    weight: null,
    country: null,
    deleted: false,
    version: null,
    ...more,
  })

  it('a product of nothing but its Ид, and what has none', async () => {
    expect(
      await goods('<Товар><Ид>a</Ид></Товар><Товар><Ид>#x</Ид></Товар><Товар><Наименование>x</Наименование></Товар>'),
    ).toEqual([
      product('a'),
      problem('#x', 'missingId', { element: 'Товар' }),
      problem(null, 'missingId', { element: 'Товар' }),
    ])
  })

  it('a product with every field in its other spelling', async () => {
    const body = `<Товар><Ид>a#b</Ид><НомерВерсии>v</НомерВерсии><Артикул>А-1</Артикул><Штрихкод>460</Штрихкод><Наименование>Болт</Наименование><ПолноеНаименование>Болт М10</ПолноеНаименование><Описание>Первый<p>Второй</p>и <b>третий</b> конец</Описание><Группы><Ид>g1</Ид><Ид> </Ид><Ид> g2 </Ид></Группы><Изготовитель><Ид>m</Ид><ОфициальноеНаименование>Невис</ОфициальноеНаименование></Изготовитель><ТорговаяМарка>Марка</ТорговаяМарка><Страна>Россия</Страна><Вес>0,5</Вес><Картинка>a\\b.jpg</Картинка><Картинка> </Картинка><Картинка>a/b.jpg</Картинка><Картинка>c.jpg</Картинка><ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>белый</Значение></ХарактеристикаТовара><ХарактеристикаТовара><Наименование></Наименование><Значение>x</Значение></ХарактеристикаТовара><ХарактеристикаТовара><Наименование>Вид</Наименование></ХарактеристикаТовара></ХарактеристикиТовара><ЗначенияСвойств><ЗначенияСвойства><Ид>p1</Ид><Значение>1</Значение><Значение>2</Значение><Значение>1</Значение><ИдЗначения>v3</ИдЗначения><Прочее>4</Прочее></ЗначенияСвойства><ЗначенияСвойства><Значение>5</Значение></ЗначенияСвойства><ЗначенияСвойства><Ид>p2</Ид><Значение> </Значение></ЗначенияСвойства></ЗначенияСвойств><СтавкиНалогов><СтавкаНалога><Наименование>Акциз</Наименование><Ставка>5</Ставка></СтавкаНалога><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов></Товар>`
    expect(await goods(body)).toEqual([
      product('a', {
        at: at('a#b'),
        characteristicExternalId: 'b',
        version: 'v',
        article: 'А-1',
        barcode: '460',
        name: 'Болт',
        fullName: 'Болт М10',
        description: 'Первый\nВторой\nи третий конец',
        groupIds: ['g1', 'g2'],
        brand: { externalId: 'm', name: 'Невис' },
        country: 'Россия',
        weight: 500,
        pictures: ['a/b.jpg', 'c.jpg'],
        characteristics: [
          { name: 'Цвет', value: 'белый' },
          { name: 'Вид', value: '' },
        ],
        vatRate: 20,
        properties: [
          { externalId: 'p1', value: '1' },
          { externalId: 'p1', value: '2' },
          { externalId: 'p1', value: 'v3' },
        ],
      }),
    ])
  })

  it('a product with its own price and rest gives them as those of the offer without a name', async () => {
    const records = await goods(
      '<Товар><Ид>a#b</Ид><Цены><Цена><ИдТипаЦены>t</ИдТипаЦены><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу></Цена></Цены><Количество>2</Количество></Товар>',
    )
    expect(records.slice(1)).toEqual([
      {
        kind: 'price',
        at: at('a#b'),
        offerExternalId: 'a#b',
        priceTypeExternalId: 't',
        minQty: 0,
        maxQty: null,
        coefficient: 1_000,
        price: 10_000,
        currency: null,
        unit: null,
      },
      { kind: 'stock', at: at('a#b'), offerExternalId: 'a#b', warehouseExternalId: null, qty: 2_000 },
      {
        kind: 'amounts',
        at: at('a#b'),
        offerExternalId: 'a#b',
        whole: false,
        prices: [{ priceTypeExternalId: 't', minQty: 0, coefficient: 1_000 }],
        stock: [null],
      },
    ])
  })

  it('lists that come in two parts, or with something else among them', async () => {
    expect(
      await goods(
        '<Товар><Ид>a</Ид><Группы><Ид>g1</Ид><Прочее>x</Прочее></Группы><Прочее><Ид>y</Ид></Прочее><Группы><Ид>g2</Ид></Группы></Товар>',
      ),
    ).toEqual([product('a', { groupIds: ['g1', 'g2'] })])
  })

  it('no more kinds of units than a file can have', async () => {
    const units = Array.from({ length: 5_002 }, (_, n) => `<ЕдиницаИзмерения><Код>u${n}</Код></ЕдиницаИзмерения>`).join(
      '',
    )
    const given = (await classified(`<ЕдиницыИзмерения>${units}</ЕдиницыИзмерения>`)).map((one) =>
      'code' in one ? one.code : one.kind,
    )
    expect([given.length, given.at(-1)]).toEqual([5_000, 'u4999'])
  })

  it('what requisites tell where no element does; a brand alone; the only tax, without a name', async () => {
    const requisite = (name: string, value: string) =>
      `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`
    const body = `<Товар><Ид>a</Ид><ТорговаяМарка>Марка</ТорговаяМарка><ЗначенияРеквизитов>${requisite('Полное наименование', 'Болт')}${requisite('Вес', '1.25')}</ЗначенияРеквизитов><СтавкиНалогов><СтавкаНалога><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов></Товар><Товар><Ид>b</Ид><Вес>тяжёлый</Вес><Изготовитель><Наименование>М</Наименование></Изготовитель><СтавкиНалогов><СтавкаНалога><Наименование>Акциз</Наименование><Ставка>5</Ставка></СтавкаНалога></СтавкиНалогов></Товар>`
    expect(await goods(body)).toEqual([
      product('a', {
        fullName: 'Болт',
        weight: 1_250,
        brand: { externalId: null, name: 'Марка' },
        vatRate: 10,
        requisites: [
          { name: 'Полное наименование', value: 'Болт' },
          { name: 'Вес', value: '1.25' },
        ],
      }),
      problem('b', 'badNumber', { field: 'Вес', value: 'тяжёлый' }),
      product('b', { brand: { externalId: null, name: 'М' } }),
    ])
  })

  it.each([
    [
      '<БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>',
      { code: '796', name: 'шт' },
      [['796', 'шт', 'Штука', 'PCE']],
    ],
    ['<БазоваяЕдиница Код=" 796 "></БазоваяЕдиница>', { code: '796', name: 'шт' }, [['796', 'шт', null, null]]],
    [
      '<БазоваяЕдиница Код="999" НаименованиеКраткое=" бухта "/>',
      { code: '999', name: 'бухта' },
      [['999', 'бухта', null, null]],
    ],
    ['<БазоваяЕдиница Код="999"/>', { code: '999', name: null }, [['999', null, null, null]]],
    ['<БазоваяЕдиница>796</БазоваяЕдиница>', { code: '796', name: 'шт' }, []],
    ['<БазоваяЕдиница Код="796">796</БазоваяЕдиница>', { code: '796', name: 'шт' }, [['796', 'шт', null, null]]],
    ['<БазоваяЕдиница>12345</БазоваяЕдиница>', { code: null, name: '12345' }, []],
    ['<БазоваяЕдиница> кг </БазоваяЕдиница>', { code: null, name: 'кг' }, []],
    ['<БазоваяЕдиница/>', null, []],
    [
      '<БазоваяЕдиница Код="796">шт<Пересчет><Единица>778</Единица></Пересчет><Пересчет><Единица>778</Единица></Пересчет><Пересчет><Единица>796</Единица></Пересчет><Пересчет><Единица>999</Единица></Пересчет><Пересчет/><Прочее><Единица>166</Единица></Прочее></БазоваяЕдиница>',
      { code: '796', name: 'шт' },
      [
        ['796', 'шт', null, null],
        ['778', 'упак', null, null],
      ],
    ],
  ])('a unit: %s', async (written, unit, given) => {
    const records = await goods(`<Товар><Ид>a</Ид>${written}</Товар><Товар><Ид>b</Ид>${written}</Товар>`)
    expect(records).toEqual([
      ...given.map(([code, name, fullName, intl]) => ({
        kind: 'unit',
        at: at(code ?? ''),
        code,
        name,
        fullName,
        intl,
      })),
      product('a', { unit }),
      product('b', { unit }),
    ])
  })

  it.each([
    ['Статус="Удален"', '', true],
    ['Статус=" удалён "', '', true],
    ['Статус="Не удален"', '', false],
    ['Статус="Новый"', '<ПометкаУдаления>true</ПометкаУдаления>', true],
    ['', '<Статус>Удален</Статус>', true],
    ['', '<ПометкаУдаления>Да</ПометкаУдаления>', true],
    ['', '<ПометкаУдаления>Нет</ПометкаУдаления>', false],
    ['', '<ПометкаУдаления>ложь</ПометкаУдаления>', false],
    ['', '<ПометкаУдаления>1</ПометкаУдаления>', true],
    ['', '<ПометкаУдаления>y</ПометкаУдаления>', true],
    ['', '<ПометкаУдаления> ИСТИНА </ПометкаУдаления>', true],
    ['', '<ПометкаУдаления>да уж</ПометкаУдаления>', false],
    ['', '', false],
  ])('%s %s: deleted is %s', async (attribute, element, deleted) => {
    expect(await goods(`<Товар ${attribute}><Ид>a</Ид>${element}</Товар>`)).toMatchObject([
      { kind: 'product', deleted },
    ])
  })
})

describe('[EXCH-02] words for yes and no', () => {
  it.each(['true', 'истина', 'Да', '1', 'Y', ' TRUE '])('%j is yes', (word) => expect(parseBoolean(word)).toBe(true))
  it.each(['false', 'ложь', 'Нет', '0', 'N', ' FALSE '])('%j is no', (word) => expect(parseBoolean(word)).toBe(false))
  it.each(['', ' ', 'может быть', '2', 'не', null, undefined])('%j is neither', (word) =>
    expect(parseBoolean(word)).toBeNull(),
  )
})

describe('[EXCH-02] offers', () => {
  const offers = async (body: string) =>
    (await read(`<ПакетПредложений><Ид>c</Ид><Предложения>${body}</Предложения></ПакетПредложений>`)).slice(1)
  const offer = (externalId: string, more: object = {}) => ({
    kind: 'offer',
    at: at(externalId),
    externalId,
    productExternalId: externalId,
    characteristicExternalId: null,
    name: null,
    article: null,
    barcode: null,
    unit: null,
    characteristics: [],
    properties: [],
    deleted: false,
    version: null,
    ...more,
  })
  const amounts = (offerExternalId: string, more: object) => ({
    kind: 'amounts',
    at: at(offerExternalId),
    offerExternalId,
    whole: false,
    prices: null,
    stock: null,
    ...more,
  })
  const price = (inside: string) => `<Цена>${inside}</Цена>`

  it('an offer whole: what it says, its prices and its rests', async () => {
    const body = `<Предложение><Ид>a</Ид><ИдХарактеристики>b</ИдХарактеристики><НомерВерсии>v</НомерВерсии><Артикул>А</Артикул><Штрихкод>46</Штрихкод><Наименование>Болт</Наименование><БазоваяЕдиница>кг</БазоваяЕдиница><ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>белый</Значение></ХарактеристикаТовара></ХарактеристикиТовара><Цены>${price('<ИдТипаЦены>t</ИдТипаЦены><ЦенаЗаЕдиницу>12,5</ЦенаЗаЕдиницу><Валюта>руб</Валюта><Единица>шт</Единица><Коэффициент>10</Коэффициент><МинКоличество>5</МинКоличество>')}</Цены><Количество>7</Количество></Предложение>`
    expect(await offers(body)).toEqual([
      offer('a#b', {
        productExternalId: 'a',
        characteristicExternalId: 'b',
        version: 'v',
        article: 'А',
        barcode: '46',
        name: 'Болт',
        unit: { code: null, name: 'кг' },
        characteristics: [{ name: 'Цвет', value: 'белый' }],
      }),
      {
        kind: 'price',
        at: at('a#b'),
        offerExternalId: 'a#b',
        priceTypeExternalId: 't',
        minQty: 5_000,
        maxQty: null,
        coefficient: 10_000,
        price: 125_000,
        currency: 'руб',
        unit: 'шт',
      },
      { kind: 'stock', at: at('a#b'), offerExternalId: 'a#b', warehouseExternalId: null, qty: 7_000 },
      amounts('a#b', {
        whole: true,
        prices: [{ priceTypeExternalId: 't', minQty: 5_000, coefficient: 10_000 }],
        stock: [null],
      }),
    ])
  })

  it('an offer of nothing but its Ид says nothing; deleted, it says so and tells no amounts; without an Ид it is told', async () => {
    expect(
      await offers(
        '<Предложение><Ид>a</Ид><НомерВерсии>v</НомерВерсии></Предложение><Предложение Статус="Удален"><Ид>b</Ид><Наименование>x</Наименование></Предложение><Предложение Статус="Удален"><Ид>d</Ид></Предложение><Предложение><Ид>#c</Ид></Предложение><Предложение/>',
      ),
    ).toEqual([
      offer('b', { deleted: true, name: 'x' }),
      offer('d', { deleted: true }),
      problem('#c', 'missingId', { element: 'Предложение' }),
      problem(null, 'missingId', { element: 'Предложение' }),
    ])
  })

  it('goods written as offers give their product first, unless it is one of their characteristics', async () => {
    const kinds = async (id: string) =>
      (
        await offers(
          `<Предложение><Ид>${id}</Ид><Наименование>x</Наименование><Группы><Ид>g</Ид></Группы></Предложение>`,
        )
      ).map((one) => [one.kind, 'partial' in one && one.partial])
    expect(await kinds('a')).toEqual([
      ['product', true],
      ['offer', false],
      ['amounts', false],
    ])
    expect(await kinds('a#b')).toEqual([
      ['offer', false],
      ['amounts', false],
    ])
  })

  it('prices that say too little are told; one that cannot be read still stands', async () => {
    const body = `<Предложение><Ид>a</Ид><Цены>${price('<ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу>')}${price('<ИдТипаЦены>t1</ИдТипаЦены>')}${price('<ИдТипаЦены>t2</ИдТипаЦены><ЦенаЗаЕдиницу>дорого</ЦенаЗаЕдиницу>')}${price('<ИдТипаЦены>t3</ИдТипаЦены><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><Коэффициент>x</Коэффициент>')}${price('<ИдТипаЦены>t4</ИдТипаЦены><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><МинКоличество>x</МинКоличество>')}${price('<ИдТипаЦены>t5</ИдТипаЦены><ЦенаЗаЕдиницу>0</ЦенаЗаЕдиницу><Коэффициент>0</Коэффициент><Единица></Единица>')}</Цены></Предложение>`
    const kept = (priceTypeExternalId: string) => ({ priceTypeExternalId, minQty: null, coefficient: 1_000 })
    expect(await offers(body)).toEqual([
      problem('a', 'missingId', { element: 'ИдТипаЦены' }),
      problem('a', 'missingValue', { field: 'ЦенаЗаЕдиницу' }),
      problem('a', 'badNumber', { field: 'ЦенаЗаЕдиницу', value: 'дорого' }),
      problem('a', 'badNumber', { field: 'Коэффициент', value: 'x' }),
      problem('a', 'badNumber', { field: 'МинКоличество', value: 'x' }),
      {
        kind: 'price',
        at: at('a'),
        offerExternalId: 'a',
        priceTypeExternalId: 't5',
        minQty: 0,
        maxQty: null,
        coefficient: 1_000,
        price: 0,
        currency: null,
        unit: null,
      },
      amounts('a', {
        prices: [kept('t2'), kept('t3'), kept('t4'), { priceTypeExternalId: 't5', minQty: 0, coefficient: 1_000 }],
      }),
    ])
  })

  it.each([
    ['<Количество>3</Количество>', [[null, 3_000]]],
    ['<Склад ИдСклада="w" КоличествоНаСкладе="2"/>', [['w', 2_000]]],
    ['<Склад ИдСклада=" w "><Количество>2</Количество></Склад>', [['w', 2_000]]],
    ['<Склад><Ид>w</Ид><КоличествоНаСкладе>2</КоличествоНаСкладе></Склад>', [['w', 2_000]]],
    ['<Склады ИдСклада="w" КоличествоНаСкладе="0"/>', [['w', 0]]],
    [
      '<Склады><Склад ИдСклада="w" КоличествоНаСкладе="2"/><Склад ИдСклада="x" КоличествоНаСкладе="3"/></Склады>',
      [
        ['w', 2_000],
        ['x', 3_000],
      ],
    ],
    [
      '<КоличествоНаСкладах><КоличествоНаСкладе><ИдСклада>w</ИдСклада><Количество>2</Количество></КоличествоНаСкладе></КоличествоНаСкладах>',
      [['w', 2_000]],
    ],
    [
      '<Остатки><Остаток><Склад><Ид>w</Ид><Количество>2</Количество></Склад></Остаток><Остаток><Количество>4</Количество><Прочее>1</Прочее></Остаток></Остатки>',
      [
        ['w', 2_000],
        [null, 4_000],
      ],
    ],
  ])('rests as %s', async (written, rests) => {
    expect(await offers(`<Предложение><Ид>a</Ид>${written}</Предложение>`)).toEqual([
      ...rests.map(([warehouseExternalId, qty]) => ({
        kind: 'stock',
        at: at('a'),
        offerExternalId: 'a',
        warehouseExternalId,
        qty,
      })),
      amounts('a', { stock: rests.map(([warehouse]) => warehouse) }),
    ])
  })

  it('rests that say nothing are an empty list, a bad one still names its place, a warehouse without an Ид is told', async () => {
    expect(await offers('<Предложение><Ид>a</Ид><Остатки/></Предложение>')).toEqual([amounts('a', { stock: [] })])
    expect(await offers('<Предложение><Ид>a</Ид><Количество> </Количество></Предложение>')).toEqual([
      amounts('a', { stock: [] }),
    ])
    expect(await offers('<Предложение><Ид>a</Ид><Склады/></Предложение>')).toEqual([])
    expect(await offers('<Предложение><Ид>a</Ид><Цены/></Предложение>')).toEqual([amounts('a', { prices: [] })])
    expect(
      await offers(
        '<Предложение><Ид>a</Ид><Склад ИдСклада="w" КоличествоНаСкладе="много"/><Склад КоличествоНаСкладе="1"/></Предложение>',
      ),
    ).toEqual([
      problem('a', 'badNumber', { field: 'КоличествоНаСкладе', value: 'много' }),
      problem('a', 'missingId', { element: 'Склад' }),
      amounts('a', { stock: ['w'] }),
    ])
  })
})
