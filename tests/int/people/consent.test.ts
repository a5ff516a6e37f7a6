import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPortalAccess } from '@/collections/clients/contacts/contact.actions'
import { setActiveAction } from '@/collections/people/memberships/membership.actions'
import { acceptInvitation, inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { colleaguesOf } from '@/collections/people/memberships/membership.queries'
import { updateProfileAction } from '@/collections/people/users/user.profile.actions'
import { actorOf, erpActor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { sweepTokensJob } from '@/src/mechanisms/sessions/tokens'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs } from '@/tests/support/restAs'
import { linkOf, mailbox, visitor } from './letters'

let payload: Payload
let make: Builders
let mail: ReturnType<typeof mailbox>
let anna: string
let boris: string
let annas: string
let boriss: string
let director: string
let stranger: string
let role: string
const EMAIL = 'stranger@example.com'

beforeAll(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  make = builders(payload)
})
beforeEach(async () => {
  await emptyDatabase()
  mail = mailbox(payload)
  anna = await make.staff({ role: 'manager', name: 'Анна' })
  boris = await make.staff({ role: 'manager', name: 'Борис' })
  annas = await make.company({ managerId: anna, name: 'Клиент Анны' })
  boriss = await make.company({ managerId: boris, name: 'Клиент Бориса' })
  director = await make.user({ companies: [annas], name: 'Директор', _verified: true, hash: 'a', salt: 'b' })
  // A person of the other manager's client: proved, with a name, a phone and a last sign-in of their own.
  stranger = await make.user({
    companies: [boriss],
    name: 'Чужая Вера',
    phone: '+79990000001',
    email: EMAIL,
    _verified: true,
    hash: 'a',
    salt: 'b',
    companyId: boriss,
    lastLoginAt: new Date(),
  })
  role = await make.portalRole(['orders.read'])
})

const asDirector = (): Promise<PayloadRequest> => make.as('users', director, 'Директор')
const asStaff = (id: string): Promise<PayloadRequest> => make.as('staff', id)
const state = async (company = annas): Promise<Array<{ state: string; active: boolean }>> =>
  query(
    payload,
    sql`select state::text, active from memberships where user_id = ${stranger} and company_id = ${company}`,
  )
const companiesOf = async (id = stranger): Promise<string[]> => [
  ...(await actorOf(await make.as('users', id))).memberships.keys(),
]
const login = async (): Promise<unknown> =>
  (
    await query(
      payload,
      sql`select name, phone, active, hash, company_id::text as company from users where id = ${stranger}`,
    )
  )[0]
const invite = async (req: PayloadRequest) =>
  runAction(inviteAction, { req, input: { company: annas, email: EMAIL, name: 'Вера', portalRole: role } })
const contact = async (company: string, more: Record<string, unknown> = {}) =>
  payload.create({
    collection: 'contacts',
    data: {
      company,
      name: 'Из контакта',
      email: EMAIL,
      phone: '+79995554433',
      portalRole: role,
      portalAccess: true,
      ...more,
    },
    depth: 0,
    overrideAccess: false,
    req: await asStaff(company === annas ? anna : boris),
  })

describe('[ROLE-01] nobody becomes a member who has not accepted', () => {
  it('invite, close, open: the person is asked again, is no member, and nothing of theirs is shown', async () => {
    const { membership } = await invite(await asDirector())
    const set = async (active: boolean) =>
      runAction(setActiveAction, { req: await asDirector(), input: { id: membership, active } })
    await set(false)
    expect(await state()).toEqual([{ state: 'withdrawn', active: false }])
    await mail.deliver()
    await set(true)
    expect(await state()).toEqual([{ state: 'invited', active: false }])
    expect(await mail.deliver()).toMatchObject([{ to: EMAIL }])
    expect(await companiesOf()).toEqual([boriss])
    const req = await asDirector()
    const seen = (await colleaguesOf(req, await actorOf(req), annas)).find(({ self }) => !self)
    expect(seen).toMatchObject({ name: 'Вера', phone: null, lastLoginAt: null, active: false, pending: true })
    await acceptInvitation(await visitor(payload, '10.0.0.1'), { token: await linkOf(payload, 'invite') })
    expect((await companiesOf()).sort()).toEqual([annas, boriss].sort())
  })

  it('the state outlives the link: used, too old or swept away, an invitation opens nothing', async () => {
    const { membership } = await invite(await asDirector())
    await execute(payload, sql`update person_tokens set expires_at = now() - interval '30 days'`)
    await sweepTokensJob.handler({}, { payload, req: await asDirector() } as Parameters<
      typeof sweepTokensJob.handler
    >[1])
    expect(await query(payload, sql`select 1 from person_tokens`)).toEqual([])
    await expect(
      runAction(setActiveAction, { req: await asDirector(), input: { id: membership, active: true } }),
    ).rejects.toMatchObject({ code: 'membership.pending' })
    const req = await asDirector()
    expect((await colleaguesOf(req, await actorOf(req), annas)).find(({ self }) => !self)).toMatchObject({
      name: 'Вера',
      lastLoginAt: null,
      pending: true,
    })
  })

  it('an invitation that was called back is not accepted by the link that was on its way', async () => {
    const { membership } = await invite(await asDirector())
    const token = await linkOf(payload, 'invite')
    await runAction(setActiveAction, { req: await asDirector(), input: { id: membership, active: false } })
    await expect(acceptInvitation(await visitor(payload, '10.0.0.1'), { token })).rejects.toMatchObject({
      code: 'link.dead',
    })
    expect(await companiesOf()).toEqual([boriss])
  })

  it('neither a raw statement nor the flag of 1C that comes back takes the place of the answer', async () => {
    await invite(await asDirector())
    await execute(
      payload,
      sql`update memberships set active = true where company_id = ${annas} and user_id = ${stranger}`,
    )
    expect(await state()).toEqual([{ state: 'invited', active: false }])
    const [row] = await query<{ id: string }>(payload, sql`select id::text from contacts where user_id = ${stranger}`)
    const answer = await runAction(applyPortalAccess, {
      req: await asStaff(anna),
      input: { contact: String(row?.id) },
      as: erpActor({ id: '00000000-0000-4000-8000-000000000001', name: 'УТ' }),
    })
    expect(answer).toMatchObject({ access: 'invited' })
    expect(await companiesOf()).toEqual([boriss])
  })

  it('in the panel neither: no tick on an invitation, no membership of somebody else’s person', async () => {
    const { membership } = await invite(await asDirector())
    const call = await restAs(payload, { collection: 'staff', id: anna })
    expect(await call('PATCH', `/memberships/${membership}`, { active: true })).toMatchObject({
      status: 409,
      text: expect.stringContaining('membership.pending'),
    })
    expect((await call('PATCH', `/memberships/${membership}`, { state: 'active' })).status).toBe(200)
    expect(await state()).toEqual([{ state: 'invited', active: false }])
    expect((await call('GET', `/memberships/${membership}?depth=0`)).text).not.toContain('Чужая')
    expect((await call('GET', `/memberships?select[title]=true&depth=0`)).text).not.toContain('Чужая')
    await execute(payload, sql`delete from memberships where id = ${membership}`)
    expect(
      await call('POST', '/memberships', { user: stranger, company: annas, portalRole: role, active: true }),
    ).toMatchObject({ status: 403, text: expect.stringContaining('membership.inviteOnly') })
    expect(
      await call('POST', '/memberships', { user: director, company: annas, portalRole: role, active: true }),
    ).not.toMatchObject({ status: 201 })
  })
})

