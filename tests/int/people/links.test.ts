import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { changeEmail, changeEmailAction } from '@/collections/people/users/user.credentials.actions'
import { register, type RegistrationInput } from '@/collections/people/users/user.registration.actions'
import { startCompany } from '@/collections/people/users/startCompany'
import { sweepRegistrations } from '@/collections/clients/companies/company.jobs'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { issueToken } from '@/src/mechanisms/sessions/tokens'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { createLocalReq } from 'payload'
import { mailbox, visitor } from './letters'

const person: RegistrationInput = {
  name: 'Анна Петрова',
  phone: '8 903 123-45-67',
  email: 'anna@example.com',
  password: 'берёза-над-рекой',
  companyName: 'ООО «Берёза»',
}
let payload: Payload

beforeEach(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  await emptyDatabase()
})

const asUser = (id: string): Promise<PayloadRequest> =>
  createLocalReq(
    {
      user: { id, collection: 'users', email: 'x@y.example', name: 'Анна' } as unknown as NonNullable<
        PayloadRequest['user']
      >,
    },
    payload,
  )
const open = async (): Promise<string[]> =>
  (
    await query<{ purpose: string }>(payload, sql`select purpose from person_tokens where used_at is null order by 1`)
  ).map(({ purpose }) => purpose)

async function personWithLinks(table: 'users' | 'staff'): Promise<string> {
  const id = await insertRow(payload, table, {
    name: 'Анна',
    email: 'anna@example.com',
    active: true,
    hash: 'a',
    salt: 'b',
    ...(table === 'users' ? { kind: 'client', _verified: true } : { role: 'manager' }),
  })
  for (const purpose of ['confirm', 'recover', 'email', 'invite'] as const)
    await issueToken(payload, {
      purpose,
      collection: table,
      person: id,
      ttlSeconds: 3_600,
      about: purpose === 'invite' ? 'some' : undefined,
    })
  return id
}

describe('[AUTH-03] links that are on their way', () => {
  it.each(['users', 'staff'] as const)(
    'of %s die with the password and with the address, whoever changes them; invitations stay',
    async (table) => {
      for (const change of [sql`hash = 'new'`, sql`email = 'other@example.com'`]) {
        const id = await personWithLinks(table)
        await execute(payload, sql`update ${sql.raw(table)} set ${change} where id = ${id}`)
        expect(await open()).toEqual(['invite'])
        await execute(payload, sql`delete from person_tokens`)
        await execute(payload, sql`delete from ${sql.raw(table)}`)
      }
    },
  )

  it('die with the access, invitations too', async () => {
    const id = await personWithLinks('users')
    await execute(payload, sql`update users set active = false where id = ${id}`)
    expect(await open()).toEqual([])
  })

  it('an address asked for by a thief is not confirmed after the owner has changed the password', async () => {
    const id = await insertRow(payload, 'users', {
      name: 'Анна',
      email: 'anna@example.com',
      kind: 'client',
      active: true,
      _verified: true,
      hash: 'a',
      salt: 'b',
    })
    await runAction(changeEmailAction, { req: await asUser(id), input: { email: 'thief@example.com' } })
    expect(await open()).toEqual(['email'])
    await execute(payload, sql`update users set hash = 'changed by the owner' where id = ${id}`)
    expect(await open()).toEqual([])
  })
})

