import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientsToServe } from '@/src/admin/workplace/clients.queries'
import { ordersToHandle, workViews } from '@/src/admin/workplace/orders.queries'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { scalarFiguresFor } from '@/src/mechanisms/panel/defineFigure'
import { hrefOfFigure, partsOf, rowsBehind, rowsFigure, tablesFor } from '@/src/mechanisms/panel/figureRows'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let anna: string
let head: string
let mine: string
let foreign: string

const view = (staff: string): Promise<QueryContext> => make.context('staff', staff)
const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000)

async function valueOf(key: string, context: QueryContext): Promise<unknown> {
  const shown = (await scalarFiguresFor(context)).find(({ figure }) => figure.key === key)
  return shown ? shown.value : 'not theirs'
}

/** Titles of the list behind a figure, as it is drawn. */
async function listed(key: string, context: QueryContext, part?: string): Promise<string[]> {
  const figure = rowsFigure(key)
  if (!figure) throw new Error(`No rows stand behind ${key}`)
  const { rows, total } = await rowsBehind(figure, context, { part, limit: 50 })
  expect(rows).toHaveLength(total)
  return rows.map((row) => figure.words(row, 'ru').title)
}

const say = (record: string, who: { userId?: string; staffId?: string }, at: Date, company = mine, rest = {}) =>
  insertRow(payload, 'comments', {
    entity: 'orders',
    entityId: record,
    companyId: company,
    body: 'Текст',
    authorName: 'Кто-то',
    internal: false,
    createdAt: at,
    ...who,
    ...rest,
  })

