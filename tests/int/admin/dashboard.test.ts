import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listRuns } from '@/src/admin/exchange/journal.queries'
import { clientsToServe, NOBODY } from '@/src/admin/workplace/clients.queries'
import { ordersToHandle } from '@/src/admin/workplace/orders.queries'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { chartsFor, scalarFiguresFor } from '@/src/mechanisms/panel/defineFigure'
import { firstStepsFor } from '@/src/mechanisms/panel/defineFirstStep'
import { workplacesFor } from '@/src/mechanisms/panel/defineWorkplace'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let admin: string
let anna: string

const view = (staff: string): Promise<QueryContext> => make.context('staff', staff)
/** Figures by their keys, in the order of the dashboard. */
const figures = async (context: QueryContext): Promise<Record<string, unknown>> =>
  Object.fromEntries((await scalarFiguresFor(context)).map(({ figure, value }) => [figure.key, value]))

describe('dashboard of the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    admin = await make.staff({ role: 'admin' })
    anna = await make.staff()
  })

  it('[MGR-02] [MGR-10] every figure is the count of the list that it leads to', async () => {
    const mine = await make.company({ managerId: anna, status: 'new' })
    await make.company({ name: 'Ничей' })
    await make.company({ name: 'Ничей, в архиве', status: 'archived' })
    await make.order({ companyId: mine })
    await make.order({ companyId: mine, status: 'confirmed', exportedAt: new Date() })
    const seen = await figures(await view(admin))
    const context = await make.context('staff', admin)
    const orders = async (tab: 'new' | 'notExported') =>
      (await ordersToHandle(context, { view: tab, search: '', page: 1 })).total
    const clients = async (asked: object) => (await clientsToServe(context, { search: '', page: 1, ...asked })).total
    expect(seen).toMatchObject({ newOrders: 1, notExported: 1, waiting: 0, newClients: 1, unassigned: 1 })
    expect([await orders('new'), await orders('notExported')]).toEqual([seen.newOrders, seen.notExported])
    expect([await clients({ status: 'new' }), await clients({ manager: NOBODY })]).toEqual([
      seen.newClients,
      seen.unassigned,
    ])
  })

  it('[MGR-02] [MGR-10] figures and badges count what the person may read: another manager’s clients are nobody’s news', async () => {
    const mine = await make.company({ managerId: anna, status: 'new' })
    await make.order({ companyId: mine })
    const badges = async (staff: string) =>
      (await workplacesFor(await view(staff))).map(({ workplace, waiting }) => [workplace.key, waiting])
    const pavel = await make.staff()
    expect(await figures(await view(anna))).toEqual({
      newOrders: 1,
      reminders: 0,
      waiting: 0,
      openRequests: 0,
      notExported: 1,
      newClients: 1,
    })
    expect(await figures(await view(pavel))).toEqual({
      newOrders: 0,
      reminders: 0,
      waiting: 0,
      openRequests: 0,
      notExported: 0,
      newClients: 0,
    })
    expect(await badges(anna)).toEqual([
      ['orders', 1],
      ['clients', 1],
      ['answers', 0],
    ])
    expect(await badges(pavel)).toEqual([
      ['orders', 0],
      ['clients', 0],
      ['answers', 0],
    ])
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    const run = await insertRow(payload, 'exchange_runs', {
      nodeId: node,
      transport: 'rest',
      kind: 'orders',
      status: 'failed',
      startedAt: new Date(),
    })
    for (const status of ['open', 'open', 'replayed'])
      await insertRow(payload, 'exchange_issues', { runId: run, entity: 'orders', code: 'record.broken', status })
    expect(await badges(admin)).toEqual([
      ['orders', 1],
      ['clients', 1],
      ['sections', 0],
      ['exchange', 2],
      ['queue', 0],
      ['audit', 0],
      ['answers', 0],
    ])
  })

  it('[ROLE-04] failures of the last day are the administrator’s, and lead to exactly these runs', async () => {
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    const run = (status: string, hours: number) =>
      insertRow(payload, 'exchange_runs', {
        nodeId: node,
        transport: 'rest',
        kind: 'orders',
        status,
        startedAt: new Date(Date.now() - hours * 3_600_000),
      })
    for (const [status, hours] of [
      ['failed', 1],
      ['partial', 2],
      ['done', 3],
      ['failed', 30],
    ] as const)
      await run(status, hours)
    expect((await figures(await view(admin))).failedRuns).toBe(2)
    expect((await listRuns(payload, { bad: true })).map(({ status }) => status)).toEqual(['failed', 'partial'])
    expect(await listRuns(payload)).toHaveLength(4)
    const ofManager = await figures(await view(anna))
    expect(Object.keys(ofManager)).toEqual([
      'newOrders',
      'reminders',
      'waiting',
      'notExported',
      'openRequests',
      'newClients',
    ])
  })

  it('[ROLE-05] an editor is told of goods, and of nobody’s orders', async () => {
    const editor = await make.staff({ role: 'editor' })
    await make.order({ companyId: await make.company() })
    await make.product({ groupId: await make.group() })
    await make.product()
    expect(await figures(await view(editor))).toEqual({
      noGroup: 1,
      noPrice: 2,
      noText: 2,
      noPicture: 2,
      formAnswers: 0,
    })
  })

  it('[MGR-02] orders of two weeks by Moscow days, their sums in each currency apart, those of the person’s clients alone', async () => {
    const mine = await make.company({ managerId: anna })
    const placed = (days: number): Date => new Date(Date.now() - days * 86_400_000)
    await make.order({ companyId: mine, placedAt: placed(0), total: 150_00, currency: 'RUB' })
    await make.order({ companyId: mine, placedAt: placed(0), total: 20_00, currency: 'USD' })
    await make.order({ companyId: mine, placedAt: placed(2), total: 7_00, currency: 'RUB' })
    await make.order({ companyId: mine, placedAt: placed(0), total: 9_00, status: 'cancelled' })
    await make.order({ companyId: mine, placedAt: placed(40), total: 9_00 })
    await make.order({ companyId: await make.company(), placedAt: placed(0), total: 9_00 })
    const [chart] = await chartsFor(await view(anna))
    const days = chart?.days ?? []
    expect(days.map(({ count }) => count)).toEqual([...Array<number>(11).fill(0), 1, 0, 2])
    expect(days.at(-1)?.totals).toEqual([
      { currency: 'RUB', amount: 150_00 },
      { currency: 'USD', amount: 20_00 },
    ])
    expect(await chartsFor(await view(await make.staff({ role: 'editor' })))).toEqual([])
  })

  it('an empty portal says what to do first, until it is done', async () => {
    await query(payload, sql`delete from company_details`)
    await query(payload, sql`delete from staff where id = ${anna}`)
    const steps = async () =>
      (await firstStepsFor(await view(admin))).flatMap(({ step, done }) => (done ? [] : [step.key]))
    expect(await steps()).toEqual(['details', 'node', 'exchange', 'staff', 'client'])
    await payload.updateGlobal({ slug: 'company-details', data: { name: 'Мы', inn: '7700000016' } })
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    expect(await steps()).toEqual(['exchange', 'staff', 'client'])
    await insertRow(payload, 'exchange_runs', {
      nodeId: node,
      transport: 'commerceml',
      status: 'done',
      startedAt: new Date(),
    })
    const manager = await make.staff()
    await make.user({ companies: [await make.company()] })
    expect(await firstStepsFor(await view(admin))).toEqual([])
    expect(await firstStepsFor(await view(manager))).toEqual([])
  })
})
