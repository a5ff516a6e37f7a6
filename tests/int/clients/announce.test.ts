import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { assignManager } from '@/collections/clients/companies/company.actions'
import { setActiveAction } from '@/collections/people/memberships/membership.actions'
import { inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { confirmRegistration, register } from '@/collections/people/users/user.registration.actions'
import { updateProfileAction } from '@/collections/people/users/user.profile.actions'
import { registrationCookie } from '@/src/mechanisms/sessions/registrations'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { makeWorld, type World } from '@/tests/access/world'
import { linkOf, visitor } from '@/tests/int/people/letters'
import type { Who } from '@/tests/access/people'

let world: World

beforeEach(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  await query(payload, sql`delete from exchange_changes`)
})

/** What 1C would hear, as `event entity-id`. */
const heard = async (): Promise<Array<{ event: string; entity: string; id: string }>> =>
  query(world.payload, sql`select event, entity, entity_id as id from exchange_changes order by ord`)
const as = async (who: Who): Promise<{ overrideAccess: false; req: PayloadRequest; depth: 0 }> => ({
  overrideAccess: false,
  req: await world.as(who),
  depth: 0,
})
const own = (slug: string): string => String(world.rows.get(slug)?.find(({ company }) => company === 'own')?.id)

describe('[EXCH-02] 1C hears of what people change in its records', () => {
  it('a manager changes a client’s card, a contact and a contractor: one piece of news each, with what changed', async () => {
    const { payload } = world
    await payload.update({
      collection: 'companies',
      id: world.companies.own,
      data: { phone: '+74951112233' },
      ...(await as('manager')),
    })
    await payload.update({
      collection: 'contacts',
      id: own('contacts'),
      data: { phone: '8 903 123-45-67' },
      ...(await as('manager')),
    })
    await payload.update({
      collection: 'contractors',
      id: own('contractors'),
      data: { bankName: 'Банк' },
      ...(await as('manager')),
    })
    expect(await heard()).toEqual([
      { event: 'company.changed', entity: 'companies', id: world.companies.own },
      { event: 'contact.changed', entity: 'contacts', id: own('contacts') },
      { event: 'contractor.changed', entity: 'contractors', id: own('contractors') },
    ])
    expect(
      await query(
        payload,
        sql`select data->'fields' as fields, internal, actor_name as by from events where type = 'contact.changed'`,
      ),
    ).toEqual([{ fields: ['phone'], internal: true, by: 'manager' }])
    expect(await query(payload, sql`select phone from contacts where id = ${own('contacts')}`)).toEqual([
      { phone: '+79031234567' },
    ])
  })

  it('nothing of a change that is none, of one that is refused, and of figures', async () => {
    const { payload } = world
    await payload.update({
      collection: 'companies',
      id: world.companies.own,
      data: { name: 'Компания own' },
      ...(await as('manager')),
    })
    await expect(
      payload.update({
        collection: 'companies',
        id: world.companies.foreign,
        data: { name: 'x' },
        ...(await as('manager')),
      }),
    ).rejects.toMatchObject({ status: 403 })
    await payload.update({ collection: 'companies', id: world.companies.own, data: { debt: 5 } })
    await expect(
      payload.update({
        collection: 'contractors',
        id: own('contractors'),
        data: { inn: '7707083890' },
        ...(await as('manager')),
      }),
    ).rejects.toMatchObject({ status: 400 })
    expect(await heard()).toEqual([])
  })

  it('new rows and those taken away', async () => {
    const { payload } = world
    const made = await payload.create({
      collection: 'contractors',
      data: { company: world.companies.own, kind: 'legal', name: 'ООО «Новое»', inn: '7707083893' },
      ...(await as('manager')),
    })
    const contact = await payload.create({
      collection: 'contacts',
      data: { company: world.companies.own, name: 'Новый' },
      ...(await as('manager')),
    })
    await payload.delete({ collection: 'contacts', id: contact.id, ...(await as('manager')) })
    expect((await heard()).map(({ event, id }) => [event, id])).toEqual([
      ['contractor.added', made.id],
      ['contact.added', contact.id],
      ['contact.removed', contact.id],
    ])
  })

  it('a head who distributes clients, a client who invites and closes a colleague, a person who changes their phone', async () => {
    const { payload } = world
    const role = String(world.rows.get('portal-roles')?.[1]?.id)
    await runAction(assignManager, {
      req: await world.as('head'),
      input: { companies: [world.companies.own], manager: world.people.colleague.id },
    })
    await runAction(inviteAction, {
      req: await world.as('client'),
      input: { company: world.companies.own, email: 'new@example.com', name: 'Новый Человек', portalRole: role },
    })
    const [contact] = await query<{ id: string }>(
      payload,
      sql`select id::text from contacts where email = 'new@example.com'`,
    )
    const [narrow] = await query<{ id: string }>(
      payload,
      sql`insert into contacts (company_id, name, user_id, portal_access, created_at, updated_at) values (${world.companies.own}, 'narrow', ${world.people.narrow.id}, true, now(), now()) returning id::text`,
    )
    const membership = world.rows.get('memberships')?.find(({ person }) => person === 'narrow')
    await runAction(updateProfileAction, {
      req: await world.as('narrow'),
      input: { name: 'narrow', phone: '8 903 555-55-55' },
    })
    await runAction(setActiveAction, {
      req: await world.as('client'),
      input: { id: String(membership?.id), active: false },
    })
    expect((await heard()).map(({ event, id }) => [event, id])).toEqual([
      ['company.assigned', world.companies.own],
      ['contact.added', contact?.id],
      ['contact.changed', narrow?.id],
      ['contact.changed', narrow?.id],
    ])
    expect(
      await query(payload, sql`select phone, portal_access as access from contacts where id = ${narrow?.id}`),
    ).toEqual([{ phone: '+79035555555', access: false }])
  })

  it('[AUTH-04] a registration once it is confirmed, not before', async () => {
    const { payload } = world
    const { browser } = await register(await visitor(payload, '10.0.0.1'), {
      name: 'Анна Петрова',
      phone: '8 903 123-45-67',
      email: 'anna@example.com',
      password: 'берёза-над-рекой',
      companyName: 'Берёза',
    })
    expect(await heard()).toEqual([])
    await confirmRegistration(
      await visitor(payload, '10.0.0.1', { cookie: `${registrationCookie(payload)}=${browser}` }),
      await linkOf(payload, 'confirm'),
    )
    expect((await heard()).map(({ event }) => event)).toEqual(['company.registered'])
  })
})

