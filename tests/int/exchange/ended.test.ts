import { sql } from '@payloadcms/db-postgres/drizzle'
import { describe, expect, it } from 'vitest'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { listProducts } from '@/collections/catalogue/products/product.queries'
import { isAppError } from '@/src/lib/errors'
import { say, type Text } from '@/src/lib/i18n'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { builders } from '@/tests/builders/builders'
import { listIssues } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'

const ground = exchangeGround()
const { send } = ground

const price = (type: string, sum: string, more = ''): string =>
  `<Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${sum}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта>${more}</Цена>`
const store = (id: string, qty: string): string => `<Склад ИдСклада="${id}" КоличествоНаСкладе="${qty}"/>`
const offer = (id: string, inside: string, name = true): string =>
  `<Предложение><Ид>${id}</Ид>${name ? `<Наименование>${id}</Наименование>` : ''}${inside}</Предложение>`
const TYPES =
  '<ТипыЦен><ТипЦены><Ид>opt</Ид><Наименование>Опт</Наименование><Валюта>RUB</Валюта></ТипЦены><ТипЦены><Ид>roz</Ид><Наименование>Роз</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен>'
const STORES =
  '<Склады><Склад><Ид>n</Ид><Наименование>Север</Наименование></Склад><Склад><Ид>s</Ид><Наименование>Юг</Наименование></Склад></Склады>'
let clock = 0
const at = (): string =>
  `2026-11-24T${String(10 + Math.floor((clock += 1) / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}:00`
const file = (inside: string, generated = at()): string =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}">${inside}</КоммерческаяИнформация>`
const pack = (offers: string, head = TYPES + STORES, generated?: string): string =>
  file(
    `<ПакетПредложений СодержитТолькоИзменения="true"><Ид>k#</Ид>${head}<Предложения>${offers}</Предложения></ПакетПредложений>`,
    generated,
  )
const goods = (...ids: string[]): string =>
  file(
    `<Каталог СодержитТолькоИзменения="true"><Ид>k</Ид><Товары>${ids.map((id) => `<Товар><Ид>${id}</Ид><Наименование>${id}</Наименование></Товар>`).join('')}</Товары></Каталог>`,
  )

const prices = async (): Promise<string[]> =>
  (
    await query<{ key: string }>(
      ground.payload,
      sql`select external_id || '=' || price::int / 10000 as key from prices where active order by 1`,
    )
  ).map(({ key }) => key)
const stock = async (): Promise<string[]> =>
  (
    await query<{ key: string }>(
      ground.payload,
      sql`select external_id || '=' || qty::int / 1000 as key from stocks where sync_hash <> 'absent' order by 1`,
    )
  ).map(({ key }) => key)

const full = offer(
  'a',
  `<Цены>${price('opt', '70')}${price('roz', '100')}</Цены><Количество>8</Количество>${store('n', '5')}${store('s', '3')}`,
)
const begin = async (): Promise<void> => {
  clock = 0
  await send({ 'import.xml': goods('a', 'b') })
  await send({ 'offers.xml': pack(full + offer('b', `<Цены>${price('opt', '7')}</Цены><Количество>2</Количество>`)) })
}

