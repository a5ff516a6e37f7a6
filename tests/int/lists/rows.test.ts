import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { listContracts, nextPayment } from '@/collections/contracts/contracts/contract.queries'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { statementFor } from '@/collections/money/accounts/account.queries'
import { listOrders, type OrderView } from '@/collections/sales/orders/order.queries'
import type { MoneySum } from '@/src/lib/moneySums'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { post } from '@/src/mechanisms/ledger/post'
import type { ListInput } from '@/src/mechanisms/lists/listSql'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let company: string
let context: QueryContext
let account: string

const asked = (input: Partial<ListInput> = {}): ListInput => ({
  search: '',
  filters: {},
  sort: { key: 'number', dir: 'asc' },
  page: 1,
  perPage: 50,
  ...input,
})
/** A sum of a list whose rows are all in roubles; nothing is no sum. */
const roubles = (amount: number): MoneySum[] => (amount === 0 ? [] : [{ currency: 'RUB', amount }])
const november = { kind: 'dates', from: '2025-11-01', to: '2025-11-30' } as const

/** Both sides of the edges of November in Moscow, a cancelled one among them; a stranger's row beside each. */
beforeAll(async () => {
  payload = await getTestPayload()
  make = builders(payload)
  await emptyDatabase()
  company = await make.company()
  const other = await make.company()
  context = await make.context('users', await make.user({ companies: [company] }), company)
  const order = (number: string, status: string, placedAt: string, total: number, paid: number) =>
    make.order({ companyId: company, number, status, placedAt: new Date(placedAt), total, paid })
  await order('К-1', 'submitted', '2025-10-31T20:59:59Z', 100_00, 0)
  await order('К-2', 'closed', '2025-10-31T21:00:00Z', 200_00, 200_00)
  const cancelled = await order('К-3', 'cancelled', '2025-11-15T12:00:00Z', 400_00, 0)
  await order('К-4', 'shipped', '2025-11-30T20:59:59Z', 800_00, 300_00)
  await order('К-5', 'confirmed', '2025-11-30T21:00:00Z', 1_600_00, 1_600_00)
  await make.order({ companyId: other, number: 'К-6', placedAt: new Date('2025-11-15T12:00:00Z') })
  const contract = await make.contract({
    companyId: company,
    number: 'Д-1',
    date: new Date('2025-11-30'),
    debt: 100_00,
  })
  await make.contract({
    companyId: company,
    number: 'Д-2',
    date: new Date('2025-12-01'),
    debt: 200_00,
    status: 'terminated',
  })
  await make.contract({ companyId: other, number: 'Д-3', debt: 400_00 })
  await make.scheduleLine({
    companyId: company,
    contractId: contract,
    dueDate: new Date('2025-12-01'),
    amount: 100_00,
    paid: 100_00,
  })
  await make.scheduleLine({
    companyId: company,
    contractId: contract,
    dueDate: new Date('2025-12-10'),
    amount: 100_00,
    paid: 30_00,
  })
  await make.scheduleLine({ companyId: company, contractId: contract, dueDate: new Date('2025-12-20'), amount: 100_00 })
  const document = (number: string, date: string, total: number, fields: object = {}) =>
    make.document({ companyId: company, number, date: new Date(date), total, ...fields })
  await document('С-1', '2025-11-01', 100_00, { paid: 40_00 })
  await document('С-2', '2025-11-02', 200_00, { cancelled: true })
  await document('С-3', '2025-11-03', 400_00, { paid: 400_00 })
  await document('С-4', '2025-11-04', 800_00, { orderId: cancelled })
  await document('С-5', '2025-11-30', 1_600_00, { kind: 'waybill' })
  await document('С-6', '2025-12-01', 3_200_00, {
    contractId: contract,
    fileId: await make.documentFile({ companyId: company }),
  })
  await make.document({ companyId: other, number: 'С-7', date: new Date('2025-11-15') })
  account = await make.account({ companyId: company })
  const line = (at: string, amount: number) =>
    post(context.req, {
      kind: amount > 0 ? 'payment' : 'shipment',
      externalId: at,
      at,
      currency: 'RUB',
      memo: {},
      postings: [
        { account: `account:${account}`, amount },
        { account: 'erp:RUB', amount: -amount },
      ],
    })
  for (const [at, amount] of [
    ['2025-10-31T20:59:59Z', 100_00],
    ['2025-10-31T21:00:00Z', -30_00],
    ['2025-11-30T20:59:59Z', 50_00],
    ['2025-11-30T21:00:00Z', 1_000_00],
  ] as const)
    await line(at, amount)
})

