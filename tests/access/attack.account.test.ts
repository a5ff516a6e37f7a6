import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '@/src/mechanisms/database/query'
import { hashToken } from '@/src/mechanisms/exchange/nodeSecrets'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { ask, q } from './surface'
import { canary, makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const everybody: readonly Who[] = [
  'admin',
  'editor',
  'manager',
  'head',
  'client',
  'narrow',
  'partner',
  'employee',
  'dismissed',
  'blocked',
  'anonymous',
]

describe('doors of an account', () => {
  it('[AUTH-03] that nobody may use are shut for everybody, an empty collection or not', async () => {
    for (const who of everybody) {
      for (const slug of ['users', 'staff']) {
        for (const path of ['first-register', 'unlock', 'verify/some-token', 'verify/x.js']) {
          const answer = await ask(world, who, `/api/${slug}/${path}`, {
            method: 'POST',
            json: { email: 'new@evil.example', password: 'long-enough-password-1', name: 'x', role: 'admin' },
          })
          expect([403, 404], `${who} ${slug}/${path}`).toContain(answer.status)
        }
        expect((await ask(world, who, `/api/${slug}/init`)).json()).toEqual({ initialized: true })
      }
    }
    expect(await query(world.payload, sql`select 1 from staff where email like '%evil%'`)).toEqual([])
  })

  it('[AUTH-03] `me` tells of nobody but oneself, and never of secrets', async () => {
    for (const who of everybody) {
      for (const slug of ['users', 'staff'] as const) {
        const { text, json } = await ask(
          world,
          who,
          `/api/${slug}/me?depth=10&${q({ 'select[hash]': 'true', 'populate[companies][debt]': 'true' })}`,
        )
        const user = json().user as { id?: string } | null
        const own = who !== 'anonymous' && world.people[who].collection === slug
        // Whoever was switched off may be told that they are nobody, or who they were.
        const mine = own ? world.people[who].id : null
        expect(who === 'dismissed' || who === 'blocked' ? [mine, null] : [mine], `${who} ${slug}`).toContain(
          user?.id ?? null,
        )
        expect(text).not.toMatch(/"(hash|salt|resetPasswordToken|_verificationToken|token|sid)"/)
      }
    }
  })

  it('[ROLE-01] a token of one collection opens nothing of the other, and a changed one nothing at all', async () => {
    const cookie = (await world.browser('client')).get('cookie') ?? ''
    const [head = '', body = '', signature = ''] = cookie.split('=')[1]?.split('.') ?? []
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    const forged = (change: Record<string, unknown>, header = head): string =>
      `payload-token=${header}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${signature}`
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
    const tries = [
      forged({ collection: 'staff', id: world.people.admin.id }),
      forged({ id: world.people.foreignClient.id }),
      forged({}, none),
      `payload-token=${none}.${Buffer.from(JSON.stringify({ ...claims, collection: 'staff', id: world.people.admin.id })).toString('base64url')}.`,
      'payload-token=; payload-token=x',
    ]
    for (const attempt of tries) {
      expect((await ask(world, 'anonymous', '/api/companies', { headers: { cookie: attempt } })).status).toBe(403)
      expect((await ask(world, 'anonymous', '/api/staff/me', { headers: { cookie: attempt } })).json().user).toBeNull()
    }
    expect((await ask(world, 'anonymous', '/api/companies', { headers: { cookie } })).status).toBe(200)
    // The same token said aloud in a header is the same person, and no other way in.
    expect(
      (await ask(world, 'anonymous', '/api/staff', { headers: { authorization: `JWT ${cookie.split('=')[1]}` } }))
        .status,
    ).toBe(403)
  })

  it('[ROLE-01] people change nothing of their own account past the doors that ask for the password', async () => {
    const before = await query(world.payload, sql`select * from users where id = ${world.people.client.id}`)
    for (const data of [
      { password: 'stolen-by-a-page-1' },
      { email: 'x@evil.example' },
      { kind: 'partner' },
      { active: false },
      { _verified: false },
      { company: world.companies.foreign },
      { closedBy: 'erp' },
    ]) {
      for (const path of [
        `/api/users/${world.people.client.id}`,
        `/api/users?${q({ 'where[id][equals]': world.people.client.id })}`,
      ]) {
        expect((await ask(world, 'client', path, { method: 'PATCH', json: data })).status).toBeGreaterThanOrEqual(400)
      }
    }
    expect(await query(world.payload, sql`select * from users where id = ${world.people.client.id}`)).toEqual(before)
  })
})

describe('preferences', () => {
  it('[ROLE-01] of another person are neither read, written nor taken away by their key or their id', async () => {
    const before = await query(
      world.payload,
      sql`select id::text, key, value from payload_preferences where key = 'key-foreignClient'`,
    )
    const id = String((before[0] as { id: string }).id)
    for (const who of ['client', 'partner', 'manager', 'admin', 'anonymous'] as const) {
      expect((await ask(world, who, '/api/payload-preferences/key-foreignClient')).text).not.toContain('foreignClient')
      await ask(world, who, '/api/payload-preferences/key-foreignClient', {
        method: 'POST',
        json: { value: { taken: true }, user: { relationTo: 'users', value: world.people.foreignClient.id } },
      })
      for (const method of ['PATCH', 'DELETE'])
        await ask(world, who, `/api/payload-preferences/${id}`, { method, json: { value: { taken: true } } })
      await ask(world, who, '/api/payload-preferences/key-foreignClient', { method: 'DELETE' })
    }
    expect(
      await query(world.payload, sql`select id::text, key, value from payload_preferences where id = ${id}`),
    ).toEqual(before)
  })
})

describe('an exchange node', () => {
  it('[EXCH-02] is nobody for the rest of the portal, and a person is no node', async () => {
    const [node] = await query<{ id: string }>(
      world.payload,
      sql`update exchange_nodes set token_hash = ${hashToken('node-token-1')} where login = 'ut' returning id::text`,
    )
    expect(node).toBeDefined()
    await execute(
      world.payload,
      sql`insert into exchange_nodes_entities ("order", parent_id, value) values (1, ${node?.id}, 'catalogue')`,
    )
    for (const authorization of [
      'Bearer node-token-1',
      'JWT node-token-1',
      `Basic ${Buffer.from('ut:node-token-1').toString('base64')}`,
    ]) {
      for (const path of [
        '/api/orders',
        '/api/companies',
        '/api/users',
        '/api/document-files/file/own-open.pdf',
        '/api/live',
        '/api/search?q=x',
        '/api/exchange/files/x',
      ]) {
        expect([401, 403], `${authorization.slice(0, 6)} ${path}`).toContain(
          (await ask(world, 'anonymous', path, { headers: { authorization } })).status,
        )
      }
      const answer = await ask(world, 'anonymous', '/api/actions/workflow.transition', {
        method: 'POST',
        headers: { authorization },
        json: { entity: 'orders', id: String(world.rows.get('orders')?.[0]?.id), transition: 'confirm' },
      })
      expect(answer.status).toBe(401)
    }
    // Rights by area: a node of the catalogue gets nothing of clients, and the same answer for what there is not.
    for (const path of ['companies', 'contacts', 'orders', 'documents', 'balances', 'changes?entity=companies']) {
      const answer = await ask(world, 'anonymous', `/api/1c/v1/${path}`, {
        headers: { authorization: 'Bearer node-token-1' },
      })
      expect(answer.status, path).toBeGreaterThanOrEqual(403)
      expect(answer.text).not.toContain('canary')
    }
    for (const who of everybody) {
      for (const path of ['/api/1c/v1/companies', '/api/1c/v1/changes', '/api/1c/commerceml?type=sale&mode=query']) {
        const answer = await ask(world, who, path)
        expect(answer.status === 401 || answer.text.startsWith('failure'), `${who} ${path}: ${answer.status}`).toBe(
          true,
        )
      }
    }
  })
})

describe('whoever has left', () => {
  it('[ROLE-01] [ROLE-03] is refused from the next request on: a membership, a manager’s client, an employee', async () => {
    const seen = async (who: Who): Promise<string> => (await ask(world, who, '/api/orders?depth=2&limit=200')).text
    expect(await seen('partner')).toContain(canary('partner'))
    await execute(world.payload, sql`update memberships set active = false where user_id = ${world.people.partner.id}`)
    // Their own phone is theirs to read, and carries the mark.
    await execute(world.payload, sql`update users set phone = null where id = ${world.people.partner.id}`)
    for (const path of [
      '/api/orders?depth=2',
      '/api/companies',
      '/api/notifications?limit=200',
      '/api/events?limit=200',
      '/api/comments?limit=200',
      '/api/document-files?limit=200',
      '/api/search?q=canary',
    ]) {
      expect((await ask(world, 'partner', path)).text, path).not.toMatch(/canary-(partner|sub)/)
    }
    expect((await ask(world, 'partner', '/api/document-files/file/partner-open.pdf')).status).toBe(403)

    expect(await seen('manager')).toContain(canary('own'))
    await execute(
      world.payload,
      sql`update companies set manager_id = ${world.people.stranger.id} where id = ${world.companies.own}`,
    )
    expect(await seen('manager')).not.toContain(canary('own'))
    expect((await ask(world, 'manager', '/api/document-files/file/own-open.pdf')).status).toBe(403)

    const cookie = (await world.browser('colleague' as Who)).get('cookie') ?? ''
    expect((await ask(world, 'anonymous', '/api/companies', { headers: { cookie } })).status).toBe(200)
    await execute(world.payload, sql`update staff set active = false where id = ${world.people.colleague.id}`)
    expect((await ask(world, 'anonymous', '/api/companies', { headers: { cookie } })).status).toBe(403)
    expect(
      (await ask(world, 'anonymous', '/api/staff/refresh-token', { method: 'POST', headers: { cookie }, json: {} }))
        .status,
    ).toBe(401)
  })
})