describe('what offers name no longer', () => {
  it.each([
    [
      'prices alone touch no stock',
      offer('a', `<Цены>${price('roz', '90')}</Цены>`, false),
      ['a|roz=90', 'b|opt=7'],
      ['a|=8', 'a|n=5', 'a|s=3', 'b|=2'],
    ],
    [
      'rests alone touch no price',
      offer('a', `<Остатки><Остаток><Склад><Ид>s</Ид><Количество>1</Количество></Склад></Остаток></Остатки>`, false),
      ['a|opt=70', 'a|roz=100', 'b|opt=7'],
      ['a|s=1', 'b|=2'],
    ],
    ['an empty element is an empty list', offer('a', '<Цены/><Остатки/>', false), ['b|opt=7'], ['b|=2']],
    [
      'an empty quantity is none',
      offer('a', '<Количество></Количество>', false),
      ['a|opt=70', 'a|roz=100', 'b|opt=7'],
      ['b|=2'],
    ],
    [
      'a whole offer of which nobody speaks keeps all',
      offer('a', ''),
      ['a|opt=70', 'a|roz=100', 'b|opt=7'],
      ['a|=8', 'a|n=5', 'a|s=3', 'b|=2'],
    ],
    [
      'a whole offer that is silent where others speak has none',
      offer('b', `<Цены>${price('opt', '6')}</Цены><Количество>1</Количество>`) + offer('a', ''),
      ['b|opt=6'],
      ['b|=1'],
    ],
    [
      'an offer that comes twice has the lists of both',
      offer('a', `<Цены>${price('opt', '70')}</Цены>`) +
        offer('b', '') +
        offer('a', `<Цены>${price('roz', '100')}</Цены>`),
      ['a|opt=70', 'a|roz=100'],
      ['a|=8', 'a|n=5', 'a|s=3', 'b|=2'],
    ],
    [
      'a number that cannot be read takes nothing away',
      offer('a', `<Цены>${price('opt', 'сто')}</Цены>`, false),
      ['a|opt=70', 'a|roz=100', 'b|opt=7'],
      ['a|=8', 'a|n=5', 'a|s=3', 'b|=2'],
    ],
    [
      'a currency that nobody knows takes the former price away',
      offer('a', `<Цены>${price('opt', '1').replace('RUB', 'у.е.')}${price('roz', '100')}</Цены>`, false),
      ['a|roz=100', 'b|opt=7'],
      ['a|=8', 'a|n=5', 'a|s=3', 'b|=2'],
    ],
  ])('%s', async (_what, offers, expectedPrices, expectedStock) => {
    await begin()
    await send({ 'offers.xml': pack(offers) })
    expect(await prices()).toEqual(expectedPrices)
    expect(await stock()).toEqual(expectedStock)
    // Whatever is sent again is in force again.
    await send({ 'offers.xml': pack(full) })
    expect((await prices()).filter((key) => key.startsWith('a'))).toEqual(['a|opt=70', 'a|roz=100'])
    expect((await stock()).filter((key) => key.startsWith('a'))).toEqual(['a|=8', 'a|n=5', 'a|s=3'])
  })

  it('an older file, types that the file does not tell of, and rows of another node end nothing', async () => {
    await begin()
    await send({
      'offers.xml': pack(offer('a', `<Цены>${price('roz', '90')}</Цены>`, false), '', '2026-11-23T10:00:00'),
    })
    expect(await prices()).toEqual(['a|opt=70', 'a|roz=100', 'b|opt=7'])
    await send({
      'offers.xml': pack(
        offer('a', `<Цены>${price('roz', '90')}</Цены>`, false),
        TYPES.replace(/<ТипЦены><Ид>opt.*?<\/ТипЦены>/, ''),
      ),
    })
    expect(await prices()).toEqual(['a|opt=70', 'a|roz=90', 'b|opt=7'])
    await query(ground.payload, sql`update prices set sync_node = 'Розница' where external_id = 'a|opt'`)
    await send({ 'offers.xml': pack(offer('a', `<Цены>${price('roz', '91')}</Цены>`, false), '') })
    expect(await prices()).toEqual(['a|opt=70', 'a|roz=91', 'b|opt=7'])
  })

  it('stock told as one number after a list of warehouses is that number', async () => {
    await begin()
    await send({ 'offers.xml': pack(offer('a', '<Количество>4</Количество>', false)) })
    const make = builders(ground.payload)
    const { rows } = await listProducts(
      await make.context('users', await make.user({ companies: [await make.company()] })),
      {},
    )
    expect(rows.find(({ name }) => name === 'a')?.stock.qty).toBe(4_000)
  })
})

