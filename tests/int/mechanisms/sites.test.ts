import config from '@payload-config'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { knownOrigins } from '@/src/lib/http/knownOrigins'
import { openSession } from '@/src/mechanisms/sessions/sessions'
import { refreshOrigins } from '@/src/mechanisms/sites/siteOrigins'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let cookie: string

/** Whether the cookie of a signed-in browser is believed with this Origin. */
async function believed(origin: string): Promise<boolean> {
  const response = await handleEndpoints({
    config,
    request: new Request('http://localhost:3000/api/users/me', { headers: { cookie, origin } }),
  })
  return ((await response.json()) as { user: unknown }).user != null
}

const save = async (hosts: string[]): Promise<string> =>
  (
    await payload.create({
      collection: 'sites',
      data: { name: 'Второй', hosts },
      overrideAccess: false,
      req: await make.as('staff', await make.staff({ role: 'admin' })),
    })
  ).id

describe('several sites', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    await refreshOrigins(payload)
    const id = await make.user({ email: 'u@example.com' })
    const { token } = await openSession(await createLocalReq({}, payload), {
      collection: 'users',
      id,
      email: 'u@example.com',
    })
    cookie = `${payload.config.cookiePrefix}-token=${token}`
  })
  afterAll(async () => {
    await emptyDatabase()
    await refreshOrigins(payload)
  })

  it('believes a cookie under the host names of its sites, at once and until they are gone', async () => {
    expect([await believed('http://localhost:3000'), await believed('http://second.example')]).toEqual([true, false])
    const id = await save(['Second.Example', 'кабинет.рф', 'third.example:8080'])
    expect(knownOrigins()).toEqual([
      'http://second.example',
      new URL('http://кабинет.рф').origin,
      'http://third.example:8080',
    ])
    for (const origin of ['http://localhost:3000', 'http://second.example', 'http://third.example:8080'])
      expect([origin, await believed(origin)]).toEqual([origin, true])
    for (const origin of [
      'https://second.example',
      'http://a.second.example',
      'http://second.example.evil',
      'http://third.example',
      'null',
    ]) {
      expect([origin, await believed(origin)]).toEqual([origin, false])
    }
    await payload.delete({ collection: 'sites', id, overrideAccess: true })
    expect([await believed('http://second.example'), await believed('http://localhost:3000')]).toEqual([false, true])
  })

  it.each(['*', '*.example.ru', 'https://second.example', 'second.example/path', 'a@b.example', 'a b', '', '.example'])(
    'does not take %j for a host name',
    async (host) => {
      await expect(save([host])).rejects.toMatchObject({ status: 400 })
      await payload.db.drizzle.execute(
        `insert into sites (id, name) values ('00000000-0000-4000-8000-000000000001', 'x')`,
      )
      await payload.db.drizzle.execute(
        `insert into sites_texts ("order", parent_id, path, text) values (1, '00000000-0000-4000-8000-000000000001', 'hosts', '${host}')`,
      )
      await refreshOrigins(payload)
      expect(knownOrigins()).toEqual([])
    },
  )
})
