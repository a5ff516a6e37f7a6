import { sql } from '@payloadcms/db-postgres/drizzle'
import { handleEndpoints } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKey, revokeKey } from '@/collections/clients/access-keys/access-key.actions'
import { companiesWithKeys, ownKeys } from '@/collections/clients/access-keys/access-key.queries'
import { setActiveAction } from '@/collections/people/memberships/membership.actions'
import { endOtherSessionsAction } from '@/collections/people/users/user.profile.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { changePassword } from '@/src/mechanisms/sessions/credentials'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { frontBy, makeKey, type FrontCall } from '@/tests/support/front'
import { frontWorld, type FrontWorld } from './world'

const password = 'берёза-над-рекой'
let at: FrontWorld
let own: Awaited<ReturnType<typeof makeKey>>
beforeEach(async () => {
  at = await frontWorld()
  const { hash, salt } = await hashPassword(password)
  await execute(at.payload, sql`update users set hash = ${hash}, salt = ${salt} where id = ${at.user}`)
  // That has ended the key that the world made.
  own = await makeKey(at.payload, { user: at.user, company: at.company })
})

const req = () => at.make.as('users', at.user)
const asked = { name: 'Приложение', acts: false, days: 30 } as const
const made = async (more: object = {}) => createKey(await req(), password, { ...asked, company: at.company, ...more })
const by = (key: string): FrontCall => frontBy({ authorization: `Bearer ${key}` })
const isIn = async (call: FrontCall): Promise<boolean> => (await call('GET', '/me')).status === 200

