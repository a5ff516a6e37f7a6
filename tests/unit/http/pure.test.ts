import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyLimit, isBodyWithin } from '@/src/lib/http/bodyLimit'
import { cookiePrefix } from '@/src/lib/http/cookies'
import { contentSecurityPolicy, makeNonce } from '@/src/lib/http/csp'
import { localeRoute } from '@/src/lib/http/localePath'
import { methodOf, routeOf } from '@/src/lib/http/metrics'
import { saneRequestId } from '@/src/lib/http/requestId'
import { sealed } from '@/src/lib/http/sealed'

const policy = (over = {}) => contentSecurityPolicy({ nonce: 'abc', admin: false, development: false, secure: true, ...over })

describe('content security policy', () => {
  it('runs scripts by nonce only and lets nobody frame a page', () => {
    expect(policy()).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    for (const part of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"]) expect(policy()).toContain(part)
    expect(policy()).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy({ admin: true })).not.toMatch(/script-src[^;]*unsafe/)
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
    ['/orders/x.js', { kind: 'rewrite', path: '/ru/orders/x.js' }],
    ['/ru//evil.example', { kind: 'redirect', path: '/evil.example' }],
    ['/ru/\\evil.example', { kind: 'redirect', path: '/evil.example' }],
  ])('%s', (path, route) => {
    expect(localeRoute(path)).toEqual(route)
  })
})

describe('limits and ids', () => {
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
    const asked = ['/', '/en', '/orders/15?x=1', '/en/orders', '/admin/collections/orders', '/api/users/login', '/api/nobody', '/api/1c/v1/orders', '/api/1c/commerceml?type=sale', '/_next/static/x.js', '/wp-login.php']
    expect(asked.map(routeOf)).toEqual(['/', '/', '/orders', '/orders', '/admin', '/api/users', '/api', '/api/1c', '/api/1c/commerceml', '/_next', '/other'])
    expect(['GET', 'BREW'].map(methodOf)).toEqual(['GET', 'OTHER'])
  })

  it('every page of the cabinet has a label of its own', () => {
    const folders = ['app/(cabinet)/[locale]', 'app/(cabinet)/[locale]/(auth)'].flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
    const pages = folders.filter((entry) => entry.isDirectory() && !/[([]/.test(entry.name)).map(({ name }) => `/${name}`)
    expect(pages.length).toBeGreaterThan(15)
    expect(pages.map(routeOf)).toEqual(pages)
  })
})

describe('[AUTH-03] cookies and answers', () => {
  it('under https the session’s cookie is of this host alone', () => {
    expect([cookiePrefix('https://portal.example'), cookiePrefix('http://localhost:3000')]).toEqual(['__Host-kabinet', 'payload'])
  })

  const answered = async (path: string, response: Response): Promise<Headers> => (await sealed(async () => response)(new Request(`http://localhost${path}`), {})).headers

  it('an answer of the API is kept by nobody, unless it says so itself; a picture for minutes by its reader', async () => {
    expect((await answered('/api/orders', Response.json({}))).get('cache-control')).toBe('private, no-store')
    expect((await answered('/api/x', new Response('', { headers: { 'cache-control': 'no-cache' } }))).get('cache-control')).toBe('no-cache')
    expect((await answered('/api/media/file/x.jpg', new Response('x'))).get('cache-control')).toBe('private, max-age=300')
    expect((await answered('/api/media/file/x.jpg', new Response('', { status: 403 }))).get('cache-control')).toBe('private, no-store')
  })

  it('a filter that is no filter is refused before anything reads it', async () => {
    const handler = sealed(async () => new Response('read'))
    expect((await handler(new Request('http://localhost/api/x?where=x'), {})).status).toBe(400)
    expect((await handler(new Request('http://localhost/api/x?where={"a":{"equals":1}}'), {})).status).toBe(200)
    expect((await handler(new Request('http://localhost/api/x?where[a][equals]=x'), {})).status).toBe(200)
  })

  it('what cannot be read is refused before anything reads it: addresses, texts, JSON and forms', async () => {
    const handler = sealed(async () => new Response('read'))
    const ask = async (at: string, init: RequestInit = {}): Promise<number> => (await handler(new Request(`http://localhost${at}`, { method: 'POST', ...init }), {})).status
    const json = (body: string): RequestInit => ({ body, headers: { 'content-type': 'application/json' } })
    for (const at of ['/api/%ff', '/api/a%00b', '/api/x?q=%00', '/api/x?where=1']) expect(await ask(at), at).toBe(400)
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    for (const body of ['{', 'null', '1', '"x"', '{"a":"\\u0000"}', '{"a\\u0000":1}', '["\\ud800"]', deep]) expect(await ask('/api/x', json(body)), body.slice(0, 30)).toBe(400)
    for (const body of ['', '{}', '[1]', '{"a":{"b":["ё😀"]}}']) expect(await ask('/api/x', json(body)), body).toBe(200)
    expect(await ask('/api/x', { body: '', headers: { 'content-type': 'application/json', 'x-http-method-override': 'GET' } })).toBe(400)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) expect(await ask('/api/x', { body: '--x', headers: { 'content-type': type } }), type).toBe(400)
    const form = (fields: Record<string, string | File>): FormData => Object.entries(fields).reduce((made, [name, value]) => (made.set(name, value), made), new FormData())
    expect(await ask('/api/x', { body: form({ _payload: '{', file: new File(['x'], 'a') }) })).toBe(400)
    expect(await ask('/api/x', { body: form({ file: '{"filename":"a"}' }) })).toBe(400)
    expect(await ask('/api/x', { body: form({ _payload: '{}', file: new File(['x'], 'a') }) })).toBe(200)
    // The exchange reads its own bodies, as they come.
    expect(await ask('/api/1c/commerceml?mode=file', { body: '\0', headers: { 'content-type': 'application/json' } })).toBe(200)
  })

  it('a body is read once and no further than its ceiling, whatever it says of its length; who reads it next has it whole', async () => {
    const read: string[] = []
    const handler = sealed(async (request: Request) => (read.push(await request.text()), new Response('read')))
    let pulled = 0
    const endless = (): ReadableStream<Uint8Array> => new ReadableStream({ pull: (to) => ((pulled += 1), to.enqueue(new Uint8Array(1_048_576).fill(32))) })
    const ask = async (headers: Record<string, string>, body: BodyInit): Promise<number> =>
      (await handler(new Request('http://localhost/api/x', { method: 'POST', headers, body, duplex: 'half' } as RequestInit), {})).status
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

  it('an error of a handler is an answer of the API, and tells nothing', async () => {
    const answer = await sealed(async () => Promise.reject(new Error('secret')))(new Request('http://localhost/api/x', { headers: { 'accept-language': 'en' } }), {})
    expect([answer.status, await answer.text()].join()).not.toContain('secret')
    expect(answer.status).toBe(500)
  })
})
