import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { orderXml } from '@/src/mechanisms/exchange/commerceml/order-xml'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt } from '@/tests/support/onec'
import { buildOutgoing } from '@/tests/unit/exchange/outgoing-builder'

const ground = exchangeGround()
let make: Builders
let company: string

type Kept = {
  number: string
  status: string
  total: number
  erp: string | null
  exported: boolean
  problem: string | null
  lines: number
}
const orders = (): Promise<Kept[]> =>
  query<Kept>(
    ground.payload,
    sql`select number, status::text, total::float8 as total, erp_number as erp, exported_at is not null as exported, export_problem as problem,
               (select count(*)::int from order_lines l where l.order_id = o.id) as lines from orders o order by placed_at, number`,
  )
const issues = () =>
  query<{ code: string; status: string }>(
    ground.payload,
    sql`select code, status::text from exchange_issues order by created_at`,
  )

/** An order of the cabinet, whole enough for 1C. */
async function placeOrder(number: string, fields: Record<string, string | number> = {}): Promise<string> {
  const { sku } = await make.product({ externalId: crypto.randomUUID() })
  await query(ground.payload, sql`update skus set external_id = ${crypto.randomUUID()} where id = ${sku}`)
  const order = await make.order({ companyId: company, number, total: 240_00, vat: 40_00, ...fields })
  await make.orderLine({ orderId: order, companyId: company, skuId: sku, qty: 2_000, price: 1_200_000, total: 240_00 })
  return order
}

/** The file that 1C makes of an order that was born there. */
const bornIn1C = (inn: string, externalId = crypto.randomUUID(), number = '000000123'): string => {
  const order = buildOutgoing({ externalId, number })
  return orderXml([{ ...order, customer: { ...order.customer, inn } }], {
    schemaVersion: '2.10',
    encoding: 'utf-8',
    zone: 'Europe/Moscow',
    generatedAt: new Date(),
  }).toString()
}

describe('orders over CommerceML', () => {
  beforeEach(async () => {
    make = builders(ground.payload)
    company = await make.company({ externalId: crypto.randomUUID(), inn: '7707083893' })
  })

  it('[EXCH-22] gives the same orders until 1C says that it has them, then none', async () => {
    await placeOrder('К-001001')
    await placeOrder('К-001002')
    const oneC = oneCAt(ground.url)
    expect((await oneC.fetchOrders()).map(({ number }) => number)).toEqual(['К-001001', 'К-001002'])
    expect((await orders()).map(({ exported }) => exported)).toEqual([false, false])
    expect((await oneC.fetchOrders()).map(({ number }) => number)).toEqual(['К-001001', 'К-001002'])
    await oneC.confirmOrders()
    expect((await orders()).map(({ exported }) => exported)).toEqual([true, true])
    expect(await oneC.fetchOrders()).toEqual([])
  })

  it('[EXCH-22] keeps back an order that would spoil the batch, and says why', async () => {
    await placeOrder('К-001001')
    await placeOrder('К-0000000000001002')
    const oneC = oneCAt(ground.url)
    expect((await oneC.fetchOrders()).map(({ number }) => number)).toEqual(['К-001001'])
    await oneC.confirmOrders()
    const [good, bad] = (await orders()).sort((a, b) => a.number.length - b.number.length)
    expect(good).toMatchObject({ exported: true, problem: null })
    expect(bad).toMatchObject({ exported: false, problem: expect.stringMatching(/длиннее 11/) })
  })

  it('[ERP-02] states of 1C move the order along its workflow, and a word nobody knows moves nothing', async () => {
    await placeOrder('К-001001')
    const oneC = oneCAt(ground.url)
    await oneC.fetchOrders()
    await oneC.confirmOrders()
    const told = async (
      change: Omit<Parameters<typeof oneC.sendOrderStates>[0][number], 'number'>,
    ): Promise<string | undefined> => {
      await oneC.sendOrderStates([{ number: 'К-001001', ...change }])
      return (await orders())[0]?.status
    }
    expect(await told({ posted: true, status: 'Подтверждён' })).toBe('confirmed')
    expect(await told({ posted: true, status: 'Ждёт лунного света' })).toBe('confirmed')
    expect(await told({ posted: true, shipped: { number: '5', date: '2026-11-24' } })).toBe('shipped')
    expect(await told({ posted: true, status: 'Подтверждён' })).toBe('shipped')
    expect((await orders())[0]).toMatchObject({ erp: expect.stringMatching(/^УТ/), lines: 1, total: 240_00 })
    const told2 = await query<{ type: string; role: string }>(
      ground.payload,
      sql`select type, actor_role as role from events where entity = 'orders' and type in ('order.confirmed', 'order.shipped') order by created_at`,
    )
    expect(told2).toEqual([
      { type: 'order.confirmed', role: 'erp' },
      { type: 'order.shipped', role: 'erp' },
    ])
  })

  it('[ERP-02] an order that 1C cancelled is cancelled here', async () => {
    await placeOrder('К-001001')
    const oneC = oneCAt(ground.url)
    await oneC.fetchOrders()
    await oneC.confirmOrders()
    await oneC.sendOrderStates([{ number: 'К-001001', cancelled: true }])
    expect((await orders())[0]?.status).toBe('cancelled')
  })

  it('[EXCH-23] an order made in 1C appears at the client found by its counterparty, once', async () => {
    const oneC = oneCAt(ground.url)
    const file = { name: 'orders-1_1.xml', content: bornIn1C('7707083893') }
    await oneC.sendCatalogue({ files: [file] })
    await oneC.sendCatalogue({ files: [file] })
    const kept = await orders()
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ number: '000000123', exported: true })
    expect(kept[0]?.lines).toBeGreaterThan(0)
  })

  it('[EXCH-23] waits for a client that is not there yet and goes in when it has come', async () => {
    const oneC = oneCAt(ground.url)
    await oneC.sendCatalogue({ files: [{ name: 'orders-1_1.xml', content: bornIn1C('7736050003') }] })
    expect(await orders()).toEqual([])
    expect(await issues()).toEqual([{ code: 'order.unknownClient', status: 'parked' }])
    await make.company({ externalId: crypto.randomUUID(), inn: '7736050003' })
    await oneC.sendCatalogue({
      files: [{ name: 'orders-2_1.xml', content: bornIn1C('7707083893', crypto.randomUUID(), '000000124') }],
    })
    expect((await orders()).map(({ number }) => number).sort()).toEqual(['000000123', '000000124'])
    expect((await issues()).map(({ status }) => status)).toEqual(['resolved'])
  })

  it("last year's order of the same number is another order", async () => {
    const inn = '7707083893'
    await make.order({
      companyId: company,
      number: '000000123',
      placedAt: new Date('2025-02-03T09:00:00Z'),
      status: 'closed',
      externalId: crypto.randomUUID(),
    })
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'orders-1_1.xml', content: bornIn1C(inn) }] })
    const kept = await orders()
    expect(kept).toHaveLength(2)
    expect(kept[0]).toMatchObject({ number: '000000123', status: 'closed', lines: 0 })
    expect(kept[1]?.number).toMatch(/^000000123\/20\d\d$/)
  })
})
