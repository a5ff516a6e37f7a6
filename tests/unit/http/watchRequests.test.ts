import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { beginShutdown } from '@/src/lib/shutdown'
import { noteFailure } from '@/src/lib/http/malformedCalls'
import { watchRequests } from '@/src/lib/http/watchRequests'

const seen: IncomingMessage['headers'][] = []
const server = http.createServer((request, response) => {
  seen.push(request.headers)
  if (failing) {
    failing(String(request.headers['x-request-id']))
    response.statusCode = 500
  }
  response.end('done')
})
let url: string
let failing: ((id: string) => void) | null = null
const emit = http.Server.prototype.emit
const ask = async (method: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { method, headers })
  return [answer.status, await answer.text(), answer.headers.get('connection')]
}

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://a:b@localhost:5432/k')
  vi.stubEnv('PAYLOAD_SECRET', 'x'.repeat(32))
  vi.stubEnv('LOG_LEVEL', 'silent')
  vi.stubEnv('TRUST_PROXY', '127.0.0.1')
  watchRequests()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`
})
afterAll(() => {
  http.Server.prototype.emit = emit
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

describe('requests on their way in', () => {
  it('carry the address that the proxy saw and an id, and keep their connection longer than a proxy does', async () => {
    expect(await ask('GET', { 'x-forwarded-for': '6.6.6.6, 203.0.113.5', 'x-client-address': '6.6.6.6' })).toEqual([
      200,
      'done',
      'keep-alive',
    ])
    expect(seen.at(-1)).toMatchObject({
      'x-client-address': '203.0.113.5',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
  })

  it('of a process that ends: readers behind a proxy are sent to another one, changes and direct callers are served', async () => {
    beginShutdown()
    const before = seen.length
    expect(await ask('GET', { 'x-kabinet-retry': '1' })).toEqual([502, '', 'close'])
    expect(seen).toHaveLength(before)
    expect(await ask('POST', { 'x-kabinet-retry': '1' })).toEqual([200, 'done', 'close'])
    expect(await ask('GET')).toEqual([200, 'done', 'close'])
  })
})

describe('what nobody means', () => {
  it('an address that is no text is answered below everything else', async () => {
    const before = seen.length
    const { port } = server.address() as AddressInfo
    const statuses = await Promise.all(
      ['/%ff', '/a%00b', '/%E0%A4', '/%ED%A0%80?x=1'].map(
        (path) =>
          new Promise((resolve) =>
            http.get({ host: '127.0.0.1', port, path }, (answer) => resolve(answer.resume().statusCode)),
          ),
      ),
    )
    expect(statuses).toEqual([400, 400, 400, 400])
    expect(seen).toHaveLength(before)
    expect((await ask('GET'))[0]).toBe(200)
  })

  it('a call of an action that cannot be is the caller’s mistake, a failure of the portal stays one', async () => {
    const answers: Array<[unknown, string, number]> = [
      [new TypeError('form.get is not a function'), 'action', 400],
      [new SyntaxError('Unexpected end of JSON input'), 'action', 400],
      [Object.assign(new Error('too large'), { statusCode: 413 }), 'action', 413],
      [new Error('the database is away'), 'action', 500],
      [new TypeError('of a page'), 'render', 500],
    ]
    for (const [error, routeType, status] of answers) {
      failing = (id) =>
        noteFailure(error, { path: '/orders', method: 'POST', headers: { 'x-request-id': id } }, routeType)
      expect((await ask('POST'))[0], String(error)).toBe(status)
    }
    failing = null
  })
})
