import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { failedState } from '@/app/(cabinet)/_session/action'
import {
  confirmationOf,
  confirmRegistration,
  register,
  type OwnInput,
  type RegistrationInput,
} from '@/collections/people/users/user.registration.actions'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { requestRecovery, resetPassword } from '@/src/mechanisms/sessions/recovery'
import { registrationCookie } from '@/src/mechanisms/sessions/registrations'
import { signIn, type SignedIn } from '@/src/mechanisms/sessions/signIn'
import { tokenText } from '@/src/mechanisms/sessions/tokens'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { linkOf, mailbox, visitor } from './letters'

const person: RegistrationInput = {
  name: 'Анна Петрова',
  phone: '8 903 123-45-67',
  email: 'Anna@Example.com',
  password: 'берёза-над-рекой',
  companyName: 'ООО «Берёза»',
  inn: '7707083893',
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

/** A browser: it registers, keeps the cookie, and follows links. */
async function browser(address: string): Promise<{
  register: (who?: RegistrationInput) => Promise<void>
  confirm: (token: string, given?: Partial<OwnInput>) => Promise<SignedIn>
  signIn: (password: string) => Promise<SignedIn>
}> {
  let cookie = ''
  const req = async (): Promise<PayloadRequest> => visitor(payload, address, cookie ? { cookie } : {})
  return {
    register: async (who = person) => {
      cookie = `${registrationCookie(payload)}=${(await register(await req(), who)).browser}`
    },
    confirm: async (token, given) => confirmRegistration(await req(), token, given),
    signIn: async (password) => signIn(await req(), 'users', { email: person.email, password }),
  }
}
const links = async (): Promise<string[]> =>
  (
    await query<{ id: string }>(
      payload,
      sql`select id::text from person_tokens where purpose = 'confirm' and used_at is null order by created_at`,
    )
  ).map(({ id }) => tokenText(payload, 'confirm', id))
const PASSWORD = 'пароль-чужого-человека'
const STRANGER = {
  ...person,
  name: 'Захватчик Чужой',
  phone: '+7 999 000-00-01',
  companyName: 'Чужая контора',
  password: PASSWORD,
}

describe('[AUTH-04] registration', () => {
  it('makes nothing but an account that waits: no company, no phone, no password', async () => {
    await (await browser('10.0.0.1')).register()
    expect(await query(payload, sql`select email, _verified as verified, phone, hash, company_id from users`)).toEqual([
      { email: 'anna@example.com', verified: false, phone: null, hash: null, company_id: null },
    ])
    expect([await count('companies'), await count('memberships')]).toEqual([0, 0])
    expect(JSON.stringify(await query(payload, sql`select data from person_tokens`))).toBe('[{"data":{}}]')
  })

  it('once confirmed makes the person, a new company with the default manager, and a starter role in it', async () => {
    await insertRow(payload, 'staff', { name: 'Обычный', email: 'a@staff.example', role: 'manager', active: true })
    const manager = await insertRow(payload, 'staff', {
      name: 'Для новых',
      email: 'b@staff.example',
      role: 'manager',
      active: true,
      isDefaultManager: true,
    })
    const own = await browser('10.0.0.1')
    await own.register()
    await own.confirm(await linkOf(payload, 'confirm'))
    const [user] = await query<Record<string, unknown>>(
      payload,
      sql`select name, phone, email, kind::text, active, _verified as verified from users`,
    )
    expect(user).toEqual({
      name: 'Анна Петрова',
      phone: '+79031234567',
      email: 'anna@example.com',
      kind: 'client',
      active: true,
      verified: true,
    })
    const [company] = await query<Record<string, unknown>>(
      payload,
      sql`select c.name, c.inn, c.status::text, c.manager_id::text as manager, r.code, m.active from companies c join memberships m on m.company_id = c.id join portal_roles r on r.id = m.portal_role_id`,
    )
    expect(company).toEqual({
      name: 'ООО «Берёза»',
      inn: '7707083893',
      status: 'new',
      manager,
      code: 'starter',
      active: true,
    })
  })

  it('opens the account by the link of the letter, once, and signs the person in', async () => {
    const own = await browser('10.0.0.1')
    await own.register()
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Подтвердите почту' }])
    const link = await linkOf(payload, 'confirm')
    const signed = await own.confirm(link)
    expect(signed).toMatchObject({ email: 'anna@example.com', token: expect.any(String) })
    expect(await query(payload, sql`select 1 from users where _verified`)).toHaveLength(1)
    expect(await query(payload, sql`select 1 from users_sessions`)).toHaveLength(1)
    await expect(own.confirm(link)).rejects.toMatchObject({ code: 'link.dead', status: 410 })
    expect(await count('person_registrations')).toBe(0)
    await expect(signIn(await visitor(payload, '10.0.0.1'), 'users', person)).resolves.toMatchObject({
      email: 'anna@example.com',
    })
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
    const one: unknown = await register(await visitor(payload, '10.0.0.1'), { ...person, inn: '7707083890' }).catch(
      (thrown: unknown) => thrown,
    )
    expect(failedState(one, { locale: 'en' }, 'register').errors).toEqual({
      inn: 'The INN has an error: please check the digits',
    })
    expect(await count('users')).toBe(0)
  })

  it('does not open it by a link that is too old or made up', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    const link = await linkOf(payload, 'confirm')
    await execute(payload, sql`update person_tokens set expires_at = now() - interval '1 second'`)
    for (const text of [link, 'made-up', '']) {
      await expect(confirmRegistration(await visitor(payload, '10.0.0.1'), text)).rejects.toMatchObject({
        code: 'link.dead',
      })
    }
    expect(await query(payload, sql`select 1 from users where _verified`)).toHaveLength(0)
  })

  it('answers a taken address alike, changes nothing, and writes to its owner', async () => {
    const own = await browser('10.0.0.1')
    await own.register()
    await own.confirm(await linkOf(payload, 'confirm'))
    await mail.deliver()
    const before = await query(payload, sql`select hash, name, phone from users`)
    const answer = await register(await visitor(payload, '10.0.0.2'), {
      ...person,
      name: 'Другой Человек',
      password: 'совсем-другой-пароль',
    })
    expect(answer).toEqual({ browser: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await query(payload, sql`select hash, name, phone from users`)).toEqual(before)
    expect([await count('users'), await count('companies'), await count('memberships')]).toEqual([1, 1, 1])
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Вы уже зарегистрированы' }])
  })

  it.each(['the first link', 'the last link'])(
    'a stranger who registers the waiting address neither kills its link nor decides what it confirms: %s',
    async (which) => {
      const [own, stranger] = [await browser('10.0.0.1'), await browser('10.0.0.9')]
      await own.register()
      await stranger.register(STRANGER)
      const both = await links()
      expect(both).toHaveLength(2)
      await own.confirm(String(both.at(which === 'the first link' ? 0 : -1)))
      expect(
        await query(
          payload,
          sql`select u.name, u.phone, c.name as company from users u join companies c on c.id = u.company_id`,
        ),
      ).toEqual([{ name: 'Анна Петрова', phone: '+79031234567', company: 'ООО «Берёза»' }])
      await expect(stranger.signIn(PASSWORD)).rejects.toMatchObject({ code: 'auth.wrong' })
      await expect(own.signIn(person.password)).resolves.toBeDefined()
      expect(await links()).toEqual([])
    },
  )

  it('a stranger who tries to sign in with their own password, before or after, changes nothing of the owner’s link', async () => {
    const [own, stranger] = [await browser('10.0.0.1'), await browser('10.0.0.9')]
    await stranger.register(STRANGER)
    await own.register()
    const [, mine] = await links()
    await expect(stranger.signIn(PASSWORD)).rejects.toMatchObject({ code: 'auth.unconfirmed' })
    await own.confirm(String(mine))
    await expect(own.signIn(person.password)).resolves.toBeDefined()
    await expect(stranger.signIn(PASSWORD)).rejects.toMatchObject({ code: 'auth.wrong' })
  })

  it('in another browser the link asks who is there: nothing of what the first one said counts', async () => {
    const [stranger, owner] = [await browser('10.0.0.9'), await browser('10.0.0.1')]
    await stranger.register(STRANGER)
    const link = await linkOf(payload, 'confirm')
    expect(await confirmationOf(await visitor(payload, '10.0.0.1'), link)).toEqual({
      email: 'anna@example.com',
      asks: true,
    })
    for (const [given, code] of [
      [{}, 'input.required'],
      [{ name: 'Анна Петрова' }, 'phone.wrong'],
      [{ name: 'Анна Петрова', phone: '8 903 123-45-67', password: 'коротко' }, 'password.short'],
    ] as const) {
      await expect(owner.confirm(link, given)).rejects.toMatchObject({ code, status: 422 })
    }
    expect(await query(payload, sql`select 1 from users where _verified`)).toHaveLength(0)
    await owner.confirm(link, { name: 'Анна Петрова', phone: '8 903 123-45-67', password: person.password })
    expect(
      await query(
        payload,
        sql`select u.name, u.phone, c.name as company from users u join companies c on c.id = u.company_id`,
      ),
    ).toEqual([{ name: 'Анна Петрова', phone: '+79031234567', company: 'Анна Петрова' }])
    await expect(stranger.signIn(PASSWORD)).rejects.toMatchObject({ code: 'auth.wrong' })
    await expect(owner.signIn(person.password)).resolves.toBeDefined()
  })

  it('one who forgot the password before the address was confirmed is sent its link, which asks for all of it', async () => {
    await (await browser('10.0.0.9')).register(STRANGER)
    await mail.deliver()
    await requestRecovery(await visitor(payload, '10.0.0.1'), 'users', person.email)
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Подтвердите почту' }])
    expect(mail.letters[0]?.text).not.toContain('Захватчик')
  })

  it('a recovery that a stranger asks for does not kill the one the owner has in hand', async () => {
    const own = await browser('10.0.0.1')
    await own.register()
    await own.confirm(await linkOf(payload, 'confirm'))
    await requestRecovery(await visitor(payload, '10.0.0.1'), 'users', person.email)
    await mail.deliver()
    const mine = await linkOf(payload, 'recover')
    await requestRecovery(await visitor(payload, '10.0.0.9'), 'users', person.email)
    await mail.deliver()
    await expect(
      resetPassword(await visitor(payload, '10.0.0.1'), 'users', { token: mine, password: 'совсем-новый-пароль' }),
    ).resolves.toBeDefined()
    expect(await query(payload, sql`select 1 from person_tokens where used_at is null`)).toEqual([])
  })

  it('makes one account of 10 registrations at once', async () => {
    const visitors = await Promise.all(Array.from({ length: 10 }, (_, index) => visitor(payload, `10.1.0.${index}`)))
    await Promise.all(visitors.map((req) => register(req, person)))
    expect([await count('users'), await count('companies'), await count('memberships')]).toEqual([1, 0, 0])
  })

  it('of 10 presses of one link at once one gets in, and one company is made', async () => {
    const own = await browser('10.0.0.1')
    await own.register()
    const link = await linkOf(payload, 'confirm')
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => own.confirm(link)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await count('users'), await count('companies'), await count('memberships')]).toEqual([1, 1, 1])
  })

  it('does not let a stranger into a company that is there already under the same ИНН', async () => {
    const known = await insertRow(payload, 'companies', {
      name: 'Берёза из 1С',
      inn: '7707083893',
      status: 'active',
      currency: 'RUB',
    })
    const own = await browser('10.0.0.1')
    await own.register()
    await own.confirm(await linkOf(payload, 'confirm'))
    expect(await count('companies')).toBe(2)
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
    await expect(register(await visitor(payload, '10.0.0.1'), { ...person, ...wrong })).rejects.toMatchObject({
      code,
      field,
      status: 422,
    })
    expect(await count('users')).toBe(0)
    expect(await mail.deliver()).toEqual([])
  })

  it('is closed by its switch', async () => {
    await payload.updateGlobal({ slug: 'portal-settings', data: { registrationOpen: false } })
    await expect(register(await visitor(payload, '10.0.0.1'), person)).rejects.toMatchObject({
      code: 'registration.closed',
      status: 403,
    })
    await payload.updateGlobal({ slug: 'portal-settings', data: { registrationOpen: true } })
    await expect(register(await visitor(payload, '10.0.0.1'), person)).resolves.toBeDefined()
  })

  it('stops a flood from one address before anything is hashed', async () => {
    const attempts = await Promise.allSettled(
      (await Promise.all(Array.from({ length: 30 }, () => visitor(payload, '10.0.0.1')))).map((req) =>
        register(req, { ...person, password: 'short' }),
      ),
    )
    const codes = attempts.map((attempt) =>
      attempt.status === 'rejected' ? (attempt.reason as { code: string }).code : 'ok',
    )
    expect(codes.filter((code) => code === 'password.short')).toHaveLength(20)
    expect(codes.filter((code) => code === 'rate.limited')).toHaveLength(10)
  })

  it('tells the manager only once the address is confirmed', async () => {
    const own = await browser('10.0.0.1')
    await own.register()
    expect(await query(payload, sql`select 1 from events where type = 'users.registered'`)).toHaveLength(0)
    await own.confirm(await linkOf(payload, 'confirm'))
    expect(
      await query(payload, sql`select 1 from events where type = 'users.registered' and company_id is not null`),
    ).toHaveLength(1)
  })
})
