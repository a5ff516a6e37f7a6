import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import config from '@payload-config'
import { handleEndpoints, type Payload } from 'payload'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { knownDevice, rememberDevice } from '@/src/mechanisms/sessions/knownDevice'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { mailbox } from './letters'

const password = 'берёза-над-рекой'
let payload: Payload
let user: string

beforeEach(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  await emptyDatabase()
  const stored = await hashPassword(password)
  user = await insertRow(payload, 'users', {
    name: 'Анна',
    email: 'anna@example.com',
    kind: 'client',
    active: true,
    _verified: true,
    ...stored,
  })
  await insertRow(payload, 'staff', {
    name: 'Пётр',
    email: 'petr@staff.example',
    role: 'manager',
    active: true,
    ...stored,
  })
})

type Answer = { status: number; body: Record<string, unknown>; cookies: string[]; retryAfter: string | null }

/** As a browser at an address asks. */
async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const request = new Request(`http://localhost:3000/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-client-address': '10.0.0.1',
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const response = await handleEndpoints({ config, request })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    cookies: response.headers.getSetCookie(),
    retryAfter: response.headers.get('retry-after'),
  }
}
const login = (email: string, secret: string, headers: Record<string, string> = {}, slug = 'users'): Promise<Answer> =>
  post(`/${slug}/login`, { email, password: secret }, headers)
const cookieOf = (answer: Answer): string => answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
const me = async (cookie: string, slug = 'users'): Promise<unknown> => {
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api/${slug}/me`, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    }),
  })
  return ((await response.json()) as { user: unknown }).user
}

describe('[AUTH-03] signing in', () => {
  it('opens a session in an httpOnly cookie, never in the body, and notes the device and the address', async () => {
    const answer = await login(' ANNA@example.com ', password)
    expect(answer.status).toBe(200)
    expect(answer.body).not.toHaveProperty('token')
    expect(JSON.stringify(answer.body)).not.toMatch(/hash|salt|sessions/)
    expect(answer.cookies[0]).toMatch(/^payload-token=.+; HttpOnly=true; SameSite=Lax$/)
    expect(await me(cookieOf(answer))).toMatchObject({ id: user })
    expect(await query(payload, sql`select device, address, user_id::text as user from login_sessions`)).toEqual([
      { device: 'Chrome, Windows', address: '10.0.0.1', user },
    ])
    expect(
      await query(payload, sql`select 1 from users where last_login_at > now() - interval '1 minute'`),
    ).toHaveLength(1)
  })

  it('lets the panel in by the same door', async () => {
    const answer = await login('petr@staff.example', password, {}, 'staff')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ exp: expect.any(Number), user: { name: 'Пётр', role: 'manager' } })
    expect(await me(cookieOf(answer), 'staff')).toMatchObject({ name: 'Пётр' })
    expect(await me(cookieOf(answer), 'users')).toBeNull()
  })

  it('gives a new token each time and ends the session the browser came with', async () => {
    const first = await login('anna@example.com', password)
    const second = await login('anna@example.com', password, { cookie: cookieOf(first) })
    expect(cookieOf(second)).not.toBe(cookieOf(first))
    expect(await me(cookieOf(first))).toBeNull()
    expect(await me(cookieOf(second))).not.toBeNull()
  })

  it('signs out: the old cookie is worth nothing', async () => {
    const cookie = cookieOf(await login('anna@example.com', password))
    expect((await post('/users/logout', {}, { cookie })).status).toBe(200)
    expect(await me(cookie)).toBeNull()
    expect((await post('/users/refresh-token', {}, { cookie })).status).toBe(401)
  })

  it('prolongs a session without changing which one it is', async () => {
    const cookie = cookieOf(await login('anna@example.com', password))
    const answer = await post('/users/refresh-token', {}, { cookie })
    expect(answer.status).toBe(200)
    expect(await me(cookieOf(answer))).not.toBeNull()
    expect(await query(payload, sql`select 1 from users_sessions`)).toHaveLength(1)
  })
})

