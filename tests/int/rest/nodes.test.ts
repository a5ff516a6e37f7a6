import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { isAddressAllowed } from '@/src/mechanisms/exchange/nodeAuth'
import { basic, results, world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
})
const item = { externalId: 'co-1', name: 'Первый' }

describe('exchange nodes', () => {
  it('[EXCH-02] lets in by password and by token', async () => {
    const node = await it1c.node()
    expect((await it1c.put('companies', [item], { auth: basic(node.login, node.secret) })).status).toBe(200)
    expect((await it1c.put('companies', [item], { auth: `Bearer ${node.token}` })).status).toBe(200)
    expect(
      await it1c.one(sql`select last_seen_at is not null as seen from exchange_nodes where id = ${node.id}`),
    ).toEqual({ seen: true })
  })

  it('[EXCH-02] answers alike to a wrong password, an unknown login, a wrong token and a node that is off', async () => {
    const node = await it1c.node()
    const off = await it1c.node({ active: false })
    const refused = []
    for (const auth of [
      basic(node.login, 'no'),
      basic('nobody', 'no'),
      'Bearer no',
      basic(off.login, off.secret),
      `Bearer ${off.token}`,
      null,
      'Basic ###',
    ]) {
      refused.push(await it1c.put('companies', [item], { auth }))
    }
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([401]))
    expect(new Set(refused.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(refused[0]?.body).toMatchObject({
      code: 'exchange.nodeWrong',
      message: 'Логин, пароль или токен узла не подходят',
    })
    expect(refused[0]?.headers.get('www-authenticate')).toContain('Basic')
  })

  it('[EXCH-02] gives each area only to a node that has a right to it', async () => {
    const node = await it1c.node({ areas: ['orders'] })
    const auth = `Bearer ${node.token}`
    for (const entity of [
      'companies',
      'contacts',
      'contracts',
      'schedules',
      'balances',
      'debts',
      'statement-lines',
      'documents',
    ]) {
      expect(await it1c.put(entity, [{}], { auth })).toMatchObject({
        status: 403,
        body: { code: 'exchange.areaDenied' },
      })
    }
    for (const path of ['document-requests', 'changes?entity=companies', 'documents?externalId=x']) {
      expect((await it1c.call('GET', path, { auth })).status).toBe(403)
    }
    expect((await it1c.call('GET', 'orders', { auth })).status).toBe(200)
    expect(await it1c.rows(sql`select id from companies`)).toEqual([])
  })

  it('[EXCH-02] keeps to the list of addresses', async () => {
    const node = await it1c.node({ addresses: ['10.1.0.0/16', '2001:db8::/32'] })
    const from = (address: string) =>
      it1c.put('companies', [item], { auth: `Bearer ${node.token}`, headers: { 'x-client-address': address } })
    expect((await from('10.1.2.3')).status).toBe(200)
    expect((await from('::ffff:10.1.2.3')).status).toBe(200)
    expect(await from('10.2.0.1')).toMatchObject({ status: 403, body: { code: 'exchange.addressDenied' } })
    expect((await it1c.put('companies', [item], { auth: `Bearer ${node.token}` })).status).toBe(403)
    expect(isAddressAllowed(['garbage', '10.0.0.0/99'], '10.0.0.1')).toBe(false)
    expect(isAddressAllowed([], null)).toBe(true)
  })

  it('[EXCH-02] stops guessing, while the right password from elsewhere still gets in', async () => {
    const node = await it1c.node()
    const from = (secret: string, address: string) =>
      it1c.put('companies', [item], { auth: basic(node.login, secret), headers: { 'x-client-address': address } })
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, place) => from(`guess-${place}`, '203.0.113.9')))
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(20)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(10)
    expect((await from(node.secret, '203.0.113.9')).status).toBe(429)
    expect((await from(node.secret, '198.51.100.7')).status).toBe(200)
  })

  it('[EXCH-02] same key and body give the same answer; another body is refused', async () => {
    const headers = { 'idempotency-key': 'k-1' }
    const first = await it1c.put('companies', [item], { headers })
    expect(results(first)).toEqual(['created'])
    expect((await it1c.put('companies', [item], { headers })).body).toEqual(first.body)
    expect(await it1c.put('companies', [{ ...item, name: 'Другой' }], { headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.mismatch' },
    })
    expect((await it1c.one<{ n: number }>(sql`select count(*)::int as n from exchange_runs`)).n).toBe(1)
  })

  it('[EXCH-02] calls with one key at the same moment do it once', async () => {
    const line = { externalId: 's-1', company: 'co-1', at: '2026-11-20T12:00:00', amount: 100 }
    await it1c.put('companies', [item])
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => it1c.put('statement-lines', [line], { headers: { 'idempotency-key': 'one' } })),
    )
    for (const reply of replies) expect(reply.body).toEqual([{ externalId: 's-1', result: 'created' }])
    expect((await it1c.one<{ n: number }>(sql`select count(*)::int as n from ledger_transactions`)).n).toBe(1)
  })

  it('[EXCH-02] a switched-off exchange is not there', async () => {
    await it1c.rows(sql`insert into modules ("off", created_at, updated_at) values ('["exchange"]', now(), now())`)
    const { forgetSwitches } = await import('@/src/mechanisms/modules/switches')
    forgetSwitches()
    expect((await it1c.put('companies', [item])).status).toBe(404)
  })
})
