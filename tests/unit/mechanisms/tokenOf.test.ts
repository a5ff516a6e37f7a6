import { jwtSign, type Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { tokenOf } from '@/src/mechanisms/sessions/tokenOf'

const SECRET = 'a-secret-of-this-test-0123456789'
// What is asked of the instance is its secret and how its cookie is called.
const payload = { secret: SECRET, config: { cookiePrefix: 'payload' } } as unknown as Payload

async function named(fields: Record<string, unknown>, { secret = SECRET, seconds = 60 } = {}) {
  const { token } = await jwtSign({ fieldsToSign: fields, secret, tokenExpiration: seconds })
  return tokenOf(payload, new Headers({ cookie: `other=1; payload-token=${token}` }))
}

describe('whom a token names before the database is asked', () => {
  it.each(['users', 'staff'] as const)('one of %s, with their session', async (collection) => {
    const who = { collection, id: 'one', sid: 'session' }
    expect(await named({ ...who, email: 'a@example.com' })).toEqual(who)
  })

  it('nobody, when another secret has signed it, its time is over, or it is of no person', async () => {
    const who = { collection: 'users', id: 'one', sid: 'session' }
    expect(await named(who, { secret: 'another-secret-of-this-test-01234' })).toBeNull()
    expect(await named(who, { seconds: -1 })).toBeNull()
    expect(await named({ ...who, collection: 'exchange-nodes' })).toBeNull()
    expect(await named({ ...who, sid: undefined })).toBeNull()
    expect(await tokenOf(payload, new Headers({ cookie: 'payload-token=not.a.token' }))).toBeNull()
    expect(await tokenOf(payload, new Headers())).toBeNull()
  })
})
