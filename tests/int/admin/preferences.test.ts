import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestAnswer, type RestCall } from '@/tests/support/restAs'

let payload: Payload
let make: Builders
let callers: Record<'staff' | 'users', RestCall>

const call = (who: 'staff' | 'users', method: string, key: string, value?: unknown): Promise<RestAnswer> =>
  callers[who](method, `/payload-preferences/${key}`, method === 'POST' ? { value } : undefined)

describe('what the panel remembers of a person', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    const staff = await make.staff({ role: 'admin', email: 'a@example.com' })
    const user = await make.user({ email: 'u@example.com' })
    callers = {
      staff: await restAs(payload, { collection: 'staff', id: staff }),
      users: await restAs(payload, { collection: 'users', id: user, email: 'u@example.com' }),
    }
  })

  it.each(['staff', 'users'] as const)(
    '%s: nothing at first, then what was written, the last of several, nothing after deletion',
    async (who) => {
      for (const key of ['orders-list', 'nav']) {
        expect(await call(who, 'GET', key)).toMatchObject({ status: 200, body: { value: null } })
        for (const value of [{ limit: 10 }, { limit: 25 }])
          expect(await call(who, 'POST', key, value)).toMatchObject({ status: 200 })
        expect(await call(who, 'GET', key)).toMatchObject({ status: 200, body: { value: { limit: 25 } } })
      }
      expect(await call(who, 'DELETE', 'nav')).toMatchObject({ status: 200 })
      expect(await call(who, 'GET', 'nav')).toMatchObject({ status: 200, body: { value: null } })
      expect(await call(who, 'DELETE', 'nav')).toMatchObject({ status: 404 })
      expect(await call(who, 'GET', 'orders-list')).toMatchObject({ status: 200, body: { value: { limit: 25 } } })
    },
  )

  it('one person neither reads nor overwrites what another has under the same key', async () => {
    await call('staff', 'POST', 'nav', { open: ['a'] })
    await call('users', 'POST', 'nav', { open: ['b'] })
    expect((await call('staff', 'GET', 'nav')).body.value).toEqual({ open: ['a'] })
    expect((await call('users', 'GET', 'nav')).body.value).toEqual({ open: ['b'] })
    await call('users', 'DELETE', 'nav')
    expect((await call('staff', 'GET', 'nav')).body.value).toEqual({ open: ['a'] })
  })
})
