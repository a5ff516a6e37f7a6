import { sql } from '@payloadcms/db-postgres/drizzle'
import { describe, expect, it } from 'vitest'
import { listProducts } from '@/collections/catalogue/products/product.queries'
import { query } from '@/src/mechanisms/database/query'
import { builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml, offersXml, type DemoCatalogue } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'

const ground = exchangeGround()

const whole = demoCatalogue({ products: 6 })
const { send } = ground
const goods = (catalogue: DemoCatalogue = whole): string => importXml(catalogue)
/** The same goods with no classifier: their groups are named and nowhere told. */
const goodsAlone = (): string => goods().replace(/<Классификатор>[^]*?<\/Классификатор>/, '')
const linked = (): Promise<number> => countRows(ground.payload, 'products p join groups g on g.id = p.group_id')

describe('goods of CommerceML', () => {
  it('[SHOP-01] goods that came before their groups are in them as soon as those come, in another session', async () => {
    await send({ 'import.xml': goodsAlone() })
    expect([
      await countRows(ground.payload, 'products'),
      await linked(),
      await countRows(ground.payload, 'exchange_late'),
    ]).toEqual([6, 0, 6])
    await send({ 'import.xml': goods({ ...whole, products: [] }) })
    expect([await linked(), await countRows(ground.payload, 'exchange_late')]).toEqual([6, 0])
    const pairs = await query<{ product: string; group: string }>(
      ground.payload,
      sql`select p.external_id as product, g.external_id as "group" from products p join groups g on g.id = p.group_id order by 1`,
    )
    expect(pairs).toEqual(
      whole.products
        .map(({ id, groupId }) => ({ product: id, group: groupId }))
        .sort((a, b) => (a.product < b.product ? -1 : 1)),
    )
    // The search knows it too, and the same goods again are unchanged.
    expect(
      await countRows(
        ground.payload,
        'product_facts f join products p on p.id = f.product_id',
        'f.group_id = p.group_id',
      ),
    ).toBe(6)
    const before = await query(ground.payload, sql`select id, updated_at from products order by 1`)
    await send({ 'import.xml': `${goodsAlone()}\n` })
    expect(await query(ground.payload, sql`select id, updated_at from products order by 1`)).toEqual(before)
  })

  it('a product that moved to another group meanwhile is not moved back by the late one', async () => {
    const [first] = whole.products
    await send({ 'import.xml': goodsAlone() })
    const known = {
      ...whole,
      groups: [{ id: 'g-known', name: 'Известный', parentId: null }],
      products: first ? [{ ...first, groupId: 'g-known' }] : [],
    }
    await send({ 'import.xml': importXml(known, { generatedAt: '2026-11-24T10:00:00' }) })
    await send({ 'import.xml': importXml({ ...whole, products: [] }, { generatedAt: '2026-11-24T11:00:00' }) })
    const [row] = await query<{ group: string }>(
      ground.payload,
      sql`select g.external_id as "group" from products p join groups g on g.id = p.group_id where p.external_id = ${first?.id}`,
    )
    expect(row?.group).toBe('g-known')
    expect(await linked()).toBe(6)
  })

  it('goods that no offer names get a SKU of their own once 1C is done: seen, priced «по запросу», and the offer that comes later is that SKU', async () => {
    await send({ 'import.xml': goods() })
    expect(await countRows(ground.payload, 'skus')).toBe(0)
    await fallSilent(ground.payload)
    expect(await countRows(ground.payload, 'skus', `active and sync_hash = 'sole'`)).toBe(6)
    const make = builders(ground.payload)
    const company = await make.company({})
    const shown = await listProducts(await make.context('users', await make.user({ companies: [company] }), company))
    expect(shown.total).toBe(6)
    expect(shown.rows.map(({ price }) => price)).toEqual([null, null, null, null, null, null])
    const before = await query<{ id: string; external: string }>(
      ground.payload,
      sql`select id::text, external_id as external from skus`,
    )
    await send({ 'offers.xml': offersXml(whole) })
    const lone = whole.products
      .filter(({ offers }) => offers.every(({ characteristicId }) => characteristicId === null))
      .map(({ id }) => id)
    const after = await query<{ id: string; external: string; active: boolean }>(
      ground.payload,
      sql`select id::text, external_id as external, active from skus`,
    )
    expect(lone.length).toBeGreaterThan(0)
    for (const id of lone)
      expect(after.find(({ external }) => external === id)).toEqual({
        ...before.find(({ external }) => external === id),
        active: true,
      })
    // Goods with characteristics have their own SKUs now; the one that stood in for them is put away.
    const parted = whole.products.filter(({ id }) => !lone.includes(id))
    for (const { id, offers } of parted) {
      expect(after.find(({ external }) => external === id)?.active).toBe(false)
      expect(after.filter(({ external }) => external.startsWith(`${id}#`) && external !== id)).toHaveLength(
        offers.length,
      )
    }
    expect(await countRows(ground.payload, 'prices')).toBe(
      whole.products.reduce((sum, { offers }) => sum + offers.length * 2, 0),
    )
  })

  it('goods whose offers are still on the way are left alone when an earlier run is settled meanwhile', async () => {
    const [first, ...others] = whole.products
    await send({ 'import.xml': goods({ ...whole, products: first ? [first] : [] }) })
    await waitForQueue(ground.payload)
    const [earlier] = await query<{ id: string }>(ground.payload, sql`select id::text from exchange_runs`)
    await send({ 'import.xml': goods({ ...whole, products: others }) })
    await waitForQueue(ground.payload)
    await runJobNamed(ground.payload, 'exchange.endRun', { run: earlier?.id })
    const made = await query<{ product: string }>(
      ground.payload,
      sql`select p.external_id as product from skus k join products p on p.id = k.product_id`,
    )
    expect(made).toEqual([{ product: first?.id }])
    await fallSilent(ground.payload)
    expect(await countRows(ground.payload, 'skus', `active and sync_hash = 'sole'`)).toBe(6)
  })

  it('prices that waited for an offer which never came go to the SKU of the product itself', async () => {
    const lone = { ...whole, products: whole.products.filter(({ offers }) => offers.length === 1) }
    const amounts = offersXml(lone).replaceAll(/(<Предложение>\s*<Ид>[^<]*<\/Ид>)[^]*?(<Цены>)/g, '$1$2')
    await send({ 'import.xml': goods(lone), 'offers.xml': amounts })
    expect([await countRows(ground.payload, 'skus'), await countRows(ground.payload, 'prices')]).toEqual([0, 0])
    await fallSilent(ground.payload)
    expect([await countRows(ground.payload, 'skus'), await countRows(ground.payload, 'prices')]).toEqual([
      lone.products.length,
      lone.products.length * 2,
    ])
    expect((await listIssues(ground.payload)).filter(({ status }) => status === 'parked')).toEqual([])
  })

  it('fills the units: what files tell in full, and what goods are counted in besides', async () => {
    const counted = goods().replace(
      /(<БазоваяЕдиница Код="796"[^>]*>)шт(<\/БазоваяЕдиница>)/,
      '$1шт<Пересчет><Единица>778</Единица><Коэффициент>10</Коэффициент></Пересчет>$2',
    )
    await send({ 'import.xml': counted })
    const units = () =>
      query<{ code: string; name: string; full: string | null }>(
        ground.payload,
        sql`select code, name, full_name as "full" from units order by code`,
      )
    const used = new Set(whole.products.map(({ unit }) => unit.code))
    expect((await units()).filter(({ code }) => code === '796' || code === '778')).toEqual([
      { code: '778', name: 'упак', full: null },
      { code: '796', name: 'шт', full: 'Штука' },
    ])
    expect(await countRows(ground.payload, 'units')).toBe(used.size + 1)
    await send({
      'import.xml': `${counted.replaceAll('НаименованиеПолное="Штука"', 'НаименованиеПолное="Штука целая"')}`,
    })
    expect((await units()).find(({ code }) => code === '796')).toEqual({ code: '796', name: 'шт', full: 'Штука целая' })
  })
})

