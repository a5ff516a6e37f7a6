import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { figures } from '@/src/admin/dashboard/figures.queries'
import { firstSteps } from '@/src/admin/dashboard/firstSteps.queries'
import { listRuns } from '@/src/admin/exchange/journal.queries'
import { clientsToServe, NOBODY } from '@/src/admin/workplace/clients.queries'
import { ordersToHandle } from '@/src/admin/workplace/orders.queries'
import type { ViewContext } from '@/src/admin/lib/view'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let admin: string
let anna: string

const view = async (staff: string): Promise<ViewContext> => {
  const { req, actor } = await make.context('staff', staff)
  return { req, actor, locale: 'ru' }
}

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
    const orders = async (tab: 'new' | 'awaits' | 'notExported') => (await ordersToHandle(context, { view: tab, search: '', page: 1 })).total
    const clients = async (asked: object) => (await clientsToServe(context, { search: '', page: 1, ...asked })).total
    expect(seen).toMatchObject({ newOrders: 1, notExported: 1, awaits: 0, newClients: 1, unassigned: 1 })
    expect([await orders('new'), await orders('notExported'), await orders('awaits')]).toEqual([seen.newOrders, seen.notExported, seen.awaits])
    expect([await clients({ status: 'new' }), await clients({ manager: NOBODY })]).toEqual([seen.newClients, seen.unassigned])
  })

  it('[ROLE-04] failures of the last day are the administrator’s, and lead to exactly these runs', async () => {
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    const run = (status: string, hours: number) =>
      insertRow(payload, 'exchange_runs', { nodeId: node, transport: 'rest', kind: 'orders', status, startedAt: new Date(Date.now() - hours * 3_600_000) })
    for (const [status, hours] of [['failed', 1], ['partial', 2], ['done', 3], ['failed', 30]] as const) await run(status, hours)
    expect((await figures(await view(admin))).failedRuns).toBe(2)
    expect((await listRuns(payload, { bad: true })).map(({ status }) => status)).toEqual(['failed', 'partial'])
    expect(await listRuns(payload)).toHaveLength(4)
    const ofManager = await figures(await view(anna))
    expect(Object.keys(ofManager)).toEqual(['newOrders', 'awaits', 'notExported', 'newClients'])
  })

  it('[ROLE-05] an editor is told of goods, and of nobody’s orders', async () => {
    const editor = await make.staff({ role: 'editor' })
    await make.order({ companyId: await make.company() })
    await make.product({ groupId: await make.group() })
    await make.product()
    expect(await figures(await view(editor))).toEqual({ noGroup: 1, noPicture: 2 })
  })

  it('an empty portal says what to do first, until it is done', async () => {
    await query(payload, sql`delete from company_details`)
    await query(payload, sql`delete from staff where id = ${anna}`)
    const steps = async () => (await firstSteps(await view(admin))).flatMap(({ step, done }) => (done ? [] : [step]))
    expect(await steps()).toEqual(['details', 'node', 'exchange', 'staff', 'client'])
    await payload.updateGlobal({ slug: 'company-details', data: { name: 'Мы', inn: '7700000016' } })
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    expect(await steps()).toEqual(['exchange', 'staff', 'client'])
    await insertRow(payload, 'exchange_runs', { nodeId: node, transport: 'commerceml', status: 'done', startedAt: new Date() })
    const manager = await make.staff()
    await make.user({ companies: [await make.company()] })
    expect(await firstSteps(await view(admin))).toEqual([])
    expect(await firstSteps(await view(manager))).toEqual([])
  })
})