describe('[EXCH-07] «Доступ в личный кабинет» ticked in the panel', () => {
  it('opens the portal for the contact and closes it again, as the flag of 1C does', async () => {
    const { payload } = world
    const role = String(world.rows.get('portal-roles')?.[1]?.id)
    const id = own('contacts')
    await expect(
      payload.update({ collection: 'contacts', id, data: { portalAccess: true }, ...(await as('manager')) }),
    ).rejects.toMatchObject({ code: 'contact.roleNeeded' })
    await payload.update({
      collection: 'contacts',
      id,
      data: { portalAccess: true, portalRole: role },
      ...(await as('manager')),
    })
    const state = (): Promise<unknown> =>
      query(
        payload,
        sql`select m.active, m.closed_by::text as by from memberships m join users u on u.id = m.user_id where u.email = 'own@contact.example'`,
      )
    expect(await state()).toEqual([{ active: true, by: null }])
    await payload.update({ collection: 'contacts', id, data: { portalAccess: false }, ...(await as('manager')) })
    expect(await state()).toEqual([{ active: false, by: 'portal' }])
    await payload.update({ collection: 'contacts', id, data: { portalAccess: true }, ...(await as('manager')) })
    expect(await state()).toEqual([{ active: true, by: null }])
    await payload.delete({ collection: 'contacts', id, ...(await as('manager')) })
    expect(await state()).toEqual([{ active: false, by: 'portal' }])
  })

  it('a contact that goes over to another client loses the access to the former one', async () => {
    const { payload } = world
    const role = String(world.rows.get('portal-roles')?.[1]?.id)
    const id = own('contacts')
    await payload.update({
      collection: 'contacts',
      id,
      data: { portalAccess: true, portalRole: role },
      ...(await as('manager')),
    })
    await payload.update({
      collection: 'contacts',
      id,
      data: { company: world.companies.partner },
      ...(await as('manager')),
    })
    expect(
      await query(
        payload,
        sql`select c.name, m.active from memberships m join users u on u.id = m.user_id join companies c on c.id = m.company_id where u.email = 'own@contact.example' order by 1`,
      ),
    ).toEqual([
      { name: 'Компания own', active: false },
      { name: 'Компания partner', active: true },
    ])
  })
})
