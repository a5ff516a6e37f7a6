import { describe, expect, it } from 'vitest'
import { safeNext } from '@/app/(cabinet)/_session/next-path'
import { pageHeaders } from '@/app/(cabinet)/_session/page-headers'
import { currentCompany } from '@/collections/people/memberships/membership.queries'
import { anonymous, type Actor } from '@/src/mechanisms/access/actor'
import { deviceWords } from '@/src/mechanisms/sessions/device'
import { checkPassword, hashPassword, isPassword } from '@/src/mechanisms/sessions/passwords'

describe('where to go after signing in', () => {
  it.each(['/orders', '/ru/orders?state=open#top', '/en', '/documents/1'])(
    'keeps a path of this portal: %s',
    (path) => {
      expect(safeNext(path)).toBe(path)
    },
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '',
    'orders',
    '/ru/login',
    '/login?next=/x',
    '/api/users/logout',
    '/..//evil.example',
    '/%5cevil',
    `/${'a'.repeat(3_000)}`,
    null,
    undefined,
  ])('is the home page instead of %j', (path) => {
    expect(safeNext(path).startsWith('//')).toBe(false)
    expect(['/', '/%5cevil']).toContain(safeNext(path))
  })
})

describe('headers of a page', () => {
  const site = (headers: Record<string, string>): string | null =>
    pageHeaders(new Headers(headers)).get('sec-fetch-site')

  it('a link in a web mail, followed, is the person themselves', () => {
    expect(site({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe('none')
    expect(site({})).toBe('none')
  })

  it('what another site makes the browser do is not', () => {
    expect(site({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).toBe('cross-site')
    expect(site({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'next-action': 'abc' })).toBe(
      'cross-site',
    )
    expect(
      site({
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'content-type': 'multipart/form-data; boundary=x',
      }),
    ).toBe('cross-site')
  })
})

describe('the current company', () => {
  const actor: Actor = {
    ...anonymous,
    role: 'client',
    memberships: new Map([
      ['b', new Set()],
      ['a', new Set()],
    ]),
  }

  it('is the chosen one while the person belongs to it, else the main one, else the first', () => {
    expect(currentCompany(actor, 'b')).toBe('b')
    expect(currentCompany(actor, 'foreign', { main: 'b' })).toBe('b')
    expect(currentCompany(actor, undefined, { main: 'foreign', order: ['b', 'a'] })).toBe('b')
    expect(currentCompany(actor, null)).toBe('a')
    expect(currentCompany(anonymous, 'a')).toBeNull()
  })
})

describe('a device in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.8 Safari/537.36',
      'Яндекс Браузер, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['<script>alert(1)</script>', 'scriptalert1/script'],
    [null, '—'],
  ])('%s', (agent, words) => {
    expect(deviceWords(agent)).toBe(words)
  })
})

describe('a password', () => {
  it.each(['берёза-над-рекой', 'correct horse battery', 'Xk9!vQm2#p'])('%s is good', (password) => {
    expect(() => checkPassword(password, ['Анна Петрова', 'anna@example.com'])).not.toThrow()
  })

  it.each([
    ['короткий', 'password.short'],
    ['aaaaaaaaaaaa', 'password.common'],
    ['qwerty12345', 'password.common'],
    ['Петрова1234', 'password.common'],
    ['x'.repeat(201), 'password.long'],
  ])('%s is refused', (password, code) => {
    expect(() => checkPassword(password, ['Анна Петрова', 'anna@example.com'])).toThrow(
      expect.objectContaining({ code }),
    )
  })

  it('is told from another, and nothing is a password where there is none', async () => {
    const stored = await hashPassword('берёза-над-рекой')
    expect(await isPassword(stored, 'берёза-над-рекой')).toBe(true)
    expect(await isPassword(stored, 'берёза-над-Рекой')).toBe(false)
    expect(await isPassword(null, '')).toBe(false)
    expect(await isPassword({ hash: null, salt: null }, '')).toBe(false)
  })
})
