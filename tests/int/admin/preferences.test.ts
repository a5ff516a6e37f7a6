import config from '@payload-config'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '@/src/mechanisms/sessions/sessions'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let tokens: Record<'staff' | 'users', string>

const call = async (who: 'staff' | 'users', method: string, key: string, value?: unknown): Promise<{ status: number; body: Record<string, unknown> }> => {
  const request = new Request(`http://localhost:3000/api/payload-preferences/${key}`, {
    method,
    headers: { authorization: `JWT ${tokens[who]}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify({ value }) } : {}),
  })
  const response = await handleEndpoints({ config, request })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('what the panel remembers of a person', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    const req = await createLocalReq({}, payload)
    const staff = await make.staff({ role: 'admin', email: 'a@example.com' })
    const user = await make.user({ email: 'u@example.com' })
    tokens = {
      staff: (await openSession(req, { collection: 'staff', id: staff, email: 'a@example.com' })).token,
      users: (await openSession(req, { collection: 'users', id: user, email: 'u@example.com' })).token,
    }
  })

  it.each(['staff', 'users'] as const)('%s: nothing at first, then what was written, the last of several, nothing after deletion', async (who) => {
    for (const key of ['orders-list', 'nav']) {
      expect(await call(who, 'GET', key)).toMatchObject({ status: 200, body: { value: null } })
      for (const value of [{ limit: 10 }, { limit: 25 }]) expect(await call(who, 'POST', key, value)).toMatchObject({ status: 200 })
      expect(await call(who, 'GET', key)).toMatchObject({ status: 200, body: { value: { limit: 25 } } })
    }
    expect(await call(who, 'DELETE', 'nav')).toMatchObject({ status: 200 })
    expect(await call(who, 'GET', 'nav')).toMatchObject({ status: 200, body: { value: null } })
    expect(await call(who, 'DELETE', 'nav')).toMatchObject({ status: 404 })
    expect(await call(who, 'GET', 'orders-list')).toMatchObject({ status: 200, body: { value: { limit: 25 } } })
  })

  it('one person neither reads nor overwrites what another has under the same key', async () => {
    await call('staff', 'POST', 'nav', { open: ['a'] })
    await call('users', 'POST', 'nav', { open: ['b'] })
    expect((await call('staff', 'GET', 'nav')).body.value).toEqual({ open: ['a'] })
    expect((await call('users', 'GET', 'nav')).body.value).toEqual({ open: ['b'] })
    await call('users', 'DELETE', 'nav')
    expect((await call('staff', 'GET', 'nav')).body.value).toEqual({ open: ['a'] })
  })
})
