import { describe, expect, it } from 'vitest'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { bodyOf, commerce, readAll } from './reading'

const read = async (inside: string): Promise<CommerceRecord[]> =>
  bodyOf(await readAll(commerce(`<Документ>${inside}</Документ>`), { zone: 'UTC' }))
const at = { line: 3, externalId: 'o' }
const problem = (code: string, params: object) => ({ kind: 'problem', at, code: `commerceml.${code}`, params })
const key = '<Ид>o</Ид><Дата>2026-11-24</Дата>'
const order = (more: object = {}) => ({
  kind: 'order',
  at,
  externalId: 'o',
  number: 'o',
  date: '2026-11-24T00:00:00.000Z',
  operation: 'Заказ товара',
  role: null,
  version: null,
  currency: null,
  rate: null,
  total: null,
  counterparties: [],
  lines: [],
  vat: [],
  discount: 0,
  warehouseExternalId: null,
  baseExternalId: null,
  requisites: {},
  comment: null,
  number1c: null,
  date1c: null,
  posted: null,
  deleted: false,
  cancelled: false,
  statusName: null,
  paid: null,
  shipped: null,
  paidNumber: null,
  paidDate: null,
  shippedNumber: null,
  shippedDate: null,
  ...more,
})
const requisites = (given: Record<string, string>) =>
  `<ЗначенияРеквизитов>${Object.entries(given)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`
const line = (more: object = {}) => ({
  externalId: 'a',
  productExternalId: 'a',
  characteristicExternalId: null,
  name: '',
  article: null,
  unit: null,
  qty: 1_000,
  price: null,
  total: null,
  vat: [],
  discount: 0,
  requisites: {},
  ...more,
})
const withLine = async (inside: string) => read(`${key}<Товары><Товар>${inside}</Товар></Товары>`)

