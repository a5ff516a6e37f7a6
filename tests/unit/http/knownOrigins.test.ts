import { afterAll, describe, expect, it } from 'vitest'
import { knownOrigins, originsOf, plainHost, rememberOrigins } from '@/src/lib/http/knownOrigins'

describe('host names of the portal’s own sites', () => {
  it.each([
    ['shop.example.ru', 'shop.example.ru'],
    [' Shop.Example.RU ', 'shop.example.ru'],
    ['localhost', 'localhost'],
    ['localhost:3000', 'localhost:3000'],
    ['a', 'a'],
    ['a-b.c1', 'a-b.c1'],
    ['магазин.рф', 'xn--80aairftm.xn--p1ai'],
    ['10.0.0.1:8080', '10.0.0.1:8080'],
    ['shop.example.ru:80', 'shop.example.ru'],
    [`${'a.'.repeat(126)}a`, `${'a.'.repeat(126)}a`],
  ])('%j is kept as %j', (text, host) => expect(plainHost(text)).toBe(host))

  it.each([
    '',
    ' ',
    'https://shop.example.ru',
    'shop.example.ru/',
    'shop.example.ru/x',
    '*.example.ru',
    'a b',
    'user@host',
    'a_b',
    '-a.ru',
    'a-.ru',
    'a..ru',
    '.ru',
    'a.',
    'a:99999',
    'a:b',
    ':80',
    'a?b',
    'a#b',
    '[::1]',
    'a.-b',
    'a.b-',
    `${'a.'.repeat(127)}a`,
  ])('%j is none', (text) => expect(plainHost(text)).toBeNull())

  it('become origins under the scheme of the portal, each once, and none of what is no host', () => {
    expect(
      originsOf('https://portal.example.ru', ['shop.example.ru', 'SHOP.example.ru', 'a/b', 'x:443', 'y:8443']),
    ).toEqual(['https://shop.example.ru', 'https://x', 'https://y:8443'])
    expect(originsOf('http://localhost:3000', ['shop.local:80', 'shop.local'])).toEqual(['http://shop.local'])
    expect(originsOf('http://localhost:3000', [])).toEqual([])
  })
})

describe('the origins of this process', () => {
  afterAll(() => rememberOrigins([]))
  it('are those that were remembered last', () => {
    expect(knownOrigins()).toEqual([])
    rememberOrigins(['https://a'])
    rememberOrigins(['https://b'])
    expect(knownOrigins()).toEqual(['https://b'])
  })
})
