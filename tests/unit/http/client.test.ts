import http from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { addressAllowed } from '@/src/integrations/http/addresses'
import { createBreaker } from '@/src/integrations/http/breaker'
import { createHttpClient, type HttpClientOptions, type HttpRecord } from '@/src/integrations/http/client'

const open: http.Server[] = []

/** A real server on a free port; gives its address and what it was asked. */
async function serve(handler: http.RequestListener, host = '127.0.0.1') {
  const asked: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    asked.push(request)
    handler(request, response)
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, url: `http://127.0.0.1:${port}`, asked }
}

const client = (options: Partial<HttpClientOptions> = {}) =>
  createHttpClient({ name: 'test', privateAddresses: ['127.0.0.1'], backoffMs: 1, ...options })

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('answers', () => {
  it('gives any status back as an answer, JSON parsed', async () => {
    const { url } = await serve((_, res) =>
      res.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"none"}'),
    )
    const answer = await client().request({ method: 'GET', url })
    expect(answer).toMatchObject({ status: 404, data: { code: 'none' } })
  })

  it('sends JSON, forms, query and headers', async () => {
    const bodies: string[] = []
    const { url, asked } = await serve((req, res) => {
      let body = ''
      req
        .on('data', (chunk) => (body += chunk))
        .on('end', () => {
          bodies.push(body)
          res.end('[1]')
        })
    })
    const http = client({ baseURL: url, headers: { 'X-Key': 'k' } })
    await http.request({ method: 'POST', url: '/a', query: { q: 'ё' }, body: { sum: 1 } })
    await http.request({ method: 'POST', url: '/b', body: new URLSearchParams({ a: 'б' }) })
    expect(bodies).toEqual(['{"sum":1}', 'a=%D0%B1'])
    expect(asked[0]).toMatchObject({
      url: '/a?q=%D1%91',
      headers: { 'x-key': 'k', 'content-type': expect.stringContaining('json') },
    })
  })

  it('gives text and bytes as they are', async () => {
    const { url } = await serve((_, res) => res.end('{"a":1}'))
    expect((await client().request({ method: 'GET', url, answer: 'text' })).data).toBe('{"a":1}')
    expect((await client().request<Buffer>({ method: 'GET', url, answer: 'bytes' })).data.toString()).toBe('{"a":1}')
  })
})

describe('repeats', () => {
  it('repeats a GET while the service stumbles', async () => {
    let calls = 0
    const { url } = await serve((_, res) => res.writeHead(++calls < 3 ? 503 : 200).end('"ok"'))
    expect(await client().request({ method: 'GET', url })).toMatchObject({ status: 200, data: 'ok' })
    expect(calls).toBe(3)
  })

  it('never sends a POST twice on its own', async () => {
    const { url, asked } = await serve((_, res) => res.writeHead(503).end())
    expect((await client().request({ method: 'POST', url, body: {} })).status).toBe(503)
    expect(asked).toHaveLength(1)
  })

  it('sends a POST again when it says that this is safe, and after a torn connection', async () => {
    let calls = 0
    const { url } = await serve((req, res) => (++calls < 2 ? req.socket.destroy() : res.end('1')))
    expect((await client().request({ method: 'POST', url, body: {}, repeatable: true })).status).toBe(200)
    expect(calls).toBe(2)
  })

  it('does not repeat what the service refuses', async () => {
    const { url, asked } = await serve((_, res) => res.writeHead(422).end())
    await client().request({ method: 'GET', url })
    expect(asked).toHaveLength(1)
  })
})

describe('limits', () => {
  it('ends an attempt that drips', async () => {
    const { url } = await serve((_, res) => {
      res.writeHead(200)
      const drip = setInterval(() => res.write('.'), 20)
      res.on('close', () => clearInterval(drip))
    })
    await expect(client({ retries: 0 }).request({ method: 'GET', url, timeoutMs: 150 })).rejects.toMatchObject({
      code: 'service.unavailable',
    })
  })

  it('stops at once when called off', async () => {
    const stop = new AbortController()
    const { url, asked } = await serve(() => stop.abort())
    await expect(client().request({ method: 'GET', url, signal: stop.signal })).rejects.toMatchObject({
      code: 'http.aborted',
    })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['a long answer', () => ({ body: Buffer.alloc(60_000), headers: {} })],
    ['a packed bomb', () => ({ body: gzipSync(Buffer.alloc(20_000_000)), headers: { 'content-encoding': 'gzip' } })],
  ])('refuses %s', async (_name, make) => {
    const { body, headers } = make()
    const { url } = await serve((_, res) => res.writeHead(200, headers).end(body))
    const call = client({ maxAnswerBytes: 50_000 }).request({ method: 'GET', url, answer: 'bytes' })
    await expect(call).rejects.toMatchObject({ code: 'request.tooLarge', status: 413 })
  })
})

