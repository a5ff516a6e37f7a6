import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, SendEmailOptions } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { attachOrderFiles } from '@/collections/sales/orders/order.actions'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { orderPrint } from '@/collections/sales/orders/order.print'
import { listOrders, orderFilterChoices, ordersInWork } from '@/collections/sales/orders/order.queries'
import { errorText } from '@/src/lib/error-labels'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import type { ListInput } from '@/src/mechanisms/lists/listSql'
import { orderForm } from '@/src/mechanisms/print/forms/order-ru'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let manager: string
let stranger: string
let company: string
let client: string
const letters: SendEmailOptions[] = []

const list = (more: Partial<ListInput> = {}): ListInput => ({
  search: '',
  filters: {},
  sort: { key: 'placed', dir: 'desc' },
  page: 1,
  perPage: 20,
  ...more,
})
const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000)
const mine = () => build.context('users', client, company)
const move = async (order: string, transition: string, who: ['users' | 'staff', string], comment?: string) =>
  runAction(transitionAction, {
    req: await build.as(...who),
    input: { entity: 'orders', id: order, transition, comment },
  })
const titles = async (collection: 'users' | 'staff'): Promise<string[]> => {
  const rows = await query<{ title: string }>(
    payload,
    sql`select title from notifications where ${sql.raw(collection === 'users' ? 'user_id' : 'staff_id')} is not null order by title`,
  )
  return rows.map(({ title }) => title).sort()
}

