import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, redactText } from '@/src/lib/redact'

const letters = fc.stringMatching(/^[a-z][a-z0-9]{1,12}$/)
const email = fc
  .tuple(letters, letters, fc.constantFrom('ru', 'com', 'example'))
  .map(([name, host, top]) => `${name}@${host}.${top}`)
const phone = fc
  .tuple(fc.constantFrom('+7', '8'), fc.stringMatching(/^9\d{9}$/), fc.constantFrom('', ' ', '-'))
  .map(([start, rest, gap]) => [start, rest.slice(0, 3), rest.slice(3, 6), rest.slice(6, 8), rest.slice(8)].join(gap))
const around = fc.constantFrom('', 'Ошибка: ', '"', '(', 'to=', '«')

describe('redaction of logs', () => {
  it('no e-mail address survives, wherever it stands', () => {
    fc.assert(
      fc.property(email, around, around, (address, before, after) => {
        expect(redactText(`${before}${address} ${after}`)).not.toContain(address)
        expect(JSON.stringify(redact({ deep: [{ note: `${before}${address}` }] }))).not.toContain(address)
      }),
    )
  })

  it('no phone number survives, however it is spaced', () => {
    fc.assert(
      fc.property(phone, around, (number, before) => {
        expect(redactText(`${before}${number}.`)).not.toContain(number)
      }),
    )
  })

  it.each(['confirm', 'invite', 'reset', 'email'])(
    'the secret of an address behind a letter does not survive: %s',
    (route) => {
      for (const written of [`GET /en/${route}/s3cr3t-42?from=mail`, `next=%2F${route}%2Fs3cr3t-42&x=1`]) {
        expect(redactText(written)).not.toContain('s3cr3t-42')
        expect(redactText(written)).toContain(route)
      }
    },
  )

  it('nothing under a secret name survives, whatever it is', () => {
    const name = fc.constantFrom(
      'password',
      'newPassword',
      'token',
      'resetPasswordToken',
      'Cookie',
      'authorization',
      'apiKey',
      'email',
      'phone',
      'salt',
      'hash',
    )
    fc.assert(
      fc.property(name, fc.stringMatching(/^[A-Z]{12,20}$/), (key, secret) => {
        expect(JSON.stringify(redact({ outer: { [key]: secret } }))).not.toContain(secret)
        expect(JSON.stringify(redact({ [key]: { inner: [secret] } }))).not.toContain(secret)
      }),
    )
  })

  it.each([
    ['Bearer abcdef.ghijkl', 'abcdef'],
    ['JWT eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln', 'eyJ'],
    ['postgres://kabinet:s3cr3t@db:5432/kabinet', 's3cr3t'],
    ['GET /reset?token=abc123def&x=1', 'abc123def'],
    ['Cookie: payload-token=abc; other=1', 'abc'],
    ['{"password":"qwerty12"}', 'qwerty12'],
    ['invalid input syntax for type uuid: "Петров"', 'Петров'],
    ['Key (name)=(Петров) already exists.', 'Петров'],
    ['Failing row contains (1, ООО (Москва). Петров, null).', 'Петров'],
    ['Failed query: insert into users values ($1)\nparams: Иван Петров,secret', 'Петров'],
  ])('hides the secret in %s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret)
  })

  it.each([
    '2026-11-24T13:02:37.639Z',
    'a2fbc624-1137-4f30-8188-9e41693d8ef6',
    'order 00-000123 of 1 234,50',
    'GET /orders/15',
  ])('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text)
  })

  it('keeps the shape of what it copies: nothing, numbers and switches stay, calls go, depths and lengths end', () => {
    expect(redact([null, undefined, 1, false, 'a', 5n])).toEqual([null, undefined, 1, false, 'a', '5'])
    expect(redact([() => 1, Symbol('x')])).toEqual([undefined, undefined])
    expect(redact({ at: new Date(Number.NaN), bytes: new Uint8Array(3) })).toEqual({ at: null, bytes: '[3 bytes]' })
    expect(redact(Array.from({ length: 200 }, (_, n) => n))).toHaveLength(100)
    expect(redact({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } })).toEqual({
      a: { b: { c: { d: { e: { f: '[deep]' } } } } },
    })
    expect(redact({ a: { b: { c: { d: { e: { f: 'told' } } } } } })).toEqual({
      a: { b: { c: { d: { e: { f: 'told' } } } } },
    })
  })

  it('says of a secret that it is there, not that it is missing or off', () => {
    expect(redact({ password: 'x', token: 5, salt: null, hash: undefined, secret: false, 'a@b.ru': 1 })).toEqual({
      password: '[hidden]',
      token: '[hidden]',
      salt: null,
      hash: undefined,
      secret: false,
      '[hidden]': 1,
    })
  })

  it('tells an error by its name, words, stack, cause and own fields', () => {
    const error = Object.assign(new Error('mail to a@b.ru', { cause: new Error('below') }), { code: 'EX', token: 'x' })
    error.stack = 'Error: mail to a@b.ru\n    at here'
    expect(redact(error)).toEqual({
      name: 'Error',
      message: 'mail to [hidden]',
      stack: 'Error: mail to [hidden]\n    at here',
      code: 'EX',
      token: '[hidden]',
      cause: expect.objectContaining({ message: 'below' }),
    })
    const bare = new Error('x')
    delete bare.stack
    expect(redact(bare)).toEqual({ name: 'Error', message: 'x' })
  })

  it('tells of a failed statement its code and place, none of its values', () => {
    const of = (message: string, fields: object, options?: ErrorOptions) =>
      Object.assign(new Error(message, options), fields)
    const postgres = of('invalid input syntax for type uuid: "Петров"', {
      severity: 'ERROR',
      code: '22P02',
      table: 'users',
      detail: 'Иванов',
      position: '7',
    })
    const drizzle = of(
      'Failed query: select $1\nparams: Сидоров',
      { query: 'select', params: ['Сидоров'] },
      { cause: postgres },
    )
    const told = redact(drizzle) as Record<string, unknown>
    expect(told).toMatchObject({
      name: 'Error',
      message: 'Failed query: select $1\nparams: [hidden]',
      cause: {
        message: 'invalid input syntax for type uuid: [hidden]',
        severity: 'ERROR',
        code: '22P02',
        table: 'users',
        position: '7',
      },
    })
    expect(Object.keys(told).sort()).toEqual(['cause', 'message', 'name', 'stack'])
    expect(JSON.stringify(told)).not.toMatch(/Петров|Иванов|Сидоров/)
    expect(told.cause).toHaveProperty('stack', expect.stringContaining('    at '))
    const alone = redact(of('Failed query: select 1', { query: 'kept', rows: 3 })) as Record<string, unknown>
    expect(alone).not.toHaveProperty('rows')
    for (const part of [{ severity: 'ERROR' }, { code: 'X' }, { query: 'q' }])
      expect(redact(of('plain', { ...part, rows: 3 }))).toMatchObject({ rows: 3 })
    expect(redact(of('a value: "Петров"', { severity: 'ERROR', code: '22P02' }))).toMatchObject({
      message: 'a value: [hidden]',
    })
    expect(redact(of('said: "x" of a column', { severity: 'ERROR', code: '22P02' }))).toMatchObject({
      message: 'said: "x" of a column',
    })
    expect(redact(of('x', { severity: 'ERROR', code: '1' }))).not.toHaveProperty('cause')
  })

  it('takes errors with their causes, cycles, dates, big numbers and bytes', () => {
    const circle: Record<string, unknown> = { at: new Date(0), many: 10n, bytes: Buffer.from('secret') }
    circle.self = circle
    const error = new Error('mail to a@b.ru failed', { cause: new Error('8 (912) 345-67-89') })
    const text = JSON.stringify(redact({ circle, error }))
    expect(text).toContain('1970-01-01T00:00:00.000Z')
    expect(text).toContain('"many":"10"')
    for (const hidden of ['a@b.ru', '345-67-89', 'secret']) expect(text).not.toContain(hidden)
  })
})
