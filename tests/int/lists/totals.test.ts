import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { listProducts, productBySlug } from '@/collections/catalogue/products/product.queries'
import { listWarehouses } from '@/collections/catalogue/warehouses/warehouse.queries'
import { listClients } from '@/collections/clients/companies/company.queries'
import { contractById, listContracts } from '@/collections/contracts/contracts/contract.queries'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { statementFor } from '@/collections/money/accounts/account.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { listOrders, ordersInWork } from '@/collections/sales/orders/order.queries'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { post, reverse } from '@/src/mechanisms/ledger/post'
import type { ListFilter, ListInput } from '@/src/mechanisms/lists/listSql'
import { adverse } from '@/tests/builders/adverse'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { root } from '../../../scripts/lib/paths.mjs'

/**
 * What every list comes to over rows that are hard to count: cancelled, in other money, without sums, of a company that
 * the person is in no longer, in the last hour of a day where they live.
 */
let payload: Payload
let build: Builders
let odd: ReturnType<typeof adverse>
let mine: QueryContext
/** Nothing chosen in the switcher: whatever the person may see. */
let everywhere: QueryContext
let admin: QueryContext
let contract: string
let account: string
let slug: string

const asked = (filters: Record<string, ListFilter> = {}): ListInput => ({
  search: '',
  filters,
  sort: { key: 'placed', dir: 'desc' },
  page: 1,
  perPage: 2,
})
const rub = (amount: number) => ({ currency: 'RUB', amount })
const usd = (amount: number) => ({ currency: 'USD', amount })

const NOON = '2026-11-20T09:00:00.000Z'
/** The last hour of October and the first of November, where the day ends ten and two hours away from Greenwich. */
const EDGES = {
  'Asia/Vladivostok': ['2026-10-31T13:30:00.000Z', '2026-10-31T14:30:00.000Z'],
  'Europe/Kaliningrad': ['2026-10-31T21:30:00.000Z', '2026-10-31T22:30:00.000Z'],
} as const

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
  odd = adverse(payload, build)
  await emptyDatabase()
  const type = await build.priceType({ base: true })
  const net = await build.priceType({ vatIncluded: false })
  const own = await build.company({ name: 'Своя', managerId: await build.staff(), overdue: 5_00, debt: 6_00 })
  const other = await build.company({ name: 'Чужая', managerId: await build.staff(), priceTypeId: net })
  await odd.company.withoutManager()
  await odd.company.archived()
  await odd.company.withoutSums()
  const user = await odd.user.suspendedInSecond(own, other)
  mine = await build.context('users', user, own)
  everywhere = await build.context('users', user)
  admin = await build.context('staff', await build.staff({ role: 'admin' }))
  const at = { companyId: own, placedAt: NOON }

  const order = await build.order({ number: 'ОБЫЧНЫЙ', status: 'working', total: 100_00, paid: 40_00, ...at })
  await build.orderLine({ orderId: order, companyId: own, total: 60_00 })
  await build.orderLine({ orderId: order, companyId: own, total: 40_00, vatRate: null, unit: null })
  const cancelled = await odd.order.cancelled(at)
  await odd.order.inDollars(at)
  await odd.order.withoutPaid(at)
  for (const [place, placedAt] of Object.values(EDGES).flat().entries())
    await build.order({ number: `КРАЙ-${place}`, status: 'closed', total: 2 ** place * 1_00, ...at, placedAt })
  await build.order({ number: 'ЧУЖОЙ', companyId: other, total: 999_00, placedAt: NOON })

  await build.document({ companyId: own, total: 100_00, paid: 30_00, date: NOON })
  await odd.document.cancelled({ companyId: own })
  await odd.document.ofCancelledOrder({ companyId: own, orderId: cancelled })
  await odd.document.inDollars({ companyId: own })
  await odd.document.overpaid({ companyId: own })
  await odd.document.withoutPaid({ companyId: own })
  await build.document({ companyId: own, kind: 'act', total: 1_00, date: '2026-10-31T00:00:00.000Z' })
  await build.document({ companyId: own, kind: 'act', total: 2_00, date: '2026-11-01T00:00:00.000Z' })
  await build.document({ companyId: other, total: 999_00 })

  contract = await build.contract({ companyId: own, debt: 10_00, date: '2026-10-31T00:00:00.000Z' })
  await build.contract({ companyId: own, kind: 'addendum', parentId: contract, date: '2026-11-01T00:00:00.000Z' })
  await odd.contract.terminatedInDollars({ companyId: own, date: NOON })
  await odd.contract.withoutSums({ companyId: own, date: NOON })
  await build.contract({ companyId: other, debt: 999_00 })
  await odd.scheduleLine.paid({ companyId: own, contractId: contract, dueDate: '2026-12-01T00:00:00.000Z' })
  await odd.scheduleLine.withoutPaid({ companyId: own, contractId: contract, dueDate: '2026-12-02T00:00:00.000Z' })

  account = await build.account({ companyId: own })
  const req = await createLocalReq({}, payload)
  const line = (id: string, when: string, amount: number) =>
    post(req, {
      kind: 'payment',
      externalId: id,
      at: when,
      currency: 'RUB',
      memo: {},
      postings: [
        { account: `account:${account}`, amount },
        { account: 'erp:RUB', amount: -amount },
      ],
    })
  for (const [place, when] of Object.values(EDGES).flat().entries())
    await line(`edge-${place}`, when, place % 2 === 0 ? 2 ** place * 100 : -(2 ** place) * 100)
  await line('wrong', '2026-10-31T13:00:00.000Z', 500_00)
  await reverse(req, 'wrong', 'wrong:reversal')

  await build.product({ name: 'Обычный', prices: { [type]: 100_0000, [net]: 100_0000 } })
  await odd.product.withoutPrice()
  await odd.product.zeroPrice(type)
  await odd.product.withoutUnit(type)
  await odd.product.withoutVat(type)
  await odd.product.withoutVat(net)
  await odd.product.archived(type)
  slug = (await odd.product.twoCurrencies(type)).slug
  await odd.product.zeroBesideLeftover(type)
  await odd.warehouse.closed()
  await refreshProductSearch(payload)
})

