import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import {
  acceptInvitation,
  invitationOf,
  inviteAction,
} from '@/collections/people/memberships/membership.invitation.actions'
import { setActiveAction, setRoleAction } from '@/collections/people/memberships/membership.actions'
import { companiesOf } from '@/collections/clients/companies/company.own.queries'
import { colleaguesOf, givableRoles } from '@/collections/people/memberships/membership.queries'
import { register } from '@/collections/people/users/user.registration.actions'
import { actorOf } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { signIn } from '@/src/mechanisms/sessions/signIn'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { linkOf, mailbox, visitor } from './letters'

let payload: Payload
let make: Builders
let mail: ReturnType<typeof mailbox>
let world: { company: string; foreign: string; director: string; clerk: string; manager: string; role: string }

beforeEach(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  make = builders(payload)
  mail = mailbox(payload)
  const manager = await make.staff({ role: 'manager' })
  const company = await make.company({ name: 'ООО «Берёза»', managerId: manager })
  const foreign = await make.company({ managerId: await make.staff({ role: 'manager' }) })
  world = {
    company,
    foreign,
    manager,
    director: await make.user({ companies: [company], name: 'Директор' }),
    clerk: await make.user({ companies: [company], capabilities: ['orders.read', 'company.manage'], name: 'Кадровик' }),
    role: await make.portalRole(['orders.read']),
  }
  await execute(payload, sql`update users set _verified = true`)
})

const director = (): Promise<PayloadRequest> => make.as('users', world.director, 'Директор')
const invite = async (
  req: PayloadRequest,
  more: Partial<{ company: string; email: string; portalRole: string }> = {},
) =>
  runAction(inviteAction, {
    req,
    input: {
      company: world.company,
      email: 'olga@example.com',
      name: 'Ольга',
      portalRole: world.role,
      position: 'Закупки',
      ...more,
    },
  })

describe('[ROLE-01] inviting a colleague', () => {
  it('sends a link; by it a new person sets a password and is in the company with the role', async () => {
    await invite(await director())
    expect(await mail.deliver()).toMatchObject([{ to: 'olga@example.com' }])
    const token = await linkOf(payload, 'invite')
    expect(await invitationOf(await visitor(payload, '10.0.0.1'), token)).toEqual({
      email: 'olga@example.com',
      company: 'ООО «Берёза»',
      name: 'Ольга',
      needsPassword: true,
    })
    await expect(acceptInvitation(await visitor(payload, '10.0.0.1'), { token })).rejects.toMatchObject({
      code: 'password.short',
    })
    await acceptInvitation(await visitor(payload, '10.0.0.1'), {
      token,
      name: 'Ольга Смирнова',
      password: 'берёза-над-рекой',
    })
    const { id } = await signIn(await visitor(payload, '10.0.0.1'), 'users', {
      email: 'olga@example.com',
      password: 'берёза-над-рекой',
    })
    const req = await make.as('users', id)
    expect(await companiesOf(req, String((await actorOf(req)).id))).toMatchObject([{ id: world.company }])
    expect([...((await actorOf(req)).memberships.get(world.company) ?? [])]).toEqual(['orders.read'])
    expect(await query(payload, sql`select name, portal_access as open from contacts where user_id = ${id}`)).toEqual([
      { name: 'Ольга', open: true },
    ])
    await expect(
      acceptInvitation(await visitor(payload, '10.0.0.1'), { token, password: 'ещё-один-пароль' }),
    ).rejects.toMatchObject({ code: 'link.dead' })
  })

  it('does not tell whether the person has an account, and opens nothing before the link', async () => {
    const known = await make.user({
      companies: [world.foreign],
      name: 'Тайное Имя',
      email: 'olga@example.com',
      phone: '+79030000000',
    })
    await execute(payload, sql`update users set _verified = true, hash = 'x', salt = 'y' where id = ${known}`)
    await invite(await director())
    const req = await director()
    const [row] = (await colleaguesOf(req, await actorOf(req), world.company)).filter(
      ({ email }) => email === 'olga@example.com',
    )
    expect(row).toMatchObject({ name: 'Ольга', phone: null, pending: true, active: false })
    const theirs = await make.as('users', known)
    expect((await actorOf(theirs)).memberships.has(world.company)).toBe(false)
    const token = await linkOf(payload, 'invite')
    await acceptInvitation(await visitor(payload, '10.0.0.1'), {
      token,
      name: 'Не Оно',
      password: 'чужой-новый-пароль',
    })
    expect(await query(payload, sql`select name, hash from users where id = ${known}`)).toEqual([
      { name: 'Тайное Имя', hash: 'x' },
    ])
    expect((await actorOf(await make.as('users', known))).memberships.has(world.company)).toBe(true)
  })

  it('does not hand the company to whoever registered the address before and never confirmed it', async () => {
    await register(await visitor(payload, '10.0.0.9'), {
      name: 'Захватчик',
      phone: '+79031234567',
      email: 'olga@example.com',
      password: 'сосна-на-берегу',
    })
    await invite(await director())
    const token = await linkOf(payload, 'invite')
    await acceptInvitation(await visitor(payload, '10.0.0.1'), { token, name: 'Ольга', password: 'берёза-над-рекой' })
    await expect(
      signIn(await visitor(payload, '10.0.0.9'), 'users', { email: 'olga@example.com', password: 'сосна-на-берегу' }),
    ).rejects.toMatchObject({ code: 'auth.wrong' })
  })

  it('gives no more than one holds: a role with foreign rights is refused', async () => {
    const mighty = await make.portalRole(['orders.read', 'balance.read'])
    const clerk = await make.as('users', world.clerk)
    await expect(invite(clerk, { portalRole: mighty })).rejects.toMatchObject({
      code: 'portalRole.tooMuch',
      status: 403,
    })
    await expect(invite(clerk)).resolves.toBeDefined()
  })

  it('is for those who manage the company: not for others, nor in a foreign one, nor for a foreign manager', async () => {
    const plain = await make.user({ companies: [world.company], capabilities: ['orders.read'] })
    await expect(invite(await make.as('users', plain))).rejects.toMatchObject({ status: 404 })
    await expect(invite(await director(), { company: world.foreign })).rejects.toMatchObject({ status: 404 })
    await expect(invite(await make.as('staff', world.manager), { company: world.foreign })).rejects.toMatchObject({
      status: 404,
    })
    await expect(invite(await visitor(payload, '10.0.0.1'))).rejects.toMatchObject({ status: 401 })
    expect(await query(payload, sql`select 1 from users where email = 'olga@example.com'`)).toHaveLength(0)
  })

  it('links the contact that 1C sent with this address instead of making a second', async () => {
    await make.contact({
      companyId: world.company,
      email: 'Olga@example.com',
      name: 'Смирнова О. П.',
      externalId: 'c-1',
    })
    await invite(await director())
    expect(
      await query(payload, sql`select name, portal_access as open, user_id is not null as linked from contacts`),
    ).toEqual([{ name: 'Смирнова О. П.', open: true, linked: true }])
  })

  it('can be repeated while it waits: the new link works, the old one does not', async () => {
    await invite(await director())
    const old = await linkOf(payload, 'invite')
    await invite(await director())
    await expect(
      acceptInvitation(await visitor(payload, '10.0.0.1'), { token: old, password: 'берёза-над-рекой' }),
    ).rejects.toMatchObject({ code: 'link.dead' })
    expect(
      await query(
        payload,
        sql`select 1 from memberships m join users u on u.id = m.user_id where u.email = 'olga@example.com'`,
      ),
    ).toHaveLength(1)
  })
})

