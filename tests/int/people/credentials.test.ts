import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { handleEndpoints, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { mailbox } from './letters'

const PRESENT = 'берёза-над-рекой'
const NEXT = 'совсем-новый-пароль'
let payload: Payload
let mail: ReturnType<typeof mailbox>
const stored: { hash: string; salt: string } = { hash: '', salt: '' }

beforeAll(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  Object.assign(stored, await hashPassword(PRESENT))
})
beforeEach(async () => {
  await emptyDatabase()
  mail = mailbox(payload)
})

type Answer = { status: number; text: string; cookie: string }
async function call(method: string, path: string, body: object, cookie = ''): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'x-client-address': '10.0.0.1',
    ...(cookie ? { cookie } : {}),
  }
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api${path}`, { method, headers, body: JSON.stringify(body) }),
  })
  return {
    status: response.status,
    text: await response.text(),
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}
type Slug = 'users' | 'staff'
const person = (slug: Slug, email: string, role = 'manager'): Promise<string> =>
  insertRow(payload, slug, {
    name: 'Анна',
    email,
    active: true,
    locale: 'ru',
    ...stored,
    ...(slug === 'users' ? { kind: 'client', _verified: true } : { role }),
  })
const login = async (slug: Slug, email: string, password = PRESENT): Promise<Answer> =>
  call('POST', `/${slug}/login`, { email, password })
const isIn = async (slug: Slug, cookie: string): Promise<boolean> => {
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api/${slug}/me`, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    }),
  })
  return ((await response.json()) as { user: unknown }).user !== null
}
const letters = async (): Promise<string[]> =>
  (await mail.deliver()).map(({ to, subject }) => `${to} ${subject}`).sort()

describe.each(['users', 'staff'] as const)('[AUTH-02] the password of %s', (slug) => {
  it('is changed with the present one, and the owner is told; other devices are signed out, this one is not', async () => {
    await person(slug, 'anna@example.com')
    const [here, there] = [await login(slug, 'anna@example.com'), await login(slug, 'anna@example.com')]
    expect(
      (await call('POST', `/${slug}/change-password`, { current: PRESENT, password: NEXT }, here.cookie)).status,
    ).toBe(200)
    expect([await isIn(slug, here.cookie), await isIn(slug, there.cookie)]).toEqual([true, false])
    expect(await letters()).toEqual(['anna@example.com Пароль изменён'])
    expect((await login(slug, 'anna@example.com')).status).toBe(401)
    expect((await login(slug, 'anna@example.com', NEXT)).status).toBe(200)
    expect(await query(payload, sql`select action from audit where action like '%changePassword'`)).toEqual([
      { action: `${slug}.changePassword` },
    ])
  })

  it('is not changed without it, nor to a weak one, by nobody who is not signed in, and guessing is stopped', async () => {
    await person(slug, 'anna@example.com')
    const { cookie } = await login(slug, 'anna@example.com')
    expect((await call('POST', `/${slug}/change-password`, { current: PRESENT, password: NEXT })).status).toBe(401)
    expect(
      await call('POST', `/${slug}/change-password`, { current: PRESENT, password: 'коротко' }, cookie),
    ).toMatchObject({ status: 422 })
    for (let guess = 0; guess < 9; guess += 1) {
      expect(
        await call('POST', `/${slug}/change-password`, { current: 'не-тот-пароль', password: NEXT }, cookie),
      ).toMatchObject({ status: 403, text: expect.stringContaining('auth.passwordWrong') })
    }
    expect((await call('POST', `/${slug}/change-password`, { current: PRESENT, password: NEXT }, cookie)).status).toBe(
      429,
    )
    expect(await letters()).toEqual([])
  })
})