const october: Record<string, ListFilter> = {
  placed: { kind: 'dates', from: '2026-10-01', to: '2026-10-31' },
  date: { kind: 'dates', from: '2026-10-01', to: '2026-10-31' },
}
const inZones = async <T>(read: (zone: string) => Promise<T>): Promise<T[]> => [
  await read('Asia/Vladivostok'),
  await read('Europe/Kaliningrad'),
]

/** By the `id` of the list on its page, or the name of its query where it is drawn otherwise. */
const TABLE: Record<string, () => Promise<void>> = {
  orders: async () => {
    for (const context of [mine, everywhere]) {
      expect(await listOrders(context, asked())).toMatchObject({
        total: 8,
        sum: [rub(165_00), usd(20_00)],
        paid: [rub(40_00)],
        views: { all: 8, work: 3, unpaid: 7 },
      })
    }
    expect(
      (await inZones((zone) => listOrders(mine, asked({ placed: october.placed as ListFilter }), 'all', zone))).map(
        ({ sum, total }) => [total, sum],
      ),
    ).toEqual([
      [1, [rub(1_00)]],
      [3, [rub(7_00)]],
    ])
    expect(await listOrders(mine, asked({ status: { kind: 'select', values: ['cancelled'] } }))).toMatchObject({
      total: 1,
      sum: [],
      paid: [],
    })
  },
  'orders.inWork': async () =>
    expect((await ordersInWork(everywhere)).map(({ number, paid }) => [number, paid]).sort()).toEqual([
      ['БЕЗ ОПЛАТЫ', 0],
      ['ДОЛЛАРЫ', 0],
      ['ОБЫЧНЫЙ', 40_00],
    ]),
  lines: async () => {
    const page = await orderByNumber(mine, 'ОБЫЧНЫЙ')
    expect([page?.total, page?.lines.reduce((sum, { total }) => sum + total, 0)]).toEqual([100_00, 100_00])
    expect(await orderByNumber(everywhere, 'ЧУЖОЙ')).toBeNull()
  },
  documents: async () => {
    for (const context of [mine, everywhere])
      expect(await listDocuments(context, asked())).toMatchObject({
        total: 8,
        sum: [rub(143_00), usd(20_00)],
        unpaid: [rub(100_00), usd(20_00)],
      })
    expect(await listDocuments(mine, asked({ date: october.date as ListFilter }))).toMatchObject({
      total: 1,
      sum: [rub(1_00)],
      unpaid: [],
    })
  },
  contracts: async () => {
    for (const context of [mine, everywhere])
      expect(await listContracts(context, asked())).toMatchObject({ total: 4, debt: [rub(10_00), usd(5_00)] })
    expect(await listContracts(mine, asked({ date: october.date as ListFilter }))).toMatchObject({
      total: 1,
      debt: [rub(10_00)],
    })
  },
  addenda: async () => expect((await contractById(mine, contract))?.addenda.map(({ debt }) => debt)).toEqual([0]),
  schedule: async () =>
    expect((await contractById(mine, contract))?.schedule.map(({ amount, paid }) => [amount, paid])).toEqual([
      [10_00, 10_00],
      [40_00, 0],
    ]),
  statement: async () => {
    const days = await inZones((zone) => statementFor(mine, account, { from: '2026-10-01', to: '2026-10-31', zone }))
    expect(days.map((of) => [of?.opening, of?.incoming, of?.outgoing, of?.closing, of?.lines.length])).toEqual([
      [0, 1_00, 0, 1_00, 1],
      [0, 5_00, 2_00, 3_00, 3],
    ])
    const next = await inZones((zone) => statementFor(mine, account, { from: '2026-11-01', to: '2026-11-30', zone }))
    expect(next.map((of) => [of?.opening, of?.closing])).toEqual([
      [1_00, -5_00],
      [3_00, -5_00],
    ])
  },
  variants: async () =>
    expect((await productBySlug(mine, slug))?.skus.map(({ price, currency }) => [price, currency]).sort()).toEqual([
      [20_0000, 'USD'],
      [300_0000, 'RUB'],
    ]),
  listProducts: async () => {
    const { rows, total } = await listProducts(mine, {})
    expect(total).toBe(8)
    expect(
      Object.fromEntries(rows.map(({ name, price, stock, unit }) => [name, [price, stock.qty, unit]])),
    ).toMatchObject({
      Обычный: [100_0000, 0, 'шт'],
      'Без цены': [null, 0, 'шт'],
      'Цена ноль': [null, 0, 'шт'],
      'Без единицы': [50_0000, 0, ''],
      Остатки: [10_0000, 5_000, 'шт'],
    })
    const second = await build.context(
      'users',
      await build.user({ companies: [await netCompany()] }),
      await netCompany(),
    )
    const net = (await listProducts(second, {})).rows
      .flatMap(({ name, price }) => (price === null ? [] : [[name, price]]))
      .sort()
    expect(net).toEqual([
      ['Без НДС', 100_0000],
      ['Обычный', 120_0000],
    ])
  },
  listWarehouses: async () => expect((await listWarehouses(mine)).map(({ name }) => name)).not.toContain('Закрытый'),
  listClients: async () => {
    expect(await listClients(admin, asked())).toMatchObject({
      total: 5,
      unassigned: 2,
      debt: [usd(9_00), rub(6_00)],
      overdue: [usd(7_00), rub(5_00)],
    })
  },
}

