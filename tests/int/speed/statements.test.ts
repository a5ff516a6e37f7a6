import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ordersToHandle, countWork } from '@/src/admin/workplace/orders.queries'
import { clientsToServe } from '@/src/admin/workplace/clients.queries'
import { groupTree } from '@/collections/catalogue/groups/group.queries'
import { forgetCounts } from '@/collections/catalogue/products/rememberedCounts'
import { listProducts, productBySlug } from '@/collections/catalogue/products/product.queries'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { documentsAbout, listDocuments } from '@/collections/documents/documents/document.queries'
import { accountsOf, statementFor } from '@/collections/money/accounts/account.queries'
import { notificationFeed } from '@/collections/messages/notifications/notification.queries'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import { checkoutChoices } from '@/collections/sales/orders/checkout.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { listOrders, orderFilterChoices } from '@/collections/sales/orders/order.queries'
import { query } from '@/src/mechanisms/database/query'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { post } from '@/src/mechanisms/ledger/post'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { builders, type Builders } from '@/tests/builders/builders'
import { homeFor } from '@/tests/support/home'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { makeKey } from '@/tests/support/front'
import { statementsIn } from '@/tests/support/statements'

let payload: Payload
let build: Builders
let world: Awaited<ReturnType<typeof makeWorld>>

const list = { search: '', filters: {}, sort: { key: 'placed', dir: 'desc' as const }, page: 1, perPage: 100 }
const cabinet = () => build.context('users', world.user, world.company)
const json = async (path: string): Promise<void> => expect((await world.call('GET', path)).status).toBe(200)
const panel = () => build.context('staff', world.manager)

async function makeWorld() {
  const manager = await build.staff({ name: 'Анна' })
  const priceType = await build.priceType({ base: true })
  const company = await build.company({ managerId: manager, creditLimit: 1_000_000_00, accessKeys: true })
  const user = await build.user({ companies: [company] })
  const warehouse = await build.warehouse()
  const group = await build.group({ slug: 'bolts' })
  const account = await build.account({ companyId: company })
  const cart = await insertRow(payload, 'carts', { userId: user, companyId: company })
  const { call } = await makeKey(payload, { user, company })
  return { manager, priceType, company, user, warehouse, group, account, cart, call, first: { product: '', order: '' } }
}

/** One more of everything that the pages list. */
async function addRow(n: number): Promise<void> {
  const { company, priceType, warehouse, group, user, account, cart } = world
  const { sku, product } = await build.product({
    slug: `bolt-${n}`,
    name: `Болт ${n}`,
    groupId: group,
    prices: { [priceType]: 10_000 + n },
    stock: { [warehouse]: 5_000 },
  })
  await insertRow(payload, 'cart_lines', { cartId: cart, userId: user, skuId: sku, qty: 1_000, priceSeen: 1 })
  const order = await build.order({ companyId: company, number: `N-${n}`, warehouseId: warehouse })
  if (n === 0) world.first = { product, order }
  for (const position of [1, 2]) await build.orderLine({ orderId: order, companyId: company, skuId: sku, position })
  await query(
    payload,
    sql`insert into order_lines (order_id, company_id, position, sku_id, name, qty, price, total)
    select id, company_id, ${100 + n}, ${sku}, 'Ещё', 1000, 1, 1 from orders where number = 'N-0' and id <> ${order}`,
  )
  await insertRow(payload, 'comments', {
    entity: 'orders',
    entityId: order,
    companyId: company,
    body: 'Когда?',
    internal: false,
    authorName: 'Анна',
  })
  await build.document({ companyId: company, orderId: order, dueDate: new Date() })
  const contract = await build.contract({ companyId: company })
  await build.scheduleLine({ contractId: contract, companyId: company })
  await build.contractor({ companyId: company })
  await build.company({ managerId: world.manager })
  const event = await insertRow(payload, 'events', {
    type: 'order.confirmed',
    entity: 'orders',
    entityId: order,
    companyId: company,
  })
  await insertRow(payload, 'notifications', {
    eventId: event,
    key: 'client',
    userId: user,
    companyId: company,
    title: 'Заказ подтверждён',
    inFeed: true,
  })
  await post((await cabinet()).req, {
    kind: 'invoice',
    externalId: `p-${n}`,
    at: new Date().toISOString(),
    currency: 'RUB',
    memo: {},
    postings: [
      { account: `account:${account}`, amount: -100 },
      { account: 'erp:RUB', amount: 100 },
    ],
  })
}