describe('properties of goods', () => {
  const dictionary = (word: string) =>
    `<Свойства><Свойство><Ид>p-tone</Ид><Наименование>Тон</Наименование><ВариантыЗначений><Справочник><ИдЗначения>v-blue</ИдЗначения><Значение>${word}</Значение></Справочник></ВариантыЗначений></Свойство></Свойства>`
  const file = (
    classifier: string,
    properties: string,
    at: string,
  ) => `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${at}">
    <Классификатор><Ид>k</Ид>${classifier}</Классификатор>${properties && `<Каталог СодержитТолькоИзменения="true"><Ид>k</Ид><Товары><Товар><Ид>tone-1</Ид><Наименование>Эмаль</Наименование>${properties}</Товар></Товары></Каталог>`}</КоммерческаяИнформация>`
  const valued = (...values: string[]) =>
    `<ЗначенияСвойств><ЗначенияСвойства><Ид>p-tone</Ид>${values.map((one) => `<Значение>${one}</Значение>`).join('')}</ЗначенияСвойства></ЗначенияСвойств>`
  const held = async () =>
    (await query<{ properties: unknown }>(ground.payload, sql`select properties from products`))[0]?.properties

  it('goods that came before their dictionary get its words when it comes, and an editor’s own property stays', async () => {
    await send({ 'import.xml': file('', valued('v-blue', 'матовый'), '2026-11-24T10:00:00') })
    expect(await held()).toEqual({})
    await query(ground.payload, sql`update products set properties = '{"Заметка": "от редактора"}'`)
    await send({ 'import.xml': file(dictionary('Синий'), '', '2026-11-24T11:00:00') })
    expect(await held()).toEqual({ Заметка: 'от редактора', Тон: ['Синий', 'матовый'] })
    // A whole product that names no property any more has none of 1C.
    await send({ 'import.xml': file(dictionary('Синий'), '<Артикул>э</Артикул>', '2026-11-24T12:00:00') })
    expect(await held()).toEqual({ Заметка: 'от редактора' })
  })

  it('a property that is called otherwise keeps its values under the new name', async () => {
    await send({ 'import.xml': file(dictionary('Синий'), valued('v-blue'), '2026-11-24T10:00:00') })
    await send({ 'import.xml': file(dictionary('Синий').replace('>Тон<', '>Оттенок<'), '', '2026-11-24T11:00:00') })
    expect(await held()).toEqual({ Оттенок: 'Синий' })
  })
})
