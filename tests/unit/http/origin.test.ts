import { describe, expect, it } from 'vitest'
import { isOwnRequest, type Provenance } from '@/src/lib/http/origin'

const post = (over: Partial<Provenance>): Provenance => ({
  method: 'POST',
  origin: null,
  secFetchSite: null,
  host: 'portal.example.ru',
  publicUrl: 'https://portal.example.ru',
  hasCookies: true,
  ...over,
})

describe('where a change may come from', () => {
  it.each([
    ['own origin', { origin: 'https://portal.example.ru' }],
    ['another name of the portal, under that name', { origin: 'https://shop.example.ru', host: 'shop.example.ru' }],
    [
      'another site of the portal, behind a proxy that says its own name',
      { origin: 'https://shop.example.ru', host: 'inner:3000', sites: ['https://shop.example.ru'] },
    ],
    ['no origin, same-origin fetch', { secFetchSite: 'same-origin' }],
    ['typed by the person', { secFetchSite: 'none' }],
    ['a machine without cookies', { hasCookies: false }],
    [
      'the public address, behind a proxy that says its own name',
      { origin: 'https://portal.example.ru', host: 'inner:3000' },
    ],
    ['a name in capitals', { origin: 'https://shop.example.ru', host: 'SHOP.example.ru' }],
    [
      'another name under plain http',
      { origin: 'http://shop.local', host: 'shop.local', publicUrl: 'http://portal.local' },
    ],
    [
      'another name under https of a portal under http',
      { origin: 'https://shop.local', host: 'shop.local', publicUrl: 'http://portal.local' },
    ],
    [
      'local development',
      { origin: 'http://localhost:3000', host: 'localhost:3000', publicUrl: 'http://localhost:3000' },
    ],
  ])('%s: taken', (_, over) => {
    expect(isOwnRequest(post(over))).toBe(true)
  })

  it.each([
    [
      'a name beside that of a site',
      { origin: 'https://a.shop.example.ru', host: 'inner:3000', sites: ['https://shop.example.ru'] },
    ],
    [
      'a site without its scheme',
      { origin: 'http://shop.example.ru', host: 'inner:3000', sites: ['https://shop.example.ru'] },
    ],
    ['foreign origin', { origin: 'https://evil.example' }],
    ['foreign origin without cookies (login forgery)', { origin: 'https://evil.example', hasCookies: false }],
    ['null origin', { origin: 'null' }],
    ['empty origin', { origin: '' }],
    ['own name as a prefix', { origin: 'https://portal.example.ru.evil.example' }],
    ['own name as a suffix', { origin: 'https://evilportal.example.ru' }],
    [
      'another scheme under plain http',
      { origin: 'ftp://shop.local', host: 'shop.local', publicUrl: 'http://portal.local' },
    ],
    ['another name, when nobody says which was asked for', { origin: 'https://shop.example.ru', host: null }],
    ['another port', { origin: 'https://portal.example.ru:8443' }],
    ['plain http under an https portal', { origin: 'http://portal.example.ru' }],
    ['a sibling, although Sec-Fetch-Site says same-site', { secFetchSite: 'same-site' }],
    ['cross-site', { secFetchSite: 'cross-site' }],
    ['cookies, but no word where from', {}],
    [
      'foreign origin although Sec-Fetch-Site claims the own',
      { origin: 'https://evil.example', secFetchSite: 'same-origin' },
    ],
  ])('%s: refused', (_, over) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(isOwnRequest(post({ method, ...over }))).toBe(false)
  })

  it('reading is not asked', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(isOwnRequest(post({ method, origin: 'https://evil.example' }))).toBe(true)
  })
})
