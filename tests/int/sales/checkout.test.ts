import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { productBySlug } from '@/collections/catalogue/products/product.queries'
import { addManyToCart, clearCart, setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf, cartQuantities } from '@/collections/sales/carts/cart.queries'
import { repeatOrder } from '@/collections/sales/orders/order.actions'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { checkoutChoices } from '@/collections/sales/orders/checkout.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { contextOf } from '@/src/mechanisms/access/context'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { builders, type Builders } from '@/tests/builders/builders'

let payload: Payload
let build: Builders
let company: string
let user: string
let manager: string
let type: string
let store: string
let bolt: string
let anchor: string

const fresh = (): Promise<PayloadRequest> => build.as('users', user)
const set = async (sku: string, qty: number) =>
  runAction(setCartLine, { req: await fresh(), input: { company, sku, qty } })
const cart = async () => cartOf(await contextOf(await fresh(), company))
const form = { deliveryMethod: 'pickup', paymentMethod: 'invoice' } as const
type Asked = Partial<Parameters<typeof runAction<typeof createOrderFromCart.input, unknown>>[1]['input']>
const place = async (asked: Asked = {}, idempotencyKey?: string) =>
  runAction(createOrderFromCart, { req: await fresh(), input: { company, ...form, ...asked }, idempotencyKey })
const count = async (table: string): Promise<number> => {
  const [row] = await query<{ count: number }>(payload, sql`select count(*)::int as count from ${sql.raw(table)}`)
  return row?.count ?? -1
}