describe('[MGR-01] people of a client', () => {
  const membership = async (user: string): Promise<string> =>
    (await query<{ id: string }>(payload, sql`select id::text from memberships where user_id = ${user}`))[0]?.id ?? ''

  it('are invited, given a role and switched off by their manager', async () => {
    const manager = (): Promise<PayloadRequest> => make.as('staff', world.manager)
    await invite(await manager())
    await runAction(setRoleAction, {
      req: await manager(),
      input: { id: await membership(world.clerk), portalRole: world.role },
    })
    expect([...((await actorOf(await make.as('users', world.clerk))).memberships.get(world.company) ?? [])]).toEqual([
      'orders.read',
    ])
    await runAction(setActiveAction, {
      req: await manager(),
      input: { id: await membership(world.clerk), active: false },
    })
    expect((await actorOf(await make.as('users', world.clerk))).memberships.size).toBe(0)
    const req = await manager()
    expect(await colleaguesOf(req, await actorOf(req), world.company)).toHaveLength(3)
  })

  it('have roles that are called in the reader’s language, as far as somebody has said it', async () => {
    await execute(
      payload,
      sql`update portal_roles set name = 'Кладовщик', name_en = 'Storekeeper' where id = ${world.role}`,
    )
    const req = await make.as('staff', world.manager)
    const called = async (locale: 'ru' | 'en') =>
      (await givableRoles(req, await actorOf(req), world.company, locale)).find(({ id }) => id === world.role)?.name
    expect([await called('ru'), await called('en')]).toEqual(['Кладовщик', 'Storekeeper'])
    await execute(payload, sql`update portal_roles set name_en = '' where id = ${world.role}`)
    expect(await called('en')).toBe('Кладовщик')
    await execute(payload, sql`update portal_roles set name_en = 'Storekeeper' where id = ${world.role}`)
    await runAction(setRoleAction, { req, input: { id: await membership(world.clerk), portalRole: world.role } })
    expect(
      (await colleaguesOf(req, await actorOf(req), world.company, 'en')).map(({ portalRole }) => portalRole.name),
    ).toContain('Storekeeper')
  })

  it('of another manager are not there', async () => {
    const stranger = await make.as('staff', await make.staff({ role: 'manager' }))
    await expect(
      runAction(setActiveAction, { req: stranger, input: { id: await membership(world.clerk), active: false } }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await colleaguesOf(stranger, await actorOf(stranger), world.company)).toEqual([])
  })

  it('nobody changes their own access, nor that of somebody mightier', async () => {
    const clerk = (): Promise<PayloadRequest> => make.as('users', world.clerk)
    await expect(
      runAction(setActiveAction, { req: await clerk(), input: { id: await membership(world.clerk), active: false } }),
    ).rejects.toMatchObject({ code: 'membership.self' })
    await expect(
      runAction(setActiveAction, {
        req: await clerk(),
        input: { id: await membership(world.director), active: false },
      }),
    ).rejects.toMatchObject({ code: 'portalRole.tooMuch' })
    await runAction(setActiveAction, {
      req: await director(),
      input: { id: await membership(world.clerk), active: false },
    })
  })

  it('an invitation that waits is not opened by a switch, and is called back by it', async () => {
    const { membership: id } = await invite(await director())
    const token = await linkOf(payload, 'invite')
    await expect(
      runAction(setActiveAction, { req: await director(), input: { id, active: true } }),
    ).rejects.toMatchObject({ code: 'membership.pending' })
    await runAction(setActiveAction, { req: await director(), input: { id, active: false } })
    await expect(
      acceptInvitation(await visitor(payload, '10.0.0.1'), { token, password: 'берёза-над-рекой' }),
    ).rejects.toMatchObject({ code: 'link.dead' })
  })
})
