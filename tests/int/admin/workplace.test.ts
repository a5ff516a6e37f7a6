import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { countWork, ordersToHandle, type WorkView } from '@/src/admin/workplace/orders.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let anna: string
let pavel: string
let mine: string
let foreign: string

const numbers = async (staff: string, view: WorkView, search = ''): Promise<string[]> =>
  (await ordersToHandle(await make.context('staff', staff), { view, search, page: 1 })).rows.map(({ number }) => number)

describe('workplace of orders', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    anna = await make.staff({ name: 'Анна' })
    pavel = await make.staff({ name: 'Павел' })
    mine = await make.company({ name: 'ООО «Стройград»', managerId: anna })
    foreign = await make.company({ name: 'ООО «Чужой»', managerId: pavel })
  })

  it('[MGR-02] [GOAL-11] [ROLE-03] shows a manager the orders of own clients by tabs, and nobody else’s', async () => {
    await make.order({ companyId: mine, number: 'A-1' })
    await make.order({ companyId: mine, number: 'A-2', status: 'working', exportedAt: new Date() })
    await make.order({ companyId: foreign, number: 'B-1' })
    expect(await numbers(anna, 'new')).toEqual(['A-1'])
    expect(await numbers(anna, 'working')).toEqual(['A-2'])
    expect(await numbers(anna, 'notExported')).toEqual(['A-1'])
    expect((await numbers(anna, 'all')).sort()).toEqual(['A-1', 'A-2'])
    expect(await countWork(await make.context('staff', anna))).toEqual({
      new: 1,
      working: 1,
      awaits: 0,
      notExported: 1,
      all: 2,
    })
    expect(await countWork(await make.context('staff', anna), 1)).toMatchObject({ new: 1, all: 1 })
    expect(await orderByNumber(await make.context('staff', anna), 'B-1')).toBeNull()
    expect(await orderByNumber(await make.context('staff', anna), 'A-1')).toMatchObject({
      number: 'A-1',
      companyName: 'ООО «Стройград»',
    })
  })

  it('[MGR-02] finds by a part of the number or of the client, and narrows to one client', async () => {
    await make.order({ companyId: mine, number: 'A-1' })
    await make.order({ companyId: mine, number: 'C-7' })
    expect(await numbers(anna, 'all', 'c-7')).toEqual(['C-7'])
    expect((await numbers(anna, 'all', 'стройгр')).sort()).toEqual(['A-1', 'C-7'])
    const asked = { view: 'all' as const, search: '', page: 1, client: foreign }
    expect((await ordersToHandle(await make.context('staff', anna), asked)).total).toBe(0)
  })

  it('[MGR-02] an order awaits an answer while the client has the last open word', async () => {
    const order = await make.order({ companyId: mine, number: 'A-1' })
    const user = await make.user({ companies: [mine] })
    const write = async (who: 'users' | 'staff', id: string, internal = false) =>
      runAction(addComment, {
        req: await make.as(who, id),
        input: { entity: 'orders', id: order, body: 'Слово', internal },
      })
    await write('users', user)
    expect(await numbers(anna, 'awaits')).toEqual(['A-1'])
    await write('staff', anna, true)
    expect(await numbers(anna, 'awaits')).toEqual(['A-1'])
    await write('staff', anna)
    expect(await numbers(anna, 'awaits')).toEqual([])
    await expect(write('staff', pavel)).rejects.toMatchObject({ status: 404 })
  })

  it('[MGR-02] [ROLE-04] a head sees the orders of everyone below, and a manager cannot move somebody else’s', async () => {
    const head = await make.staff({ role: 'head' })
    const below = await make.staff({ headId: head })
    const company = await make.company({ managerId: below })
    const order = await make.order({ companyId: company, number: 'H-1' })
    await make.order({ companyId: foreign, number: 'B-1' })
    expect(await numbers(head, 'all')).toEqual(['H-1'])
    const confirm = async (staff: string) =>
      runAction(transitionAction, {
        req: await make.as('staff', staff),
        input: { entity: 'orders', id: order, transition: 'confirm' },
      })
    await expect(confirm(anna)).rejects.toMatchObject({ status: 404 })
    expect(await confirm(head)).toEqual({ state: 'confirmed' })
  })
})
