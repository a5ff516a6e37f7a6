import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { request } from './matrix'
import { makeWorld, type World } from './world'

let world: World

beforeEach(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const companiesOf = async (headers: Headers): Promise<number> => {
  const { handleEndpoints } = await import('payload')
  const { default: config } = await import('@payload-config')
  const response = await handleEndpoints({
    config,
    request: new Request('http://localhost:3000/api/companies?depth=0', { headers }),
  })
  const body = (await response.json()) as { totalDocs?: number }
  return body.totalDocs ?? 0
}

describe('a right that is taken away', () => {
  it('[ROLE-01] counts on the next request: membership off, then on again', async () => {
    const browser = await world.browser('client')
    expect(await companiesOf(browser)).toBe(1)
    await execute(world.payload, sql`update memberships set active = false where user_id = ${world.people.client.id}`)
    expect(await companiesOf(browser)).toBe(0)
    await execute(
      world.payload,
      sql`update memberships set active = true where user_id = ${world.people.client.id} and company_id = ${world.companies.own}`,
    )
    expect(await companiesOf(browser)).toBe(1)
  })

  it('[ROLE-03] [ROLE-04] counts on the next request: a client given to another, a manager to another head', async () => {
    const [manager, head] = [await world.browser('manager'), await world.browser('head')]
    expect(await companiesOf(manager)).toBe(2)
    expect(await companiesOf(head)).toBe(3)
    await execute(
      world.payload,
      sql`update companies set manager_id = ${world.people.stranger.id} where id = ${world.companies.own}`,
    )
    expect(await companiesOf(manager)).toBe(1)
    expect(await companiesOf(head)).toBe(2)
    await execute(world.payload, sql`update staff set head_id = null where id = ${world.people.colleague.id}`)
    expect(await companiesOf(head)).toBe(1)
  })

  it('counts on the next request: a capability taken from a portal role', async () => {
    const before = (await (await request(world, 'client', '/api/orders')).json()) as { totalDocs: number }
    expect(before.totalDocs).toBe(1)
    await execute(world.payload, sql`delete from portal_roles_capabilities where value = 'orders.read'`)
    expect((await request(world, 'client', '/api/orders')).status).toBe(403)
  })
})

describe('[AUTH-02] sessions', () => {
  const me = async (browser: Headers, slug: string): Promise<unknown> => {
    const { handleEndpoints } = await import('payload')
    const { default: config } = await import('@payload-config')
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api/${slug}/me`, { headers: browser }),
    })
    return ((await response.json()) as { user: unknown }).user
  }

  it('end at once when a person is switched off, by the panel or by plain SQL', async () => {
    const [client, narrow] = [await world.browser('client'), await world.browser('narrow')]
    expect(await me(client, 'users')).not.toBeNull()
    await world.payload.update({ collection: 'users', id: world.people.client.id, data: { active: false } })
    await execute(world.payload, sql`update users set active = false where id = ${world.people.narrow.id}`)
    expect(await me(client, 'users')).toBeNull()
    expect(await me(narrow, 'users')).toBeNull()
    await execute(world.payload, sql`update users set active = true`)
    expect(await me(client, 'users')).toBeNull()
  })

  it('end when staff get another role, and survive what changes no right', async () => {
    const [manager, editor] = [await world.browser('manager'), await world.browser('editor')]
    await world.payload.update({ collection: 'staff', id: world.people.editor.id, data: { phone: '+74951112233' } })
    expect(await me(editor, 'staff')).not.toBeNull()
    await world.payload.update({ collection: 'staff', id: world.people.manager.id, data: { role: 'editor' } })
    expect(await me(manager, 'staff')).toBeNull()
  })

  it('that ended do not come back when an old copy of the person is written', async () => {
    const browser = await world.browser('client')
    const [stale] = await query<{ id: string }>(
      world.payload,
      sql`select id from users_sessions where _parent_id = ${world.people.client.id}`,
    )
    await execute(world.payload, sql`update login_sessions set ended_at = now() where sid = ${stale?.id}`)
    await execute(world.payload, sql`delete from users_sessions where _parent_id = ${world.people.client.id}`)
    await execute(
      world.payload,
      sql`insert into users_sessions (_order, _parent_id, id, expires_at) values (1, ${world.people.client.id}, ${stale?.id}, now() + interval '1 day')`,
    )
    expect(await me(browser, 'users')).toBeNull()
  })
})

describe('first-register', () => {
  it('is closed for both collections although nobody is there', async () => {
    await emptyDatabase()
    for (const slug of ['staff', 'users']) {
      const response = await request(world, 'anonymous', `/api/${slug}/first-register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'me@example.com', password: 'a-long-enough-secret', name: 'Me', role: 'admin' }),
      })
      expect(response.status).toBe(404)
      expect((await world.payload.count({ collection: slug as 'staff' })).totalDocs).toBe(0)
    }
  })
})