describe('breaker', () => {
  it('opens after failures in a row, lets one probe through, closes on success', () => {
    let time = 0
    const breaker = createBreaker({ failures: 2, coolMs: 100, now: () => time })
    breaker.failed()
    expect(breaker.allows()).toBe(true)
    breaker.failed()
    expect(breaker.allows()).toBe(false)
    time = 100
    expect(breaker.allows()).toBe(true)
    expect(breaker.allows()).toBe(false)
    breaker.failed()
    expect(breaker.allows()).toBe(false)
    time = 200
    expect(breaker.allows()).toBe(true)
    breaker.succeeded()
    expect([breaker.allows(), breaker.allows()]).toEqual([true, true])
  })

  it('spares a dead service', async () => {
    const { url, asked } = await serve((_, res) => res.writeHead(500).end())
    const http = client({ breaker: { failures: 2, coolMs: 60_000 } })
    for (let i = 0; i < 2; i += 1) await http.request({ method: 'GET', url })
    await expect(http.request({ method: 'GET', url })).rejects.toMatchObject({
      code: 'service.unavailable',
      params: { reason: 'breaker open' },
    })
    expect(asked).toHaveLength(2)
  })
})

describe('inner addresses', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%j is closed', (address) => expect(addressAllowed(address, 'refuse')).toBe(false))

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:4010:c05::71', '::ffff:8.8.8.8'])(
    '%s is open',
    (address) => expect(addressAllowed(address, 'refuse')).toBe(true),
  )

  it('opens what is named and only that', () => {
    expect(addressAllowed('10.0.5.5', ['10.0.0.0/16'])).toBe(true)
    expect(addressAllowed('10.1.5.5', ['10.0.0.0/16'])).toBe(false)
    expect(addressAllowed('fd00::5', ['fd00::/8'])).toBe(true)
    expect(addressAllowed('127.0.0.1', 'allow')).toBe(true)
  })

  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://2130706433',
    'http://0x7f.1',
    'http://127.1',
    'http://[::ffff:127.0.0.1]',
  ])('refuses %s without a connection', async (base) => {
    const { port, asked } = await serve((_, res) => res.end('1'))
    const call = createHttpClient({ name: 'strict', retries: 0 }).request({ method: 'GET', url: `${base}:${port}/` })
    await expect(call).rejects.toMatchObject({ code: 'http.blocked', status: 403 })
    expect(asked).toHaveLength(0)
  })

  it('refuses a redirect to an inner address', async () => {
    const inner = await serve((_, res) => res.end('secret'), '127.0.0.2')
    const { url } = await serve((_, res) => res.writeHead(302, { location: `http://127.0.0.2:${inner.port}/` }).end())
    await expect(client().request({ method: 'GET', url })).rejects.toMatchObject({ code: 'http.blocked' })
    expect(inner.asked).toHaveLength(0)
  })

  it('leaves every key behind when a redirect goes elsewhere', async () => {
    const other = await serve((_, res) => res.end('1'))
    const { url } = await serve((_, res) => res.writeHead(307, { location: `${other.url}/x` }).end())
    await client().request({ method: 'GET', url, headers: { Authorization: 'a', Token: 'b', Cookie: 'c' } })
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization')
    expect(other.asked[0]?.headers).not.toHaveProperty('token')
    expect(other.asked[0]?.headers).not.toHaveProperty('cookie')
  })

  it('keeps them on the same origin, and gives a redirect back when none may be followed', async () => {
    const { url, asked } = await serve((req, res) =>
      req.url === '/a' ? res.writeHead(302, { location: '/b' }).end() : res.end('1'),
    )
    await client().request({ method: 'GET', url: `${url}/a`, headers: { Token: 'b' } })
    expect(asked[1]?.headers.token).toBe('b')
    expect((await client({ redirects: 0 }).request({ method: 'GET', url: `${url}/a` })).status).toBe(302)
  })

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'data:text/plain,x'])('refuses %s', async (url) => {
    await expect(client().request({ method: 'GET', url })).rejects.toMatchObject({ code: 'http.blocked' })
  })
})

describe('what is told about calls', () => {
  it('has no query, header, body or token in it, also when it fails', async () => {
    const records: HttpRecord[] = []
    const { url } = await serve((req) => req.socket.destroy())
    const call = client({ retries: 0, onCall: (record) => records.push(record) }).request({
      method: 'POST',
      url: `${url}/bot12345:SECRETSECRET/send?key=SECRET`,
      headers: { Authorization: 'SECRET' },
      body: { password: 'SECRET' },
    })
    const error: unknown = await call.catch((caught: unknown) => caught)
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      client: 'test',
      method: 'POST',
      path: '/…/send',
      attempt: 1,
      error: 'service.unavailable',
    })
    const { inspect } = await import('node:util')
    expect(JSON.stringify(records) + inspect(error, { depth: 10, showHidden: true })).not.toContain('SECRET')
  })
})