describe('[ROLE-04] credentials written in the panel', () => {
  it('one’s own take the present password; this session stays, others end, a letter goes out', async () => {
    const id = await person('staff', 'anna@example.com')
    const [here, there] = [await login('staff', 'anna@example.com'), await login('staff', 'anna@example.com')]
    expect(await call('PATCH', `/staff/${id}`, { password: NEXT }, here.cookie)).toMatchObject({
      status: 422,
      text: expect.stringContaining('auth.passwordNeeded'),
    })
    expect(
      await call('PATCH', `/staff/${id}`, { password: NEXT, currentPassword: 'не-тот-пароль' }, here.cookie),
    ).toMatchObject({ status: 403, text: expect.stringContaining('auth.passwordWrong') })
    expect(
      await call('PATCH', `/staff/${id}`, { password: 'qwerty12345', currentPassword: PRESENT }, here.cookie),
    ).toMatchObject({ status: 422, text: expect.stringContaining('password.common') })
    expect((await login('staff', 'anna@example.com', NEXT)).status).toBe(401)
    const changed = await call('PATCH', `/staff/${id}`, { password: NEXT, currentPassword: PRESENT }, here.cookie)
    expect(changed.status).toBe(200)
    expect(changed.text).not.toContain(PRESENT)
    expect([await isIn('staff', here.cookie), await isIn('staff', there.cookie)]).toEqual([true, false])
    expect(await letters()).toEqual(['anna@example.com Пароль изменён'])
    expect((await login('staff', 'anna@example.com', NEXT)).status).toBe(200)
  })

  it('what is no credential needs none, and tells nobody', async () => {
    const id = await person('staff', 'anna@example.com')
    const { cookie } = await login('staff', 'anna@example.com')
    expect(
      (
        await call(
          'PATCH',
          `/staff/${id}`,
          { name: 'Анна Иванова', email: 'anna@example.com', password: '', currentPassword: '' },
          cookie,
        )
      ).status,
    ).toBe(200)
    expect(await isIn('staff', cookie)).toBe(true)
    expect(await letters()).toEqual([])
  })

  it.each(['users', 'staff'] as const)(
    'an administrator sets a password and an address of %s: their owner is told where they were, and is signed out',
    async (slug) => {
      await person('staff', 'admin@example.com', 'admin')
      const id = await person(slug, 'anna@example.com')
      const [admin, theirs] = [await login('staff', 'admin@example.com'), await login(slug, 'anna@example.com')]
      expect((await call('PATCH', `/${slug}/${id}`, { password: NEXT }, admin.cookie)).status).toBe(200)
      expect(await isIn(slug, theirs.cookie)).toBe(false)
      expect(await letters()).toEqual(['anna@example.com Пароль изменён'])
      const again = await login(slug, 'anna@example.com', NEXT)
      expect((await call('PATCH', `/${slug}/${id}`, { email: 'other@example.com' }, admin.cookie)).status).toBe(200)
      expect(await isIn(slug, again.cookie)).toBe(false)
      expect(await letters()).toEqual(['anna@example.com Почта для входа меняется'])
      expect(await isIn('staff', admin.cookie)).toBe(true)
    },
  )

  it('an administrator’s own address takes the password too; nobody else sets anybody’s', async () => {
    const admin = await person('staff', 'admin@example.com', 'admin')
    const other = await person('staff', 'anna@example.com')
    const { cookie } = await login('staff', 'admin@example.com')
    expect(await call('PATCH', `/staff/${admin}`, { email: 'new@example.com' }, cookie)).toMatchObject({
      status: 422,
      text: expect.stringContaining('auth.passwordNeeded'),
    })
    expect(
      (await call('PATCH', `/staff/${admin}`, { email: 'new@example.com', currentPassword: PRESENT }, cookie)).status,
    ).toBe(200)
    const manager = await login('staff', 'anna@example.com')
    for (const data of [
      { password: NEXT, currentPassword: PRESENT },
      { email: 'x@example.com', currentPassword: PRESENT },
    ]) {
      expect((await call('PATCH', `/staff/${admin}`, data, manager.cookie)).status).toBe(403)
    }
    expect(await query(payload, sql`select email from staff where id in (${admin}, ${other}) order by email`)).toEqual([
      { email: 'anna@example.com' },
      { email: 'new@example.com' },
    ])
  })
})
