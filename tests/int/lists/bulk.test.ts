import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { archiveDocuments, documentsList } from '@/collections/documents/documents/document.list'
import { ordersList, repeatOrders } from '@/collections/sales/orders/order.list'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { bulksFor, type BulkDeclaration } from '@/src/mechanisms/lists/defineBulk'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import { runBulk, type Chosen } from '@/src/mechanisms/lists/runBulk'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let foreign: string
let user: string

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
})

beforeEach(async () => {
  await emptyDatabase()
  const type = await build.priceType({ base: true })
  company = await build.company({ managerId: await build.staff(), priceTypeId: type })
  foreign = await build.company({ managerId: await build.staff(), priceTypeId: type })
  user = await build.user({ companies: [company] })
})

const run = async <Row>(list: ListDeclaration<Row>, bulk: BulkDeclaration, chosen: Chosen, who = user) =>
  runBulk(await build.context('users', who, company), { list, bulk, chosen, locale: 'ru', zone: 'Europe/Moscow' })

const inCart = async () =>
  (
    await query<{ sku: string; qty: number }>(
      payload,
      sql`select sku_id::text as sku, qty::float8 as qty from cart_lines`,
    )
  ).map(({ qty }) => qty)

/** An order of something that is sold, or of what is no longer. */
async function orderOf(number: string, owner: string, sold: boolean): Promise<string> {
  const [{ id: type } = { id: '' }] = await query<{ id: string }>(
    payload,
    sql`select id::text from price_types limit 1`,
  )
  const { sku } = await build.product({ prices: { [type]: 10_0000 } })
  const order = await build.order({ companyId: owner, number, total: 10_00 })
  await build.orderLine({ orderId: order, companyId: owner, skuId: sold ? sku : null, qty: 2_000 })
  return order
}

describe('[NAV-02] what is done with chosen rows of a list', () => {
  it('repeats each order that can be, and says of each of the others why not', async () => {
    const good = await orderOf('Х-1', company, true)
    const gone = await orderOf('Х-2', company, false)
    const results = await run(ordersList, repeatOrders, { ids: [good, gone] })
    expect(results).toEqual([
      { id: good, name: 'заказ Х-1', ok: true },
      {
        id: gone,
        name: 'заказ Х-2',
        ok: false,
        code: 'order.nothingToRepeat',
        words: expect.stringMatching(/\S/) as string,
      },
    ])
    expect(await inCart()).toEqual([2_000])
  })

  it('a row of another company is refused like one that is none, and tells nothing of itself', async () => {
    const mine = await orderOf('МОЙ', company, true)
    const theirs = await orderOf('ЧУЖОЙ', foreign, true)
    const nobodys = '00000000-0000-4000-8000-000000000000'
    const [done, ...refused] = await run(ordersList, repeatOrders, { ids: [mine, theirs, nobodys, 'no id'] })
    expect(done?.ok).toBe(true)
    expect(refused.map(({ ok, name, code }) => ({ ok, name, code }))).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, name: null, code: 'record.notFound' })),
    )
    expect(new Set(refused.map(({ words }) => words)).size).toBe(1)
    expect(await inCart()).toEqual([2_000])
  })

  it('takes all that an address of the list finds, and no others', async () => {
    await orderOf('А-1', company, true)
    await orderOf('Б-1', company, true)
    await orderOf('А-2', foreign, true)
    const results = await run(ordersList, repeatOrders, { search: '?q=А-1' })
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([['заказ А-1', true]])
  })

  it('refuses more rows than it may take, and none at all, before anything is done', async () => {
    const order = await orderOf('Х-1', company, true)
    const ids = [order, ...Array.from({ length: repeatOrders.most }, (_, at) => `${at}`)]
    await expect(run(ordersList, repeatOrders, { ids })).rejects.toMatchObject({ code: 'list.tooMany' })
    await expect(run(ordersList, repeatOrders, { ids: [] })).rejects.toMatchObject({ code: 'list.nothingChosen' })
    expect(await inCart()).toEqual([])
  })

  it('says which documents cannot be in the archive', async () => {
    const file = await build.documentFile({ companyId: company })
    const held = await build.document({ companyId: company, fileId: file, number: '1' })
    const bare = await build.document({ companyId: company, number: '2' })
    const theirs = await build.document({ companyId: foreign, number: '3' })
    const results = await run(documentsList, archiveDocuments, { ids: [held, bare, theirs] })
    expect(results.map(({ ok, code }) => code ?? ok)).toEqual([true, 'document.noFile', 'record.notFound'])
  })

  it('is offered to those who hold the right, and not while its module is off', async () => {
    const narrow = await build.user({ companies: [company], capabilities: ['orders.read'] })
    const keys = async (who: string, list: string) =>
      (await bulksFor(await build.context('users', who, company), list)).map(({ key }) => key)
    expect(await keys(user, 'orders')).toContain('repeat')
    expect(await keys(narrow, 'orders')).not.toContain('repeat')
    expect(await keys(narrow, 'documents')).toEqual([])
    await payload.updateGlobal({ slug: 'modules', data: { off: ['documents'] } })
    expect(await keys(user, 'documents')).toEqual([])
  })
})