describe('figures of «Сегодня» and the lists behind them', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    head = await make.staff({ role: 'head' })
    anna = await make.staff({ name: 'Анна', headId: head })
    mine = await make.company({ name: 'Свой', managerId: anna })
    foreign = await make.company({ name: 'Чужой', managerId: await make.staff({ name: 'Павел' }) })
  })

  it('[MGR-02] [HELP-07] who waits for an answer and since when: the first message after the last answer, the longest first', async () => {
    const user = await make.user({ companies: [mine] })
    const [late, fresh, answered, other] = [
      await make.order({ companyId: mine, number: 'A-1' }),
      await make.order({ companyId: mine, number: 'A-2' }),
      await make.order({ companyId: mine, number: 'A-3' }),
      await make.order({ companyId: foreign, number: 'A-4' }),
    ]
    await say(late, { userId: user }, ago(60))
    await say(late, { staffId: anna }, ago(50))
    await say(late, { userId: user }, ago(40))
    await say(late, { userId: user }, ago(3))
    await say(late, { staffId: anna }, ago(1), mine, { internal: true })
    await say(fresh, { userId: user }, ago(2))
    await say(answered, { userId: user }, ago(5))
    await say(answered, { staffId: anna }, ago(4))
    await say(other, { userId: user }, ago(9), foreign)
    const forgotten = await make.order({ companyId: mine, number: 'A-5' })
    await say(forgotten, { userId: user }, ago(24 * 90))
    const context = await view(anna)
    expect(await valueOf('waiting', context)).toBe(2)
    expect(await listed('waiting', context)).toEqual(['Заказ A-1, Свой', 'Заказ A-2, Свой'])
    const figure = rowsFigure('waiting')
    const { rows } = figure ? await rowsBehind(figure, context, { limit: 1 }) : { rows: [] }
    expect(Math.round((Date.now() - Date.parse(rows[0]?.at ?? '')) / 3_600_000)).toBe(40)
    expect(figure?.words(rows[0] as never, 'ru').href).toContain('/admin/workplace/orders?view=all&order=A-1')
    expect(await valueOf('waiting', await view(head))).toBe(2)
    expect(await valueOf('waiting', await view(await make.staff({ role: 'accountant' })))).toBe(3)
    expect(await valueOf('waiting', await view(await make.staff({ role: 'editor' })))).toBe('not theirs')
  })

  it('[HELP-07] the usual time to answer is the middle of what stands in its list', async () => {
    const user = await make.user({ companies: [mine] })
    for (const [number, hours] of [
      ['A-1', 1],
      ['A-2', 3],
      ['A-3', 30],
    ] as const) {
      const order = await make.order({ companyId: mine, number })
      await say(order, { userId: user }, ago(40 + hours))
      await say(order, { userId: user }, ago(40 + hours - 0.5))
      await say(order, { staffId: anna }, ago(40))
    }
    const context = await view(head)
    expect(await valueOf('answerTime', context)).toBe(180)
    expect((await listed('answerTime', context)).sort()).toEqual([
      'Заказ A-1, Свой',
      'Заказ A-2, Свой',
      'Заказ A-3, Свой',
    ])
    expect(await valueOf('answerTime', await view(anna))).toBe('not theirs')
  })

  it('[MGR-02] by manager: each number is the count of the list that it leads to, of the head’s own people alone', async () => {
    const user = await make.user({ companies: [mine] })
    await make.order({ companyId: mine, status: 'submitted' })
    await make.order({ companyId: mine, status: 'working', total: 700_00 })
    const asked = await make.order({ companyId: mine, status: 'shipped', total: 300_00 })
    await say(asked, { userId: user }, ago(1))
    await make.order({ companyId: foreign, status: 'working' })
    await query(payload, sql`update companies set overdue = 5000 where id in (${mine}, ${foreign})`)
    const context = await view(head)
    const table = (await tablesFor(context, 'ru')).find(({ figure }) => figure.key === 'byManager')
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text.replace(/[\s\u202f\u00a0]/g, ' ')))).toEqual([
      ['Анна', '1', '2', '1 000,00 ₽', '1', '50,00 ₽'],
    ])
    for (const { text, href } of (table?.rows[0]?.cells ?? []).filter((cell) => /^\d+$/.test(cell.text))) {
      const params = new URL(href ?? '', 'http://x').searchParams
      const tab = workViews.find((name) => name === params.get('view')) ?? 'all'
      const list = await ordersToHandle(context, {
        view: tab,
        search: '',
        page: 1,
        manager: params.get('manager') ?? undefined,
      })
      expect([tab, String(list.total)]).toEqual([tab, text])
    }
    const clients = await clientsToServe(context, { search: '', page: 1, manager: anna, overdue: true })
    expect([clients.total, clients.overdue]).toEqual([1, [{ currency: 'RUB', amount: 50_00 }]])
  })

  it('overdue by age: sums, parts and their lists agree; what is paid, cancelled or not due is not in it', async () => {
    const invoice = (days: number, rest = {}) =>
      make.document({
        companyId: mine,
        kind: 'invoice',
        number: `${days}`,
        total: 100_00,
        paid: 0,
        dueDate: ago(24 * days),
        ...rest,
      })
    await invoice(5, { paid: 40_00 })
    await invoice(45)
    await invoice(200)
    await invoice(10, { paid: 100_00 })
    await invoice(11, { cancelled: true })
    await invoice(-5)
    const context = await view(await make.staff({ role: 'accountant' }))
    const figure = rowsFigure('overdueInvoices')
    if (!figure) throw new Error('not declared')
    expect(await valueOf('overdueInvoices', context)).toEqual([{ currency: 'RUB', amount: 260_00 }])
    expect((await listed('overdueInvoices', context)).map((title) => title.split(' ').at(-1))).toEqual([
      '200',
      '45',
      '5',
    ])
    const parts = await partsOf(figure, context)
    expect(parts.map(({ part, count, totals }) => [part, count, totals[0]?.amount ?? 0])).toEqual([
      ['month', 1, 60_00],
      ['two', 1, 100_00],
      ['three', 0, 0],
      ['older', 1, 100_00],
    ])
    for (const { part, count } of parts) expect(await listed('overdueInvoices', context, part)).toHaveLength(count)
    expect(hrefOfFigure(figure, 'older')).toBe('/admin/figure?of=overdueInvoices&part=older')
    await query(payload, sql`update companies set overdue = 7000 where id = ${mine}`)
    expect(await valueOf('overdueClients', context)).toEqual(
      (await clientsToServe(context, { search: '', page: 1, overdue: true })).overdue,
    )
  })

  it('an accountant is told of papers without a file and of requests that wait', async () => {
    await make.document({ companyId: mine, kind: 'act', number: '1' })
    await make.document({ companyId: mine, kind: 'act', number: '2', cancelled: true })
    await make.document({ companyId: mine, kind: 'payment', number: '3' })
    await make.document({
      companyId: mine,
      kind: 'act',
      number: '4',
      fileId: await make.documentFile({ companyId: mine }),
    })
    for (const status of ['waiting', 'leased', 'done'])
      await insertRow(payload, 'document_requests', { kind: 'closing', companyId: mine, status })
    const context = await view(await make.staff({ role: 'accountant' }))
    expect(await listed('noFile', context)).toEqual(['Акт № 1'])
    expect(await valueOf('openRequests', context)).toBe(2)
    expect(await listed('openRequests', context)).toHaveLength(2)
    expect(await valueOf('noFile', await view(anna))).toBe('not theirs')
  })

  it('[ROLE-05] an editor is told of goods without a price and without a text, and of what visitors sent', async () => {
    const priceType = await make.priceType({ base: true })
    await make.product({ name: 'Полный', prices: { [priceType]: 10_000 }, description: 'Есть' })
    await make.product({ name: 'Без цены', description: 'Есть' })
    await make.product({ name: 'Без текста', prices: { [priceType]: 10_000 }, description: ' ' })
    await make.product({ name: 'Снят', active: false })
    const user = await make.user({ companies: [mine] })
    await insertRow(payload, 'form_submissions', { title: 'От гостя' })
    await insertRow(payload, 'form_submissions', { title: 'От клиента', userId: user, companyId: mine })
    const context = await view(await make.staff({ role: 'editor' }))
    expect(await listed('noPrice', context)).toEqual(['Без цены'])
    expect(await listed('noText', context)).toEqual(['Без текста'])
    expect(await listed('formAnswers', context)).toHaveLength(2)
    expect((await listed('formAnswers', await view(anna))) ?? []).not.toContain('От гостя')
    const shown = ['Полный', 'Без цены', 'Без текста']
    expect([...(await listed('noGroup', context))].sort()).toEqual([...shown].sort())
    expect([...(await listed('noPicture', context))].sort()).toEqual([...shown].sort())
    // Each leads to the product's own page.
    const figure = rowsFigure('noGroup')
    const [row] = figure ? (await rowsBehind(figure, context, { limit: 1 })).rows : []
    expect(row && figure?.words(row, 'ru').href).toBe(`/admin/collections/products/${row?.id}`)
  })

  it('[ROLE-04] an administrator is told of the last exchange of each node, of the queue and of the disk', async () => {
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    await insertRow(payload, 'exchange_nodes', { name: 'Новый', login: 'new', active: true })
    for (const [status, hours] of [
      ['failed', 1],
      ['done', 5],
    ] as const)
      await insertRow(payload, 'exchange_runs', { nodeId: node, transport: 'rest', status, startedAt: ago(hours) })
    const context = await view(await make.staff({ role: 'admin' }))
    const tables = await tablesFor(context, 'ru')
    const cells = (key: string) =>
      tables.find(({ figure }) => figure.key === key)?.rows.map((row) => row.cells.map(({ text }) => text))
    expect(cells('nodes')?.map(([name, , state]) => [name, state])).toEqual([
      ['Новый', '—'],
      ['УТ', 'Не удался'],
    ])
    expect(cells('disk')?.map(([name]) => name)).toContain('База данных')
    const before = Number(await valueOf('waitingJobs', context))
    const [job] = declaredJobs()
    if (!job) throw new Error('No job is declared')
    await enqueue(payload, job.name, {})
    expect(await valueOf('waitingJobs', context)).toBe(before + 1)
    expect(await listed('waitingJobs', context)).toHaveLength(before + 1)
    expect(await tablesFor(await view(anna), 'ru')).toEqual([])
  })
})