describe('what a list says of its rows', () => {
  it.each<[string, OrderView, Partial<ListInput>, string[], number, number]>([
    ['all', 'all', {}, ['К-1', 'К-2', 'К-3', 'К-4', 'К-5'], 2_700_00, 2_100_00],
    ['whole days of the zone', 'all', { filters: { placed: november } }, ['К-2', 'К-3', 'К-4'], 1_000_00, 500_00],
    [
      'from a day on',
      'all',
      { filters: { placed: { kind: 'dates', from: '2025-12-01' } } },
      ['К-5'],
      1_600_00,
      1_600_00,
    ],
    ['till a day', 'all', { filters: { placed: { kind: 'dates', to: '2025-10-31' } } }, ['К-1'], 100_00, 0],
    ['in work', 'work', {}, ['К-1', 'К-4', 'К-5'], 2_500_00, 1_900_00],
    ['that wait for money, none of them cancelled', 'unpaid', {}, ['К-1', 'К-4'], 900_00, 300_00],
    ['in the archive', 'archive', {}, ['К-2', 'К-3'], 200_00, 200_00],
    ['to handle', 'new', {}, ['К-1'], 100_00, 0],
    [
      'of sums, both ends in',
      'all',
      { filters: { sum: { kind: 'sum', from: 200_00, to: 800_00 } } },
      ['К-2', 'К-3', 'К-4'],
      1_000_00,
      500_00,
    ],
    [
      'in states',
      'all',
      { filters: { status: { kind: 'select', values: ['closed', 'cancelled'] } } },
      ['К-2', 'К-3'],
      200_00,
      200_00,
    ],
    [
      'two filters at once',
      'all',
      { filters: { placed: november, status: { kind: 'select', values: ['shipped', 'submitted'] } } },
      ['К-4'],
      800_00,
      300_00,
    ],
    ['found by a number', 'all', { search: 'к4' }, ['К-4'], 800_00, 300_00],
    ['found by a sum', 'all', { search: '1 600,00' }, ['К-5'], 1_600_00, 1_600_00],
    [
      'by sum, the largest first',
      'all',
      { sort: { key: 'total', dir: 'desc' } },
      ['К-5', 'К-4', 'К-3', 'К-2', 'К-1'],
      2_700_00,
      2_100_00,
    ],
    [
      'by what is paid, the least first',
      'all',
      { sort: { key: 'paid', dir: 'asc' }, filters: { placed: november } },
      ['К-3', 'К-2', 'К-4'],
      1_000_00,
      500_00,
    ],
    ['the second page, with the sums of all', 'all', { page: 2, perPage: 2 }, ['К-3', 'К-4'], 2_700_00, 2_100_00],
    ['the last page', 'all', { page: 3, perPage: 2 }, ['К-5'], 2_700_00, 2_100_00],
    ['beyond the last page', 'all', { page: 4, perPage: 2 }, [], 2_700_00, 2_100_00],
  ])('[GOAL-02] orders: %s', async (_what, view, input, numbers, sum, paid) => {
    const list = await listOrders(context, asked(input), view)
    expect(list.rows.map(({ number }) => number)).toEqual(numbers)
    expect({ sum: list.sum, paid: list.paid }).toEqual({ sum: roubles(sum), paid: roubles(paid) })
    if (!input.perPage) expect(list.total).toBe(numbers.length)
    expect(list.views).toMatchObject({ all: 5, work: 3, unpaid: 2, archive: 2, new: 1 })
  })

  it.each<[string, Partial<ListInput>, string[], number, number]>([
    ['all', {}, ['С-1', 'С-2', 'С-3', 'С-4', 'С-5', 'С-6'], 5_300_00, 3_260_00],
    [
      'that wait for money: no cancelled one, none of a cancelled order, no waybill',
      { filters: { unpaid: { kind: 'flag' } } },
      ['С-1', 'С-6'],
      3_300_00,
      3_260_00,
    ],
    ['whole days', { filters: { date: november } }, ['С-1', 'С-2', 'С-3', 'С-4', 'С-5'], 2_100_00, 60_00],
    ['of a kind', { filters: { kind: { kind: 'select', values: ['waybill'] } } }, ['С-5'], 1_600_00, 0],
    ['with a file', { filters: { withFile: { kind: 'flag' } } }, ['С-6'], 3_200_00, 3_200_00],
    ['of sums', { filters: { sum: { kind: 'sum', to: 200_00 } } }, ['С-1', 'С-2'], 100_00, 60_00],
    ['found by the order', { search: 'К-3' }, ['С-4'], 0, 0],
    ['found by the contract', { search: 'Д-1' }, ['С-6'], 3_200_00, 3_200_00],
    [
      'the newest first, second page',
      { sort: { key: 'date', dir: 'desc' }, page: 2, perPage: 4 },
      ['С-2', 'С-1'],
      5_300_00,
      3_260_00,
    ],
  ])('[CONTR-12] documents: %s', async (_what, input, numbers, sum, unpaid) => {
    const list = await listDocuments(context, asked(input))
    expect(list.rows.map(({ number }) => number)).toEqual(numbers)
    expect({ sum: list.sum, unpaid: list.unpaid }).toEqual({ sum: roubles(sum), unpaid: roubles(unpaid) })
    expect(list.rows.filter(({ cancelled }) => cancelled).map(({ number }) => number)).toEqual(
      numbers.filter((number) => ['С-2', 'С-4'].includes(number)),
    )
  })

  it.each<[string, Partial<ListInput>, string[], number]>([
    ['all', {}, ['Д-1', 'Д-2'], 300_00],
    ['whole days', { filters: { date: november } }, ['Д-1'], 100_00],
    ['in a state', { filters: { status: { kind: 'select', values: ['terminated'] } } }, ['Д-2'], 200_00],
    ['the deepest in debt first', { sort: { key: 'debt', dir: 'desc' } }, ['Д-2', 'Д-1'], 300_00],
    ['by the next payment, those without one last', { sort: { key: 'nextDue', dir: 'asc' } }, ['Д-1', 'Д-2'], 300_00],
  ])('[CONTR-04] contracts: %s', async (_what, input, numbers, debt) => {
    const list = await listContracts(context, asked(input))
    expect({ numbers: list.rows.map(({ number }) => number), total: list.total, debt: list.debt }).toEqual({
      numbers,
      total: numbers.length,
      debt: roubles(debt),
    })
  })

  it('[CONTR-13] the next payment of a contract is what is left of the first that is not paid', async () => {
    const [row] = (await listContracts(context, asked())).rows
    expect([row?.nextDue && new Date(row.nextDue).toISOString().slice(0, 10), row?.nextAmount]).toEqual([
      '2025-12-10',
      70_00,
    ])
    expect(await nextPayment(context)).toMatchObject({ amount: 100_00, paid: 30_00, contractNumber: 'Д-1' })
    await query(payload, sql`update contracts set status = 'terminated' where number = 'Д-1'`)
    expect(await nextPayment(context)).toBeNull()
    await query(payload, sql`update contracts set status = 'active' where number = 'Д-1'`)
  })

  it('[CONTR-05] a statement of whole days of the zone: before, within, after', async () => {
    const days = { from: '2025-11-01', to: '2025-11-30', zone: 'Europe/Moscow' }
    const found = await statementFor(context, account, days)
    expect({
      ...found,
      account: undefined,
      lines: found?.lines.map(({ amount, balance }) => [amount, balance]),
    }).toEqual({
      opening: 100_00,
      closing: 120_00,
      incoming: 50_00,
      outgoing: 30_00,
      lines: [
        [-30_00, 70_00],
        [50_00, 120_00],
      ],
      account: undefined,
    })
    expect((await statementFor(context, account, { ...days, zone: 'UTC' }))?.lines.map(({ amount }) => amount)).toEqual(
      [50_00, 1_000_00],
    )
    const stranger = await make.context('users', await make.user({ companies: [await make.company()] }))
    expect(await statementFor(stranger, account, days)).toBeNull()
  })
})
