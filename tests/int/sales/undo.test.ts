import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { undoTransition } from '@/src/mechanisms/workflow/undo'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let manager: string
let head: string

const order = (fields: Record<string, unknown> = {}) =>
  build.order({ companyId: company, number: 'Т-1', status: 'working', total: 100_00, ...fields })
const move = async (id: string, transition: string, who = manager, comment?: string) =>
  runAction(transitionAction, {
    req: await build.as('staff', who),
    input: { entity: 'orders', id, transition, comment },
  })
const undo = async (id: string, who = manager) =>
  runAction(undoTransition, { req: await build.as('staff', who), input: { entity: 'orders', id } })
const state = async (id: string) =>
  (await query<{ status: string }>(payload, sql`select status::text from orders where id = ${id}`))[0]?.status
const page = async (who = manager) => orderByNumber(await build.context('staff', who), 'Т-1')

describe('a step of the staff', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    head = await build.staff({ role: 'head' })
    manager = await build.staff({ headId: head })
    company = await build.company({ managerId: manager })
  })

  it.each([
    ['working', 0, 'Заказ не отгружен и не оплачен полностью. Всё равно закрыть?'],
    ['working', 100_00, 'Заказ не отгружен. Всё равно закрыть?'],
    ['shipped', 99_99, 'Заказ оплачен не полностью. Всё равно закрыть?'],
    ['shipped', 100_00, undefined],
  ])('closing what is %s and paid by %i asks first where it is unusual', async (status, paid, question) => {
    await order({ status, paid })
    const close = (await page())?.bar.options.find(({ name }) => name === 'close')
    expect(close?.question?.text).toBe(question)
  })

  it.each(['start', 'ship', 'close', 'cancel'])('%s is taken back by whoever made it', async (transition) => {
    const id = await order({ status: 'confirmed' })
    await move(id, transition, manager, 'так вышло')
    expect((await page())?.bar.canUndo).toBe(true)
    expect(await undo(id)).toEqual({ state: 'confirmed' })
    expect(await state(id)).toBe('confirmed')
    expect((await page())?.bar.canUndo).toBe(false)
    await expect(undo(id)).rejects.toMatchObject({ code: 'workflow.noUndo', status: 409 })
    const [event] = await query<{ type: string; data: object }>(
      payload,
      sql`select type, data from events where entity_id = ${id} order by created_at desc limit 1`,
    )
    expect(event).toMatchObject({ type: 'order.reopened', data: { to: 'confirmed', undone: true } })
  })

  it('not by another, not after a quarter of an hour, not when something has happened since', async () => {
    const id = await order()
    await move(id, 'close')
    await expect(undo(id, head)).rejects.toMatchObject({ code: 'workflow.noUndo' })
    await expect(undo(id, await build.staff())).rejects.toMatchObject({ code: 'entity.notFound' })
    await execute(payload, sql`update events set created_at = now() - interval '16 minutes' where entity_id = ${id}`)
    expect((await page())?.bar.canUndo).toBe(false)
    await expect(undo(id)).rejects.toMatchObject({ code: 'workflow.noUndo' })

    const other = await build.order({ companyId: company, status: 'confirmed' })
    await move(other, 'start')
    await move(other, 'ship', head)
    await expect(undo(other)).rejects.toMatchObject({ code: 'workflow.noUndo' })
    expect([await state(id), await state(other)]).toEqual(['closed', 'shipped'])
  })

  it('two who press at once take it back once', async () => {
    const id = await order({ status: 'shipped' })
    await move(id, 'close')
    const results = await Promise.allSettled([undo(id), undo(id), undo(id)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await state(id)).toBe('shipped')
  })
})