describe('prices', () => {
  it('without a currency of their own have that of their type', async () => {
    clock = 0
    await send({ 'import.xml': goods('a') })
    await send({
      'offers.xml': pack(
        offer('a', `<Цены>${price('opt', '70').replace('<Валюта>RUB</Валюта>', '')}</Цены>`),
        TYPES.replace('RUB', 'дол. США'),
      ),
    })
    expect(await query(ground.payload, sql`select currency from prices`)).toEqual([{ currency: 'USD' }])
    expect(await listIssues(ground.payload)).toEqual([])
  })

  it('of a type without a currency have that of the portal, and one that is told another time is taken, roubles too', async () => {
    clock = 0
    await query(ground.payload, sql`delete from portal_settings`)
    await query(ground.payload, sql`insert into portal_settings (currency) values ('KZT')`)
    const typed = (currency: string) => pack('', TYPES.replaceAll(/<Валюта>RUB<\/Валюта>/g, currency))
    const held = () => query(ground.payload, sql`select distinct currency from price_types`)
    await send({ 'offers.xml': typed('') })
    expect(await held()).toEqual([{ currency: 'KZT' }])
    for (const currency of ['USD', 'RUB']) {
      await send({ 'offers.xml': typed(`<Валюта>${currency}</Валюта>`) })
      expect(await held()).toEqual([{ currency }])
    }
    await send({ 'offers.xml': typed('') })
    expect(await held()).toEqual([{ currency: 'RUB' }])
  })

  it('per pack and from a quantity on keep their breaks, in pieces', async () => {
    clock = 0
    await send({ 'import.xml': goods('a') })
    const packs = price(
      'opt',
      '900',
      '<Единица>упак</Единица><Коэффициент>10</Коэффициент><МинКоличество>5</МинКоличество>',
    )
    await send({
      'offers.xml': pack(
        offer(
          'a',
          `<Цены>${price('opt', '100', '<МинКоличество>1</МинКоличество>')}${packs}${price('roz', '100', '<Коэффициент>3</Коэффициент>')}</Цены>`,
        ),
      ),
    })
    const held = () =>
      query(
        ground.payload,
        sql`select external_id as key, min_qty::int as min, price::int, per_qty::int as per from prices where active order by 1`,
      )
    expect(await held()).toEqual([
      { key: 'a|opt', min: 0, price: 1_000_000, per: 1_000 },
      { key: 'a|opt|50000', min: 50_000, price: 900_000, per: 1_000 },
      { key: 'a|roz', min: 0, price: 1_000_000, per: 3_000 },
    ])
    await send({ 'offers.xml': pack(offer('a', `<Цены>${price('opt', '100')}${price('roz', '100')}</Цены>`)) })
    expect((await held()).map((row) => (row as { key: string }).key)).toEqual(['a|opt', 'a|roz'])
  })

  it('end where they are said to end: nothing is sold between two of them, or beyond the last', async () => {
    clock = 0
    await send({ 'import.xml': goods('a') })
    const bounds = (from: string, to: string) =>
      `<МинКоличество>${from}</МинКоличество><МаксКоличество>${to}</МаксКоличество>`
    const prices = (...told: [string, string, string][]) =>
      pack(offer('a', `<Цены>${told.map(([cost, from, to]) => price('opt', cost, bounds(from, to))).join('')}</Цены>`))
    await send({ 'offers.xml': prices(['50', '1', '9'], ['40', '10', '49'], ['35', '100', '200']) })
    await query(ground.payload, sql`update price_types set base = true where external_id = 'opt'`)
    const make = builders(ground.payload)
    const company = await make.company()
    const context = await make.context('users', await make.user({ companies: [company] }), company)
    const [row] = await query<{ sku: string }>(
      ground.payload,
      sql`select id::text as sku from skus where external_id = 'a'`,
    )
    const put = async (qty: number) => {
      try {
        await runAction(setCartLine, {
          req: context.req,
          as: context.actor,
          input: { company, sku: String(row?.sku), qty },
        })
        return (await cartOf(context))?.lines[0]?.price
      } catch (error) {
        return isAppError(error) ? [error.code, say(error.params['nearest'] as Text, 'ru')] : error
      }
    }
    expect([
      await put(9_000),
      await put(10_000),
      await put(49_000),
      await put(50_000),
      await put(100_000),
      await put(201_000),
    ]).toEqual([500_000, 400_000, 400_000, ['qty.noPrice', '100'], 350_000, ['qty.tooMuch', '200']])
    // The bound is moved, then taken away: 0 is how 1C writes none.
    await send({ 'offers.xml': prices(['50', '1', '60'], ['35', '100', '0']) })
    expect([await put(50_000), await put(70_000), await put(900_000)]).toEqual([
      500_000,
      ['qty.noPrice', '100'],
      350_000,
    ])
    expect(await listIssues(ground.payload)).toEqual([])
    // One that cannot be a bound is told, and the price that stands is left.
    await send({ 'offers.xml': prices(['70', '10', '5']) })
    expect((await listIssues(ground.payload)).map(({ code }) => code)).toEqual(['commerceml.badNumber'])
    expect(await put(50_000)).toEqual(500_000)
  })

  it('of a type that 1C deleted are asked for, and the journal says by whom', async () => {
    await begin()
    const make = builders(ground.payload)
    const [type] = await query<{ id: string }>(
      ground.payload,
      sql`select id::text from price_types where external_id = 'opt'`,
    )
    await query(ground.payload, sql`update price_types set base = true where external_id = 'roz'`)
    const company = await make.company({ name: 'ООО «Стройград»', priceTypeId: type?.id })
    const context = await make.context('users', await make.user({ companies: [company] }), company)
    const priced = async () => (await listProducts(context, {})).rows.map((row) => row.price)
    expect(await priced()).toEqual([700_000, 70_000])
    await send({
      'offers.xml': pack(
        '',
        TYPES.replace(
          '<Наименование>Опт</Наименование>',
          '<Наименование>Опт</Наименование><ПометкаУдаления>true</ПометкаУдаления>',
        ),
      ),
    })
    expect(await priced()).toEqual([null, null])
    expect(await listIssues(ground.payload)).toMatchObject([
      {
        entity: 'price-types',
        external: 'opt',
        code: 'priceType.gone',
        status: 'open',
        message: expect.stringContaining('По нему покупают: ООО «Стройград».'),
      },
    ])
  })
})