const pages: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
  ['home', async () => homeFor(await cabinet())],
  [
    'a section of the catalogue',
    async () => {
      const context = await cabinet()
      await Promise.all([
        listProducts(context, { group: 'bolts', sort: 'frequent', pageSize: 96 }),
        groupTree(context),
        cartOf(context),
      ])
    },
  ],
  ['a search', async () => listProducts(await cabinet(), { q: 'болт', pageSize: 96 })],
  ['a product', async () => productBySlug(await cabinet(), 'bolt-0')],
  [
    'cart and checkout',
    async () => {
      const context = await cabinet()
      await cartOf(context)
      await checkoutChoices(context)
    },
  ],
  [
    'orders',
    async () => {
      const context = await cabinet()
      await orderFilterChoices(context)
      await listOrders(context, list)
    },
  ],
  [
    'an order',
    async () => {
      const context = await cabinet()
      const order = await orderByNumber(context, 'N-0')
      await documentsAbout(context, { order: order?.id })
    },
  ],
  ['documents', async () => listDocuments(await cabinet(), list)],
  ['goods as JSON', () => json('/goods?section=bolts&per=96')],
  ['one of the goods as JSON', () => json(`/goods/${world.first.product}`)],
  ['orders as JSON', () => json('/orders?per=100')],
  ['an order as JSON', () => json(`/orders/${world.first.order}`)],
  ['documents as JSON', () => json('/documents?per=100')],
  ['the cart as JSON', () => json('/cart')],
  [
    'a statement',
    async () => {
      const context = await cabinet()
      const [account] = await accountsOf(context)
      await statementFor(context, account?.id ?? '', { from: '2020-01-01', to: '2100-01-01', zone: 'Europe/Moscow' })
    },
  ],
  [
    'notifications',
    async () => {
      const { req, actor } = await cabinet()
      await notificationFeed(req, actor, { limit: 100 })
    },
  ],
  [
    'the workplace of orders',
    async () => {
      const context = await panel()
      await ordersToHandle(context, { view: 'new', search: '', page: 1 }, countWork(context))
    },
  ],
  ['the workplace of clients', async () => clientsToServe(await panel(), { search: '', page: 1 })],
]

describe('statements of SQL', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    world = await makeWorld()
    // That a key is in use is noted once a minute.
    await json('/me')
    // What is remembered for seconds must not grow old in the middle of a count.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('are as many for fifty rows as for five, on every hot page', async () => {
    const count = async (): Promise<Record<string, number>> => {
      await refreshProductSearch(payload)
      const counts: Record<string, number> = {}
      for (const [name, open] of pages) {
        for (const forget of [forgetCounts, forgetPortalSettings, forgetSwitches]) forget()
        counts[name] = await statementsIn(open)
      }
      return counts
    }
    for (let n = 0; n < 5; n += 1) await addRow(n)
    const five = await count()
    for (let n = 5; n < 50; n += 1) await addRow(n)
    expect(await count()).toEqual(five)
    expect(Object.values(five).every((statements) => statements > 0)).toBe(true)
  })

  it('are no more for JSON than for its page, but for those that say whose the key is', async () => {
    for (let n = 0; n < 5; n += 1) await addRow(n)
    await refreshProductSearch(payload)
    const counts: Record<string, number> = {}
    for (const [name, open] of pages) {
      for (const forget of [forgetCounts, forgetPortalSettings, forgetSwitches]) forget()
      counts[name] = await statementsIn(open)
    }
    // The key, and the person's rights.
    const KEY = 2
    const pairs = [
      ['goods as JSON', 'a section of the catalogue'],
      ['one of the goods as JSON', 'a product'],
      ['orders as JSON', 'orders'],
      ['an order as JSON', 'an order'],
      ['documents as JSON', 'documents'],
    ] as const
    for (const [asJson, page] of pairs)
      expect([asJson, Number(counts[asJson]) <= Number(counts[page]) + KEY, counts]).toEqual([asJson, true, counts])
  })

  it('are seen by the count when one is sent for each row', async () => {
    for (let n = 0; n < 3; n += 1) await addRow(n)
    const { req } = await cabinet()
    const rows = await query<{ id: string }>(req, sql`select id::text from orders`)
    expect(
      await statementsIn(async () =>
        Promise.all(rows.map(({ id }) => query(req, sql`select 1 from order_lines where order_id = ${id}`))),
      ),
    ).toBe(3)
  })
})
