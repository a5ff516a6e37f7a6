import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { remindOfPayments } from '@/collections/contracts/schedule-lines/schedule-line.jobs'
import { drainJobs } from '@/tests/support/jobs'
import { results, world, type World } from './world'

let it1c: World
const contract = { externalId: 'd-1', company: 'co-1', number: '12-П', date: '2026-02-02', creditLimit: '500000.00' }
const person = {
  externalId: 'p-1',
  company: 'co-1',
  name: 'Анна',
  email: 'anna@example.com',
  portalRole: 'buyer',
  portalAccess: true,
}

beforeEach(async () => {
  it1c = await world()
})
const wanted = async (): Promise<string[]> => {
  const { body } = await it1c.call('GET', 'changes?entity=contracts')
  return body.changes.map((change: { event: string; entityId: string }) => `${change.event} ${change.entityId}`)
}
const withPeople = async (): Promise<void> => {
  await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
  await it1c.put('contacts', [person])
}

describe('contracts over REST', () => {
  it('[EXCH-26] keeps nothing of a contract that nobody in the portal needs, and asks for it later', async () => {
    const unknown = await it1c.put('contracts', [contract])
    expect(unknown.body[0]).toMatchObject({ result: 'parked', code: 'contract.companyUnknown' })
    const issue = await it1c.one<{ row: string }>(sql`select "row"::text as row from exchange_issues`)
    expect(issue.row).not.toContain('12-П')
    await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
    expect(await wanted()).toEqual(['contracts.wanted d-1'])
    expect((await it1c.put('contracts', [contract])).body[0]).toMatchObject({
      result: 'parked',
      code: 'contract.nobodyNeeds',
    })
    await it1c.put('contacts', [person])
    expect(await wanted()).toEqual(['contracts.wanted d-1', 'contracts.wanted d-1'])
    expect(results(await it1c.put('contracts', [contract]))).toEqual(['created'])
    await drainJobs(it1c.payload)
    expect(await it1c.rows(sql`select number from contracts`)).toEqual([{ number: '12-П' }])
    expect(await it1c.rows(sql`select id from exchange_issues where status in ('open', 'parked')`)).toEqual([])
  })

  it('[EXCH-26] keeps every contract of a known client when the settings say so', async () => {
    await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
    await it1c.rows(
      sql`insert into portal_settings (contracts_only_for_users, created_at, updated_at) values (false, now(), now())`,
    )
    expect(results(await it1c.put('contracts', [contract]))).toEqual(['created'])
  })

  it('[EXCH-26] creates, leaves, changes and refuses; addenda know their contract', async () => {
    await withPeople()
    const addendum = { ...contract, externalId: 'd-2', number: '1', parent: 'd-1', status: 'signing' }
    expect(
      results(
        await it1c.put('contracts', [contract, addendum, { ...contract, externalId: 'd-3', date: '2026-02-30' }]),
      ),
    ).toEqual(['created', 'created', 'failed'])
    expect(
      results(
        await it1c.put('contracts', [contract, { ...contract, number: '12-П/2', status: 'suspended', creditLimit: 1 }]),
      ),
    ).toEqual(['same', 'changed'])
    expect(results(await it1c.put('contracts', [contract]))).toEqual(['changed'])
    const { body } = await it1c.call('GET', 'contracts?externalId=d-2')
    expect(body.items[0]).toMatchObject({ kind: 'addendum', parent: 'd-1', status: 'signing', date: '2026-02-02' })
    const { events } = await it1c.one<{ events: number }>(
      sql`select count(*)::int as events from events where type = 'limit.changed'`,
    )
    expect(events).toBe(2)
  })

  it('[EXCH-26] moves a contract along its workflow to where 1C says, and the client reads of it', async () => {
    await withPeople()
    const says = async (status: string) => results(await it1c.put('contracts', [{ ...contract, status }]))
    expect(await says('draft')).toEqual(['created'])
    for (const status of ['signing', 'active', 'suspended', 'terminated', 'expired', 'draft'])
      expect([await says(status), await says(status)]).toEqual([['changed'], ['same']])
    const told = await it1c.rows<{ type: string; internal: boolean }>(
      sql`select type, internal from events where entity = 'contracts' and type <> 'contract.added' order by created_at, id`,
    )
    expect(told.map(({ type, internal }) => [type, internal])).toEqual([
      ['contract.offered', false],
      ['contract.activated', false],
      ['contract.suspended', false],
      ['contract.terminated', false],
      ['contract.expired', false],
      ['contract.redrafted', true],
    ])
  })

  it('[EXCH-27] replaces the schedule of a contract as a whole', async () => {
    await withPeople()
    await it1c.put('contracts', [contract])
    const lines = [
      { dueDate: '2026-12-01', amount: '100.00' },
      { dueDate: '2027-01-12', amount: '200.00', paid: 50 },
    ]
    expect(results(await it1c.put('schedules', [{ contract: 'd-1', lines }]))).toEqual(['created'])
    expect(results(await it1c.put('schedules', [{ contract: 'd-1', lines: [...lines].reverse() }]))).toEqual(['same'])
    const bad = { contract: 'd-1', lines: [{ dueDate: '2026-12-01', amount: 'сто' }] }
    expect((await it1c.put('schedules', [bad, { contract: 'd-9', lines }])).body).toMatchObject([
      { result: 'failed', field: 'lines.0.amount' },
      { result: 'parked', externalId: 'd-9' },
    ])
    expect((await it1c.call('GET', 'schedules?externalId=d-1')).body.items[0].lines).toHaveLength(2)
    expect(results(await it1c.put('schedules', [{ contract: 'd-1', lines: [] }]))).toEqual(['changed'])
    expect(await it1c.rows(sql`select id from schedule_lines`)).toEqual([])
  })

  it('[EXTRA-09] reminds of a payment as many days before as the portal says, once', async () => {
    await withPeople()
    await it1c.put('portal-roles', [{ code: 'buyer', name: 'Закупки', capabilities: ['contracts.read'] }])
    await it1c.put('contracts', [contract])
    await it1c.put('schedules', [
      {
        contract: 'd-1',
        lines: [
          { dueDate: '2026-12-04', amount: '100.00' },
          { dueDate: '2026-12-05', amount: 1 },
          { dueDate: '2026-12-03', amount: 7, paid: 7 },
        ],
      },
    ])
    const req = await createLocalReq({}, it1c.payload)
    const now = new Date('2026-12-01T06:00:00Z')
    expect(await remindOfPayments(req, now)).toBe(1)
    expect(await remindOfPayments(req, now)).toBe(0)
    await drainJobs(it1c.payload)
    const told = await it1c.rows<{ title: string; body: string }>(
      sql`select title, body from notifications where key = 'client' and title like 'Через%'`,
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.title.replace(/\s/g, ' ')).toBe('Через 3 дня платёж: 100,00 ₽')
    // As early as the administrator says.
    await it1c.payload.updateGlobal({ slug: 'portal-settings', data: { remindDays: 4 } })
    expect(await remindOfPayments(req, now)).toBe(1)
    await it1c.payload.updateGlobal({ slug: 'portal-settings', data: { remindDays: 0 } })
    await it1c.put('schedules', [{ contract: 'd-1', lines: [{ dueDate: '2026-12-02', amount: 1 }] }])
    expect(await remindOfPayments(req, now)).toBe(0)
    expect(await remindOfPayments(req, new Date('2026-12-02T06:00:00Z'))).toBe(1)
  })
})
