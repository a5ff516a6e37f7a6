import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { confirmRegistration, register, type RegistrationInput } from '@/collections/people/users/user.registration'
import { failedState } from '@/app/(cabinet)/_session/action'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { signIn } from '@/src/mechanisms/sessions/signIn'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { linkOf, mailbox, visitor } from './letters'

const person: RegistrationInput = {
  name: 'Анна Петрова', phone: '8 903 123-45-67', email: 'Anna@Example.com', password: 'берёза-над-рекой', companyName: 'ООО «Берёза»', inn: '7707083893',
}
let payload: Payload
let mail: ReturnType<typeof mailbox>

beforeEach(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  mail = mailbox(payload)
})

const count = async (table: string): Promise<number> =>
  (await query<{ count: number }>(payload, sql`select count(*)::int as count from ${sql.raw(table)}`))[0]?.count ?? -1

describe('[AUTH-04] registration', () => {
  it('makes an unconfirmed account, a new company with the default manager, and a starter role in it', async () => {
    await insertRow(payload, 'staff', { name: 'Обычный', email: 'a@staff.example', role: 'manager', active: true })
    const manager = await insertRow(payload, 'staff', { name: 'Для новых', email: 'b@staff.example', role: 'manager', active: true, isDefaultManager: true })
    await register(await visitor(payload, '10.0.0.1'), person)
    const [user] = await query<Record<string, unknown>>(payload, sql`select name, phone, email, kind::text, active, _verified as verified from users`)
    expect(user).toEqual({ name: 'Анна Петрова', phone: '+79031234567', email: 'anna@example.com', kind: 'client', active: true, verified: false })
    const [company] = await query<Record<string, unknown>>(
      payload,
      sql`select c.name, c.inn, c.status::text, c.manager_id::text as manager, r.code, m.active from companies c join memberships m on m.company_id = c.id join portal_roles r on r.id = m.portal_role_id`,
    )
    expect(company).toEqual({ name: 'ООО «Берёза»', inn: '7707083893', status: 'new', manager, code: 'starter', active: true })
  })

  it('opens the account by the link of the letter, once, and signs the person in', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Подтвердите почту' }])
    const link = await linkOf(payload, 'confirm')
    const signed = await confirmRegistration(await visitor(payload, '10.0.0.1'), link)
    expect(signed).toMatchObject({ email: 'anna@example.com', token: expect.any(String) })
    expect(await query(payload, sql`select 1 from users where _verified`)).toHaveLength(1)
    expect(await query(payload, sql`select 1 from users_sessions`)).toHaveLength(1)
    await expect(confirmRegistration(await visitor(payload, '10.0.0.1'), link)).rejects.toMatchObject({ code: 'link.dead', status: 410 })
    await expect(signIn(await visitor(payload, '10.0.0.1'), 'users', person)).resolves.toMatchObject({ email: 'anna@example.com' })
  })

  it('names everything that is wrong at once, each at its field', async () => {
    const wrong = { ...person, name: '', phone: '12', email: 'anna@', inn: '7707083890', password: 'короткий' }
    const error: unknown = await register(await visitor(payload, '10.0.0.1'), wrong).catch((thrown: unknown) => thrown)
    expect(failedState(error, { locale: 'ru' }, 'register').errors).toEqual({
      name: 'Заполните это поле',
      phone: 'Укажите телефон с кодом, например +7 903 123-45-67',
      email: 'Проверьте адрес почты: в нём опечатка',
      inn: 'В ИНН ошибка: проверьте цифры',
      password: expect.stringMatching(/10/),
    })
    const one: unknown = await register(await visitor(payload, '10.0.0.1'), { ...person, inn: '7707083890' }).catch((thrown: unknown) => thrown)
    expect(failedState(one, { locale: 'en' }, 'register').errors).toEqual({ inn: 'The INN has an error: please check the digits' })
    expect(await count('users')).toBe(0)
  })

  it('does not open it by a link that is too old or made up', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    const link = await linkOf(payload, 'confirm')
    await execute(payload, sql`update person_tokens set expires_at = now() - interval '1 second'`)
    for (const text of [link, 'made-up', '']) {
      await expect(confirmRegistration(await visitor(payload, '10.0.0.1'), text)).rejects.toMatchObject({ code: 'link.dead' })
    }
    expect(await query(payload, sql`select 1 from users where _verified`)).toHaveLength(0)
  })

  it('answers a taken address alike, changes nothing, and writes to its owner', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    await confirmRegistration(await visitor(payload, '10.0.0.1'), await linkOf(payload, 'confirm'))
    await mail.deliver()
    const before = await query(payload, sql`select hash, name, phone from users`)
    const answer = await register(await visitor(payload, '10.0.0.2'), { ...person, name: 'Другой Человек', password: 'совсем-другой-пароль' })
    expect(answer).toBeUndefined()
    expect(await query(payload, sql`select hash, name, phone from users`)).toEqual(before)
    expect([await count('users'), await count('companies'), await count('memberships')]).toEqual([1, 1, 1])
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Вы уже зарегистрированы' }])
  })

  it('of two who registered one address, the password counts that belongs to the link followed', async () => {
    await register(await visitor(payload, '10.0.0.9'), { ...person, password: 'пароль-чужого-человека' })
    await register(await visitor(payload, '10.0.0.1'), person)
    await confirmRegistration(await visitor(payload, '10.0.0.1'), await linkOf(payload, 'confirm'))
    await expect(signIn(await visitor(payload, '10.0.0.9'), 'users', { ...person, password: 'пароль-чужого-человека' })).rejects.toMatchObject({ code: 'auth.wrong' })
    await expect(signIn(await visitor(payload, '10.0.0.1'), 'users', person)).resolves.toBeDefined()
  })

  it('makes one account of 10 registrations at once', async () => {
    const visitors = await Promise.all(Array.from({ length: 10 }, (_, index) => visitor(payload, `10.1.0.${index}`)))
    await Promise.all(visitors.map((req) => register(req, person)))
    expect([await count('users'), await count('companies'), await count('memberships')]).toEqual([1, 1, 1])
  })

  it('does not let a stranger into a company that is there already under the same ИНН', async () => {
    const known = await insertRow(payload, 'companies', { name: 'Берёза из 1С', inn: '7707083893', status: 'active', currency: 'RUB' })
    await register(await visitor(payload, '10.0.0.1'), person)
    expect(await query(payload, sql`select 1 from memberships where company_id = ${known}`)).toHaveLength(0)
  })

  it.each([
    ['email', { email: 'not-an-address' }, 'email.wrong'],
    ['phone', { phone: '12' }, 'phone.wrong'],
    ['inn', { inn: '7707083890' }, 'inn.wrong'],
    ['password', { password: 'short' }, 'password.short'],
    ['password', { password: 'Петрова12345' }, 'password.common'],
    ['name', { name: '' }, 'input.required'],
  ])('refuses a wrong %s and writes nothing', async (field, wrong, code) => {
    await expect(register(await visitor(payload, '10.0.0.1'), { ...person, ...wrong })).rejects.toMatchObject({ code, field, status: 422 })
    expect(await count('users')).toBe(0)
    expect(await mail.deliver()).toEqual([])
  })

  it('is closed by its switch', async () => {
    await payload.updateGlobal({ slug: 'portal-settings', data: { registrationOpen: false } })
    await expect(register(await visitor(payload, '10.0.0.1'), person)).rejects.toMatchObject({ code: 'registration.closed', status: 403 })
    await payload.updateGlobal({ slug: 'portal-settings', data: { registrationOpen: true } })
    await expect(register(await visitor(payload, '10.0.0.1'), person)).resolves.toBeUndefined()
  })

  it('stops a flood from one address before anything is hashed', async () => {
    const attempts = await Promise.allSettled(
      (await Promise.all(Array.from({ length: 30 }, () => visitor(payload, '10.0.0.1')))).map((req) => register(req, { ...person, password: 'short' })),
    )
    const codes = attempts.map((attempt) => (attempt.status === 'rejected' ? (attempt.reason as { code: string }).code : 'ok'))
    expect(codes.filter((code) => code === 'password.short')).toHaveLength(20)
    expect(codes.filter((code) => code === 'rate.limited')).toHaveLength(10)
  })

  it('tells the manager only once the address is confirmed', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    expect(await query(payload, sql`select 1 from events where type = 'users.registered'`)).toHaveLength(0)
    await confirmRegistration(await visitor(payload, '10.0.0.1'), await linkOf(payload, 'confirm'))
    expect(await query(payload, sql`select 1 from events where type = 'users.registered' and company_id is not null`)).toHaveLength(1)
  })
})