describe('cart and checkout', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  afterEach(() => vi.restoreAllMocks())

  beforeEach(async () => {
    await emptyDatabase()
    vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    type = await build.priceType({ base: true })
    store = await build.warehouse({ name: 'Химки' })
    manager = await build.staff({ name: 'Анна Воронова' })
    company = await build.company({
      name: 'ООО «Стройград»',
      managerId: manager,
      priceTypeId: type,
      creditLimit: 600_000_00,
    })
    user = await build.user({ companies: [company], name: 'Олег' })
    bolt = (await build.product({ name: 'Болт М12×60', prices: { [type]: 94_000 }, stock: { [store]: 12_400_000 } }))
      .sku
    anchor = (await build.product({ name: 'Анкер М16×140', prices: { [type]: 683_333 }, stock: { [store]: 180_000 } }))
      .sku
  })

  it('[SHOP-12] keeps the cart on the server, says what has to come first, takes a line out at 0', async () => {
    expect(await set(bolt, 1_200_000)).toEqual({ lines: 1, wait: null })
    expect(await set(anchor, 400_000)).toEqual({
      lines: 2,
      wait: { stock: { level: 'low', qty: 180_000 }, unit: 'шт', expectedAt: null, far: false },
    })
    expect(await cart()).toMatchObject({
      total: 11_280_00 + 27_333_32,
      currency: 'RUB',
      feasibility: {
        orderable: true,
        onCredit: true,
        waiting: { lines: 1 },
        split: { now: { lines: 2 }, later: { lines: 1 } },
      },
    })
    expect(await cartQuantities(await contextOf(await fresh(), company))).toEqual(
      new Map([
        [bolt, 1_200_000],
        [anchor, 400_000],
      ]),
    )
    expect(await set(anchor, 0)).toEqual({ lines: 1, wait: null })
    await runAction(clearCart, { req: await fresh(), input: { company } })
    expect((await cart())?.lines).toEqual([])
  })

  it('[SHOP-12] tells that a price has changed since', async () => {
    await set(bolt, 1_000)
    await query(payload, sql`update prices set price = 100000 where sku_id = ${bolt}`)
    expect(await cart()).toMatchObject({ changed: 1, lines: [{ price: 100_000, priceBefore: 94_000 }] })
    await expect(place({ expectedTotal: 940 })).rejects.toMatchObject({ code: 'cart.priceChanged' })
    expect(await count('orders')).toBe(0)
  })

  it('gives nobody another person’s or company’s cart', async () => {
    await set(bolt, 1_000)
    const colleague = await build.user({ companies: [company] })
    expect((await cartOf(await build.context('users', colleague, company)))?.lines).toEqual([])
    const stranger = await build.user({ companies: [await build.company()] })
    expect(await cartOf(await build.context('users', stranger, company))).toBeNull()
    for (const [collection, id] of [
      ['users', stranger],
      ['staff', manager],
    ] as const) {
      const calls = [
        async () =>
          runAction(setCartLine, { req: await build.as(collection, id), input: { company, sku: bolt, qty: 1 } }),
        async () => runAction(clearCart, { req: await build.as(collection, id), input: { company } }),
        async () =>
          runAction(addManyToCart, {
            req: await build.as(collection, id),
            input: { company, lines: [{ sku: bolt, qty: 1 }] },
          }),
        async () =>
          runAction(createOrderFromCart, { req: await build.as(collection, id), input: { company, ...form } }),
      ]
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'access.denied', status: 403 })
    }
  })

  it('places no order for one who may only look', async () => {
    const reader = await build.user({ companies: [company], capabilities: ['orders.read'] })
    await expect(
      runAction(setCartLine, { req: await build.as('users', reader), input: { company, sku: bolt, qty: 1_000 } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('[SHOP-15] freezes prices, sums, VAT, number and branch, empties the cart and tells both sides', async () => {
    const branch = await build.branchOf(company)
    const contract = await build.contract({ companyId: company })
    const contractor = await build.contractor({ companyId: company })
    await set(bolt, 1_200_000)
    await set(anchor, 180_000)
    const { orders } = await place({
      contract,
      contractor,
      warehouse: store,
      comment: 'Позвонить за час',
      clientReference: 'З-7',
      wantedDate: '2099-01-15',
    })
    expect(orders).toHaveLength(1)
    expect(orders[0]?.number).toMatch(/^К-\d{6}$/)
    await query(payload, sql`update prices set price = 1`)
    const page = await orderByNumber(await contextOf(await fresh(), company), orders[0]?.number ?? '')
    expect(page).toMatchObject({
      status: 'submitted',
      total: 11_280_00 + 12_300_00 - 1,
      comment: 'Позвонить за час',
      clientReference: 'З-7',
      wantedDate: '2099-01-15',
      warehouse: 'Химки',
      lines: [
        { position: 1, price: 94_000, total: 11_280_00 },
        { position: 2, price: 683_333, total: 12_299_99 },
      ],
      author: 'Олег',
      bar: { options: [{ name: 'withdraw' }], canUndo: false },
      passport: { exportedAt: null },
      stream: [{ kind: 'event', type: 'order.submitted' }],
    })
    const [stored] = await query<{ branch: string; vat: number }>(
      payload,
      sql`select branch_id::text as branch, vat::float8 as vat from orders`,
    )
    expect(stored).toEqual({ branch, vat: 188_000 + 205_000 })
    expect((await cart())?.lines).toEqual([])
    await drainJobs(payload)
    const told = await query<{ who: string; title: string }>(
      payload,
      sql`select case when staff_id is null then 'client' else 'manager' end as who, title from notifications order by 1`,
    )
    expect(told.map(({ who }) => who)).toEqual(['client', 'manager'])
    expect(told[1]?.title).toContain(orders[0]?.number)
  })

  it('[SHOP-15] makes one order of two submits with one key, and of two at once without', async () => {
    await set(bolt, 1_000)
    const twice = await Promise.all([place({}, 'key-1'), place({}, 'key-1')])
    expect(twice[0]).toEqual(twice[1])
    expect(await count('orders')).toBe(1)
    await set(bolt, 1_000)
    const race = await Promise.allSettled([place(), place(), place()])
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(race.filter((result) => result.status === 'rejected' && result.reason.code === 'cart.empty')).toHaveLength(2)
    expect(await count('orders')).toBe(2)
  })

  it('[SHOP-15] splits into what can go now and what comes later', async () => {
    await set(bolt, 1_000_000)
    await set(anchor, 400_000)
    const { orders } = await place({ split: true })
    expect(orders).toHaveLength(2)
    const later = await orderByNumber(await contextOf(await fresh(), company), orders[1]?.number ?? '')
    expect(later).toMatchObject({ splitFrom: orders[0]?.number, lines: [{ name: 'Анкер М16×140', qty: 220_000 }] })
    await set(bolt, 1_000)
    await expect(place({ split: true })).rejects.toMatchObject({ code: 'order.nothingToSplit' })
  })

  it('lets two people of one company overdraw its limit together as little as one alone', async () => {
    await query(payload, sql`update companies set credit_limit = ${15_000_00}`)
    const colleague = await build.user({ companies: [company] })
    await set(bolt, 1_000_000)
    await runAction(setCartLine, {
      req: await build.as('users', colleague),
      input: { company, sku: bolt, qty: 1_000_000 },
    })
    const input = { company, ...form, paymentMethod: 'credit' as const }
    const both = await Promise.allSettled([
      runAction(createOrderFromCart, { req: await fresh(), input }),
      runAction(createOrderFromCart, { req: await build.as('users', colleague), input }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'order.limitExceeded', status: 409 },
    })
  })

  it('refuses credit while overdue, without a limit, and any order of a suspended company', async () => {
    await set(bolt, 1_000)
    await query(payload, sql`update companies set overdue = 100, debt = 100`)
    await expect(place({ paymentMethod: 'credit' })).rejects.toMatchObject({ code: 'order.overdue' })
    await payload.updateGlobal({ slug: 'portal-settings', data: { overdueBlocksOrders: false } })
    await query(payload, sql`update companies set credit_limit = 0`)
    await expect(place({ paymentMethod: 'credit' })).rejects.toMatchObject({ code: 'order.noCredit' })
    await query(payload, sql`update companies set status = 'suspended'`)
    await expect(place()).rejects.toMatchObject({ code: 'order.companySuspended' })
    await query(payload, sql`update companies set status = 'active'`)
    await place()
  })

  it.each([
    ['order.addressNeeded', { deliveryMethod: 'delivery' }],
    ['order.dateInPast', { wantedDate: '2020-01-01' }],
    ['order.noShipping', { wantedDate: '2099-11-28' }],
    ['order.wrongContract', { contract: '00000000-0000-4000-8000-000000000000' }],
    ['order.wrongContractor', { contractor: '00000000-0000-4000-8000-000000000000' }],
    ['order.warehouseNeeded', { warehouse: null }],
    ['order.wrongWarehouse', { warehouse: '00000000-0000-4000-8000-000000000000' }],
  ] as const)('says %s at the field', async (code, asked) => {
    await set(bolt, 1_000)
    await build.warehouse({ name: 'Аннино' })
    await expect(place({ warehouse: store, ...asked })).rejects.toMatchObject({
      code,
      status: 422,
      field:
        code === 'order.addressNeeded'
          ? 'deliveryAddress'
          : code.includes('wrong')
            ? code.slice(11).toLowerCase()
            : code === 'order.warehouseNeeded'
              ? 'warehouse'
              : 'wantedDate',
    })
    expect(await count('orders')).toBe(0)
  })

  it('[SHOP-15] asks where to pick up from and who pays only where there is a choice', async () => {
    const placedAt = async () =>
      (
        await query<{ place: string | null }>(
          payload,
          sql`select warehouse_id::text as place from orders order by placed_at desc limit 1`,
        )
      )[0]?.place
    await set(bolt, 1_000)
    await place()
    expect(await placedAt()).toBe(store)
    await query(payload, sql`update warehouses set pickup = false`)
    await set(bolt, 1_000)
    await place()
    expect(await placedAt()).toBeNull()
    await query(payload, sql`update warehouses set pickup = true`)
    await build.warehouse({ name: 'Аннино' })
    await set(bolt, 1_000)
    await place({ deliveryMethod: 'delivery', deliveryAddress: 'Мытищи, ул. Колпакова, 2' })
    const payer = await build.contractor({ companyId: company })
    await build.contractor({ companyId: company })
    await set(bolt, 1_000)
    await expect(place({ warehouse: store })).rejects.toMatchObject({
      code: 'order.contractorNeeded',
      status: 422,
      field: 'contractor',
    })
    await expect(place({ wantedDate: '2020-01-01' })).rejects.toMatchObject({
      issues: [
        { field: 'wantedDate', code: 'order.dateInPast' },
        { field: 'contractor', code: 'order.contractorNeeded' },
        { field: 'warehouse', code: 'order.warehouseNeeded' },
      ],
    })
    await place({ warehouse: store, contractor: payer })
  })

  it('[SHOP-16] remembers the last choice of each kind, whatever the latest order left out', async () => {
    const other = await build.warehouse({ name: 'Аннино' })
    const choices = async () => checkoutChoices(await contextOf(await fresh(), company))
    expect((await choices()).last).toBeNull()
    await set(bolt, 1_000)
    await place({ warehouse: store })
    await set(bolt, 1_000)
    await place({ deliveryMethod: 'delivery', deliveryAddress: 'Мытищи' })
    const known = await choices()
    expect(known.last).toMatchObject({ deliveryMethod: 'delivery', deliveryAddress: 'Мытищи', warehouse: store })
    expect(known.warehouses.map(({ id }) => id)).toEqual([other, store])
  })

  it('takes another company’s contract for nobody’s', async () => {
    await set(bolt, 1_000)
    const foreign = await build.contract({ companyId: await build.company() })
    await expect(place({ contract: foreign })).rejects.toMatchObject({ code: 'order.wrongContract' })
  })

  it('[SHOP-15] takes a contract for its own payer only', async () => {
    await set(bolt, 1_000)
    const payer = await build.contractor({ companyId: company })
    const other = await build.contractor({ companyId: company })
    const contract = await build.contract({ companyId: company, contractorId: payer })
    await expect(place({ contractor: other, contract })).rejects.toMatchObject({
      code: 'order.wrongContract',
      status: 422,
    })
    await place({ contractor: payer, contract })
  })

  it('[SHOP-15] ships on the days that an administrator has left open', async () => {
    await payload.updateGlobal({
      slug: 'portal-settings',
      data: { shipsSaturday: true, shippingDaysOff: '30.11.2099' },
    })
    await set(bolt, 1_000)
    await expect(place({ wantedDate: '2099-11-30' })).rejects.toMatchObject({ code: 'order.noShipping' })
    await place({ wantedDate: '2099-11-28' })
  })

  it('orders nothing that is hidden or has no price', async () => {
    await set(bolt, 1_000)
    await query(payload, sql`update skus set active = false where id = ${bolt}`)
    await expect(place()).rejects.toMatchObject({ code: 'order.lineGone' })
    await query(payload, sql`update skus set active = true`)
    await query(payload, sql`delete from prices where sku_id = ${bolt}`)
    await expect(place()).rejects.toMatchObject({ code: 'order.noPrice' })
  })

  it('repeats an order into the cart and names what is gone; a stranger repeats nothing', async () => {
    await set(bolt, 1_000)
    await set(anchor, 2_000)
    const { orders } = await place()
    const order = orders[0]?.id ?? ''
    await query(payload, sql`update skus set active = false where id = ${anchor}`)
    await set(bolt, 5_000)
    expect(await runAction(repeatOrder, { req: await fresh(), input: { order } })).toEqual({
      added: 1,
      gone: ['Анкер М16×140'],
      mended: [],
      lines: 1,
    })
    expect((await cart())?.lines.map(({ qty }) => qty)).toEqual([6_000])
    const stranger = await build.user({ companies: [await build.company()] })
    await expect(
      runAction(repeatOrder, { req: await build.as('users', stranger), input: { order } }),
    ).rejects.toMatchObject({ code: 'entity.notFound' })
  })

  describe('what a quantity may be', () => {
    let nut: string
    let rope: string
    const add = async (...lines: Array<[sku: string, qty: number]>) =>
      runAction(addManyToCart, {
        req: await fresh(),
        input: { company, lines: lines.map(([sku, qty]) => ({ sku, qty })) },
      })
    const held = async () => new Map((await cart())?.lines.map(({ sku, qty }) => [sku, qty]))
    /** What lay there before the rule, or before the goods changed. */
    const yesterday = async (sku: string, qty: number) => {
      await set(sku, sku === nut ? 200_000 : 1_000)
      await query(payload, sql`update cart_lines set qty = ${qty} where sku_id = ${sku}`)
    }

    beforeEach(async () => {
      nut = (
        await build.product({
          name: 'Гайка М12',
          prices: { [type]: 10_000 },
          stock: { [store]: 40_000 },
          packSize: 200_000,
        })
      ).sku
      rope = (
        await build.product({ name: 'Канат 8 мм', unit: 'м', prices: { [type]: 500_000 }, stock: { [store]: 90_000 } })
      ).sku
    })

    it.each<[string, () => string, number, object]>([
      [
        '1,5 шт',
        () => bolt,
        1_500,
        { code: 'qty.whole', params: { name: 'Болт М12×60', unit: { ru: 'шт', en: 'pcs' }, nearest: { ru: '2' } } },
      ],
      [
        '300 of packs of 200',
        () => nut,
        300_000,
        { code: 'qty.packs', params: { limit: { ru: '200' }, nearest: { ru: '400' } } },
      ],
      ['a million and one', () => bolt, 1_000_001_000, { code: 'qty.tooMuch' }],
      ['more than a number of anything', () => rope, 900_000_000_000, { code: 'qty.tooMuch' }],
    ])('refuses %s at the field and keeps what lay there', async (_name, sku, qty, refusal) => {
      await expect(set(sku(), qty)).rejects.toMatchObject({ ...refusal, status: 422, field: 'qty' })
      expect(await held()).toEqual(new Map())
    })

    it('takes thousandths of what is measured, whole packs, and a unit by its code of ОКЕИ', async () => {
      expect(await set(rope, 1_505)).toEqual({ lines: 1, wait: null })
      await set(nut, 400_000)
      await query(payload, sql`insert into units (code, name) values ('715', 'пр')`)
      await query(
        payload,
        sql`update products set unit = 'пр' where id = (select product_id from skus where id = ${rope})`,
      )
      await expect(set(rope, 1_505)).rejects.toMatchObject({ code: 'qty.whole' })
      expect(await held()).toEqual(
        new Map([
          [rope, 1_505],
          [nut, 400_000],
        ]),
      )
    })

    it('says below the first price from how many on it is sold', async () => {
      await query(payload, sql`update prices set min_qty = 5000 where sku_id = ${bolt}`)
      await expect(set(bolt, 4_000)).rejects.toMatchObject({ code: 'qty.least', params: { limit: { ru: '5' } } })
      await set(bolt, 5_000)
      await query(payload, sql`update prices set min_qty = 6000 where sku_id = ${bolt}`)
      await expect(place()).rejects.toMatchObject({ code: 'qty.least', status: 409 })
    })

    it('does not take 999 999 of 180 in silence: how much there is, and whether it is meant', async () => {
      await query(payload, sql`update stocks set expected_at = '2099-11-28' where sku_id = ${anchor}`)
      expect(await set(anchor, 999_999_000)).toEqual({
        lines: 1,
        wait: { stock: { level: 'low', qty: 180_000 }, unit: 'шт', expectedAt: '2099-11-28', far: true },
      })
      expect(await cart()).toMatchObject({
        feasibility: { far: 1, orderable: true },
        lines: [{ far: true, now: 180_000, expectedAt: '2099-11-28' }],
      })
      await payload.updateGlobal({ slug: 'portal-settings', data: { showStock: 'words' } })
      expect(await set(anchor, 999_999_000)).toMatchObject({ wait: { stock: { level: 'low', qty: null }, far: true } })
    })

    it('names of many those that cannot be ordered and adds the others; alone they are refused', async () => {
      await set(bolt, 1_000)
      expect(await add([bolt, 2_000], [nut, 300_000], [rope, 500])).toEqual({
        added: 2,
        missing: [],
        refused: [{ sku: nut, name: 'Гайка М12', code: 'qty.packs', nearest: 400_000 }],
        lines: 2,
      })
      expect(await held()).toEqual(
        new Map([
          [bolt, 3_000],
          [rope, 500],
        ]),
      )
      await expect(add([nut, 300_000])).rejects.toMatchObject({ code: 'qty.packs', status: 422, field: 'lines' })
      // what lies there counts: 3 + 999 998
      await expect(add([bolt, 999_998_000])).rejects.toMatchObject({ code: 'qty.tooMuch' })
    })

    it('refuses the cart of yesterday in words that name the line, and orders nothing of it', async () => {
      await yesterday(nut, 300_000)
      await set(bolt, 1_000)
      await expect(place()).rejects.toMatchObject({
        code: 'qty.packs',
        status: 409,
        params: { name: 'Гайка М12', nearest: { ru: '400' } },
      })
      expect(await cart()).toMatchObject({
        feasibility: { orderable: false },
        lines: [{ problem: 'qty', refusal: { code: 'qty.packs', nearest: 400_000 } }, { problem: null }],
      })
      expect(await count('orders')).toBe(0)
      await set(nut, 400_000)
      expect((await place()).orders).toHaveLength(1)
    })

    it('repeats what 1C has ordered in the nearest quantity that can be, and says so', async () => {
      const order = await build.order({ companyId: company })
      for (const [position, [skuId, name, qty]] of (
        [
          [bolt, 'Болт', 1_500],
          [nut, 'Гайка', 300_000],
          [rope, 'Канат', 2_500],
        ] as const
      ).entries()) {
        await build.orderLine({ orderId: order, companyId: company, position, skuId, name, unit: 'шт', qty })
      }
      expect(await runAction(repeatOrder, { req: await fresh(), input: { order } })).toEqual({
        added: 3,
        gone: [],
        lines: 3,
        mended: [
          { sku: bolt, name: 'Болт', unit: 'шт', asked: 1_500, qty: 2_000 },
          { sku: nut, name: 'Гайка', unit: 'шт', asked: 300_000, qty: 400_000 },
        ],
      })
      expect(await held()).toEqual(
        new Map([
          [bolt, 2_000],
          [nut, 400_000],
          [rope, 2_500],
        ]),
      )
    })

    it('gives the browser the same rule with each product', async () => {
      const context = await contextOf(await fresh(), company)
      const pageOf = async (sku: string) => {
        const [row] = await query<{ slug: string }>(
          payload,
          sql`select p.slug from products p join skus k on k.product_id = p.id where k.id = ${sku}`,
        )
        return productBySlug(context, row?.slug ?? '')
      }
      const [nuts, ropes] = [await pageOf(nut), await pageOf(rope)]
      expect(nuts?.rule).toMatchObject({ whole: true, min: 200_000, grains: [{ by: 200_000, packs: true }] })
      expect(nuts?.skus.map((one) => one.rule)).toEqual([nuts?.rule])
      expect(ropes?.rule).toMatchObject({ whole: false, min: 1 })
      await build.sku(nuts?.id ?? '', { name: 'М14' })
      expect(await pageOf(nut)).toMatchObject({
        rule: null,
        skus: [{ rule: { min: 200_000 } }, { rule: { min: 200_000 } }],
      })
    })
  })
})
