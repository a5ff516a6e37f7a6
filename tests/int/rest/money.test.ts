import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { statement } from '@/src/mechanisms/ledger/statement'
import { drainJobs } from '@/tests/support/jobs'
import { results, world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [
    { externalId: 'co-1', name: 'Первый' },
    { externalId: 'co-2', name: 'Второй' },
  ])
})

const line = (fields: Record<string, unknown> = {}) => ({
  externalId: 's-1',
  company: 'co-1',
  at: '2026-03-05T12:00:00',
  amount: '500.00',
  kind: 'payment',
  ...fields,
})
const accounts = () =>
  it1c.rows<{ company: string; balance: number }>(
    sql`select c.name as company, a.balance::float8 as balance from accounts a join companies c on c.id = a.company_id order by 1`,
  )
const balances = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await it1c.rows<{ id: string; balance: number }>(
        sql`select external_id as id, coalesce(balance, 0)::float8 as balance from companies`,
      )
    ).map((row) => [row.id, row.balance]),
  )

describe('statement lines', () => {
  it('[EXCH-21] posts a line once, reverses and posts anew when it is corrected, reverses when it is removed', async () => {
    expect(results(await it1c.put('statement-lines', [line()]))).toEqual(['created'])
    expect(results(await it1c.put('statement-lines', [line()]))).toEqual(['same'])
    expect(await accounts()).toEqual([{ company: 'Первый', balance: 50_000 }])
    expect(results(await it1c.put('statement-lines', [line({ amount: 700 })]))).toEqual(['changed'])
    expect(await balances()).toMatchObject({ 'co-1': 70_000 })
    expect(results(await it1c.put('statement-lines', [line({ company: 'co-2', amount: 700 })]))).toEqual(['changed'])
    expect(await balances()).toEqual({ 'co-1': 0, 'co-2': 70_000 })
    expect(results(await it1c.put('statement-lines', [line({ company: 'co-2', removed: true })]))).toEqual(['changed'])
    expect(await balances()).toEqual({ 'co-1': 0, 'co-2': 0 })
    const kinds = await it1c.rows<{ kind: string }>(sql`select kind from ledger_transactions order by created_at`)
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      'payment',
      'payment',
      'payment',
      'reversal',
      'reversal',
      'reversal',
    ])
  })

  it('[EXCH-21] reads the time of a line in the time zone of its 1C', async () => {
    const node = await it1c.node({ timezone: 'Asia/Vladivostok' })
    await it1c.put('statement-lines', [line()], { auth: `Bearer ${node.token}` })
    const { at } = await it1c.one<{ at: string }>(sql`select occurred_at as at from ledger_transactions`)
    expect(new Date(at).toISOString()).toBe('2026-03-05T02:00:00.000Z')
    expect((await it1c.call('GET', 'statement-lines?externalId=s-1')).body.items[0]).toMatchObject({
      amount: '500.00',
      company: 'co-1',
      removed: false,
    })
  })

  it('[EXCH-21] parks a line of a company to come, and refuses a contract of another company', async () => {
    const parked = await it1c.put('statement-lines', [line({ company: 'co-9' }), line({ externalId: 's-2' })])
    expect(results(parked)).toEqual(['parked', 'created'])
    await it1c.put('companies', [{ externalId: 'co-9', name: 'Девятый' }])
    await drainJobs(it1c.payload)
    expect(await balances()).toMatchObject({ 'co-9': 50_000, 'co-1': 50_000 })
    const other = await it1c.one<{ id: string }>(sql`select id::text from companies where external_id = 'co-2'`)
    await it1c.make.contract({ companyId: other.id, externalId: 'd-2' })
    expect((await it1c.put('statement-lines', [line({ externalId: 's-3', contract: 'd-2' })])).body[0]).toMatchObject({
      result: 'failed',
      code: 'exchange.contractForeign',
    })
  })

  it('[EXCH-21] any sequence of lines, corrections, removals and repeats leaves the ledger of the last word', async () => {
    const step = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      company: fc.constantFrom('co-1', 'co-2'),
      amount: fc.integer({ min: -90_000, max: 90_000 }),
      day: fc.integer({ min: 1, max: 28 }),
      removed: fc.boolean(),
      again: fc.boolean(),
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (batches) => {
          round += 1
          const names = new Map([1, 2].map((n) => [`co-${n}`, `r${round}-co-${n}`]))
          await it1c.put(
            'companies',
            [...names.values()].map((externalId) => ({ externalId, name: externalId })),
          )
          const oracle = new Map<string, { company: string; amount: number }>()
          for (const batch of batches) {
            const items = batch.flatMap((it) => {
              const externalId = `r${round}-${it.id}`
              const company = String(names.get(it.company))
              const item = {
                externalId,
                company,
                at: `2026-05-${String(it.day).padStart(2, '0')}T10:00:00`,
                amount: (it.amount / 100).toFixed(2),
                removed: it.removed,
              }
              if (it.removed) oracle.delete(externalId)
              else oracle.set(externalId, { company, amount: it.amount })
              return it.again ? [item, item] : [item]
            })
            const reply = await it1c.put('statement-lines', items)
            expect(results(reply)).not.toContain('failed')
          }
          const wanted = [...names.values()].map((company) =>
            [...oracle.values()].filter((it) => it.company === company).reduce((sum, it) => sum + it.amount, 0),
          )
          const held = await balances()
          expect([...names.values()].map((company) => held[company])).toEqual(wanted)
          for (const company of names.values()) {
            const account = await it1c.rows<{ id: string; balance: number }>(
              sql`select a.id::text, a.balance::float8 as balance from accounts a join companies c on c.id = a.company_id where c.external_id = ${company}`,
            )
            const lines = account[0]
              ? (
                  await statement(
                    it1c.payload,
                    `account:${account[0].id}`,
                    '2026-01-01T00:00:00Z',
                    '2027-01-01T00:00:00Z',
                  )
                ).lines
              : []
            const said = [...oracle.values()]
              .filter((it) => it.company === company && it.amount !== 0)
              .map(({ amount }) => amount)
            expect(lines.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual(said.sort((a, b) => a - b))
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  it('[EXCH-21] batches of the same lines at the same moment post each line once', async () => {
    const items = Array.from({ length: 20 }, (_, place) =>
      line({ externalId: `s-${place}`, company: place % 2 ? 'co-1' : 'co-2', amount: 10 }),
    )
    await Promise.all([
      it1c.put('statement-lines', items),
      it1c.put('statement-lines', [...items].reverse()),
      it1c.put('statement-lines', items),
    ])
    expect(await balances()).toEqual({ 'co-1': 10_000, 'co-2': 10_000 })
  })
})

describe('news of money', () => {
  it('[EXTRA-09] a fresh payment is told once to who sees settlements; history and charges are not news', async () => {
    const { id } = await it1c.one<{ id: string }>(sql`select id::text from companies where external_id = 'co-1'`)
    const reader = await it1c.make.user({ companies: [id], capabilities: ['balance.read'] })
    await it1c.make.user({ companies: [id], capabilities: ['orders.read'] })
    const now = new Date().toISOString()
    const items = [
      line({ at: now }),
      line({ externalId: 's-2' }),
      line({ externalId: 's-3', at: now, amount: -5, kind: 'shipment' }),
    ]
    await it1c.put('statement-lines', items)
    await it1c.put('statement-lines', [...items, line({ at: now, amount: 501 })])
    await it1c.put('credit-limits', [{ company: 'co-1', creditLimit: 1000 }])
    await drainJobs(it1c.payload)
    const told = await it1c.rows<{ user: string; title: string }>(
      sql`select user_id::text as "user", title from notifications where key = 'client' order by title`,
    )
    expect(told.map(({ user, title }) => [user, title.replace(/\s/g, ' ')])).toEqual([
      [reader, 'Кредитный лимит теперь 1 000,00 ₽'],
      [reader, 'Получили оплату: 500,00 ₽'],
    ])
  })
})

describe('balances, debts, limits', () => {
  it('[EXCH-20] keeps an announced balance true, whatever lines come before or after it', async () => {
    expect(
      results(await it1c.put('balances', [{ company: 'co-1', amount: '1000.00', at: '2026-03-10T00:00:00' }])),
    ).toEqual(['created'])
    expect(await balances()).toMatchObject({ 'co-1': 100_000 })
    await it1c.put('statement-lines', [line({ at: '2026-03-05T12:00:00', amount: 300 })])
    expect(await balances()).toMatchObject({ 'co-1': 100_000 })
    await it1c.put('statement-lines', [line({ externalId: 's-2', at: '2026-03-15T12:00:00', amount: -200 })])
    expect(await balances()).toMatchObject({ 'co-1': 80_000 })
    const { id } = await it1c.one<{ id: string }>(sql`select id::text from accounts`)
    const march = await statement(it1c.payload, `account:${id}`, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')
    expect(march).toMatchObject({ opening: 70_000, closing: 80_000, incoming: 30_000, outgoing: 20_000 })
    expect(march.lines).toHaveLength(2)
    const next = { company: 'co-1', amount: '900.00', at: '2026-03-20T00:00:00' }
    expect(results(await it1c.put('balances', [next]))).toEqual(['changed'])
    expect(results(await it1c.put('balances', [next]))).toEqual(['same'])
    expect(await balances()).toMatchObject({ 'co-1': 90_000 })
    expect((await it1c.put('balances', [{ ...next, at: '2026-03-01T00:00:00' }])).body[0]).toMatchObject({
      result: 'failed',
      code: 'exchange.older',
    })
    expect((await it1c.call('GET', 'balances?externalId=co-1')).body.items[0]).toMatchObject({
      amount: '900.00',
      currency: 'RUB',
    })
  })

  it('[EXCH-24] [EXCH-29] sets debt and overdue of a client and of a contract', async () => {
    const { id } = await it1c.one<{ id: string }>(sql`select id::text from companies where external_id = 'co-1'`)
    await it1c.make.contract({ companyId: id, externalId: 'd-1' })
    const reply = await it1c.put('debts', [
      { company: 'co-1', debt: '182400.00', overdue: '12000.00', at: '2026-11-24T10:00:00' },
      { company: 'co-1', contract: 'd-1', debt: 100, overdue: 0 },
      { company: 'co-9', debt: 1 },
      { company: 'co-1', debt: 'много' },
      { company: 'co-2', contract: 'd-1', debt: 1 },
    ])
    expect(reply.body.map((item: { result: string; code?: string }) => item.code ?? item.result)).toEqual([
      'changed',
      'changed',
      'exchange.waitsFor',
      'number.malformed',
      'exchange.contractForeign',
    ])
    expect(reply.body[1].externalId).toBe('d-1')
    expect(
      await it1c.one(sql`select debt::int as debt, overdue::int as overdue from companies where external_id = 'co-1'`),
    ).toEqual({ debt: 18_240_000, overdue: 1_200_000 })
    expect(await it1c.one(sql`select debt::int as debt, overdue::int as overdue from contracts`)).toEqual({
      debt: 10_000,
      overdue: 0,
    })
    expect((await it1c.put('debts', [{ company: 'co-1', debt: 5, at: '2026-11-20T10:00:00' }])).body[0]).toMatchObject({
      code: 'exchange.older',
    })
  })

  it('[EXCH-25] sets credit limits and records that they moved', async () => {
    expect(results(await it1c.put('credit-limits', [{ company: 'co-1', creditLimit: '750000.00' }]))).toEqual([
      'changed',
    ])
    expect(results(await it1c.put('credit-limits', [{ company: 'co-1', creditLimit: 750000 }]))).toEqual(['same'])
    expect((await it1c.put('credit-limits', [{ company: 'co-1', creditLimit: -1 }])).body[0]).toMatchObject({
      result: 'failed',
      field: 'creditLimit',
    })
    expect(await it1c.rows(sql`select data->>'to' as "to" from events where type = 'limit.changed'`)).toEqual([
      { to: '75000000' },
    ])
  })
})