describe('[AUTH-04] letters to strangers', () => {
  it('go to one address five times an hour, from however many others they are asked for', async () => {
    const mail = mailbox(payload)
    let letters = 0
    for (let index = 0; index < 8; index += 1) {
      await register(await visitor(payload, `10.2.0.${index}`), person)
      letters += (await mail.deliver()).length
    }
    expect(letters).toBe(5)
  })

  it.each([
    'evil.example/x',
    'Приз: evil．example',
    'приз на evil.shop',
    'Иди на сайт.рф',
    '10.0.0.1',
    'mailto:a',
    'Анна\u202e',
    'Вам приз http://evil.example',
    'Зайдите на www.evil.ru',
    'evil.com',
    '<b>Анна</b>',
  ])('carry no link in a name: %s', async (name) => {
    await expect(register(await visitor(payload, '10.0.0.1'), { ...person, name })).rejects.toMatchObject({
      code: 'name.wrong',
      status: 422,
    })
    await expect(register(await visitor(payload, '10.0.0.1'), { ...person, companyName: name })).rejects.toMatchObject({
      code: 'name.wrong',
    })
  })

  it.each([
    'И.И.Иванов',
    'Завод им.Ленина',
    'ООО «1С-Рарус»',
    'АО «М.Видео»',
    'А. С. Пушкин',
    'ООО «Ромашка.»',
    'Jean-Luc O’Neil',
  ])('take a name as people have them: %s', async (name) => {
    await expect(register(await visitor(payload, '10.0.0.1'), { ...person, name })).resolves.toBeDefined()
  })

  it('[ROLE-01] an administrator of a client is no mailing machine: one address, five letters an hour', async () => {
    const company = await insertRow(payload, 'companies', { name: 'Берёза', status: 'active', currency: 'RUB' })
    const role = await insertRow(payload, 'portal_roles', { code: 'full', name: 'Всё' })
    await execute(
      payload,
      sql`insert into portal_roles_capabilities ("order", parent_id, value) values (1, ${role}, 'company.manage')`,
    )
    const id = await insertRow(payload, 'users', {
      name: 'Анна',
      email: 'anna@example.com',
      kind: 'client',
      active: true,
      _verified: true,
    })
    await insertRow(payload, 'memberships', { userId: id, companyId: company, portalRoleId: role, active: true })
    const invite = async (email: string): Promise<string> =>
      runAction(inviteAction, {
        req: await asUser(id),
        input: { company, email, name: 'Друг', portalRole: role },
      }).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      )
    const outcomes: string[] = []
    for (let index = 0; index < 7; index += 1) outcomes.push(await invite('friend@example.com'))
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'rate.limited', 'rate.limited'])
    const many: string[] = []
    for (let index = 0; index < 60; index += 1) many.push(await invite(`p${index}@example.com`))
    expect(many.filter((code) => code === 'ok')).toHaveLength(53)
  })

  it('to one address are counted together, whatever they are about and whoever causes them', async () => {
    const mail = mailbox(payload)
    const role = await insertRow(payload, 'portal_roles', { code: 'full', name: 'Всё' })
    await execute(
      payload,
      sql`insert into portal_roles_capabilities ("order", parent_id, value) values (1, ${role}, 'company.manage')`,
    )
    const letters: string[] = []
    for (let index = 0; index < 3; index += 1) {
      const company = await insertRow(payload, 'companies', {
        name: `Клиент ${index}`,
        status: 'active',
        currency: 'RUB',
      })
      const id = await insertRow(payload, 'users', {
        name: 'Директор',
        email: `d${index}@example.com`,
        kind: 'client',
        active: true,
        _verified: true,
        ...(await hashPassword('берёза-над-рекой')),
      })
      await insertRow(payload, 'memberships', { userId: id, companyId: company, portalRoleId: role, active: true })
      await runAction(inviteAction, {
        req: await asUser(id),
        input: { company, email: person.email, name: 'Друг', portalRole: role },
      })
      await register(await visitor(payload, `10.5.0.${index}`), person)
      await changeEmail(await asUser(id), { current: 'берёза-над-рекой', email: 'unproved@example.com' })
      letters.push(...(await mail.deliver()).map(({ to }) => to))
    }
    expect(letters.filter((to) => to === person.email)).toHaveLength(5)
    const [first] = await query<{ id: string }>(payload, sql`select id::text from users where email = 'd0@example.com'`)
    for (let index = 0; index < 6; index += 1)
      await changeEmail(await asUser(String(first?.id)), { current: 'берёза-над-рекой', email: 'unproved@example.com' })
    const more = (await mail.deliver()).map(({ to }) => to).concat(letters)
    expect(more.filter((to) => to === 'unproved@example.com').length).toBeLessThanOrEqual(5)
  })

  it('hold no link that came by another way, from 1C or of long ago', async () => {
    const mail = mailbox(payload)
    const company = await insertRow(payload, 'companies', {
      name: 'Приз ждёт на evil.example/x',
      status: 'active',
      currency: 'RUB',
    })
    const role = await insertRow(payload, 'portal_roles', { code: 'full', name: 'Всё' })
    const admin = await insertRow(payload, 'staff', {
      name: 'http://evil.example',
      email: 'a@staff.example',
      role: 'admin',
      active: true,
    })
    const req = await createLocalReq(
      {
        user: { id: admin, collection: 'staff', name: 'http://evil.example' } as unknown as NonNullable<
          PayloadRequest['user']
        >,
      },
      payload,
    )
    await runAction(inviteAction, {
      req,
      input: { company, email: 'friend@example.com', name: 'Друг', portalRole: role },
    })
    const [letter] = await mail.deliver()
    expect(letter).toMatchObject({ to: 'friend@example.com' })
    expect(letter?.text).toContain('Приз ждёт на evil example x')
    expect(`${letter?.subject} ${letter?.text} ${letter?.html}`).not.toMatch(/evil\.example/)
  })
})