describe('orders', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  afterEach(() => vi.restoreAllMocks())

  beforeEach(async () => {
    await emptyDatabase()
    letters.length = 0
    vi.spyOn(payload, 'sendEmail').mockImplementation(async (letter: SendEmailOptions) => void letters.push(letter))
    manager = await build.staff({ name: 'Анна Воронова' })
    stranger = await build.staff()
    company = await build.company({ name: 'ООО «Стройград»', managerId: manager })
    client = await build.user({ companies: [company], name: 'Олег' })
  })

  it('[MGR-02] the manager says why an order is cancelled; without a word it stays as it was', async () => {
    const order = await build.order({ companyId: company, status: 'confirmed' })
    for (const silence of [undefined, '', '   '])
      await expect(move(order, 'cancel', ['staff', manager], silence)).rejects.toMatchObject({
        code: 'workflow.commentNeeded',
        status: 422,
        field: 'comment',
      })
    const stateOf = async () =>
      (await query<{ status: string }>(payload, sql`select status::text from orders where id = ${order}`))[0]?.status
    expect(await stateOf()).toBe('confirmed')
    await move(order, 'cancel', ['staff', manager], 'Клиент передумал')
    expect(await stateOf()).toBe('cancelled')
  })

  it('[SHOP-27] lists by view, filter and search, with the totals of the whole filter', async () => {
    const contract = await build.contract({ companyId: company, number: '54/25' })
    await build.order({
      companyId: company,
      number: '10-2481',
      status: 'working',
      total: 182_400_00,
      contractId: contract,
      plannedDate: new Date(),
    })
    await build.order({
      companyId: company,
      number: '10-2466',
      status: 'shipped',
      total: 48_210_00,
      paid: 48_210_00,
      placedAt: daysAgo(9),
    })
    await build.order({
      companyId: company,
      number: '10-2433',
      status: 'cancelled',
      total: 7_400_00,
      placedAt: daysAgo(40),
    })
    const other = await build.order({ companyId: await build.company(), number: 'X-1' })
    await build.orderLine({ orderId: other, companyId: company, name: 'Болт' })
    const all = await listOrders(await mine(), list({ perPage: 2 }))
    expect(all).toMatchObject({
      total: 3,
      sum: [{ currency: 'RUB', amount: 230_610_00 }],
      paid: [{ currency: 'RUB', amount: 48_210_00 }],
      views: { all: 3, work: 2, unpaid: 1, archive: 1, week: 1, new: 0 },
    })
    expect(all.rows.map(({ number }) => number)).toEqual(['10-2481', '10-2466'])
    const numbers = async (input: ListInput, view?: Parameters<typeof listOrders>[2]) =>
      (await listOrders(await mine(), input, view)).rows.map(({ number }) => number)
    expect(await numbers(list(), 'archive')).toEqual(['10-2433'])
    expect(await numbers(list(), 'unpaid')).toEqual(['10-2481'])
    expect(await numbers(list({ page: 2, perPage: 2 }))).toEqual(['10-2433'])
    expect(await numbers(list({ filters: { status: { kind: 'select', values: ['shipped'] } } }))).toEqual(['10-2466'])
    expect(await numbers(list({ filters: { contract: { kind: 'select', values: [contract] } } }))).toEqual(['10-2481'])
    expect(await numbers(list({ filters: { sum: { kind: 'sum', from: 50_000_00 } } }))).toEqual(['10-2481'])
    expect(await numbers(list({ search: '2466' }))).toEqual(['10-2466'])
    expect(await numbers(list({ sort: { key: 'total', dir: 'asc' } }))).toEqual(['10-2433', '10-2466', '10-2481'])
    expect((await orderFilterChoices(await mine())).contracts.map(({ name }) => name)).toEqual(['54/25'])
    expect((await ordersInWork(await mine())).map(({ number }) => number)).toEqual(['10-2481', '10-2466'])
  })

  it('[MGR-02] shows a manager the orders of their clients and no others', async () => {
    await build.order({ companyId: company, number: 'A-1' })
    expect(
      (await listOrders(await build.context('staff', manager), list(), 'new')).rows.map(
        ({ companyName }) => companyName,
      ),
    ).toEqual(['ООО «Стройград»'])
    expect(await listOrders(await build.context('staff', stranger), list())).toMatchObject({
      total: 0,
      views: { all: 0 },
    })
    expect(await orderByNumber(await build.context('staff', stranger), 'A-1')).toBeNull()
  })

  it('gives an order to the people of its company who may see orders, and to nobody else', async () => {
    await build.order({ companyId: company, number: 'A-1' })
    const blind = await build.user({ companies: [company], capabilities: ['documents.read'] })
    const outsider = await build.user({ companies: [await build.company()] })
    expect(await orderByNumber(await mine(), 'A-1')).not.toBeNull()
    for (const user of [blind, outsider]) {
      expect(await orderByNumber(await build.context('users', user, company), 'A-1')).toBeNull()
      expect((await listOrders(await build.context('users', user, company), list())).total).toBe(0)
    }
  })

  it('[GOAL-02] [SHOP-24] tells the client of each new state in the cabinet and by mail, and shows the way', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    await move(order, 'confirm', ['staff', manager])
    await move(order, 'start', ['staff', manager])
    await drainJobs(payload)
    expect(await titles('users')).toEqual(['Заказ A-1 подтверждён', 'Заказ A-1 собирается'])
    expect(letters.map(({ subject }) => subject).sort()).toEqual(await titles('users'))
    const page = await orderByNumber(await mine(), 'A-1')
    expect(page?.steps.map(({ state, reached, current }) => [state, reached, current])).toEqual([
      ['submitted', true, false],
      ['confirmed', true, false],
      ['working', true, true],
      ['shipped', false, false],
      ['closed', false, false],
    ])
    expect(page?.stream.map((item) => item.kind === 'event' && item.type)).toEqual(['order.confirmed', 'order.started'])
    await expect(move(order, 'withdraw', ['users', client])).rejects.toMatchObject({ code: 'workflow.notFrom' })
  })

  it('tells the second of two who press what has happened, and who has done it', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    await move(order, 'confirm', ['staff', manager])
    const late = await move(order, 'confirm', ['staff', manager]).catch((error: unknown) => error)
    expect(errorText(late, 'ru')).toBe(
      `Пока вы смотрели, состояние изменилось: теперь «Подтверждён» (Тест). Обновите страницу`,
    )
    expect(errorText(late, 'en')).toBe(
      `This has changed while you were looking: it is “Confirmed” now (Тест). Please reload the page`,
    )
    expect(errorText(await move(order, 'no-such', ['staff', manager]).catch((error: unknown) => error), 'ru')).toBe(
      'Такого шага больше нет. Обновите страницу',
    )
  })

  it('lets a client take back what nobody has confirmed, and tells the manager', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    await expect(move(order, 'confirm', ['users', client])).rejects.toMatchObject({ code: 'workflow.notBy' })
    await expect(move(order, 'confirm', ['staff', stranger])).rejects.toMatchObject({ code: 'entity.notFound' })
    await move(order, 'withdraw', ['users', client])
    await drainJobs(payload)
    expect(await titles('staff')).toEqual(['Клиент отменил заказ A-1'])
  })

  it('[GOAL-11] carries the correspondence to the other side, and keeps internal notes inside', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    const say = async (who: ['users' | 'staff', string], body: string, internal = false) =>
      runAction(addComment, {
        req: await build.as(who[0], who[1], who[1] === client ? 'Олег' : 'Анна'),
        input: { entity: 'orders', id: order, body, internal },
      })
    await say(['staff', manager], 'Шпилька приходит в пятницу')
    await say(['staff', manager], 'Скидку больше не давать', true)
    expect((await listOrders(await mine(), list())).rows[0]).toMatchObject({ awaitsClient: true, awaitsManager: false })
    await say(['users', client], 'Везите всё вместе')
    expect((await listOrders(await mine(), list())).rows[0]).toMatchObject({ awaitsClient: false, awaitsManager: true })
    await drainJobs(payload)
    expect(await titles('users')).toEqual(['Анна: заказ A-1'])
    expect(await titles('staff')).toEqual(['Олег: заказ A-1'])
    const words = async (context: Parameters<typeof orderByNumber>[0]) =>
      (await orderByNumber(context, 'A-1'))?.stream.flatMap((item) => (item.kind === 'comment' ? [item.body] : []))
    expect(await words(await mine())).toEqual(['Шпилька приходит в пятницу', 'Везите всё вместе'])
    expect(await words(await build.context('staff', manager))).toHaveLength(3)
    await expect(say(['users', client], 'тайно', true)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(say(['users', client], '  ')).rejects.toMatchObject({ code: 'comment.empty' })
    await expect(say(['staff', stranger], 'чужое')).rejects.toMatchObject({ code: 'entity.notFound' })
  })

  it('[MGR-02] knows whose word was the last one, whatever becomes of what was said', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    const other = await build.order({ companyId: company, number: 'A-2' })
    const add = (userId: string | null, internal: boolean, at: string) =>
      insertRow(payload, 'comments', {
        entity: 'orders',
        entityId: order,
        companyId: company,
        body: 'Слово',
        internal,
        userId,
        createdAt: at,
      })
    const awaits = async () => {
      const { rows } = await listOrders(await mine(), list())
      return rows.map(({ number, awaitsClient, awaitsManager }) => [number, awaitsClient, awaitsManager]).sort()
    }
    const silent = ['A-2', false, false]
    expect(await awaits()).toEqual([['A-1', false, false], silent])
    const question = await add(client, false, '2026-01-01T10:00:00Z')
    expect(await awaits()).toEqual([['A-1', false, true], silent])
    const answer = await add(null, true, '2026-01-01T11:00:00Z')
    expect(await awaits()).toEqual([['A-1', false, true], silent])
    await query(payload, sql`update comments set internal = false where id = ${answer}`)
    expect(await awaits()).toEqual([['A-1', true, false], silent])
    await query(payload, sql`delete from comments where id = ${answer}`)
    expect(await awaits()).toEqual([['A-1', false, true], silent])
    await query(payload, sql`delete from comments where id = ${question}`)
    await insertRow(payload, 'comments', {
      entity: 'companies',
      entityId: other,
      companyId: company,
      body: 'Не о заказе',
      internal: false,
      userId: client,
    })
    expect(await awaits()).toEqual([['A-1', false, false], silent])
  })

  it('attaches files of the company alone', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    const file = await insertRow(payload, 'document_files', {
      title: 'Доверенность',
      filename: 'd.pdf',
      companyId: company,
      internal: false,
    })
    const foreign = await insertRow(payload, 'document_files', {
      title: 'Чужое',
      filename: 'f.pdf',
      companyId: await build.company(),
      internal: false,
    })
    const hidden = await insertRow(payload, 'document_files', {
      title: 'Внутреннее',
      filename: 'i.pdf',
      companyId: company,
      internal: true,
    })
    await runAction(attachOrderFiles, { req: await build.as('users', client), input: { order, files: [file] } })
    const page = await orderByNumber(await mine(), 'A-1')
    expect(page?.stream).toMatchObject([{ kind: 'comment', own: true, files: [{ title: 'Доверенность' }] }])
    for (const other of [foreign, hidden]) {
      await expect(
        runAction(attachOrderFiles, { req: await build.as('users', client), input: { order, files: [other] } }),
      ).rejects.toMatchObject({ code: 'comment.filesUnknown' })
    }
    await expect(
      runAction(attachOrderFiles, { req: await build.as('staff', stranger), input: { order, files: [file] } }),
    ).rejects.toMatchObject({ code: 'entity.notFound' })
  })

  it('lets staff change through the panel only what they handle', async () => {
    const order = await build.order({ companyId: company, number: 'A-1', total: 100_00 })
    const req = await build.as('staff', manager)
    await payload.update({
      collection: 'orders',
      id: order,
      data: { deliveryAddress: 'Мытищи', total: 1, status: 'closed', number: 'B-1' },
      req,
      user: req.user,
      overrideAccess: false,
    })
    expect(await orderByNumber(await mine(), 'A-1')).toMatchObject({
      deliveryAddress: 'Мытищи',
      total: 100_00,
      status: 'submitted',
    })
    const other = await build.as('staff', stranger)
    await expect(
      payload.update({
        collection: 'orders',
        id: order,
        data: { deliveryAddress: 'x' },
        req: other,
        user: other.user,
        overrideAccess: false,
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('gives the printed order its data', async () => {
    const order = await build.order({ companyId: company, number: 'A-1' })
    await build.orderLine({
      orderId: order,
      companyId: company,
      name: 'Болт',
      qty: 1_000,
      price: 1_000_000,
      total: 100_00,
    })
    expect(orderForm.input.parse(await orderPrint.data(await mine(), order, 'ru'))).toMatchObject({
      number: 'A-1',
      buyer: { name: 'ООО «Стройград»' },
      status: 'Оформлен',
      lines: [{ name: 'Болт', total: 100_00 }],
    })
    const outsider = await build.user({ companies: [await build.company()] })
    expect(await orderPrint.data(await build.context('users', outsider), order, 'ru')).toBeNull()
  })
})
