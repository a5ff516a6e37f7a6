import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { addManyToCart } from '@/collections/sales/carts/cart.actions'
import { findLines } from '@/collections/sales/quick-order/found.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { readPasted } from '@/src/mechanisms/tables/readTable'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { builders, type Builders } from '@/tests/builders/builders'

let payload: Payload
let build: Builders
let company: string
let user: string
let type: string
let store: string

type Goods = Parameters<Builders['product']>[0]
async function goods(article: string, fields: Goods = {}): Promise<{ product: string; sku: string }> {
  const made = await build.product({ article, prices: { [type]: 94_000 }, stock: { [store]: 500_000 }, ...fields })
  await refreshProductSearch(await build.as('users', user), [made.product])
  return made
}
const find = async (text: string, who = user, at = company) =>
  (await findLines(await build.context('users', who, at), readPasted(text))).lines
const faults = async (text: string) => (await find(text)).map(({ fault }) => fault)

describe('[SHOP-15] an order from a list of lines', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    type = await build.priceType({ base: true })
    store = await build.warehouse({ name: 'Химки' })
    company = await build.company({ priceTypeId: type })
    user = await build.user({ companies: [company] })
  })

  it('goods are found by article whatever its case, by barcode and by code, with the customer’s own price, pack and stock', async () => {
    const own = await build.priceType()
    await query(payload, sql`update companies set price_type_id = ${own} where id = ${company}`)
    const nut = await goods('Гк-934-Ё', {
      name: 'Гайка М12',
      prices: { [type]: 94_000, [own]: 31_500 },
      packSize: 200_000,
    })
    const bolt = await goods('БЛ-933', { barcode: '4607123456789', prices: { [own]: 10_000 } })
    const rod = await goods('ШП-20', { properties: JSON.stringify({ Код: '00-00001234' }), prices: { [own]: 10_000 } })
    const [first, second, third] = await find('гк-934-е\t400\n4607123456789\t5\n00-00001234\t7')
    expect(first).toMatchObject({
      line: 1,
      qty: 400_000,
      fault: null,
      candidates: [
        {
          sku: nut.sku,
          price: 31_500,
          total: 1_260_00,
          packSize: 200_000,
          unit: 'шт',
          stock: { level: 'in', qty: 500_000 },
        },
      ],
    })
    expect(second).toMatchObject({ fault: null, candidates: [{ sku: bolt.sku }] })
    expect(third).toMatchObject({ fault: null, candidates: [{ sku: rod.sku }] })
  })

  it('of variants under one article one is to be chosen; a variant’s own article names it alone', async () => {
    const paint = await goods('КР-1', { name: 'Краска' })
    const white = await build.sku(paint.product, { name: 'Белая', article: 'КР-1-Б', prices: { [type]: 10_000 } })
    const [both, one] = await find('КР-1\t2\nКР-1-Б\t2')
    expect(both?.fault).toBeNull()
    expect(both?.candidates.map(({ sku }) => sku).toSorted()).toEqual([paint.sku, white].toSorted())
    expect(one?.candidates.map(({ sku }) => sku)).toEqual([white])
  })

  it('what cannot be ordered is told with its reason, before anything is in the cart', async () => {
    await goods('ЕСТЬ')
    await goods('ПАК', { packSize: 200_000 })
    await goods('БЕЗ-ЦЕНЫ', { prices: {} })
    const gone = await goods('БЫЛО')
    const secret = await goods('СКРЫТО')
    const order = await build.order({ companyId: company })
    await build.orderLine({ orderId: order, companyId: company, article: 'БЫЛО' })
    await query(payload, sql`update products set active = false where id in (${gone.product}, ${secret.product})`)
    expect(
      await faults('ЕСТЬ\t3\nПАК\t150\nБЕЗ-ЦЕНЫ\t1\nНЕТ-ТАКОГО\t1\nБЫЛО\t1\nСКРЫТО\t1\nЕСТЬ\tмного\nЕСТЬ\t0,5'),
    ).toEqual([null, 'qty.packs', 'onRequest', 'unknown', 'notSold', 'unknown', 'noQty', 'qty.whole'])
    const [line] = await find('ПАК\t150')
    expect(line?.candidates[0]).toMatchObject({ refusal: { nearest: 200_000, limit: 200_000 }, nearestTotal: 1_880_00 })
    const [cart] = await query<{ count: number }>(payload, sql`select count(*)::int as count from cart_lines`)
    expect(cart?.count).toBe(0)
  })

  it('hidden goods that another company has bought are unknown to this one', async () => {
    const gone = await goods('БЫЛО')
    const other = await build.company({ priceTypeId: type })
    await build.orderLine({ orderId: await build.order({ companyId: other }), companyId: other, article: 'БЫЛО' })
    await query(payload, sql`update products set active = false where id = ${gone.product}`)
    expect(await faults('БЫЛО\t1')).toEqual(['unknown'])
  })

  it('a company that the person is not in gives them no prices of its own', async () => {
    const own = await build.priceType()
    const other = await build.company({ priceTypeId: own })
    await goods('А', { prices: { [type]: 94_000, [own]: 1_000 } })
    const [line] = await find('А\t1', user, other)
    expect(line?.candidates[0]?.price).toBe(94_000)
  })

  it('the good lines go into the cart together, a thousand of them; one who may not order is refused', async () => {
    const { sku } = await goods('А')
    const lines = [{ sku, qty: 3_000 }]
    const input = { company, lines: [...lines, ...Array.from({ length: 999 }, () => ({ sku, qty: 1_000 }))] }
    expect(await runAction(addManyToCart, { req: await build.as('users', user), input })).toMatchObject({ added: 1 })
    const reader = await build.user({ companies: [company], capabilities: ['orders.read'] })
    await expect(
      runAction(addManyToCart, { req: await build.as('users', reader), input: { company, lines } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('two thousand lines are read at once, the unknown among them told', async () => {
    for (const article of ['А', 'Б', 'В']) await goods(article)
    const text = Array.from({ length: 2_000 }, (_, place) => `${['А', 'Б', 'В', 'Г'][place % 4]}\t${place + 1}`).join(
      '\n',
    )
    const lines = await find(text)
    expect(lines).toHaveLength(2_000)
    expect(lines.filter(({ fault }) => fault === null)).toHaveLength(1_500)
  })
})
