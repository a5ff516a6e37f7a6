import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, PayloadRequest } from 'payload'
import { inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { withdrawAction } from '@/collections/people/memberships/membership.withdraw.actions'
import { inviteStaffAction, withdrawStaffAction } from '@/collections/people/staff/staff.actions'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { accountOf, BANK, corrAccount, innOf, KPP, ogrnOf } from '@/src/demo/requisites'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let admin: PayloadRequest

beforeAll(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  make = builders(payload)
})

beforeEach(async () => {
  await emptyDatabase()
  admin = await make.as('staff', await make.staff({ role: 'admin' }))
  // The panel tells its language by the request.
  Object.assign(admin.i18n, { language: 'ru' })
})

type Refused = { data?: { errors?: Array<{ path: string; message: string }> } }

/** What the fields answer, by their names. */
async function refusals(call: Promise<unknown>): Promise<Record<string, string>> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  return Object.fromEntries(((error as Refused | null)?.data?.errors ?? []).map(({ path, message }) => [path, message]))
}

const details = (data: object) =>
  payload.updateGlobal({ slug: 'company-details', data, overrideAccess: false, req: admin })
const goods = (data: object) =>
  payload.create({
    collection: 'products',
    data: { name: 'Канат', ...data } as never,
    overrideAccess: false,
    req: admin,
  })

describe('what others rely on', () => {
  it('[ROLE-04] requisites of the own company are proved by their digits before they stand on an invoice', async () => {
    const wrong = { inn: '7707083890', kpp: '77070', ogrn: '1027700132190', bik: '04452', email: 'нет', phone: '12' }
    expect(Object.keys(await refusals(details(wrong))).sort()).toEqual(['bik', 'email', 'inn', 'kpp', 'ogrn', 'phone'])
    expect(await refusals(details({ inn: '7707083890' }))).toEqual({ inn: 'В ИНН ошибка: проверьте цифры' })
    const right = {
      inn: innOf(1),
      kpp: KPP,
      ogrn: ogrnOf(1),
      bik: BANK.bik,
      account: accountOf(1),
      corrAccount: corrAccount(),
      phone: '8 (495) 555-01-00',
      email: 'a@b.example',
    }
    expect(await refusals(details(right))).toEqual({})
    const off = (account: string): string => account.slice(0, 19) + ((Number(account[19]) + 1) % 10)
    expect(await refusals(details({ ...right, account: off(right.account) }))).toEqual({
      account: 'Счёт не подходит к БИК: проверьте цифры',
    })
    // Another bank with the same accounts: the accounts are wrong now, though nobody typed them.
    expect(Object.keys(await refusals(details({ ...right, bik: '043601607' }))).sort()).toEqual([
      'account',
      'corrAccount',
    ])
    // As people copy it: with spaces.
    await details({ ...right, account: right.account.replace(/(\d{5})/g, '$1 ').trim() })
    expect(await payload.findGlobal({ slug: 'company-details' })).toMatchObject({
      account: right.account,
      phone: '8 (495) 555-01-00',
    })
  })

  it('[ROLE-04] a site has a hue of the circle and a true host, goods an address that a browser can hold', async () => {
    const site = (data: object) =>
      payload.create({
        collection: 'sites',
        data: { name: 'Сайт', ...data } as never,
        overrideAccess: false,
        req: admin,
      })
    expect(await refusals(site({ hue: 360 }))).toEqual({ hue: 'Тон — целое число от 0 до 359' })
    expect(Object.keys(await refusals(site({ hosts: ['https://b2b.example/x'], phone: 'звоните' }))).sort()).toEqual([
      'hosts',
      'phone',
    ])
    expect(await refusals(site({ hue: 359, hosts: ['b2b.example'] }))).toEqual({})
    for (const slug of ['Канат', 'a b', 'a/b', '-a', 'A', '../x'])
      expect(Object.keys(await refusals(goods({ slug }))), slug).toEqual(['slug'])
    expect(await refusals(goods({ slug: 'kanat-10' }))).toEqual({})
  })

  it('[ROLE-04] a wrong phone of a contact is an error and a right one is kept as a number; what stood there is not judged again', async () => {
    const company = await make.company()
    const contact = (data: object) =>
      payload.create({
        collection: 'contacts',
        data: { company, name: 'Анна', ...data } as never,
        overrideAccess: false,
        req: admin,
      })
    expect(await refusals(contact({ phone: 'позвонить позже' }))).toEqual({
      phone: 'Укажите телефон с кодом, например +7 903 123-45-67',
    })
    const { id } = await contact({ phone: '8 903 123-45-67' })
    expect(await payload.findByID({ collection: 'contacts', id })).toMatchObject({ phone: '+79031234567' })
    await query(payload, sql`update contacts set phone = 'доб. 12' where id = ${id}`)
    expect(
      await refusals(
        payload.update({
          collection: 'contacts',
          id,
          data: { name: 'Анна Петровна' },
          overrideAccess: false,
          req: admin,
        }),
      ),
    ).toEqual({})
    const portalRole = await make.portalRole(['orders.read'])
    await expect(
      runAction(inviteAction, {
        req: admin,
        input: { company, email: 'a@b.example', name: 'Анна', phone: '12', portalRole },
      }),
    ).rejects.toMatchObject({ code: 'phone.wrong', field: 'phone' })
    await expect(
      runAction(inviteAction, {
        req: admin,
        input: { company, email: 'a@b.example', name: 'Анна', phone: '', portalRole },
      }),
    ).resolves.toMatchObject({ membership: expect.any(String) })
  })

  it('[MGR-01] says that another client has the same ИНН, of a foreign one no more than that, and to no client at all', async () => {
    const [mine, other] = [await make.staff({ role: 'manager' }), await make.staff({ role: 'manager' })]
    const inn = innOf(7)
    const [first, second] = [
      await make.company({ name: 'Север', managerId: mine, inn }),
      await make.company({ name: 'Юг', managerId: other, inn }),
    ]
    const ask = async (req: PayloadRequest, query = `inn=${inn}&id=${first}`) => {
      const endpoint = payload.collections.companies.config.endpoints
      const twins = Array.isArray(endpoint) ? endpoint.find(({ path }) => path === '/twins') : undefined
      const answer = await twins?.handler(
        Object.assign(req, { url: `http://portal.test/api/companies/twins?${query}` }),
      )
      return { status: answer?.status, body: await answer?.json() }
    }
    expect((await ask(admin)).body).toEqual({ known: [{ id: second, name: 'Юг' }], others: 0 })
    expect((await ask(await make.as('staff', mine))).body).toEqual({ known: [], others: 1 })
    expect((await ask(admin, 'inn=123')).body).toEqual({ known: [], others: 0 })
    expect((await ask(await make.as('users', await make.user({ companies: [first] })))).status).toBe(403)
    // It is a warning: the second client is kept.
    expect(
      await refusals(
        payload.update({ collection: 'companies', id: second, data: { inn }, overrideAccess: false, req: admin }),
      ),
    ).toEqual({})
  })
})

