import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { requestOfPeriod } from '@/collections/documents/document-requests/document-request.queries'
import {
  closingMonths,
  closingOfMonth,
  documentsNamed,
  unpaidInvoices,
} from '@/collections/documents/documents/document.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { builders, type Builders } from '@/tests/builders/builders'

let payload: Payload
let build: Builders
let company: string
let other: string
let user: string

const mine = () => build.context('users', user, company)

describe('what an accountant takes of a period', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    company = await build.company()
    other = await build.company()
    user = await build.user({ companies: [company] })
  })

  it('[CONTR-12] closing documents of a month: those that stand, have a file, and are theirs', async () => {
    const add = async (kind: string, date: string, fields: Record<string, unknown> = {}, of = company) =>
      build.document({
        companyId: of,
        kind,
        date: new Date(date),
        fileId: await build.documentFile({ companyId: of }),
        ...fields,
      })
    const upd = await add('upd', '2026-10-31T00:00:00Z')
    const act = await add('act', '2026-10-01T00:00:00Z')
    await add('upd', '2026-11-01T00:00:00Z')
    await add('upd', '2026-10-05T00:00:00Z', { cancelled: true })
    await add('upd', '2026-10-05T00:00:00Z', { fileId: null })
    await add('invoice', '2026-10-05T00:00:00Z')
    await add('upd', '2026-10-05T00:00:00Z', {}, other)
    await add('upd', '2026-09-05T00:00:00Z', {}, other)
    expect(await closingOfMonth(await mine(), '2026-10', 10)).toEqual([act, upd])
    expect(await closingOfMonth(await mine(), '2026-10', 1)).toEqual([act])
    expect(await closingMonths(await mine(), 12)).toEqual(['2026-11', '2026-10'])
    const narrow = await build.user({ companies: [company], capabilities: ['orders.read'] })
    expect(await closingMonths(await build.context('users', narrow, company), 12)).toEqual([])
  })

  it('[GOAL-03] a line of the books leads to its document and order, where both are theirs', async () => {
    const order = await build.order({ companyId: company, number: '10-1' })
    const own = await build.document({ companyId: company, externalId: 'own', number: '7', orderId: order })
    await build.document({ companyId: other, externalId: 'foreign' })
    const named = await documentsNamed(await mine(), ['own', 'foreign', 'unknown'])
    expect([...named]).toEqual([['own', { id: own, kind: 'invoice', number: '7', order: '10-1' }]])
    expect(await documentsNamed(await mine(), [])).toEqual(new Map())
  })

  it('unpaid invoices are those in the currency, of the contract where one is asked, with what is left of them', async () => {
    const contract = await build.contract({ companyId: company })
    await build.document({
      companyId: company,
      total: 100_00,
      paid: 40_00,
      contractId: contract,
      dueDate: new Date('2026-11-01'),
    })
    await build.document({ companyId: company, total: 50_00 })
    await build.document({ companyId: company, total: 50_00, paid: 50_00 })
    await build.document({ companyId: company, total: 70_00, currency: 'USD' })
    await build.document({ companyId: other, total: 90_00 })
    const lefts = async (of: string | null) =>
      (await unpaidInvoices(await mine(), { contract: of, currency: 'RUB' })).map(({ left }) => left).toSorted()
    expect(await lefts(null)).toEqual([50_00, 60_00])
    expect(await lefts(contract)).toEqual([60_00])
  })

  it('[CONTR-12] an act asked for over days is found by those days, by whoever may read of it', async () => {
    const period = { kind: 'reconciliation', from: '2026-07-01', to: '2026-09-30' } as const
    expect(await requestOfPeriod(await mine(), period)).toBeUndefined()
    await runAction(requestDocument, {
      req: await build.as('users', user),
      input: { kind: 'reconciliation', company, periodFrom: period.from, periodTo: period.to },
    })
    expect(await requestOfPeriod(await mine(), period)).toMatchObject({ kind: 'reconciliation', status: 'waiting' })
    expect(await requestOfPeriod(await mine(), { ...period, to: '2026-09-29' })).toBeUndefined()
    const stranger = await build.user({ companies: [other] })
    expect(await requestOfPeriod(await build.context('users', stranger, other), period)).toBeUndefined()
    await expect(
      runAction(requestDocument, {
        req: await build.as('users', stranger),
        input: { kind: 'reconciliation', company, periodFrom: period.from, periodTo: period.to },
      }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})