describe('[ROLE-03] a right to a contact is none to the login of its address', () => {
  it('a login that another manager closed is not opened, and the contact is not written', async () => {
    await execute(payload, sql`update users set active = false where id = ${stranger}`)
    const before = await login()
    await expect(contact(annas)).rejects.toMatchObject({ code: 'contact.loginClosed', status: 409 })
    expect(await login()).toEqual(before)
    expect(await query(payload, sql`select 1 from contacts`)).toEqual([])
    expect(await state()).toEqual([])
  })

  it('an open login of somebody else’s person is asked by a letter; nothing of it changes', async () => {
    const before = await login()
    await contact(annas)
    expect(await login()).toEqual(before)
    expect(await state()).toEqual([{ state: 'invited', active: false }])
    expect(await mail.deliver()).toMatchObject([{ to: EMAIL }])
    expect(await companiesOf()).toEqual([boriss])
    await acceptInvitation(await visitor(payload, '10.0.0.1'), { token: await linkOf(payload, 'invite') })
    expect(await state()).toEqual([{ state: 'active', active: true }])
  })

  it('whoever answers for the person opens it, as before', async () => {
    await execute(payload, sql`update users set active = false where id = ${stranger}`)
    await contact(boriss)
    expect(await login()).toMatchObject({ active: true, name: 'Из контакта' })
    expect(await companiesOf()).toEqual([boriss])
  })

  it('closing one’s own client’s access does not switch off another manager’s person, nor their invitation elsewhere', async () => {
    const card = await contact(annas)
    await acceptInvitation(await visitor(payload, '10.0.0.1'), { token: await linkOf(payload, 'invite') })
    await execute(payload, sql`update memberships set state = 'closed', active = false where company_id = ${boriss}`)
    await payload.update({
      collection: 'contacts',
      id: card.id,
      data: { portalAccess: false },
      overrideAccess: false,
      req: await asStaff(anna),
    })
    expect(await state()).toEqual([{ state: 'closed', active: false }])
    expect(await login()).toMatchObject({ active: true })
  })

  it('a contact that loses the tick takes its waiting invitation along', async () => {
    const card = await contact(annas)
    const token = await linkOf(payload, 'invite')
    await payload.update({
      collection: 'contacts',
      id: card.id,
      data: { portalAccess: false },
      overrideAccess: false,
      req: await asStaff(anna),
    })
    expect(await state()).toEqual([{ state: 'withdrawn', active: false }])
    await expect(acceptInvitation(await visitor(payload, '10.0.0.1'), { token })).rejects.toMatchObject({
      code: 'link.dead',
    })
  })

  it('a person’s own changes go into the books of companies where they work, not of those that only asked', async () => {
    await contact(boriss)
    await contact(annas)
    await runAction(updateProfileAction, {
      req: await make.as('users', stranger),
      input: { name: 'Вера Новая', phone: '+79991112233' },
    })
    expect(
      await query(
        payload,
        sql`select c.name as company, k.name, k.phone from contacts k join companies c on c.id = k.company_id order by 1`,
      ),
    ).toEqual([
      { company: 'Клиент Анны', name: 'Из контакта', phone: '+79995554433' },
      { company: 'Клиент Бориса', name: 'Вера Новая', phone: '+79991112233' },
    ])
  })
})