describe('who does not know the password learns nothing', () => {
  it('gets the same answer for no account, a wrong password, an unconfirmed and a closed account', async () => {
    const stored = await hashPassword(password)
    await insertRow(payload, 'users', {
      name: 'Без подтверждения',
      email: 'new@example.com',
      kind: 'client',
      active: true,
      _verified: false,
      ...stored,
    })
    await insertRow(payload, 'users', {
      name: 'Закрытый',
      email: 'closed@example.com',
      kind: 'client',
      active: false,
      _verified: true,
      ...stored,
    })
    await insertRow(payload, 'users', {
      name: 'Без пароля',
      email: 'invited@example.com',
      kind: 'client',
      active: true,
      _verified: false,
    })
    const answers = []
    for (const email of [
      'anna@example.com',
      'nobody@example.com',
      'new@example.com',
      'closed@example.com',
      'invited@example.com',
    ]) {
      const { status, body, cookies } = await login(email, 'не-тот-пароль')
      answers.push(JSON.stringify({ status, body, cookies }))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('auth.wrong')
  })

  it('tells with the right password what is the matter, and sends the link again', async () => {
    const mail = mailbox(payload)
    await execute(payload, sql`update users set _verified = false`)
    expect((await login('anna@example.com', password)).body).toMatchObject({
      errors: [{ data: { code: 'auth.unconfirmed' } }],
    })
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com' }])
    await execute(payload, sql`update users set active = false`)
    expect((await login('anna@example.com', password)).body).toMatchObject({
      errors: [{ data: { code: 'auth.closed' } }],
    })
  })

  it('gets the same answer from recovery, and no letter goes to an address without an account', async () => {
    const mail = mailbox(payload)
    const [known, unknown] = [
      await post('/users/forgot-password', { email: 'anna@example.com' }),
      await post('/users/forgot-password', { email: 'nobody@example.com' }),
    ]
    expect(known).toEqual(unknown)
    expect((await mail.deliver()).map(({ to }) => to)).toEqual(['anna@example.com'])
  })

  it('is not told by the panel whether anybody is there yet', async () => {
    await emptyDatabase()
    const response = await handleEndpoints({ config, request: new Request('http://localhost:3000/api/staff/init') })
    expect(await response.json()).toEqual({ initialized: true })
  })
})

describe('guessing', () => {
  it('is stopped before anything is hashed: of 40 guesses at once at most 10 are looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => login('anna@example.com', 'угадываю-пароль')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30)
    expect(answers.find(({ status }) => status === 429)?.retryAfter).toMatch(/^\d+$/)
  })

  it('looks alike for an account and for none', async () => {
    const codes = async (email: string): Promise<number[]> => {
      const answers: number[] = []
      for (let guess = 0; guess < 12; guess += 1)
        answers.push((await login(email, 'угадываю-пароль', { 'x-client-address': '10.0.0.7' })).status)
      return answers
    }
    expect(await codes('anna@example.com')).toEqual(await codes('nobody@example.com'))
  })

  it('does not lock the owner out: another address gets in, and so does a known browser at the same one', async () => {
    const known = cookieOf(await login('anna@example.com', password))
      .split('; ')
      .find((cookie) => cookie.startsWith('kabinet-device'))
    for (let guess = 0; guess < 12; guess += 1) await login('anna@example.com', 'угадываю-пароль')
    expect((await login('anna@example.com', password)).status).toBe(429)
    expect((await login('anna@example.com', password, { 'x-client-address': '10.0.0.2' })).status).toBe(200)
    expect((await login('anna@example.com', password, { cookie: String(known) })).status).toBe(200)
  })

  it('from a thousand addresses is stopped too, and the known browser still gets in', async () => {
    const known = cookieOf(await login('anna@example.com', password))
      .split('; ')
      .find((cookie) => cookie.startsWith('kabinet-device'))
    await execute(payload, sql`update throttles set count = 100 where key like 'login-account:%'`)
    expect((await login('anna@example.com', 'угадываю', { 'x-client-address': '10.9.9.9' })).status).toBe(429)
    expect(
      (await login('anna@example.com', password, { cookie: String(known), 'x-client-address': '10.9.9.9' })).status,
    ).toBe(200)
  })

  it('cannot borrow a known browser: the cookie of one account, or a made-up one, opens no other way', async () => {
    await insertRow(payload, 'users', {
      name: 'Враг',
      email: 'enemy@example.com',
      kind: 'client',
      active: true,
      _verified: true,
      ...(await hashPassword(password)),
    })
    const foreign = cookieOf(await login('enemy@example.com', password))
      .split('; ')
      .find((cookie) => cookie.startsWith('kabinet-device'))
    for (let guess = 0; guess < 10; guess += 1) await login('anna@example.com', 'угадываю-пароль')
    expect((await login('anna@example.com', 'угадываю', { cookie: String(foreign) })).status).toBe(429)
    expect((await login('anna@example.com', 'угадываю', { cookie: 'kabinet-device=abc.def' })).status).toBe(429)
  })

  it('the right password clears what was mistyped', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < 9; guess += 1) expect((await login('anna@example.com', 'опечатка')).status).toBe(401)
      expect((await login('anna@example.com', password)).status).toBe(200)
    }
  })
})

