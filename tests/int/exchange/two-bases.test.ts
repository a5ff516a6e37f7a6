import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { erpActor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { resourceNamed } from '@/src/mechanisms/exchange/items/defineResource'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { builders, type Builders } from '@/tests/builders/builders'
import type { OneC } from '@/tests/emulator/onec'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt } from '@/tests/support/onec'

const ground = exchangeGround()
let make: Builders
let company: string
let other: string
let first: OneC
let second: OneC

async function placeOrder(number: string): Promise<string> {
  const { sku } = await make.product({ externalId: crypto.randomUUID() })
  await query(ground.payload, sql`update skus set external_id = ${crypto.randomUUID()} where id = ${sku}`)
  const order = await make.order({ companyId: company, number, total: 240_00, vat: 40_00 })
  await make.orderLine({ orderId: order, companyId: company, skuId: sku, qty: 2_000, price: 1_200_000, total: 240_00 })
  return order
}

/** The client takes an order back. */
async function withdraw(order: string): Promise<void> {
  const user = await make.user({ companies: [company] })
  await runAction(transitionAction, {
    req: await make.as('users', user),
    input: { entity: 'orders', id: order, transition: 'withdraw' },
  })
}

const change = (order: string) =>
  ground.payload.update({
    collection: 'orders',
    id: order,
    data: { wantedDate: '2026-12-01T00:00:00.000Z' },
    overrideAccess: true,
  })
/** Numbers that a base is given; a cancelled one with a minus. */
const given = async (base: OneC): Promise<string[]> =>
  (await base.fetchOrders()).map(({ number, record }) => (record.cancelled ? `-${number}` : number))
const unsent = async (): Promise<unknown> =>
  (await query<{ unsent: boolean }>(ground.payload, sql`select unsent_since is not null as unsent from orders`))[0]
    ?.unsent

describe('an order, where two bases take orders', () => {
  beforeEach(async () => {
    make = builders(ground.payload)
    company = await make.company({ externalId: crypto.randomUUID(), inn: '7707083893' })
    other = await makeExchangeNode(ground.payload, { name: 'УНФ', login: '1c-2' })
    first = oneCAt(ground.url)
    second = oneCAt(ground.url, { login: '1c-2' })
  })

  it('[EXCH-22] goes with its changes and its cancellation to the base that took it, and to no other', async () => {
    const order = await placeOrder('К-001001')
    expect(await given(first)).toEqual(['К-001001'])
    await first.confirmOrders()
    await change(order)
    expect(await given(second)).toEqual([])
    expect(await given(first)).toEqual(['К-001001'])
    await first.confirmOrders()
    await withdraw(order)
    expect(await given(second)).toEqual([])
    await second.confirmOrders()
    expect(await unsent()).toBe(true)
    // Whatever the base is called now.
    await execute(ground.payload, sql`update exchange_nodes set name = 'УТ 11.5' where id::text = ${ground.node}`)
    expect(await given(second)).toEqual([])
    expect(await given(first)).toEqual(['-К-001001'])
    await first.confirmOrders()
    expect([await given(first), await given(second)]).toEqual([[], []])
  })

  it('[EXCH-22] is kept for the base that was offered it first: it may have it before it says so', async () => {
    const order = await placeOrder('К-001001')
    expect(await given(first)).toEqual(['К-001001'])
    expect(await given(second)).toEqual([])
    await withdraw(order)
    expect(await given(second)).toEqual([])
    expect(await given(first)).toEqual(['-К-001001'])
  })

  it('[EXCH-22] goes to another when the first is switched off, or has been silent for a day', async () => {
    await placeOrder('К-001001')
    await given(first)
    await execute(
      ground.payload,
      sql`update exchange_nodes set last_seen_at = now() - interval '25 hours' where id::text = ${ground.node}`,
    )
    expect(await given(second)).toEqual(['К-001001'])
    await execute(ground.payload, sql`update exchange_nodes set active = false where id::text = ${other}`)
    expect(await given(first)).toEqual(['К-001001'])
    await first.confirmOrders()
    expect(await query(ground.payload, sql`select taken_by_id::text as base from orders`)).toEqual([
      { base: ground.node },
    ])
  })

  it('[EXCH-02] is told over REST to the base that acknowledged it, and is not taken from it by another', async () => {
    const order = await placeOrder('К-001001')
    const req = await createLocalReq({}, ground.payload)
    const acknowledge = (node: string) =>
      resourceNamed('orders')?.acknowledged?.({ req, actor: erpActor({ id: node, name: '' }) }, [order])
    await acknowledge(ground.node)
    await withdraw(order)
    expect(await given(second)).toEqual([])
    await acknowledge(other)
    expect(await unsent()).toBe(true)
    const hears = (node: string) =>
      resourceNamed('orders')?.newsFor?.({ req }, { id: node, name: '', timezone: 'Europe/Moscow', source: '' }, [
        order,
      ])
    expect([await hears(other), await hears(ground.node)]).toEqual([[], [order]])
    await acknowledge(ground.node)
    expect(await unsent()).toBe(false)
  })
})
