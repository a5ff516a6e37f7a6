import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { countRows, fallSilent, listIssues, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt } from '@/tests/support/onec'

const ground = exchangeGround()
let make: Builders
const BOOKS = { node: 'Книги', login: 'books', source: 'books', token: 'kab_of-books' }
const MAIN = { token: 'kab_of-main' }
const AREAS = ['catalogue', 'orders', 'clients', 'contracts', 'money', 'documents']

type Shop = {
  group: string
  product: string
  property: string
  value: string
  price: string
  full?: boolean
  products?: readonly string[]
}

/** A base that numbers its records from one. */
function goodsXml({ group, product, property, value, full = false, products = ['200'] }: Shop): string {
  const goods = products.map(
    (
      id,
    ) => `<Товар><Ид>${id}</Ид><Наименование>${product} ${id}</Наименование><Группы><Ид>1</Ид></Группы><Картинка>import_files/1.png</Картинка>
    <ЗначенияСвойств><ЗначенияСвойства><Ид>5</Ид><Значение>9</Значение></ЗначенияСвойства></ЗначенияСвойств></Товар>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="2026-11-26T10:00:00"><Классификатор><Ид>1</Ид><Наименование>Классификатор</Наименование>
    <Группы><Группа><Ид>1</Ид><Наименование>${group}</Наименование></Группа></Группы>
    <Свойства><Свойство><Ид>5</Ид><Наименование>${property}</Наименование><ТипЗначений>Справочник</ТипЗначений><ВариантыЗначений><Справочник><ИдЗначения>9</ИдЗначения><Значение>${value}</Значение></Справочник></ВариантыЗначений></Свойство></Свойства></Классификатор>
    <Каталог СодержитТолькоИзменения="${!full}"><Ид>1</Ид><ИдКлассификатора>1</ИдКлассификатора><Наименование>Каталог</Наименование><Товары>${goods.join('')}</Товары></Каталог></КоммерческаяИнформация>`
}
function offersXml({ product, price, full = false, products = ['200'] }: Shop): string {
  const offers = products.map(
    (id) =>
      `<Предложение><Ид>${id}</Ид><Наименование>${product} ${id}</Наименование><Цены><Цена><ИдТипаЦены>3</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены><Склад ИдСклада="4" КоличествоНаСкладе="7"/></Предложение>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="2026-11-26T10:00:00"><ПакетПредложений СодержитТолькоИзменения="${!full}"><Ид>1#</Ид><ИдКаталога>1</ИдКаталога><ИдКлассификатора>1</ИдКлассификатора>
    <ТипыЦен><ТипЦены><Ид>3</Ид><Наименование>Цены ${product}</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен><Склады><Склад><Ид>4</Ид><Наименование>Склад ${product}</Наименование></Склад></Склады>
    <Предложения>${offers.join('')}</Предложения></ПакетПредложений></КоммерческаяИнформация>`
}

const medicine: Shop = { group: 'Диагностика', product: 'Аспиратор', property: 'Питание', value: 'сеть', price: '100' }
const book: Shop = { group: 'Книги', product: 'Книга', property: 'Переплёт', value: 'твёрдый', price: '20' }

const image = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 90 } } })
    .png()
    .toBuffer()

async function send(shop: Shop, login: string, red: number): Promise<void> {
  await oneCAt(ground.url, { login, zip: false }).sendCatalogue({
    files: [
      { name: 'import.xml', content: goodsXml(shop) },
      { name: 'import_files/1.png', content: await image(red) },
      { name: 'offers.xml', content: offersXml(shop) },
    ],
  })
  await waitForQueue(ground.payload)
}

type Shown = { product: string; group: string; price: number; stock: number; properties: object; picture: string }
const shown = (payload: Payload): Promise<Shown[]> =>
  query(
    payload,
    sql`select p.name as product, g.name as group, c.price::float8 / 10000 as price, s.qty::float8 / 1000 as stock, p.properties, m.external_path as picture
        from products p join groups g on g.id = p.group_id join skus k on k.product_id = p.id join prices c on c.sku_id = k.id join stocks s on s.sku_id = k.id
        join products_rels r on r.parent_id = p.id and r.path = 'images' join media m on m.id = r.media_id where p.active and c.active and s.warehouse_id is not null order by p.name`,
  )
const both = [
  {
    product: 'Аспиратор 200',
    group: 'Диагностика',
    price: 100,
    stock: 7,
    properties: { Питание: 'сеть' },
    picture: 'import_files/1.png',
  },
  {
    product: 'Книга 200',
    group: 'Книги',
    price: 20,
    stock: 7,
    properties: { Переплёт: 'твёрдый' },
    picture: 'books::import_files/1.png',
  },
]

const call = async (token: string, method: string, path: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${ground.url}/api/1c/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return answer.json()
}