describe('an invitation', () => {
  it('[MGR-01] is taken back where it was made: the link is dead, the person is no member; an accepted one stays', async () => {
    const company = await make.company()
    const portalRole = await make.portalRole(['orders.read'])
    const { membership } = await runAction(inviteAction, {
      req: admin,
      input: { company, email: 'a@b.example', name: 'Анна', portalRole },
    })
    const stranger = await make.as('staff', await make.staff({ role: 'manager' }))
    await expect(runAction(withdrawAction, { req: stranger, input: { id: membership } })).rejects.toMatchObject({
      code: 'record.notFound',
    })
    await runAction(withdrawAction, { req: admin, input: { id: membership } })
    const count = async (table: string): Promise<number> =>
      Number((await query<{ n: number }>(payload, sql`select count(*)::int as n from ${sql.raw(table)}`))[0]?.n)
    expect([await count('memberships'), await count('users'), await count('person_tokens')]).toEqual([0, 0, 0])
    expect(await query(payload, sql`select portal_access, user_id from contacts`)).toEqual([
      { portal_access: false, user_id: null },
    ])
    await make.user({ companies: [company] })
    const [open] = await query<{ id: string }>(payload, sql`select id::text from memberships`)
    await expect(runAction(withdrawAction, { req: admin, input: { id: String(open?.id) } })).rejects.toMatchObject({
      code: 'membership.accepted',
    })
  })

  it('[ROLE-04] of an employee is taken back by an administrator before a password is set', async () => {
    const { id } = await runAction(inviteStaffAction, {
      req: admin,
      input: { email: 'n@staff.example', name: 'Новый Человек', role: 'manager' },
    })
    await expect(
      runAction(withdrawStaffAction, {
        req: await make.as('staff', await make.staff({ role: 'head' })),
        input: { id },
      }),
    ).rejects.toMatchObject({ code: 'access.denied' })
    await runAction(withdrawStaffAction, { req: admin, input: { id } })
    expect(await query(payload, sql`select active from staff where id = ${id}`)).toEqual([{ active: false }])
    expect(await query(payload, sql`select 1 from person_tokens where used_at is null`)).toEqual([])
    await query(payload, sql`update staff set hash = 'x' where id = ${id}`)
    await expect(runAction(withdrawStaffAction, { req: admin, input: { id } })).rejects.toMatchObject({
      code: 'staff.accepted',
    })
  })
})
