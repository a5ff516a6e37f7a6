import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyLimit, isBodyWithin } from '@/src/lib/http/bodyLimit'
import { cookiePrefix } from '@/src/lib/http/cookies'
import { contentSecurityPolicy, makeNonce } from '@/src/lib/http/csp'
import { localeRoute, pathIn } from '@/src/lib/http/localePath'
import { methodOf, metrics, routeOf } from '@/src/lib/http/metrics'
import { saneRequestId } from '@/src/lib/http/requestId'
import { withApiHeaders } from '@/src/lib/http/withApiHeaders'
import { secretPath } from '@/src/lib/http/secretRoutes'

const policy = (over = {}) =>
  contentSecurityPolicy({ nonce: 'abc', admin: false, development: false, secure: true, ...over })

describe('content security policy', () => {
  it('runs scripts by nonce only and lets nobody frame a page', () => {
    expect(policy()).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    for (const part of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy()).toContain(part)
    expect(policy()).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy({ admin: true })).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('names a source for everything a page loads, and none that is not its own', () => {
    const parts = new Map(
      policy()
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    )
    expect([...parts.values()].every((sources) => !/https?:|\*/.test(sources))).toBe(true)
    expect(Object.fromEntries(parts)).toMatchObject({
      'default-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self' data:",
      'connect-src': "'self'",
      'media-src': "'self' blob:",
      'frame-src': "'self' blob:",
      'worker-src': "'self' blob:",
      'manifest-src': "'self'",
      'upgrade-insecure-requests': '',
    })
    expect(policy()).toMatch(/; upgrade-insecure-requests$/)
    expect(policy({ development: true })).toContain("connect-src 'self' ws: wss:;")
    expect(policy({ admin: true })).toContain("frame-ancestors 'self'")
    expect(policy({ secure: false })).not.toContain('undefined')
  })

  it('loosens for development only, upgrades under https only', () => {
    expect(policy({ development: true })).toContain("'unsafe-eval'")
    expect(policy({ secure: false })).not.toContain('upgrade-insecure-requests')
  })

  it('no two nonces are alike', () => {
    expect(new Set(Array.from({ length: 100 }, makeNonce)).size).toBe(100)
    expect(makeNonce()).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  })
})

describe('language in an address', () => {
  it.each([
    ['/', { kind: 'rewrite', path: '/ru' }],
    ['/orders', { kind: 'rewrite', path: '/ru/orders' }],
    ['/rules', { kind: 'rewrite', path: '/ru/rules' }],
    ['/en', { kind: 'pass' }],
    ['/en/orders', { kind: 'pass' }],
    ['/english', { kind: 'rewrite', path: '/ru/english' }],
    ['/ru', { kind: 'redirect', path: '/' }],
    ['/ru/orders', { kind: 'redirect', path: '/orders' }],
    ['/favicon.ico', { kind: 'pass' }],
    ['/brand/logo', { kind: 'pass' }],
    ['/ru/a/b', { kind: 'redirect', path: '/a/b' }],
    ['x', { kind: 'rewrite', path: '/rux' }],
    ['/orders/x.js', { kind: 'rewrite', path: '/ru/orders/x.js' }],
    ['/ru//evil.example', { kind: 'redirect', path: '/evil.example' }],
    ['/ru/\\evil.example', { kind: 'redirect', path: '/evil.example' }],
  ])('%s', (path, route) => {
    expect(localeRoute(path)).toEqual(route)
  })
})

describe('the address of a page in a language', () => {
  it.each([
    ['/orders', '/en/orders'],
    ['/', '/en'],
    ['/administration', '/en/administration'],
    ['/apiary', '/en/apiary'],
    ['/orders/api', '/en/orders/api'],
    ['/admin', '/admin'],
    ['/admin/x', '/admin/x'],
    ['/api/x?y', '/api/x?y'],
    ['/admin?x', '/admin?x'],
    ['/admin#x', '/admin#x'],
  ])('%s in English: %s', (path, english) => {
    expect(pathIn(path, 'en')).toBe(english)
    expect(pathIn(path, 'ru')).toBe(path)
  })

  it('of a page behind a letter holds its secret', () =>
    expect([secretPath('/en', 'reset', 'abc'), secretPath('', 'confirm', 'x')]).toEqual([
      '/en/reset/abc',
      '/confirm/x',
    ]))
})

describe('limits and ids', () => {
  it('without a word what it is, a body is a plain one', () => expect(bodyLimit(null)).toBe(10_485_760))

  it('measures requests in one registry of the process', async () => {
    metrics().requests.observe({ method: 'GET', route: '/orders', status: '200' }, 0.02)
    expect(metrics()).toBe(metrics())
    const text = await metrics().registry.metrics()
    expect(text).toContain('# HELP kabinet_http_request_seconds Duration of answered requests')
    for (const [edge, count] of [
      ['0.01', 0],
      ['0.03', 1],
      ['0.1', 1],
      ['0.3', 1],
      ['1', 1],
      ['3', 1],
      ['10', 1],
    ]) {
      expect(text).toContain(
        `kabinet_http_request_seconds_bucket{le="${edge}",method="GET",route="/orders",status="200"} ${count}`,
      )
    }
    expect(text).toContain('process_cpu_seconds_total')
  })

  it('10 MB, 30 MB for uploads; what is no number is refused', () => {
    const plain = bodyLimit('application/json')
    expect(isBodyWithin('10485760', plain)).toBe(true)
    expect(isBodyWithin('10485761', plain)).toBe(false)
    expect(isBodyWithin('20000000', bodyLimit('multipart/form-data; boundary=x'))).toBe(true)
    for (const odd of ['-1', '1e3', '0x10', ' ', '99999999999999999999']) expect(isBodyWithin(odd, plain)).toBe(false)
    expect(isBodyWithin(null, plain)).toBe(true)
  })

  it('takes a harmless request id and replaces any other', () => {
    expect(saneRequestId('abcd-1234.x:y')).toBe('abcd-1234.x:y')
    for (const odd of [null, undefined, '', 'short', 'a b c d e f', 'x'.repeat(65), 'line\nbreak12', ['a', 'b']]) {
      expect(saneRequestId(odd)).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('an address makes one of few metric labels', () => {
    const asked = [
      '/',
      '/en',
      '/orders/15?x=1',
      '/en/orders',
      '/admin/collections/orders',
      '/api/users/login',
      '/api/nobody',
      '/api/1c/v1/orders',
      '/api/1c/commerceml?type=sale',
      '/_next/static/x.js',
      '/wp-login.php',
      '/other/1c',
      '/en?x=/orders',
      '/x/orders',
      '/orders#/a',
    ]
    expect(asked.map(routeOf)).toEqual([
      '/',
      '/',
      '/orders',
      '/orders',
      '/admin',
      '/api/users',
      '/api',
      '/api/1c',
      '/api/1c/commerceml',
      '/_next',
      '/other',
      '/other',
      '/',
      '/other',
      '/orders',
    ])
    expect(['GET', 'BREW'].map(methodOf)).toEqual(['GET', 'OTHER'])
  })

  it('every page of the cabinet has a label of its own', () => {
    const folders = ['app/(cabinet)/[locale]', 'app/(cabinet)/[locale]/(auth)'].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }),
    )
    const pages = folders
      .filter((entry) => entry.isDirectory() && !/[([]/.test(entry.name))
      .map(({ name }) => `/${name}`)
    expect(pages.length).toBeGreaterThan(15)
    expect(pages.map(routeOf)).toEqual(pages)
  })
})

describe('[AUTH-03] cookies and answers', () => {
  it('under https the session’s cookie is of this host alone', () => {
    expect([cookiePrefix('https://portal.example'), cookiePrefix('http://localhost:3000')]).toEqual([
      '__Host-kabinet',
      'payload',
    ])
  })

  const answered = async (path: string, response: Response): Promise<Headers> =>
    (await withApiHeaders(async () => response)(new Request(`http://localhost${path}`), {})).headers

  it('an answer of the API is kept by nobody, unless it says so itself; a picture for minutes by its reader', async () => {
    expect((await answered('/api/orders', Response.json({}))).get('cache-control')).toBe('private, no-store')
    expect(
      (await answered('/api/x', new Response('', { headers: { 'cache-control': 'no-cache' } }))).get('cache-control'),
    ).toBe('no-cache')
    expect((await answered('/api/media/file/x.jpg', new Response('x'))).get('cache-control')).toBe(
      'private, max-age=300',
    )
    expect((await answered('/api/media/file/x.jpg', new Response('', { status: 403 }))).get('cache-control')).toBe(
      'private, no-store',
    )
  })

  it('what has no address of its own is not there, in words', async () => {
    const handler = withApiHeaders(async () =>
      Response.json({ message: 'Cannot POST /api/payload-migrations' }, { status: 501 }),
    )
    const answer = await handler(
      new Request('http://localhost/api/payload-migrations', { method: 'POST', headers: { 'accept-language': 'ru' } }),
      {},
    )
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'record.notFound'])
  })

  it('a filter that is no filter is refused before anything reads it', async () => {
    const handler = withApiHeaders(async () => new Response('read'))
    expect((await handler(new Request('http://localhost/api/x?where=x'), {})).status).toBe(400)
    expect((await handler(new Request('http://localhost/api/x?where={"a":{"equals":1}}'), {})).status).toBe(200)
    expect((await handler(new Request('http://localhost/api/x?where[a][equals]=x'), {})).status).toBe(200)
  })

  it('a question that is sent as a body is read as one in an address, and is the only one', async () => {
    const handler = withApiHeaders(async () => new Response('read'))
    const ask = async (body: string, type: string, search = ''): Promise<number> =>
      (
        await handler(
          new Request(`http://localhost/api/x${search}`, {
            method: 'POST',
            body,
            headers: { 'x-payload-http-method-override': 'GET', 'content-type': type },
          }),
          {},
        )
      ).status
    const form = 'application/x-www-form-urlencoded'
    for (const body of ['where=x', 'where=1', 'q=%00', 'depth=1&data={']) expect(await ask(body, form), body).toBe(400)
    for (const body of ['', 'where={}', 'where[a][equals]=x', 'depth=1&limit=2'])
      expect(await ask(body, form), body).toBe(200)
    expect([
      await ask('limit=1', form, '?where={}'),
      await ask('{"a":1}', 'application/json', '?where={}'),
      await ask('', form, '?where={}'),
    ]).toEqual([400, 400, 200])
    for (const body of ['{"locale":"ru&where=x"}', '{"locale":["ru"]}', '{"fallbackLocale":"?"}'])
      expect(await ask(body, 'application/json'), body).toBe(400)
    for (const body of ['{"locale":"pt-BR","fallbackLocale":"en"}', '[1]'])
      expect(await ask(body, 'application/json'), body).toBe(200)
  })

  it('what cannot be read is refused before anything reads it: addresses, texts, JSON and forms', async () => {
    const handler = withApiHeaders(async () => new Response('read'))
    const ask = async (at: string, init: RequestInit = {}): Promise<number> =>
      (await handler(new Request(`http://localhost${at}`, { method: 'POST', ...init }), {})).status
    const json = (body: string): RequestInit => ({ body, headers: { 'content-type': 'application/json' } })
    for (const at of ['/api/%ff', '/api/a%00b', '/api/x?q=%00', '/api/x?where=1']) expect(await ask(at), at).toBe(400)
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    for (const body of ['{', 'null', '1', '"x"', '{"a":"\\u0000"}', '{"a\\u0000":1}', '["\\ud800"]', deep])
      expect(await ask('/api/x', json(body)), body.slice(0, 30)).toBe(400)
    for (const body of ['', '{}', '[1]', '{"a":{"b":["ё😀"]}}']) expect(await ask('/api/x', json(body)), body).toBe(200)
    expect(
      await ask('/api/x', {
        body: '',
        headers: { 'content-type': 'application/json', 'x-http-method-override': 'GET' },
      }),
    ).toBe(400)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
      expect(await ask('/api/x', { body: '--x', headers: { 'content-type': type } }), type).toBe(400)
    const form = (fields: Record<string, string | File>): FormData =>
      Object.entries(fields).reduce((made, [name, value]) => (made.set(name, value), made), new FormData())
    expect(await ask('/api/x', { body: form({ _payload: '{', file: new File(['x'], 'a') }) })).toBe(400)
    expect(await ask('/api/x', { body: form({ file: '{"filename":"a"}' }) })).toBe(400)
    expect(await ask('/api/x', { body: form({ _payload: '{}', file: new File(['x'], 'a') }) })).toBe(200)
    expect(await ask('/api/x', { body: form({ file: new File(['x'], 'a') }) })).toBe(200)
    expect(await ask('/api/x', { body: form({ _payload: new File(['{}'], 'a') }) })).toBe(400)
    const oddForms: Record<string, string | File>[] = [
      { 'a\0': 'x' },
      { a: 'x', 'b\0': new File(['x'], 'a') },
      { a: new File(['x'], 'b\0') },
      { a: 'x', b: new File(['x'], 'c\0'), d: 'x' },
    ]
    for (const odd of oddForms) {
      expect(await ask('/api/x', { body: form(odd) }), JSON.stringify(Object.keys(odd))).toBe(400)
    }
    // What is no JSON is nobody's JSON.
    expect(await ask('/api/x', { body: '{', headers: { 'content-type': 'text/plain' } })).toBe(200)
    expect(await ask('/api/x', { body: '{' })).toBe(200)
    expect(await ask('/api/x', { body: '{', headers: { 'content-type': 'application/JSON; charset=utf-8' } })).toBe(400)
    for (const at of ['/api/x?data=1', '/api/x?data={"a":"\\u0000"}', '/api/x?where={}&where=1'])
      expect(await ask(at), at).toBe(400)
    for (const at of ['/api/x?where=', '/api/x?data={}', '/api/x?other=1']) expect(await ask(at), at).toBe(200)
    expect(
      (
        await handler(
          new Request('http://localhost/api/x', {
            headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/json' },
          }),
          {},
        )
      ).status,
    ).toBe(400)
    expect(
      (
        await handler(
          new Request('http://localhost/api/x', { headers: { 'x-payload-http-method-override': 'GET' } }),
          {},
        )
      ).status,
    ).toBe(200)
    expect(
      (
        await handler(
          new Request('http://localhost/api/1c/v1/changes/ack', {
            method: 'POST',
            headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/json' },
          }),
          {},
        )
      ).status,
    ).toBe(400)
    expect(
      (await handler(new Request('http://localhost/api/x', { headers: { 'content-type': 'application/json' } }), {}))
        .status,
    ).toBe(200)
    const nested = (times: number): string => `${'['.repeat(times)}${']'.repeat(times)}`
    expect([await ask('/api/x', json(nested(41))), await ask('/api/x', json(nested(42)))]).toEqual([200, 400])
    expect(await ask('/api/x', json('[null,{"a":null}]'))).toBe(200)
    for (const [length, status] of [
      [1_048_576, 400],
      [1_048_577, 413],
    ] as const)
      expect(await ask('/api/x', json('x'.repeat(length)))).toBe(status)
    for (const at of ['/api/1c', '/api/1c/']) expect(await ask(at, json('{')), at).toBe(200)
    for (const at of ['/api/1cx', '/x/api/1c/y']) expect(await ask(at, json('{')), at).toBe(400)
    // The exchange reads its own bodies, as they come.
    expect(
      await ask('/api/1c/commerceml?mode=file', { body: '\0', headers: { 'content-type': 'application/json' } }),
    ).toBe(200)
  })

  it('a body is read once and no further than its ceiling, whatever it says of its length; who reads it next has it whole', async () => {
    const read: string[] = []
    const handler = withApiHeaders(async (request: Request) => (read.push(await request.text()), new Response('read')))
    let pulled = 0
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({ pull: (to) => ((pulled += 1), to.enqueue(new Uint8Array(1_048_576).fill(32))) })
    const ask = async (headers: Record<string, string>, body: BodyInit): Promise<number> =>
      (
        await handler(
          new Request('http://localhost/api/x', { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
          {},
        )
      ).status
    const json = { 'content-type': 'application/json' }
    expect(await ask(json, endless())).toBe(413)
    expect(pulled).toBeLessThan(14)
    expect(await ask({ ...json, 'content-length': '20000000' }, endless())).toBe(413)
    expect(pulled).toBeLessThan(16) // a stream prepares one piece before anybody asks
    expect(await ask({ 'content-type': 'Multipart/Form-Data; boundary=x' }, endless())).toBe(413)
    expect(pulled).toBeLessThan(50)
    expect(read).toEqual([])
    expect(await ask(json, '{"a":"ё"}')).toBe(200)
    expect(read).toEqual(['{"a":"ё"}'])
  })

  it('a body whose reading fails, or that somebody has read, is refused', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('gone')) })
    const handler = withApiHeaders(async () => new Response('read'))
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const request = new Request('http://localhost/api/x', {
        method: 'POST',
        body: broken.locked ? null : broken,
        headers: { 'content-type': type },
        duplex: 'half',
      } as RequestInit)
      if (request.body) expect((await handler(request, {})).status, type).toBe(400)
    }
  })

  it('says what is wrong in the reader’s language, as Payload’s answers do', async () => {
    const refused = async (language?: string) =>
      (
        await withApiHeaders(async () => new Response('read'))(
          new Request('http://localhost/api/%ff', { headers: language ? { 'accept-language': language } : {} }),
          {},
        )
      ).json()
    const said = await refused('en-GB,en')
    expect(said).toEqual({
      code: 'path.malformed',
      message: said.message,
      errors: [{ name: 'AppError', message: said.message, data: { code: 'path.malformed', params: {} } }],
    })
    expect(said.message).toMatch(/^[A-Z]/)
    expect((await refused()).message).toMatch(/[а-я]/)
    expect((await refused('de')).message).toMatch(/[а-я]/)
  })

  it('an answer runs nothing and is what it says it is', async () => {
    const json = await answered('/api/orders', Response.json({}))
    expect([json.get('x-content-type-options'), json.get('content-security-policy')]).toEqual([
      'nosniff',
      "default-src 'none'; frame-ancestors 'none'",
    ])
    expect((await answered('/api/x', new Response('x'))).get('content-security-policy')).toBeNull()
    expect((await answered('/api/x', new Response(null))).get('content-security-policy')).toBeNull()
  })

  it('an error of a handler is an answer of the API, and tells nothing', async () => {
    const answer = await withApiHeaders(async () => Promise.reject(new Error('secret')))(
      new Request('http://localhost/api/x', { headers: { 'accept-language': 'en' } }),
      {},
    )
    expect([answer.status, await answer.text()].join()).not.toContain('secret')
    expect(answer.status).toBe(500)
  })

  it('names that error by the one code of all that is not known', async () => {
    const answer = await withApiHeaders(async () => Promise.reject(new Error('x')))(
      new Request('http://localhost/api/x'),
      {},
    )
    expect(await answer.json()).toMatchObject({ code: 'unexpected' })
  })
})