const netCompany = async (): Promise<string> =>
  String((await payload.find({ collection: 'companies', where: { name: { equals: 'Чужая' } } })).docs[0]?.id)

/** Names that a pattern gives over the files of a folder. */
function found(folder: string, file: RegExp, name: RegExp): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((one) =>
    file.test(one),
  )
  return files.flatMap((one) =>
    [...readFileSync(path.join(root, folder, one), 'utf8').matchAll(name)].map((match) => match[1] ?? ''),
  )
}

describe('what a list comes to', () => {
  it('is told here for every list of the cabinet and every query of a list', () => {
    const drawn = [
      ...found('app/(cabinet)', /\.tsx$/, /<DataTable\b[\s\S]*?\bid="([\w-]+)"/g),
      // Lists with a page of their own are declared in their areas.
      ...found('collections', /\.list\.ts$/, /= defineList<\w+>\(\{\s+key: '([\w-]+)'/g),
      // Lists of the home page are drawn by one component and named by their cards.
      ...found('collections', /\.home\.ts$/, /\bkey: '([\w.-]+)'(?=[^}]*\bview: 'list')/g),
    ]
    const listed = found('collections', /\.queries\.ts$/, /export async function (list\w+)/g)
    // These are told by the list that draws them.
    const told = listed.filter((name) => !['listOrders', 'listDocuments', 'listContracts'].includes(name))
    expect(drawn.length).toBeGreaterThan(8)
    expect([...new Set([...drawn, ...told])].sort()).toEqual(Object.keys(TABLE).sort())
  })

  for (const [name, run] of Object.entries(TABLE)) it(`${name}`, run)
})