describe('[AUTH-04] registrations that nobody confirmed', () => {
  const age = (days: number): Promise<number> =>
    execute(payload, sql`update users set created_at = now() - make_interval(days => ${days})`)
  const left = async (): Promise<[number, number]> => {
    const [row] = await query<{ users: number; companies: number }>(
      payload,
      sql`select (select count(*)::int from users) as users, (select count(*)::int from companies) as companies`,
    )
    return [row?.users ?? -1, row?.companies ?? -1]
  }
  const sweep = async (): Promise<unknown> => sweepRegistrations(await createLocalReq({}, payload))
  const expire = (): Promise<number> =>
    execute(payload, sql`update person_tokens set expires_at = now() - interval '1 day'`)
  /** As registrations were written that made a company and a password at once. */
  const register1 = async (): Promise<void> => {
    const id = await insertRow(payload, 'users', {
      name: person.name,
      email: person.email,
      kind: 'client',
      active: true,
      _verified: false,
      hash: 'a',
      salt: 'b',
    })
    await startCompany(await createLocalReq({}, payload), {
      user: id,
      name: 'ООО «Берёза»',
      phone: '+79031234567',
      email: person.email,
    })
    await issueToken(payload, { purpose: 'confirm', collection: 'users', person: id, ttlSeconds: 60 })
    await expire()
  }

  it('are forgotten after thirty days with the company they made, not before, and the audit says so', async () => {
    await register1()
    await age(29)
    expect([await sweep(), await left()]).toEqual([{ people: 0, companies: 0 }, [1, 1]])
    await age(31)
    expect([await sweep(), await left()]).toEqual([{ people: 1, companies: 1 }, [0, 0]])
    expect(await query(payload, sql`select action from audit where action like '%.sweep' order by 1`)).toEqual([
      { action: 'companies.sweep' },
      { action: 'users.sweep' },
    ])
    await register1()
    expect(await left()).toEqual([1, 1])
  })

  it('are forgotten with all that was said in them', async () => {
    await register(await visitor(payload, '10.0.0.1'), person)
    await expire()
    await age(29)
    expect([await sweep(), await left()]).toEqual([{ people: 0, companies: 0 }, [1, 0]])
    await age(31)
    expect([await sweep(), await left()]).toEqual([{ people: 1, companies: 0 }, [0, 0]])
    expect(await query(payload, sql`select 1 from person_registrations`)).toEqual([])
  })

  const reasons: Array<[string, (id: { user: string; company: string }) => Promise<unknown>]> = [
    ['a confirmed person', () => execute(payload, sql`update users set _verified = true`)],
    [
      'an order',
      ({ company }) =>
        insertRow(payload, 'orders', {
          companyId: company,
          number: '1',
          status: 'submitted',
          placedAt: new Date(),
          deliveryMethod: 'pickup',
          paymentMethod: 'invoice',
          total: 1,
          currency: 'RUB',
        }),
    ],
    ['a client that a manager has taken over', () => execute(payload, sql`update companies set status = 'active'`)],
    [
      'an account invited into another company (it has no password)',
      () => execute(payload, sql`update users set hash = null`),
    ],
    [
      'a link that still works',
      () => execute(payload, sql`update person_tokens set expires_at = now() + interval '1 day'`),
    ],
    [
      'a person whom 1C knows',
      ({ user, company }) => insertRow(payload, 'contacts', { companyId: company, userId: user, name: 'Анна' }),
    ],
  ]
  it.each(reasons)('are kept: %s', async (_name, make) => {
    await register1()
    const [row] = await query<{ user: string; company: string }>(
      payload,
      sql`select user_id::text as user, company_id::text as company from memberships`,
    )
    if (!row) throw new Error('nobody registered')
    await make(row)
    await age(400)
    await sweep()
    expect(await left()).toEqual([1, 1])
  })

  it('leave a company behind that anything else refers to, of whatever kind', async () => {
    await register1()
    const [row] = await query<{ company: string }>(payload, sql`select company_id::text as company from memberships`)
    await age(400)
    await insertRow(payload, 'accounts', { companyId: row?.company, currency: 'RUB' })
    expect(await sweep()).toEqual({ people: 1, companies: 0 })
    expect(await left()).toEqual([0, 1])
  })

  it('leave a company behind that is not theirs alone', async () => {
    await register1()
    const [row] = await query<{ company: string; role: string }>(
      payload,
      sql`select company_id::text as company, portal_role_id::text as role from memberships`,
    )
    await age(400)
    const other = await insertRow(payload, 'users', {
      name: 'Пётр',
      email: 'petr@example.com',
      kind: 'client',
      active: true,
      _verified: true,
    })
    await insertRow(payload, 'memberships', {
      userId: other,
      companyId: row?.company,
      portalRoleId: row?.role,
      active: true,
    })
    expect(await sweep()).toEqual({ people: 1, companies: 0 })
    expect(await left()).toEqual([1, 1])
  })
})
