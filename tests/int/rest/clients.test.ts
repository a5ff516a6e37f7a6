import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { drainJobs } from '@/tests/support/jobs'
import { results, world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
})

const company = {
  externalId: 'co-1',
  name: 'Север-Строй',
  inn: '7707083893',
  manager: 'olga@example.ru',
  creditLimit: '500000.00',
  debt: 182400.5,
}

describe('clients over REST', () => {
  it('[EXCH-02] a limit that comes with another currency is told of in that one', async () => {
    await it1c.put('companies', [company])
    expect(results(await it1c.put('companies', [{ ...company, currency: 'USD', creditLimit: '700.00' }]))).toEqual([
      'changed',
    ])
    expect(await it1c.rows(sql`select data->'limit' as limit from events where type = 'limit.changed'`)).toEqual([
      { limit: { amount: 700_00, currency: 'USD' } },
    ])
  })

  it('[EXCH-02] [EXCH-06] creates, leaves as it is, changes and refuses companies one by one', async () => {
    const first = await it1c.put('companies', [
      company,
      { externalId: 'co-2', name: '' },
      { externalId: 'co-3', name: 'Третий', inn: '123' },
    ])
    expect(first.status).toBe(200)
    expect(results(first)).toEqual(['created', 'failed', 'failed'])
    expect(first.body[1]).toMatchObject({ externalId: 'co-2', code: 'input.required', field: 'name' })
    expect(first.body[2]).toMatchObject({ code: 'inn.wrong', field: 'inn', message: 'В ИНН ошибка: проверьте цифры' })
    expect(results(await it1c.put('companies', [company]))).toEqual(['same'])
    expect(results(await it1c.put('companies', [{ externalId: 'co-1', name: 'Север' }]))).toEqual(['changed'])
    const row = await it1c.one(
      sql`select name, inn, credit_limit::text as "limit", debt::text, (select name from staff s where s.id = manager_id) as manager from companies where external_id = 'co-1'`,
    )
    expect(row).toEqual({ name: 'Север', inn: '7707083893', limit: '50000000', debt: '18240050', manager: 'Ольга' })
  })

  it('[EXCH-06] moves a client along its workflow to where 1C says, from wherever it stands', async () => {
    const says = async (status: string) =>
      results(await it1c.put('companies', [{ externalId: 'co-1', name: 'Север-Строй', status }]))
    expect(await says('new')).toEqual(['created'])
    for (const status of ['active', 'archived', 'suspended', 'new', 'archived'])
      expect([await says(status), await says(status)]).toEqual([['changed'], ['same']])
    expect(await it1c.one(sql`select status::text from companies where external_id = 'co-1'`)).toEqual({
      status: 'archived',
    })
    const told = await it1c.rows<{ type: string }>(
      sql`select type from events where entity = 'companies' and type <> 'company.imported' order by created_at, id`,
    )
    expect(told.map(({ type }) => type)).toEqual([
      'company.activated',
      'company.archived',
      'company.suspended',
      'company.renewed',
      'company.archived',
    ])
  })

  it('[EXCH-06] sets branches, partner and price type, and parks a company whose partner is to come', async () => {
    await it1c.put('branches', [
      { externalId: 'b-1', name: 'Казань' },
      { externalId: 'b-2', name: 'Пермь' },
    ])
    const parked = await it1c.put('companies', [
      { externalId: 'sub', name: 'Субклиент', partner: 'lead', branches: ['b-1', 'b-2'] },
    ])
    expect(parked.body[0]).toMatchObject({ result: 'parked', code: 'exchange.waitsFor', field: 'partner' })
    await it1c.put('companies', [{ externalId: 'lead', name: 'Партнёр' }])
    await drainJobs(it1c.payload)
    const read = await it1c.call('GET', 'companies?externalId=sub')
    expect(read.body.items[0]).toMatchObject({
      externalId: 'sub',
      partner: 'lead',
      branches: ['b-1', 'b-2'],
      sync: { node: expect.stringContaining('УТ') },
    })
    const issue = await it1c.one(sql`select status::text from exchange_issues where external = 'sub'`)
    expect(issue).toEqual({ status: 'replayed' })
    expect(results(await it1c.put('companies', [{ externalId: 'sub', name: 'Субклиент', branches: ['b-2'] }]))).toEqual(
      ['changed'],
    )
  })

  it('[EXCH-06] an old parked copy does not overwrite what was sent since', async () => {
    await it1c.put('contractors', [{ externalId: 'k-1', company: 'late', name: 'Старое' }])
    await it1c.put('companies', [{ externalId: 'late', name: 'Поздний' }])
    await it1c.put('contractors', [{ externalId: 'k-1', company: 'late', name: 'Новое' }])
    await drainJobs(it1c.payload)
    expect(await it1c.one(sql`select name from contractors where external_id = 'k-1'`)).toEqual({ name: 'Новое' })
  })

  it('[EXCH-06] an unknown manager is a warning and the default manager', async () => {
    const reply = await it1c.put('companies', [{ ...company, manager: 'nobody@example.ru' }])
    expect(reply.body[0]).toMatchObject({
      result: 'created',
      warnings: [{ code: 'exchange.managerUnknown', field: 'manager' }],
    })
    expect(await it1c.one(sql`select s.name from companies c join staff s on s.id = c.manager_id`)).toEqual({
      name: 'Ольга',
    })
  })

  it('[EXCH-11] takes contractors and says which number is wrong', async () => {
    await it1c.put('companies', [company])
    const good = {
      externalId: 'k-1',
      company: 'co-1',
      name: 'ООО «Север»',
      inn: '7707083893',
      kpp: '770701001',
      ogrn: '1027700132195',
    }
    const reply = await it1c.put('contractors', [
      good,
      { ...good, externalId: 'k-2', ogrn: '1027700132196' },
      { ...good, externalId: 'k-3', kpp: '77' },
      { ...good, externalId: 'k-4', bik: '044525225', account: '40702810200000000002' },
      {
        externalId: 'k-5',
        company: 'co-1',
        name: 'ИП Ким',
        kind: 'entrepreneur',
        inn: '500100732259',
        ogrn: '304500116000157',
      },
    ])
    expect(results(reply)).toEqual(['created', 'failed', 'failed', 'failed', 'created'])
    expect(reply.body.slice(1, 4).map((item: { field: string; code: string }) => `${item.field} ${item.code}`)).toEqual(
      ['ogrn ogrn.wrong', 'kpp kpp.wrong', 'account account.wrong'],
    )
  })

  it('[EXCH-02] takes a batch of 500 and refuses 501, broken JSON and no array', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ externalId: `m-${place}`, name: `Клиент ${place}` }))
    const full = await it1c.put('companies', many(500))
    expect(new Set(results(full))).toEqual(new Set(['created']))
    expect(await it1c.one(sql`select count(*)::int as n from companies`)).toEqual({ n: 500 })
    expect((await it1c.put('companies', many(501))).status).toBe(413)
    expect(await it1c.call('PUT', 'companies', { body: '[{' })).toMatchObject({
      status: 400,
      body: { code: 'exchange.brokenJson' },
    })
    expect((await it1c.call('POST', 'companies', { body: { externalId: 'x' } })).status).toBe(400)
    expect((await it1c.call('PUT', 'unicorns', { body: [{}] })).status).toBe(404)
    expect(
      await it1c.one(sql`select rows_read::int as read, rows_created::int as created, status::text from exchange_runs`),
    ).toEqual({ read: 500, created: 500, status: 'done' })
  })

  it('[EXCH-02] answers in English to who asks for it', async () => {
    const reply = await it1c.put('companies', [{ externalId: 'x', name: 'X', inn: '1' }], {
      headers: { 'accept-language': 'en' },
    })
    expect(reply.body[0].message).toBe('The INN has an error: please check the digits')
  })

  it('[EXCH-07] portal roles change the rights of everyone who holds them', async () => {
    const role = { code: 'stock', name: 'Снабжение', capabilities: ['orders.read', 'orders.create'] }
    expect(results(await it1c.put('portal-roles', [role, { ...role, code: 'x', capabilities: ['fly'] }]))).toEqual([
      'created',
      'failed',
    ])
    expect(results(await it1c.put('portal-roles', [role]))).toEqual(['same'])
    expect(results(await it1c.put('portal-roles', [{ ...role, capabilities: ['documents.read'] }]))).toEqual([
      'changed',
    ])
    expect((await it1c.call('GET', 'portal-roles?externalId=stock')).body.items[0].capabilities).toEqual([
      'documents.read',
    ])
  })
})
