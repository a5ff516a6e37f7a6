import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { bulkButtons } from '@/src/mechanisms/lists/bulkButtons'
import { declaredBulks } from '@/src/mechanisms/lists/defineBulk'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import { panelListNamed } from '@/src/mechanisms/panel/definePanelList'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestCall } from '@/tests/support/restAs'

let payload: Payload
let build: Builders
let anna: string
let boris: string
let mine: string
let foreign: string
let asAnna: RestCall

const HOME = { locale: 'ru' as const, linkTo: (path: string) => path }
const as = (id: string): Promise<RestCall> => restAs(payload, { collection: 'staff', id })
const stateOf = async (id: string) =>
  (await query<{ status: string }>(payload, sql`select status::text from orders where id = ${id}`))[0]?.status
const managerOf = async (id: string) =>
  (await query<{ id: string }>(payload, sql`select manager_id::text as id from companies where id = ${id}`))[0]?.id
const offered = async (who: string, list: string) =>
  (await bulkButtons({ ...(await build.context('staff', who)), company: null }, list, HOME)).map(({ key }) => key)

describe('what is done with chosen rows of a workplace', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    anna = await build.staff({ name: 'Анна' })
    boris = await build.staff({ name: 'Борис' })
    mine = await build.company({ name: 'ООО «Стройград»', managerId: anna })
    foreign = await build.company({ name: 'АО «Чужой»', managerId: boris })
    asAnna = await as(anna)
  })

  it('every bulk stands under a list that is declared, of the cabinet or of a workplace', () => {
    const lost = declaredBulks().filter(({ list }) => !listNamed(list) && !panelListNamed(list))
    expect(lost.map(({ list, key }) => `${list} ${key}`)).toEqual([])
  })

  it('[MGR-02] moves each order that may go that way, and says of each of the others why not', async () => {
    const fresh = await build.order({ companyId: mine, number: 'A-1' })
    const closed = await build.order({ companyId: mine, number: 'A-2', status: 'closed' })
    const theirs = await build.order({ companyId: foreign, number: 'B-1' })
    const { status, body } = await asAnna('POST', '/bulk/work-orders/state', {
      ids: [fresh, closed, theirs],
      given: { transition: 'confirm' },
    })
    expect(status).toBe(200)
    expect(body.done).toBe('Состояние изменено у 1 заказа')
    expect(body.refused).toEqual([
      { id: closed, name: 'заказ A-2', words: expect.stringContaining('Закрыт') as string },
      { id: theirs, name: '—', words: expect.stringMatching(/\S/) as string },
    ])
    expect(await Promise.all([fresh, closed, theirs].map(stateOf))).toEqual(['confirmed', 'closed', 'submitted'])
  })

  it('[MGR-02] a step that something is asked before is left to the record, and one that wants a comment waits for it', async () => {
    const order = await build.order({ companyId: mine, number: 'A-1', total: 100_00, paid: 0 })
    const close = await asAnna('POST', '/bulk/work-orders/state', { ids: [order], given: { transition: 'close' } })
    expect(close.body.refused).toEqual([
      { id: order, name: 'заказ A-1', words: expect.stringContaining('Всё равно закрыть?') as string },
    ])
    const silent = await asAnna('POST', '/bulk/work-orders/state', { ids: [order], given: { transition: 'cancel' } })
    expect([silent.status, silent.body.code]).toEqual([422, 'list.notGiven'])
    expect(await stateOf(order)).toBe('submitted')
    const given = { transition: 'cancel', comment: 'Нет на складе' }
    await asAnna('POST', '/bulk/work-orders/state', { ids: [order], given })
    expect(await stateOf(order)).toBe('cancelled')
    const [event] = await query<{ comment: string }>(
      payload,
      sql`select data ->> 'comment' as comment from events where entity_id = ${order} and type = 'order.cancelled'`,
    )
    expect(event?.comment).toBe('Нет на складе')
  })

  it('[MGR-02] sets the branch of each, and of no other than one that is offered', async () => {
    const branch = await build.branchOf(mine, { name: 'Казань' })
    const order = await build.order({ companyId: mine, number: 'A-1' })
    await asAnna('POST', '/bulk/work-orders/branch', { ids: [order], given: { branch } })
    const [row] = await query<{ branch: string }>(
      payload,
      sql`select branch_id::text as branch from orders where id = ${order}`,
    )
    expect(row?.branch).toBe(branch)
    const other = await asAnna('POST', '/bulk/work-orders/branch', { ids: [order], given: { branch: mine } })
    expect([other.status, other.body.code]).toEqual([422, 'list.notGiven'])
  })

  it('[MGR-10] a head gives the clients of orders, or clients themselves, to another of the people below, who hears of it', async () => {
    const head = await build.staff({ role: 'head' })
    const one = await build.staff({ headId: head, name: 'Один' })
    const other = await build.staff({ headId: head, name: 'Другой' })
    const client = await build.company({ managerId: one })
    const order = await build.order({ companyId: client, number: 'H-1' })
    const asHead = await as(head)
    const given = { manager: other }
    expect((await asHead('POST', '/bulk/work-orders/manager', { ids: [order], given })).status).toBe(200)
    expect(await managerOf(client)).toBe(other)
    await drainJobs(payload)
    const told = await query<{ title: string }>(
      payload,
      sql`select title from notifications where staff_id = ${other} and key = 'manager'`,
    )
    expect(told).toHaveLength(1)
    const back = await asHead('POST', '/bulk/work-clients/manager', { ids: [client, mine], given: { manager: one } })
    expect(back.body.done).toBe('Передан 1 клиент')
    expect(back.body.refused).toHaveLength(1)
    expect([await managerOf(client), await managerOf(mine)]).toEqual([one, anna])
  })

  it('[MGR-11] an administrator puts clients into several branches at once', async () => {
    const admin = await as(await build.staff({ role: 'admin' }))
    const branches = [await build.branchOf(mine, { name: 'Казань' }), await build.branchOf(mine, { name: 'Тверь' })]
    const { body } = await admin('POST', '/bulk/work-clients/branches', { ids: [foreign], given: { branches } })
    expect(body.done).toBe('Филиалы записаны у 1 клиента')
    const rows = await query<{ id: string }>(
      payload,
      sql`select branches_id::text as id from companies_rels where parent_id = ${foreign} and path = 'branches' order by "order"`,
    )
    expect(rows.map(({ id }) => id)).toEqual(branches)
  })

  it('[ROLE-03] is offered to those whose work it is, and refused to the others as if it were not there', async () => {
    await build.branchOf(mine, { name: 'Казань' })
    const admin = await build.staff({ role: 'admin' })
    const accountant = await build.staff({ role: 'accountant' })
    const editor = await build.staff({ role: 'editor' })
    const user = await build.user({ companies: [mine] })
    expect(await offered(anna, 'work-orders')).toEqual(['branch', 'state'])
    expect(await offered(admin, 'work-orders')).toEqual(['manager', 'branch', 'state'])
    expect(await offered(anna, 'work-clients')).toEqual([])
    expect(await offered(accountant, 'work-orders')).toEqual([])
    const order = await build.order({ companyId: mine, number: 'A-1' })
    const call = { ids: [order], given: { transition: 'confirm' } }
    const statuses = await Promise.all([
      as(accountant).then((ask) => ask('POST', '/bulk/work-orders/state', call)),
      as(editor).then((ask) => ask('POST', '/bulk/work-orders/state', call)),
      restAs(payload, { collection: 'users', id: user }).then((ask) => ask('POST', '/bulk/work-orders/state', call)),
      asAnna('POST', '/bulk/work-orders/manager', { ids: [order], given: { manager: boris } }),
      asAnna('POST', '/bulk/orders/repeat', { ids: [order] }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([404, 403, 403, 404, 404])
    expect(await stateOf(order)).toBe('submitted')
  })

  it('an answer that cannot be read is refused whole, in words', async () => {
    for (const body of [
      [],
      { ids: 'all' },
      { ids: [1] },
      { ids: ['x'], given: { transition: { a: 1 } } },
      { ids: [] },
    ]) {
      const { status, body: told } = await asAnna('POST', '/bulk/work-orders/state', body)
      expect([JSON.stringify(body), status]).toEqual([JSON.stringify(body), 422])
      expect(String(told.message)).toMatch(/\S/)
    }
    const many = Array.from({ length: 101 }, (_, at) => `${at}`)
    const { body } = await asAnna('POST', '/bulk/work-orders/state', { ids: many, given: { transition: 'confirm' } })
    expect(body.code).toBe('list.tooMany')
  })
})