describe('what ends by itself', () => {
  it.each([
    ['users', 'anna@example.com', 90],
    ['staff', 'petr@staff.example', 7],
  ] as const)(
    'a session of %s, %s: after %i days, however often it is prolonged; its token never outlives it',
    async (slug, email, days) => {
      const cookie = cookieOf(await login(email, password, {}, slug))
      const began = (minutes: number) =>
        execute(
          payload,
          sql`update login_sessions set created_at = now() - make_interval(days => ${days}) + make_interval(mins => ${minutes})`,
        )
      await began(60)
      const answer = await post(`/${slug}/refresh-token`, {}, { cookie })
      expect(answer.status).toBe(200)
      expect(Number(answer.body.exp) - Date.now() / 1_000).toBeLessThanOrEqual(3_600)
      expect(
        await query(
          payload,
          sql`select 1 from ${sql.raw(slug)}_sessions where expires_at > now() + interval '61 minutes'`,
        ),
      ).toEqual([])
      await began(-1)
      expect((await post(`/${slug}/refresh-token`, {}, { cookie: cookieOf(answer) })).status).toBe(401)
    },
  )

  it('a known browser: with the next password, and ninety days after it was last used to sign in', async () => {
    const known = (answer: Answer): string =>
      String(
        cookieOf(answer)
          .split('; ')
          .find((cookie) => cookie.startsWith('kabinet-device')),
      )
    const first = await login('anna@example.com', password)
    const old = known(first)
    for (let guess = 0; guess < 10; guess += 1) await login('anna@example.com', 'угадываю-пароль')
    expect((await login('anna@example.com', 'угадываю-пароль', { cookie: old })).status).toBe(401)
    const changed = await post(
      '/users/change-password',
      { current: password, password: 'совсем-новый-пароль' },
      { cookie: cookieOf(first) },
    )
    expect(changed.status).toBe(200)
    expect((await login('anna@example.com', 'совсем-новый-пароль', { cookie: old })).status).toBe(429)
    expect((await login('anna@example.com', 'совсем-новый-пароль', { cookie: known(changed) })).status).toBe(200)

    const device = { collection: 'users', email: 'anna@example.com', hash: 'any' } as const
    const made = new Headers({ cookie: `kabinet-device=${rememberDevice(payload, device, 0)}` })
    const day = 24 * 60 * 60 * 1_000
    expect([knownDevice(payload, made, device, 89 * day), knownDevice(payload, made, device, 90 * day)]).toEqual([
      expect.any(String),
      null,
    ])
    expect(knownDevice(payload, made, { ...device, hash: 'another' }, day)).toBeNull()
    const later = made.get('cookie')?.replace(/=([^.]*)\.[^.]*\./, '=$1.zzzzz.') ?? ''
    expect(knownDevice(payload, new Headers({ cookie: later }), device, day)).toBeNull()
  })
})

describe('[AUTH-03] recovery', () => {
  it('sets a new password by a link that works once, ends all sessions and signs in', async () => {
    const { linkOf } = await import('./letters')
    const mail = mailbox(payload)
    const old = cookieOf(await login('anna@example.com', password))
    await post('/users/forgot-password', { email: 'anna@example.com' })
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Новый пароль' }])
    const token = await linkOf(payload, 'recover')
    expect(
      await query(payload, sql`select 1 from person_tokens where expires_at <= now() + interval '1 hour'`),
    ).toHaveLength(1)
    expect(await query(payload, sql`select 1 from person_tokens where hash = ${token}`)).toHaveLength(0)
    expect(await query(payload, sql`select 1 from pgboss.job where data::text like ${`%${token}%`}`)).toHaveLength(0)

    const answer = await post('/users/reset-password', { token, password: 'совсем-новый-пароль' })
    expect(answer.status).toBe(200)
    expect(await me(old)).toBeNull()
    expect(await me(cookieOf(answer))).not.toBeNull()
    expect((await login('anna@example.com', password)).status).toBe(401)
    expect((await login('anna@example.com', 'совсем-новый-пароль')).status).toBe(200)
    expect((await post('/users/reset-password', { token, password: 'ещё-один-пароль' })).status).toBe(410)
    expect(await mail.deliver()).toMatchObject([{ subject: 'Пароль изменён' }])
  })

  it('refuses a link of the other collection, of another purpose, one that is too old, and a weak password', async () => {
    const { linkOf } = await import('./letters')
    const mail = mailbox(payload)
    await post('/staff/forgot-password', { email: 'petr@staff.example' })
    await mail.deliver()
    const token = await linkOf(payload, 'recover')
    expect((await post('/users/reset-password', { token, password: 'совсем-новый-пароль' })).status).toBe(410)
    expect((await post('/users/confirm', { token })).status).toBe(410)
    expect((await post('/staff/reset-password', { token, password: 'qwerty12345' })).status).toBe(422)
    await execute(payload, sql`update person_tokens set expires_at = now()`)
    expect((await post('/staff/reset-password', { token, password: 'совсем-новый-пароль' })).status).toBe(410)
  })

  it('of two who follow one link at once, one gets in', async () => {
    const { linkOf } = await import('./letters')
    const mail = mailbox(payload)
    await post('/users/forgot-password', { email: 'anna@example.com' })
    await mail.deliver()
    const token = await linkOf(payload, 'recover')
    const answers = await Promise.all(
      ['первый-новый-пароль', 'второй-новый-пароль'].map((secret) =>
        post('/users/reset-password', { token, password: secret }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  })
})
