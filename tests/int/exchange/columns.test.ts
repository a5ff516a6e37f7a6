import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { orderSource } from '@/collections/sales/orders/order.outgoing.exchange'
import { query } from '@/src/mechanisms/database/query'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { builders, type Builders } from '@/tests/builders/builders'
import { oneCAt } from '@/tests/support/onec'
import { exchangeGround } from '@/tests/support/exchangeGround'

const ground = exchangeGround()
let make: Builders
let rows: <Row>(statement: ReturnType<typeof sql>) => Promise<Row[]>

const commerce = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="2026-11-24T12:00:00">${body}</КоммерческаяИнформация>`
const named = (tag: string, item: string, values: Record<string, string>): string =>
  `<${tag}>${Object.entries(values)
    .map(([name, value]) => `<${item}><Наименование>${name}</Наименование><Значение>${value}</Значение></${item}>`)
    .join('')}</${tag}>`

const IMPORT = commerce(`<Классификатор><Ид>c</Ид><Наименование>К</Наименование>
  <Группы><Группа><Ид>g-1</Ид><Наименование>Инструмент</Наименование><Сортировка>3</Сортировка><Группы><Группа><Ид>g-2</Ид><Наименование>Дрели</Наименование></Группа></Группы></Группа></Группы>
  <Свойства><Свойство><Ид>prop</Ид><Наименование>Тон</Наименование><ВариантыЗначений><Справочник><ИдЗначения>val</ИдЗначения><Значение>Матовый</Значение></Справочник></ВариантыЗначений></Свойство></Свойства></Классификатор>
  <Каталог СодержитТолькоИзменения="true"><Ид>k</Ид><Товары><Товар><Ид>p-1</Ид><Артикул>А-1</Артикул><Штрихкод>460</Штрихкод><Наименование>Дрель</Наименование><БазоваяЕдиница Код="166">кг</БазоваяЕдиница>
  <Группы><Ид>g-2</Ид></Группы><Описание>Мощная</Описание><Изготовитель><Ид>b-1</Ид><Наименование>Вихрь</Наименование></Изготовитель><ЗначенияСвойств><ЗначенияСвойства><Ид>prop</Ид><Значение>val</Значение></ЗначенияСвойства></ЗначенияСвойств>
  <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов><Вес>2,5</Вес></Товар></Товары></Каталог>`)
const OFFERS = commerce(`<ПакетПредложений СодержитТолькоИзменения="true"><Ид>k#</Ид>
  <ТипыЦен><ТипЦены><Ид>t-1</Ид><Наименование>Опт</Наименование><Валюта>USD</Валюта><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме></Налог></ТипЦены></ТипыЦен>
  <Склады><Склад><Ид>w-1</Ид><Наименование>Главный</Наименование><Адрес><Представление>Тверь, 1</Представление></Адрес></Склад></Склады>
  <Предложения><Предложение><Ид>p-1#ch</Ид><Артикул>А-1/С</Артикул><Штрихкод>461</Штрихкод><Наименование>Дрель синяя</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница>
  ${named('ХарактеристикиТовара', 'ХарактеристикаТовара', { Цвет: 'Синий' })}<Цены><Цена><ИдТипаЦены>t-1</ИдТипаЦены><ЦенаЗаЕдиницу>12.5</ЦенаЗаЕдиницу><Валюта>EUR</Валюта><Единица>упак</Единица><Коэффициент>3</Коэффициент><МинКоличество>5</МинКоличество></Цена></Цены>
  <Количество>9</Количество><Склад ИдСклада="w-1" КоличествоНаСкладе="4"/></Предложение></Предложения></ПакетПредложений>`)

describe('every field that 1C sends stands in its own column', () => {
  beforeEach(() => {
    make = builders(ground.payload)
    rows = (statement) => query(ground.payload, statement)
  })

  it('[EXCH-02] goods: groups, brands, kinds of prices, warehouses, products, offers, prices, stock', async () => {
    await ground.send({ 'import0_1.xml': IMPORT, 'offers0_1.xml': OFFERS })
    expect(
      await rows(
        sql`select g.external_id as id, g.name, g.slug, g.sort::int, g.active, p.external_id as parent from groups g left join groups p on p.id = g.parent_id order by 1`,
      ),
    ).toEqual([
      { id: 'g-1', name: 'Инструмент', slug: 'instrument', sort: 3, active: true, parent: null },
      { id: 'g-2', name: 'Дрели', slug: 'dreli', sort: null, active: true, parent: 'g-1' },
    ])
    expect(await rows(sql`select external_id as id, name, slug, active from brands`)).toEqual([
      { id: 'b-1', name: 'Вихрь', slug: 'vikhr', active: true },
    ])
    expect(
      await rows(sql`select external_id as id, name, currency, vat_included, base, retail, active from price_types`),
    ).toEqual([
      { id: 't-1', name: 'Опт', currency: 'USD', vat_included: false, base: false, retail: false, active: true },
    ])
    expect(await rows(sql`select external_id as id, name, address, pickup, active from warehouses`)).toEqual([
      { id: 'w-1', name: 'Главный', address: 'Тверь, 1', pickup: true, active: true },
    ])
    expect(
      await rows(sql`select p.external_id as id, p.name, p.article, p.slug, g.external_id as "group", b.external_id as brand, p.unit, p.vat_rate::int as vat, p.barcode, p.description, p.properties, p.weight::int, p.active
      from products p left join groups g on g.id = p.group_id left join brands b on b.id = p.brand_id`),
    ).toEqual([
      {
        id: 'p-1',
        name: 'Дрель',
        article: 'А-1',
        slug: expect.stringMatching(/^drel/),
        group: 'g-2',
        brand: 'b-1',
        unit: 'кг',
        vat: 10,
        barcode: '460',
        description: 'Мощная',
        properties: { Тон: 'Матовый' },
        weight: 2_500,
        active: true,
      },
    ])
    expect(
      await rows(
        sql`select s.external_id as id, p.external_id as product, s.name, s.article, s.characteristics, s.barcode, s.unit, s.active from skus s join products p on p.id = s.product_id`,
      ),
    ).toEqual([
      {
        id: 'p-1#ch',
        product: 'p-1',
        name: 'Дрель синяя',
        article: 'А-1/С',
        characteristics: { Цвет: 'Синий' },
        barcode: '461',
        unit: 'шт',
        active: true,
      },
    ])
    expect(
      await rows(
        sql`select s.external_id as sku, t.external_id as type, r.min_qty::int as "from", r.price::int, r.per_qty::int as per, r.currency, r.unit, r.active from prices r join skus s on s.id = r.sku_id join price_types t on t.id = r.price_type_id`,
      ),
    ).toEqual([
      {
        sku: 'p-1#ch',
        type: 't-1',
        from: 15_000,
        price: 125_000,
        per: 3_000,
        currency: 'EUR',
        unit: 'упак',
        active: true,
      },
    ])
    expect(
      await rows(
        sql`select s.external_id as sku, w.external_id as warehouse, r.qty::int from stocks r join skus s on s.id = r.sku_id left join warehouses w on w.id = r.warehouse_id order by qty`,
      ),
    ).toEqual([
      { sku: 'p-1#ch', warehouse: 'w-1', qty: 4_000 },
      { sku: 'p-1#ch', warehouse: null, qty: 9_000 },
    ])
  })

  it('[EXCH-23] an order that was made in 1C', async () => {
    await make.company({ name: 'Чужая', externalId: 'co-2' })
    const company = await make.company({ externalId: 'co-1', inn: '7707083893' })
    await make.contractor({ companyId: company, externalId: 'k-1', inn: '7707083893', kpp: '770701001' })
    await ground.send({ 'import0_1.xml': IMPORT, 'offers0_1.xml': OFFERS })
    const line = (body: string): string => `<Товар>${body}</Товар>`
    const xml =
      commerce(`<Документ><Ид>o-1</Ид><Номер>К-7</Номер><Дата>2026-11-20</Дата><Время>10:30:00</Время><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>USD</Валюта><Курс>90</Курс><Сумма>195</Сумма>
      <Контрагенты><Контрагент><Ид>k-1</Ид><Наименование>Ромашка</Наименование><ИНН>7707083893</ИНН><КПП>770701001</КПП><Роль>Покупатель</Роль></Контрагент></Контрагенты><Комментарий>до обеда</Комментарий>
      <Товары>${line(`<Ид>p-1#ch</Ид><Артикул>А-1</Артикул><Наименование>Дрель</Наименование><БазоваяЕдиница Код="166">кг</БазоваяЕдиница><ЦенаЗаЕдиницу>50</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>95</Сумма>
      <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>8.64</Сумма><Ставка>10</Ставка></Налог></Налоги><Скидки><Скидка><Сумма>5</Сумма></Скидка></Скидки>`)}
      ${line('<Наименование>Доставка</Наименование><ЦенаЗаЕдиницу>100</ЦенаЗаЕдиницу><Количество>1</Количество><Сумма>100</Сумма><СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>Без НДС</Ставка></СтавкаНалога></СтавкиНалогов>')}</Товары>
      ${named('ЗначенияРеквизитов', 'ЗначениеРеквизита', { 'Номер по 1С': 'УТ-7', 'Дата по 1С': '2026-11-21T10:00:00', Проведен: 'true', 'Статус заказа': 'Подтверждён', Оплачен: 'true' })}</Документ>`)
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'orders-1_1.xml', content: xml }] })
    expect(
      await rows(sql`select o.external_id as id, o.number, c.external_id as company, k.external_id as contractor, o.status::text, o.erp_number as erp, o.erp_date as "erpDate", o.placed_at as placed, o.total::int, o.vat::int,
      o.paid::int, o.currency, o.comment, o.line_count::int as lines from orders o join companies c on c.id = o.company_id left join contractors k on k.id = o.contractor_id`),
    ).toEqual([
      {
        id: 'o-1',
        number: 'УТ-7',
        company: 'co-1',
        contractor: 'k-1',
        status: 'confirmed',
        erp: 'УТ-7',
        erpDate: '2026-11-21 07:00:00+00',
        placed: '2026-11-20 07:30:00+00',
        total: 195_00,
        vat: 8_64,
        paid: 195_00,
        currency: 'USD',
        comment: 'до обеда',
        lines: 2,
      },
    ])
    expect(
      await rows(sql`select l.position::int, s.external_id as sku, l.product_external_id as external, l.name, l.article, l.unit, l.qty::int, l.price::int, l.total::int, l.discount::int, l.vat_rate::int as vat, l.shipped_qty::int as shipped
      from order_lines l left join skus s on s.id = l.sku_id order by 1`),
    ).toEqual([
      {
        position: 1,
        sku: 'p-1#ch',
        external: 'p-1#ch',
        name: 'Дрель',
        article: 'А-1',
        unit: 'кг',
        qty: 2_000,
        price: 500_000,
        total: 95_00,
        discount: 5_00,
        vat: 10,
        shipped: 0,
      },
      {
        position: 2,
        sku: null,
        external: null,
        name: 'Доставка',
        article: null,
        unit: null,
        qty: 1_000,
        price: 1_000_000,
        total: 100_00,
        discount: 0,
        vat: null,
        shipped: 0,
      },
    ])
  })

  it('[EXCH-22] an order of the cabinet on its way to 1C, in the words of its payer and in those of its client', async () => {
    const company = await make.company({
      externalId: 'co-1',
      name: 'Ромашка',
      legalName: 'ООО «Ромашка»',
      inn: '7707083893',
      kpp: '770701001',
      address: 'Тверь',
      email: 'co@example.com',
      phone: '+74950000001',
    })
    const contractor = await make.contractor({
      companyId: company,
      externalId: 'k-1',
      name: 'Лютик',
      legalName: 'ООО «Лютик»',
      inn: '7736050003',
      kpp: '773601001',
      legalAddress: 'Москва',
    })
    const author = await make.user({
      companies: [company],
      name: 'Анна',
      email: 'anna@example.com',
      phone: '+74950000002',
    })
    const warehouse = await make.warehouse({ externalId: 'w-1' })
    const contract = await make.contract({ companyId: company, number: 'Д-9' })
    const { sku } = await make.product()
    await rows(sql`update skus set external_id = 'p-1#ch' where id = ${sku}`)
    const placedAt = new Date('2026-11-20T07:30:00Z')
    const common = { companyId: company, authorId: author, currency: 'USD', placedAt, total: 190_00 }
    const order = await make.order({
      ...common,
      number: 'К-1',
      contractorId: contractor,
      contractId: contract,
      warehouseId: warehouse,
      paymentMethod: 'credit',
      deliveryMethod: 'delivery',
      deliveryAddress: 'Склад, 5',
      comment: 'до обеда',
      clientReference: 'PO-1',
      wantedDate: new Date('2026-12-01'),
    })
    await insertRow(ground.payload, 'order_lines', {
      orderId: order,
      companyId: company,
      position: 1,
      skuId: sku,
      name: 'Дрель',
      article: 'А-1',
      unit: 'кг',
      qty: 2_000,
      price: 500_000,
      total: 100_00,
      vatRate: 20,
      discount: 0,
      shippedQty: 0,
    })
    await insertRow(ground.payload, 'order_lines', {
      orderId: order,
      companyId: company,
      position: 2,
      name: 'Доставка',
      qty: 1_000,
      price: 1_000_000,
      total: 100_00,
      vatRate: null,
      discount: 0,
      shippedQty: 0,
    })
    await make.order({ ...common, number: 'К-2', placedAt: new Date('2026-11-20T08:30:00Z') })
    const [first, second] = await orderSource.pending(await createLocalReq({}, ground.payload), ground.node)
    expect(first).toEqual({
      externalId: order,
      revision: expect.any(String),
      number: 'К-1',
      createdAt: placedAt.toISOString(),
      currency: 'USD',
      total: 190_00,
      customer: {
        externalId: 'k-1',
        kind: 'legal',
        name: 'Лютик',
        legalName: 'ООО «Лютик»',
        inn: '7736050003',
        kpp: '773601001',
        address: 'Москва',
        email: 'anna@example.com',
        phone: '+74950000002',
        representative: { externalId: author, name: 'Анна' },
      },
      lines: [
        {
          productExternalId: 'p-1',
          characteristicExternalId: 'ch',
          service: false,
          name: 'Дрель',
          article: 'А-1',
          unit: { name: 'кг' },
          price: 500_000,
          qty: 2_000,
          total: 100_00,
          vatRate: 20,
          vatSum: 16_67,
          vatIncluded: true,
        },
        {
          productExternalId: null,
          characteristicExternalId: null,
          service: true,
          name: 'Доставка',
          article: null,
          unit: null,
          price: 1_000_000,
          qty: 1_000,
          total: 100_00,
          vatRate: null,
          vatSum: null,
          vatIncluded: true,
        },
      ],
      discounts: [{ name: 'Скидка', sum: 10_00 }],
      warehouseExternalId: 'w-1',
      comment: 'до обеда',
      cancelled: false,
      statusName: 'Оформлен',
      paymentMethod: expect.stringMatching(/отсрочк/i),
      deliveryMethod: 'Доставка',
      deliveryAddress: 'Склад, 5',
      requisites: [
        { name: 'Номер заказа клиента', value: 'PO-1' },
        { name: 'Желаемая дата отгрузки', value: '2026-12-01' },
        { name: 'Договор', value: 'Д-9' },
      ],
    })
    expect(second?.customer).toEqual({
      externalId: 'co-1',
      kind: 'legal',
      name: 'Ромашка',
      legalName: 'ООО «Ромашка»',
      inn: '7707083893',
      kpp: '770701001',
      address: 'Тверь',
      email: 'co@example.com',
      phone: '+74950000001',
      representative: { externalId: author, name: 'Анна' },
    })
    expect(second).toMatchObject({
      warehouseExternalId: null,
      paymentMethod: expect.stringMatching(/сч[её]т/i),
      deliveryMethod: 'Самовывоз',
      requisites: [],
    })
  })
})
