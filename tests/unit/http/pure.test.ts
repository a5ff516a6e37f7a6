import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyLimit, isBodyWithin } from '@/src/lib/http/bodyLimit'
import { contentSecurityPolicy, makeNonce } from '@/src/lib/http/csp'
import { localeRoute } from '@/src/lib/http/localePath'
import { methodOf, routeOf } from '@/src/lib/http/metrics'
import { saneRequestId } from '@/src/lib/http/requestId'

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
