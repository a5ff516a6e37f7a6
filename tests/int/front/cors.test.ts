import { sql } from '@payloadcms/db-postgres/drizzle'
import { NextRequest } from 'next/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { execute } from '@/src/mechanisms/database/query'
import { refreshOrigins } from '@/src/mechanisms/sites/siteOrigins'
import { frontWorld, type FrontWorld } from './world'

const SHOP = 'https://shop.example.ru'
let at: FrontWorld
beforeEach(async () => {
  at = await frontWorld()
  await execute(
    at.payload,
    sql`insert into portal_settings (front_origins) values (${`${SHOP}\nhttp://localhost:5173/\n`})`,
  )
  await refreshOrigins(at.payload)
})

const knock = async (method: string, path: string, headers: Record<string, string>): Promise<Response> => {
  // Not at the top: it reads the settings, which the worker's setup has to make first.
  const { proxy } = await import('@/proxy')
  return proxy(
    new NextRequest(`http://localhost:3000${path}`, { method, headers: { host: 'localhost:3000', ...headers } }),
  )
}

describe('[EXCH-36] pages of other sites', () => {
  it('of a listed one may ask and read by a key, of another one not', async () => {
    for (const origin of [SHOP, 'http://localhost:5173']) {
      const asked = await knock('OPTIONS', '/api/v1/cart/lines/x', { origin, 'access-control-request-method': 'PUT' })
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin])
      expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization')
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
      const answer = await at.call('GET', '/me', { headers: { origin } })
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
      expect(answer.headers.get('vary')).toContain('Origin')
    }
    for (const origin of ['https://evil.example', `${SHOP}.evil.example`, 'https://shop.example.ru:8443', 'null']) {
      const asked = await knock('OPTIONS', '/api/v1/me', { origin })
      expect([origin, asked.headers.get('access-control-allow-origin')]).toEqual([origin, null])
      const answer = await at.call('GET', '/me', { headers: { origin } })
      expect([origin, answer.headers.get('access-control-allow-origin')]).toEqual([origin, null])
    }
  })

  it('of a listed one change things by a key, never with cookies, and nowhere but under /api/v1', async () => {
    const status = async (path: string, headers: Record<string, string>): Promise<number> =>
      (await knock('POST', path, headers)).status
    expect(await status('/api/v1/orders', { origin: SHOP, 'sec-fetch-site': 'cross-site' })).toBe(200)
    expect(await status('/api/v1/orders', { origin: SHOP, cookie: 'kabinet-token=x' })).toBe(403)
    expect(await status('/api/v1/orders', { origin: 'https://evil.example' })).toBe(403)
    expect(await status('/api/actions/orders.repeat', { origin: SHOP })).toBe(403)
    expect(
      (await knock('OPTIONS', '/api/orders', { origin: SHOP })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })
})