describe('[EXCH-02] documents', () => {
  it('of little: an order, by its Ид or its number', async () => {
    expect(await read(key)).toEqual([order()])
    expect(await read('<Номер>o</Номер><Дата>2026-11-24</Дата><Время>10:20:30</Время>')).toEqual([
      order({ date: '2026-11-24T10:20:30.000Z' }),
    ])
    expect(await read('<Дата>2026-11-24</Дата>')).toEqual([
      { ...problem('missingId', { element: 'Документ' }), at: { line: 3, externalId: null } },
    ])
  })

  it('with everything that is said of them', async () => {
    const body = `${key}<Номер>7</Номер><НомерВерсии>v</НомерВерсии><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>руб</Валюта><Курс>1</Курс><Сумма>12,50</Сумма><Комментарий>Звонить</Комментарий><Основание>b</Основание><Склады><Склад><Ид>w</Ид></Склад><Склад><Ид>x</Ид></Склад></Склады><Скидки><Скидка><Сумма>1</Сумма></Скидка><Скидка><Сумма>0,5</Сумма></Скидка><Скидка/></Скидки><Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>2,25</Сумма><Ставка>22</Ставка></Налог></Налоги>`
    expect(await read(body)).toEqual([
      order({
        number: '7',
        version: 'v',
        role: 'Продавец',
        currency: 'руб',
        rate: '1',
        total: 1_250,
        comment: 'Звонить',
        baseExternalId: 'b',
        warehouseExternalId: 'w',
        discount: 150,
        vat: [{ name: 'НДС', rate: 22, sum: 225, included: true }],
      }),
    ])
  })

  it('of another operation are no orders, and come before the one they hang on', async () => {
    const below =
      '<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>s</Ид><Дата>2026-11-24</Дата><ХозОперация>Отпуск товара</ХозОперация></ПодчиненныйДокумент><ПодчиненныйДокумент/></ПодчиненныеДокументы>'
    expect(await read(key + below)).toEqual([
      {
        ...order({ externalId: 's', number: 's', at: { line: 3, externalId: 's' } }),
        kind: 'document',
        operation: 'Отпуск товара',
        baseExternalId: 'o',
      },
      { ...problem('missingId', { element: 'ПодчиненныйДокумент' }), at: { line: 3, externalId: null } },
      order(),
    ])
  })

  it.each([
    ['without a date', '<Ид>o</Ид>', [problem('missingValue', { field: 'Дата' })]],
    ['of an empty date', '<Ид>o</Ид><Дата>0001-01-01</Дата>', [problem('missingValue', { field: 'Дата' })]],
    [
      'of a bad date',
      '<Ид>o</Ид><Дата>вчера</Дата><Время>в полдень</Время>',
      [problem('badDate', { field: 'Дата', value: 'вчера в полдень' })],
    ],
    ['of a bad sum', `${key}<Сумма>много</Сумма>`, [problem('badNumber', { field: 'Сумма', value: 'много' })]],
    [
      'of a bad discount',
      `${key}<Скидки><Скидка><Сумма>x</Сумма></Скидка></Скидки>`,
      [problem('badNumber', { field: 'Скидка', value: 'x' })],
    ],
  ])('%s are told and left out', async (_what, body, told) => expect(await read(body)).toEqual(told))

  it('show of what cannot be read its first eighty signs', async () => {
    expect(await read(`${key}<Сумма>${'ж'.repeat(100)}</Сумма>`)).toEqual([
      problem('badNumber', { field: 'Сумма', value: 'ж'.repeat(80) }),
    ])
    expect(await read(`<Ид>o</Ид><Дата>${'ж'.repeat(100)}</Дата>`)).toEqual([
      problem('badDate', { field: 'Дата', value: 'ж'.repeat(80) }),
    ])
  })

  it('in requisites, as 2.x has them', async () => {
    const said = {
      'Номер по 1С': '15',
      'Дата по 1С': '2026-11-25',
      Проведен: 'true',
      ПометкаУдаления: 'true',
      Отменен: 'Да',
      'Статус заказа': 'Отгружен',
      Оплачен: 'нет',
      Отгружен: 'истина',
      'Номер оплаты по 1С': 'П1',
      'Дата оплаты по 1С': '2026-11-26',
      'Номер отгрузки по 1С': 'О1',
      'Дата отгрузки по 1С': '2026-11-27',
    }
    expect(await read(key + requisites(said))).toEqual([
      order({
        requisites: said,
        number1c: '15',
        date1c: '2026-11-25T00:00:00.000Z',
        posted: true,
        deleted: true,
        cancelled: true,
        statusName: 'Отгружен',
        paid: false,
        shipped: true,
        paidNumber: 'П1',
        paidDate: '2026-11-26T00:00:00.000Z',
        shippedNumber: 'О1',
        shippedDate: '2026-11-27T00:00:00.000Z',
      }),
    ])
  })

  it('in elements, as 3.1 has them; these stand above requisites', async () => {
    const body = `${key}<Номер1С>16</Номер1С><Дата1С>2026-11-26</Дата1С><Проведен>false</Проведен><Отменен>true</Отменен>`
    const said = { 'Номер по 1С': '15', 'Дата по 1С': '2026-11-25', Проведен: 'true', Отменен: 'false' }
    expect(await read(body + requisites(said))).toEqual([
      order({ requisites: said, number1c: '16', date1c: '2026-11-26T00:00:00.000Z', posted: false, cancelled: true }),
    ])
  })

  it('by the other names of requisites, the last of a name, the first that says something', async () => {
    const other = {
      'Заказ оплачен': 'да',
      'Номер оплаты': '',
      'Номер платежного документа': 'П2',
      'Дата оплаты': '2026-11-26',
      'Номер отгрузки': 'О2',
      'Дата отгрузки': 'скоро',
      'Статус заказа': '',
    }
    expect(await read(key + requisites(other))).toEqual([
      problem('badDate', { field: 'Дата отгрузки', value: 'скоро' }),
      order({
        requisites: other,
        paid: true,
        paidNumber: 'П2',
        paidDate: '2026-11-26T00:00:00.000Z',
        shippedNumber: 'О2',
      }),
    ])
    expect(await read(key + requisites({ Отгружен: 'да' }) + requisites({ Отгружен: 'нет' }))).toEqual([
      order({ requisites: { Отгружен: 'нет' }, shipped: false }),
    ])
    expect(
      await read(key + requisites({ 'Номер оплаты': 'П3', 'Дата по 1С': 'никогда', 'Дата оплаты': 'никогда' })),
    ).toEqual([
      problem('badDate', { field: 'Дата по 1С', value: 'никогда' }),
      problem('badDate', { field: 'Дата оплаты', value: 'никогда' }),
      order({
        requisites: { 'Номер оплаты': 'П3', 'Дата по 1С': 'никогда', 'Дата оплаты': 'никогда' },
        paidNumber: 'П3',
      }),
    ])
  })

  it('name their parties, with address, contacts and people, or little', async () => {
    const body = `${key}<Контрагенты>
<Контрагент><Ид>c</Ид><Наименование>Ромашка</Наименование><ОфициальноеНаименование>ООО «Ромашка»</ОфициальноеНаименование><ИНН>7707083893</ИНН><КПП>770701001</КПП><Роль>Покупатель</Роль><Адрес><Представление></Представление></Адрес><ЮридическийАдрес><Представление>Москва</Представление></ЮридическийАдрес><АдресРегистрации><Представление>Тула</Представление></АдресРегистрации><Контакты><Контакт><Тип>Почта</Тип><Значение>a@example.org</Значение></Контакт><Контакт><КонтактВид>Телефон</КонтактВид><Значение>1</Значение></Контакт><Контакт><Значение>2</Значение></Контакт><Контакт><Тип>Факс</Тип></Контакт></Контакты><Представители><Представитель><Ид>p</Ид><Наименование>Анна</Наименование></Представитель><Представитель><Контрагент><Ид>q</Ид><Наименование>Пётр</Наименование></Контрагент></Представитель></Представители></Контрагент>
<Контрагент><ПолноеНаименование>Иванов</ПолноеНаименование><АдресРегистрации><Представление>Тула</Представление></АдресРегистрации><ИНН></ИНН></Контрагент>
<Контрагент><Адрес><Представление>Клин</Представление></Адрес></Контрагент></Контрагенты>`
    const party = {
      externalId: null,
      name: null,
      legalName: null,
      inn: null,
      kpp: null,
      role: null,
      address: null,
      contacts: [],
      representatives: [],
    }
    expect(await read(body)).toEqual([
      order({
        counterparties: [
          {
            externalId: 'c',
            name: 'Ромашка',
            legalName: 'ООО «Ромашка»',
            inn: '7707083893',
            kpp: '770701001',
            role: 'Покупатель',
            address: 'Москва',
            contacts: [
              { type: 'Почта', value: 'a@example.org' },
              { type: 'Телефон', value: '1' },
              { type: '', value: '2' },
            ],
            representatives: [
              { externalId: 'p', name: 'Анна' },
              { externalId: 'q', name: 'Пётр' },
            ],
          },
          { ...party, legalName: 'Иванов', address: 'Тула' },
          { ...party, address: 'Клин' },
        ],
      }),
    ])
  })
})