describe('[EXCH-36] access keys', () => {
  it('one is made with the password, told once, kept as a hash, shown with its use, and revoked', async () => {
    const { id, key, hint } = await made()
    expect(key).toMatch(/^kbp_[\w-]{43}$/)
    expect(key.startsWith(hint)).toBe(true)
    const [row] = await query<Record<string, string>>(at.payload, sql`select * from access_keys where id = ${id}`)
    expect(JSON.stringify(row)).not.toContain(key)
    expect(await query(at.payload, sql`select 1 from audit where audit::text like ${`%${key}%`}`)).toEqual([])
    expect(await isIn(by(key))).toBe(true)
    const context = await at.make.context('users', at.user)
    const [mine] = await ownKeys(at.payload, context.actor)
    expect(mine).toMatchObject({ id, hint, name: 'Приложение', acts: false, company: 'Север' })
    expect(mine?.lastUsedAt).not.toBeNull()
    await runAction(revokeKey, { req: await req(), input: { id } })
    expect(await by(key)('GET', '/me')).toMatchObject({ status: 401, body: { code: 'accessKey.wrong' } })
    const lines = await query<{ action: string }>(
      at.payload,
      sql`select action from audit where action like 'access-keys.%' order by created_at`,
    )
    expect(lines.map(({ action }) => action)).toEqual(['access-keys.create', 'access-keys.revoke'])
  })

  it('none is made without the password, for a company that is not theirs or has them off, or without a name', async () => {
    await expect(createKey(await req(), 'другое', { ...asked, company: at.company })).rejects.toMatchObject({
      code: 'auth.passwordWrong',
    })
    await expect(made({ company: at.other })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(made({ name: ' ' })).rejects.toMatchObject({ code: 'accessKey.unnamed', field: 'name' })
    await execute(at.payload, sql`update companies set access_keys = false where id = ${at.company}`)
    await expect(made()).rejects.toMatchObject({ code: 'accessKey.off' })
    expect(await companiesWithKeys(at.payload, (await at.make.context('users', at.user)).actor)).toEqual([])
    expect(await own.call('GET', '/me')).toMatchObject({ status: 403, body: { code: 'accessKey.off' } })
  })

  it('one that only reads changes nothing, and none of any kind opens another door', async () => {
    const reader = by((await made()).key)
    expect((await reader('GET', '/cart')).status).toBe(200)
    const refused = await reader('PUT', `/cart/lines/${at.bolt.sku}`, { body: { qty: 10 } })
    expect(refused).toMatchObject({ status: 403, body: { code: 'accessKey.readOnly' } })
    const { default: config } = await import('@payload-config')
    const headers = { authorization: `Bearer ${own.key}`, 'content-type': 'application/json' }
    const knock = (path: string, method = 'GET', body?: object) =>
      handleEndpoints({
        config,
        request: new Request(`http://localhost:3000/api${path}`, {
          method,
          headers,
          ...(body && { body: JSON.stringify(body) }),
        }),
      })
    for (const path of ['/orders', '/access-keys', '/login-sessions', '/search?q=болт', '/live'])
      expect([path, (await knock(path)).status]).toEqual([
        path,
        expect.toSatisfy((status: number) => [401, 403].includes(status)),
      ])
    expect(await (await knock('/users/me')).json()).toMatchObject({ user: null })
    for (const path of [
      '/actions/access-keys.revoke',
      '/actions/users.updateProfile',
      '/users/change-password',
      '/users/change-email',
    ])
      expect([
        path,
        (
          await knock(path, 'POST', {
            id: own.id,
            name: 'Анна',
            current: password,
            password: 'x',
            email: 'x@example.com',
          })
        ).status,
      ]).toEqual([path, 401])
    expect((await knock('/actions/access-keys.create', 'POST', { company: at.company, ...asked })).status).toBe(404)
  })

  it('stands in a header alone: in an address it is nothing but an unknown name', async () => {
    const nobody = frontBy({})
    expect((await nobody('GET', `/me?access_token=${own.key}`)).status).toBe(401)
    expect((await nobody('GET', '/me', { headers: { authorization: `JWT ${own.key}` } })).status).toBe(401)
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'a new password',
      async () => changePassword(await req(), 'users', { current: password, password: 'ольха-у-дороги' }),
    ],
    ['signing out everywhere', async () => runAction(endOtherSessionsAction, { req: await req(), input: {} })],
    ['being switched off', () => execute(at.payload, sql`update users set active = false where id = ${at.user}`)],
    [
      'leaving the company',
      async () => {
        const [membership] = await query<{ id: string }>(
          at.payload,
          sql`select id::text from memberships where user_id = ${at.user}`,
        )
        const admin = await at.make.staff({ role: 'admin' })
        await runAction(setActiveAction, {
          req: await at.make.as('staff', admin),
          input: { id: membership?.id ?? '', active: false },
        })
      },
    ],
    [
      'its last day',
      () => execute(at.payload, sql`update access_keys set expires_at = now() where user_id = ${at.user}`),
    ],
  ])('ends with %s, and does not come back with what follows', async (_what, end) => {
    expect(await isIn(own.call)).toBe(true)
    await end()
    expect(await isIn(own.call)).toBe(false)
    await execute(at.payload, sql`update users set active = true where id = ${at.user}`)
    await execute(at.payload, sql`update memberships set active = true where user_id = ${at.user}`)
    expect(await isIn(own.call)).toBe(false)
  })

  it('is of one company: a person’s other one is not there for it', async () => {
    const two = await at.make.company({ accessKeys: true })
    const person = await at.make.user({ companies: [at.company, two] })
    const { call } = await makeKey(at.payload, { user: person, company: at.company })
    expect((await call('GET', '/me')).body.companies).toHaveLength(1)
    expect((await call('GET', '/orders', { headers: { 'x-company': two } })).status).toBe(404)
    expect((await call('GET', `/orders?company=${at.company}`)).body.total).toBe(1)
  })

  it('guesses and floods are refused for a while, in words and in seconds', async () => {
    const guess = (n: number) => by(`kbp_${String(n).padStart(43, 'x')}`)('GET', '/me')
    const answers = []
    for (let n = 0; n < 31; n += 1) answers.push(await guess(n))
    expect(answers.slice(0, 30).every(({ status }) => status === 401)).toBe(true)
    expect(answers[30]).toMatchObject({ status: 429, body: { code: 'rate.limited' } })
    expect(Number(answers[30]?.headers.get('retry-after'))).toBeGreaterThan(0)
    const { callsOf } = await import('@/endpoints/front/callsOf')
    expect(() => {
      for (let n = 0; n < 601; n += 1) callsOf('a-key')
    }).toThrow(expect.objectContaining({ code: 'rate.limited' }))
  })
})