describe('two bases with the same identifiers', () => {
  beforeEach(async () => {
    make = builders(ground.payload)
    await make.staff({ isDefaultManager: true })
    const books = await makeExchangeNode(ground.payload, {
      name: BOOKS.node,
      login: BOOKS.login,
      areas: AREAS,
      token: BOOKS.token,
    })
    await query(ground.payload, sql`update exchange_nodes set source = ${BOOKS.source} where id = ${books}`)
    await makeExchangeNode(ground.payload, { name: 'УТ REST', login: 'ut-rest', areas: AREAS, token: MAIN.token })
  })

  it('[EXCH-14] goods, groups, prices, stock, properties and pictures of each stay its own', async () => {
    await send(medicine, '1c', 10)
    await send(book, BOOKS.login, 200)
    expect(await shown(ground.payload)).toEqual(both)
    // Both again, in the other order: nothing moves, nothing is doubled.
    await send(book, BOOKS.login, 200)
    await send(medicine, '1c', 10)
    expect(await shown(ground.payload)).toEqual(both)
    expect([
      await countRows(ground.payload, 'products'),
      await countRows(ground.payload, 'groups'),
      await countRows(ground.payload, 'media'),
    ]).toEqual([2, 2, 2])
    expect(await listIssues(ground.payload)).toEqual([])
  })

  it('[EXCH-14] a full export hides what its own base names no longer, and nothing of the other', async () => {
    const numbers = Array.from({ length: 20 }, (_one, place) => String(200 + place))
    await send({ ...medicine, full: true, products: numbers }, '1c', 10)
    await fallSilent(ground.payload)
    await send({ ...book, full: true, products: numbers }, BOOKS.login, 200)
    await fallSilent(ground.payload)
    await send({ ...book, full: true, products: numbers.slice(1) }, BOOKS.login, 200)
    await fallSilent(ground.payload)
    const active = await query<{ name: string }>(ground.payload, sql`select name from products where not active`)
    expect(active).toEqual([{ name: 'Книга 200' }])
  })

  it('[EXCH-06] REST: each base reads and writes its own clients, and knows those of the other by name', async () => {
    const companies = (token: string, name: string) =>
      call(token, 'PUT', 'companies', [
        { externalId: '7', name },
        { externalId: '8', name: `${name}, филиал`, partner: '7' },
      ])
    expect(await companies(MAIN.token, 'Клиника')).toMatchObject([
      { externalId: '7', result: 'created' },
      { externalId: '8', result: 'created' },
    ])
    expect(await companies(BOOKS.token, 'Читальня')).toMatchObject([
      { externalId: '7', result: 'created' },
      { externalId: '8', result: 'created' },
    ])
    expect(await companies(BOOKS.token, 'Читальня')).toMatchObject([
      { externalId: '7', result: 'same' },
      { externalId: '8', result: 'same' },
    ])
    const read = (token: string, id: string) => call(token, 'GET', `companies?externalId=${encodeURIComponent(id)}`)
    expect(await read(MAIN.token, '8')).toMatchObject({
      items: [{ externalId: '8', name: 'Клиника, филиал', partner: '7' }],
    })
    expect(await read(BOOKS.token, '8')).toMatchObject({
      items: [{ externalId: '8', name: 'Читальня, филиал', partner: '7' }],
    })
    expect(await read(MAIN.token, 'books::8')).toMatchObject({
      items: [{ externalId: 'books::8', name: 'Читальня, филиал', partner: 'books::7' }],
    })
    expect(await read(BOOKS.token, '::8')).toMatchObject({
      items: [{ externalId: '::8', name: 'Клиника, филиал', partner: '::7' }],
    })
  })

  it('[EXCH-06] REST: what waits for a record is told, and woken, by its own base', async () => {
    const document = {
      externalId: '31',
      company: '7',
      kind: 'invoice',
      number: '31',
      date: '2026-11-20',
      total: '10.00',
    }
    const [parked] = (await call(BOOKS.token, 'PUT', 'documents', [document])) as {
      result: string
      externalId: string
      message: string
    }[]
    expect(parked).toMatchObject({ externalId: '31', result: 'parked' })
    expect(parked?.message).toContain('7')
    expect(parked?.message).not.toContain('books')
    await call(MAIN.token, 'PUT', 'companies', [{ externalId: '7', name: 'Клиника' }])
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'documents')).toBe(0)
    await call(BOOKS.token, 'PUT', 'companies', [{ externalId: '7', name: 'Читальня' }])
    await waitForQueue(ground.payload)
    const [read] = await query<{ company: string }>(
      ground.payload,
      sql`select c.name as company from documents d join companies c on c.id = d.company_id`,
    )
    expect(read).toEqual({ company: 'Читальня' })
    expect(await call(BOOKS.token, 'GET', 'documents?externalId=31')).toMatchObject({
      items: [{ externalId: '31', company: '7', number: '31' }],
    })
  })

  it('[EXCH-22] an order goes to the base of its client, is called there as that base calls it, and comes back', async () => {
    await send(book, BOOKS.login, 200)
    await call(BOOKS.token, 'PUT', 'companies', [{ externalId: '7', name: 'Читальня', inn: '7707083893' }])
    const [row] = await query<{ company: string; sku: string }>(
      ground.payload,
      sql`select (select id::text from companies where name = 'Читальня') as company, (select id::text from skus) as sku`,
    )
    const { company = '', sku = '' } = row ?? {}
    const order = await make.order({ companyId: company, number: 'К-001001', total: 40_00 })
    await make.orderLine({ orderId: order, companyId: company, skuId: sku, qty: 2_000, price: 200_000, total: 40_00 })
    const [main, books] = [oneCAt(ground.url), oneCAt(ground.url, { login: BOOKS.login })]
    expect(await main.fetchOrders()).toEqual([])
    expect(await call(MAIN.token, 'GET', 'orders?exported=false')).toMatchObject({ items: [] })
    const [taken] = await books.fetchOrders()
    expect(taken?.record).toMatchObject({
      externalId: order,
      number: 'К-001001',
      counterparties: [{ externalId: '7' }],
      lines: [{ externalId: '200' }],
    })
    await books.confirmOrders()
    expect(await books.fetchOrders()).toEqual([])
    await books.sendOrderStates([{ number: 'К-001001', date: String(taken?.date), status: 'К отгрузке' }])
    await waitForQueue(ground.payload)
    const orders = await query(
      ground.payload,
      sql`select id::text, number, erp_number as erp, external_id as external, (select k.external_id from order_lines l join skus k on k.id = l.sku_id where l.order_id = o.id) as sku from orders o`,
    )
    // People copy it into 1C, which knows no marks of ours.
    expect(
      (await orderByNumber(await make.context('users', await make.user({ companies: [company] }), company), 'К-001001'))
        ?.passport.externalId,
    ).toBe(order)
    expect(orders).toEqual([
      { id: order, number: 'К-001001', erp: 'УТК-001001', external: `books::${order}`, sku: 'books::200' },
    ])
  })

  it('[EXCH-24] a request for a document is given to the base of its client', async () => {
    for (const token of [MAIN.token, BOOKS.token])
      await call(token, 'PUT', 'companies', [{ externalId: '7', name: token }])
    const [company] = await query<{ id: string }>(
      ground.payload,
      sql`select id::text from companies where external_id = 'books::7'`,
    )
    await query(
      ground.payload,
      sql`insert into document_requests (kind, status, company_id, created_at, updated_at) values ('reconciliation', 'waiting', ${company?.id}, now(), now())`,
    )
    expect(await call(MAIN.token, 'GET', 'document-requests')).toEqual({ requests: [] })
    expect(await call(BOOKS.token, 'GET', 'document-requests')).toMatchObject({
      requests: [{ companyExternalId: '7', kind: 'reconciliation' }],
    })
  })
})