describe('[EXCH-02] lines of documents', () => {
  it('with everything that is said of them', async () => {
    const body = `<Ид>a#b</Ид><Артикул>А</Артикул><Наименование>Болт</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница><ЦенаЗаЕдиницу>12,5</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>24</Сумма><Налоги><Налог><Сумма>4</Сумма><Ставка>Без НДС</Ставка></Налог></Налоги><СтавкиНалогов><СтавкаНалога><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов><Скидки><Скидка><Сумма>1</Сумма></Скидка></Скидки>${requisites({ ТипНоменклатуры: 'Товар' })}`
    expect((await withLine(body)).filter(({ kind }) => kind !== 'unit')).toEqual([
      order({
        lines: [
          line({
            externalId: 'a#b',
            characteristicExternalId: 'b',
            article: 'А',
            name: 'Болт',
            unit: { code: '796', name: 'шт' },
            price: 125_000,
            qty: 2_000,
            total: 2_400,
            discount: 100,
            vat: [{ name: 'НДС', rate: null, sum: 400, included: null }],
            requisites: { ТипНоменклатуры: 'Товар' },
          }),
        ],
      }),
    ])
  })

  it('of 3.1: Цена, a unit of elements, rates alone', async () => {
    const body =
      '<Ид>a</Ид><ИдХарактеристики>00000000-0000-0000-0000-000000000000</ИдХарактеристики><Цена>1</Цена><Количество>1</Количество><Единица><Ид>166</Ид></Единица><СтавкиНалогов><СтавкаНалога><Наименование>Акциз</Наименование><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов>'
    expect(await withLine(body)).toEqual([
      order({
        lines: [
          line({
            price: 10_000,
            unit: { code: '166', name: 'кг' },
            vat: [{ name: 'Акциз', rate: 10, sum: null, included: null }],
          }),
        ],
      }),
    ])
  })

  it.each([
    ['<Единица>уп</Единица>', { code: null, name: 'уп' }],
    ['<Единица> </Единица>', null],
    [
      '<Единица><Код>796</Код><НаименованиеКраткое>штучка</НаименованиеКраткое></Единица>',
      { code: '796', name: 'штучка' },
    ],
    ['<Единица><Код>999</Код></Единица>', { code: '999', name: null }],
    ['<Единица><НаименованиеКраткое>x</НаименованиеКраткое></Единица>', { code: null, name: 'x' }],
    ['<БазоваяЕдиница>кг</БазоваяЕдиница><Единица>уп</Единица>', { code: null, name: 'кг' }],
  ])('a unit as %s', async (written, unit) =>
    expect(await withLine(`<Ид>a</Ид><Количество>1</Количество>${written}`)).toEqual([
      order({ lines: [line({ unit })] }),
    ]),
  )

  it('of text alone, which no goods stand behind', async () => {
    const none = { externalId: null, productExternalId: null, name: 'Доставка' }
    expect(await withLine('<Наименование>Доставка</Наименование><Количество>1</Количество>')).toEqual([
      order({ lines: [line(none)] }),
    ])
    expect(await withLine('<Ид>#b</Ид><Наименование>Доставка</Наименование><Количество>1</Количество>')).toEqual([
      order({ lines: [line(none)] }),
    ])
  })

  it.each([
    [
      'of nothing',
      '<Наименование> </Наименование><Количество>1</Количество>',
      problem('missingId', { element: 'Товар', name: '' }),
    ],
    ['without a quantity', '<Ид>a</Ид>', problem('missingValue', { field: 'Количество' })],
    [
      'of a bad quantity',
      '<Ид>a</Ид><Количество>x</Количество>',
      problem('badNumber', { field: 'Количество', value: 'x' }),
    ],
    [
      'of a bad price',
      '<Ид>a</Ид><Количество>1</Количество><Цена>x</Цена>',
      problem('badNumber', { field: 'ЦенаЗаЕдиницу', value: 'x' }),
    ],
    [
      'of a bad sum',
      '<Ид>a</Ид><Количество>1</Количество><Сумма>x</Сумма>',
      problem('badNumber', { field: 'Сумма', value: 'x' }),
    ],
    [
      'of a bad discount',
      '<Ид>a</Ид><Количество>1</Количество><Скидки><Скидка><Сумма>x</Сумма></Скидка></Скидки>',
      problem('badNumber', { field: 'Скидка', value: 'x' }),
    ],
  ])('%s are told, and their document is left out', async (_what, body, told) => {
    expect(
      await read(`${key}<Товары><Товар>${body}</Товар><Товар><Ид>good</Ид><Количество>1</Количество></Товар></Товары>`),
    ).toEqual([told])
  })

  it.each([
    ['10,5 %', 10.5],
    ['НДС 20 / 120', 20],
    ['  без   ндс ', null],
    ['', null],
    ['0', 0],
  ])('a tax at the rate %j', async (rate, read_) => {
    expect(
      await withLine(
        `<Ид>a</Ид><Количество>1</Количество><Налоги><Налог><Ставка>${rate}</Ставка></Налог><Налог/></Налоги>`,
      ),
    ).toEqual([
      order({
        lines: [
          line({
            vat: [
              { name: 'НДС', rate: read_, sum: null, included: null },
              { name: 'НДС', rate: null, sum: null, included: null },
            ],
          }),
        ],
      }),
    ])
  })

  it('show of an unknown rate its first eighty signs', async () => {
    expect(
      (
        await withLine(
          `<Ид>a</Ид><Количество>1</Количество><Налоги><Налог><Ставка>${'ж'.repeat(100)}</Ставка></Налог></Налоги>`,
        )
      )[0],
    ).toEqual(problem('unknownRate', { value: 'ж'.repeat(80) }))
  })

  it('keep their order with an unknown rate and a bad sum of a tax, which are told', async () => {
    expect(
      await withLine(
        '<Ид>a</Ид><Количество>1</Количество><Налоги><Налог><Ставка>Общая</Ставка><Сумма>x</Сумма></Налог></Налоги>',
      ),
    ).toEqual([
      problem('unknownRate', { value: 'Общая' }),
      problem('badNumber', { field: 'Налог', value: 'x' }),
      order({ lines: [line({ vat: [{ name: 'НДС', rate: null, sum: null, included: null }] })] }),
    ])
  })
})

describe('[EXCH-02] words marked up inside an element', () => {
  it.each([
    ['Текст <b>жирный</b> ещё', 'Текст жирный ещё'],
    ['<b>жирный</b> ещё', 'жирный ещё'],
    ['начало<br/>конец', 'начало\nконец'],
    ['а <!-- нет -->б', 'а б'],
    ['<![CDATA[а < б]]> в', 'а < б в'],
    ['<p>один</p><p>два</p>', ''],
    ['а<i>б</i><i>в</i>', 'аб в'],
    ['\n<p>один</p>\n<p>два</p>\n', ''],
    ['а<b>б</b>в<![CDATA[ ]]>г', 'абв г'],
    ['  а  ', 'а'],
    ['а<p/>\n \n  б', 'а\nб'],
    ['<i>а</i><i>б</i> в', 'а б в'],
    ['x<UL> \n<li>1</li>\n  <li>2</li></UL>', 'x\n1\n2'],
  ])('%s', async (written, comment) =>
    expect(await read(`${key}<Комментарий>${written}</Комментарий>`)).toMatchObject([{ kind: 'order', comment }]),
  )
})
