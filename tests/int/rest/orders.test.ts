import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { drainJobs } from '@/tests/support/jobs'
import { results, world, type World } from './world'

let it1c: World
let company: string
beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
  company = (await it1c.one<{ id: string }>(sql`select id::text from companies`)).id
})
const lines = [{ sku: 'sku-1', name: 'Болт', qty: '1.5', price: '10.0001', total: '15.00', unit: 'кг' }]
const fresh = {
  externalId: 'o-1',
  company: 'co-1',
  erpNumber: 'УТ-1',
  placedAt: '2026-11-20T10:00:00',
  state: 'working',
  lines,
  total: '15.00',
}

describe('orders over REST', () => {
  it('[EXCH-23] takes an order that was born in 1C, and leaves it as it is the second time', async () => {
    const first = await it1c.put('orders', [
      fresh,
      { ...fresh, externalId: 'o-2', erpNumber: undefined },
      { ...fresh, externalId: 'o-3', company: 'co-9', erpNumber: 'УТ-3' },
    ])
    expect(results(first)).toEqual(['created', 'failed', 'parked'])
    expect(first.body[0].warnings).toMatchObject([{ code: 'order.skuUnknown', field: 'lines.0.sku' }])
    expect(results(await it1c.put('orders', [fresh]))).toEqual(['same'])
    const { body } = await it1c.call('GET', 'orders?externalId=o-1')
    expect(body.items[0]).toMatchObject({
      number: 'УТ-1',
      state: 'working',
      company: 'co-1',
      total: '15.00',
      lines: [{ sku: 'sku-1', qty: '1.5', price: '10.0001', total: '15.00' }],
    })
    expect(body.items[0].placedAt).toContain('2026-11-20')
  })

  it('[EXCH-23] gives an order of the cabinet its number, lines and state, by the rules of the workflow', async () => {
    const id = await it1c.make.order({ companyId: company, number: 'К-001001' })
    const update = {
      externalId: 'o-7',
      number: 'К-001001',
      erpNumber: 'УТ-7',
      state: 'confirmed',
      lines,
      total: '15.00',
    }
    expect(results(await it1c.put('orders', [update]))).toEqual(['changed'])
    expect(
      await it1c.one(
        sql`select status::text, erp_number, total::int as total, external_id from orders where id = ${id}`,
      ),
    ).toEqual({
      status: 'confirmed',
      erp_number: 'УТ-7',
      total: 1500,
      external_id: 'o-7',
    })
    const [event] = await it1c.rows(sql`select actor_role from events where type = 'order.confirmed'`)
    expect(event).toEqual({ actor_role: 'erp' })
    const back = await it1c.put('orders', [{ externalId: 'o-7', state: 'submitted', erpNumber: 'УТ-8' }])
    expect(back.body[0]).toMatchObject({ result: 'changed', warnings: [{ code: 'order.noWay', field: 'state' }] })
    expect(await it1c.one(sql`select erp_number, status::text from orders where id = ${id}`)).toEqual({
      erp_number: 'УТ-8',
      status: 'confirmed',
    })
    expect(
      await it1c.one(sql`select internal, data->>'to' as "to" from events where type = 'order.stateRefused'`),
    ).toEqual({ internal: true, to: 'submitted' })
    expect((await it1c.put('orders', [{ ...update, externalId: 'o-8' }])).body[0]).toMatchObject({
      code: 'order.otherExternal',
    })
    expect(
      results(await it1c.put('orders', [{ externalId: 'o-7', state: 'cancelled', stateComment: 'Нет товара' }])),
    ).toEqual(['changed'])
  })

  it('[EXCH-23] hands orders out by the change feed until they are acknowledged', async () => {
    const { transitionAction } = await import('@/src/mechanisms/workflow/transition')
    const { runAction } = await import('@/src/mechanisms/actions/runAction')
    const id = await it1c.make.order({ companyId: company, number: 'К-001002' })
    const user = await it1c.make.user({ companies: [company] })
    await runAction(transitionAction, {
      req: await it1c.make.as('users', user),
      input: { entity: 'orders', id, transition: 'withdraw' },
    })
    const read = () => it1c.call('GET', 'changes?entity=orders')
    const other = await it1c.node()
    await it1c.rows(sql`update exchange_nodes set source = 'other' where id = ${other.id}`)
    const { body } = await read()
    expect(body.changes).toMatchObject([
      { entity: 'orders', entityId: id, event: 'order.cancelled', item: { number: 'К-001002', state: 'cancelled' } },
    ])
    expect((await read()).body.changes).toHaveLength(1)
    expect((await it1c.call('GET', 'orders?exported=false')).body.items).toHaveLength(1)
    expect((await it1c.call('POST', 'changes/ack', { body: { entity: 'orders', seq: body.last } })).body).toEqual({
      acknowledged: body.last,
    })
    expect(
      await it1c.one(
        sql`select kind, status::text, rows_changed::int as taken from exchange_runs where kind like '%-out'`,
      ),
    ).toEqual({ kind: 'orders-out', status: 'done', taken: 1 })
    expect((await read()).body.changes).toEqual([])
    // Another base hears nothing of an order that this one has, and is not kept back by it.
    expect((await it1c.call('GET', 'changes?entity=orders', { auth: `Bearer ${other.token}` })).body).toMatchObject({
      changes: [],
      last: body.last,
    })
    expect(
      (
        await it1c.put('orders', [{ externalId: 'o-77', number: 'К-001002', erpNumber: '77' }], {
          auth: `Bearer ${other.token}`,
        })
      ).body[0],
    ).toMatchObject({ result: 'failed', code: 'order.otherExternal' })
    expect((await it1c.call('GET', 'orders?exported=false')).body.items).toEqual([])
    expect((await it1c.call('POST', 'changes/ack', { body: { entity: 'orders', seq: body.last - 1 } })).body).toEqual({
      acknowledged: body.last,
    })
    expect(await it1c.call('POST', 'changes/ack', { body: { seq: 10_000 } })).toMatchObject({
      status: 422,
      body: { code: 'exchange.ackAhead' },
    })
  })

  it('[EXCH-13] tells the client of another sum and of other lines, and is silent about what 1C writes for itself', async () => {
    await it1c.make.order({ companyId: company, number: 'К-001003' })
    const user = await it1c.make.user({ companies: [company] })
    const order = { externalId: 'o-9', number: 'К-001003', erpNumber: 'УТ-9', lines, total: '15.00' }
    await it1c.put('orders', [order])
    const news = async (): Promise<unknown[]> => {
      await drainJobs(it1c.payload)
      return it1c.rows(
        sql`delete from notifications where user_id = ${user} and key = 'client' returning title, translate(body, chr(160) || chr(8239), '  ') as body`,
      )
    }
    await news()
    await it1c.put('orders', [{ ...order, erpNumber: 'УТ-10' }])
    await it1c.put('orders', [{ ...order, erpNumber: 'УТ-10', lines: [{ ...lines[0], shippedQty: '1' }] }])
    expect(await news()).toEqual([])
    await it1c.put('orders', [{ ...order, erpNumber: 'УТ-10', total: '16.50' }])
    expect(await news()).toEqual([
      { title: 'Заказ К-001003 изменён', body: 'Сумма была 15,00 ₽, теперь 16,50 ₽. Состав — на странице заказа.' },
    ])
    await it1c.put('orders', [{ ...order, erpNumber: 'УТ-10', total: '16.50', lines: [{ ...lines[0], name: 'Винт' }] }])
    expect(await news()).toEqual([
      { title: 'Заказ К-001003 изменён', body: 'Изменился состав, сумма прежняя: 16,50 ₽.' },
    ])
  })

  it('[EXCH-23] tells of an order that was entered for the client these days, not of history', async () => {
    const user = await it1c.make.user({ companies: [company] })
    const placedAt = new Date().toISOString().slice(0, 19)
    await it1c.put('orders', [
      { ...fresh, externalId: 'o-a', erpNumber: 'УТ-А', placedAt },
      { ...fresh, externalId: 'o-b', erpNumber: 'УТ-Б', placedAt: '2020-01-01T10:00:00' },
      { ...fresh, externalId: 'o-c', erpNumber: 'УТ-В', placedAt, state: 'closed' },
    ])
    await drainJobs(it1c.payload)
    expect(await it1c.rows(sql`select title, mailed_at from notifications where user_id = ${user}`)).toEqual([
      { title: 'Оформлен заказ УТ-А', mailed_at: null },
    ])
  })
})