describe('whose identifiers a node uses', () => {
  const admin = async () => make.as('staff', await make.staff({ role: 'admin' }))
  const sources = () =>
    query<{ name: string; source: string }>(
      ground.payload,
      sql`select name, source from exchange_nodes order by created_at`,
    )
  beforeEach(() => {
    make = builders(ground.payload)
  })

  it('[ROLE-04] a second node has a base of its own unless it says whose it shares', async () => {
    const req = await admin()
    const add = (data: object) =>
      ground.payload.create({
        collection: 'exchange-nodes',
        data: { name: 'Книги', login: crypto.randomUUID(), source: 'ut', ...data },
        req,
        overrideAccess: false,
      })
    await add({})
    await add({ name: 'Книги-2' })
    await add({ name: 'УТ, REST', sameBaseAs: ground.node })
    expect((await sources()).map(({ source }) => source)).toEqual(['', 'knigi', 'knigi-2', ''])
  })

  it('[ROLE-04] a node that is called otherwise keeps what it brought; no two are called alike', async () => {
    const req = await admin()
    const { id } = await ground.payload.create({
      collection: 'exchange-nodes',
      data: { name: 'Книги', login: 'books' },
      req,
    })
    const call = (name: string) =>
      ground.payload.update({ collection: 'exchange-nodes', id, data: { name }, req, overrideAccess: false })
    await make.company({ externalId: '7' })
    await query(ground.payload, sql`update companies set sync_node = 'Книги'`)
    await expect(call('УТ')).rejects.toMatchObject({ status: 400, data: { errors: [{ path: 'name' }] } })
    await call('Книги и журналы')
    await waitForQueue(ground.payload)
    expect(await query(ground.payload, sql`select sync_node as node from companies`)).toEqual([
      { node: 'Книги и журналы' },
    ])
  })

  it('[ROLE-04] the base of a node can be changed until something has come, then never', async () => {
    const req = await admin()
    const { id } = await ground.payload.create({
      collection: 'exchange-nodes',
      data: { name: 'Книги', login: 'books', source: '' },
      req,
    })
    const change = (data: object) =>
      ground.payload.update({ collection: 'exchange-nodes', id, data, req, overrideAccess: false })
    expect(await change({ sameBaseAs: ground.node })).toMatchObject({ source: '' })
    expect(await change({ name: 'Книги и журналы' })).toMatchObject({ source: '' })
    await make.company({ externalId: '7' })
    await query(ground.payload, sql`update companies set sync_node = 'Книги и журналы'`)
    await expect(change({ sameBaseAs: null })).rejects.toMatchObject({
      status: 400,
      data: { errors: [{ path: 'sameBaseAs' }] },
    })
    expect(await change({ name: 'Журналы' })).toMatchObject({ source: '' })
  })
})
