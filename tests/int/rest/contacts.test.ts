import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { drainJobs } from '@/tests/support/jobs'
import { results, world, type World } from './world'

let it1c: World
const anna = {
  externalId: 'p-1',
  company: 'co-1',
  name: 'Анна Ким',
  email: 'Anna@Example.com',
  phone: '8 903 123-45-67',
  portalRole: 'buyer',
  portalAccess: true,
}

beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [
    { externalId: 'co-1', name: 'Первый' },
    { externalId: 'co-2', name: 'Второй' },
  ])
})

type Login = {
  email: string
  active: boolean
  hash: string | null
  memberships: Array<{ company: string; active: boolean; role: string }>
}
const logins = (): Promise<Login[]> =>
  it1c.rows<Login>(sql`select u.email, u.active, u.hash, (select json_agg(json_build_object('company', c.name, 'active', m.active, 'role', r.code) order by c.name)
      from memberships m join companies c on c.id = m.company_id join portal_roles r on r.id = m.portal_role_id where m.user_id = u.id) as memberships from users u order by email`)
const invitations = (): Promise<Array<{ person: string }>> =>
  it1c.rows(sql`select person::text from person_tokens where purpose = 'invite' and used_at is null`)

async function openSession(): Promise<void> {
  const { id } = await it1c.one<{ id: string }>(sql`select id::text from users`)
  await it1c.rows(
    sql`insert into users_sessions (_order, _parent_id, id, created_at, expires_at) values (1, ${id}, 'sid-1', now(), now() + interval '1 day')`,
  )
}
const sessions = (): Promise<unknown[]> => it1c.rows(sql`select id from users_sessions`)

describe('contacts and access to the portal', () => {
  it('[EXCH-07] the flag makes a login with an invitation, and only once', async () => {
    expect(results(await it1c.put('contacts', [anna]))).toEqual(['created'])
    expect(await logins()).toEqual([
      {
        email: 'anna@example.com',
        active: true,
        hash: null,
        memberships: [{ company: 'Первый', active: true, role: 'buyer' }],
      },
    ])
    expect(await invitations()).toHaveLength(1)
    const queued = await it1c.rows<{ data: { job: string } }>(sql`select data from pgboss.job where name = 'mail'`)
    expect(queued.filter(({ data }) => data.job === 'people.letter')).toHaveLength(1)
    expect(results(await it1c.put('contacts', [anna]))).toEqual(['same'])
    await it1c.put('contacts', [{ ...anna, position: 'Директор' }])
    expect(await invitations()).toHaveLength(1)
    const letters: string[] = []
    const send = it1c.payload.sendEmail
    it1c.payload.sendEmail = async (letter) =>
      void letters.push(`${String(letter.to)} ${String(letter.text ?? letter.html)}`)
    await drainJobs(it1c.payload)
    it1c.payload.sendEmail = send
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatch(/^anna@example\.com Вас приглашают/)
  })

  it('[EXCH-07] taking the flag away closes the membership and ends the sessions at once', async () => {
    await it1c.put('contacts', [anna])
    await openSession()
    expect(results(await it1c.put('contacts', [{ ...anna, portalAccess: false }]))).toEqual(['changed'])
    expect(await logins()).toMatchObject([{ active: false, memberships: [{ active: false }] }])
    expect(await sessions()).toEqual([])
    expect(await invitations()).toEqual([])
    await it1c.put('contacts', [anna])
    expect(await logins()).toMatchObject([{ active: true, memberships: [{ active: true }] }])
    expect(await invitations()).toHaveLength(1)
  })

  it('[EXCH-07] one address in two companies is one login with two memberships', async () => {
    await it1c.put('contacts', [anna, { ...anna, externalId: 'p-2', company: 'co-2', portalRole: 'director' }])
    expect(await logins()).toMatchObject([
      {
        memberships: [
          { company: 'Второй', role: 'director' },
          { company: 'Первый', role: 'buyer' },
        ],
      },
    ])
    expect(await invitations()).toHaveLength(1)
    await openSession()
    await it1c.put('contacts', [{ ...anna, removed: true }])
    expect(await logins()).toMatchObject([
      {
        active: true,
        memberships: [
          { company: 'Второй', active: true },
          { company: 'Первый', active: false },
        ],
      },
    ])
    expect(await sessions()).toHaveLength(1)
  })

  it('[EXCH-07] another address is another login; the former one is closed', async () => {
    await it1c.put('contacts', [anna])
    await it1c.put('contacts', [{ ...anna, email: 'kim@example.com' }])
    expect(await logins()).toMatchObject([
      { email: 'anna@example.com', active: false, memberships: [{ active: false }] },
      { email: 'kim@example.com', active: true, memberships: [{ active: true }] },
    ])
  })

  it('[EXCH-07] a person who goes over to another company leaves the former one', async () => {
    await it1c.put('contacts', [anna])
    await it1c.put('contacts', [{ ...anna, company: 'co-2' }])
    expect(await logins()).toMatchObject([
      {
        active: true,
        memberships: [
          { company: 'Второй', active: true },
          { company: 'Первый', active: false },
        ],
      },
    ])
  })

  it('[EXCH-07] a contact of the same company with the same address keeps the membership open', async () => {
    await it1c.put('contacts', [anna, { ...anna, externalId: 'p-2' }])
    await it1c.put('contacts', [{ ...anna, removed: true }])
    expect(await logins()).toMatchObject([{ active: true, memberships: [{ active: true }] }])
  })

  it('[EXCH-07] an unproved login of a stranger loses its password and gets the invitation', async () => {
    await it1c.make.user({ email: 'anna@example.com', _verified: false, hash: 'stranger', salt: 'stranger' })
    await it1c.put('contacts', [anna])
    expect(await logins()).toMatchObject([{ hash: null }])
    expect(await invitations()).toHaveLength(1)
  })

  it('[EXCH-07] says what is missing and leaves nothing behind', async () => {
    const reply = await it1c.put('contacts', [
      { ...anna, email: null },
      { ...anna, externalId: 'p-2', portalRole: undefined },
      { ...anna, externalId: 'p-3', portalRole: 'king' },
      { ...anna, externalId: 'p-4', company: 'co-9' },
    ])
    expect(reply.body.map((item: { code: string; result: string }) => `${item.result} ${item.code}`)).toEqual([
      'failed contact.emailNeeded',
      'failed contact.roleNeeded',
      'failed contact.roleUnknown',
      'parked exchange.waitsFor',
    ])
    expect(await logins()).toEqual([])
    expect(await it1c.rows(sql`select id from contacts`)).toEqual([])
  })

  it('[EXCH-07] two batches with one address at the same moment make one login', async () => {
    const other = { ...anna, externalId: 'p-2', company: 'co-2' }
    await Promise.all([it1c.put('contacts', [anna]), it1c.put('contacts', [other])])
    expect(await logins()).toMatchObject([{ email: 'anna@example.com', memberships: [{}, {}] }])
  })

  const warnings = (reply: { body: Array<{ warnings?: Array<{ code: string }> }> }): string[] =>
    reply.body.flatMap((item) => (item.warnings ?? []).map(({ code }) => code))
  const read = async (): Promise<Record<string, unknown>> =>
    (await it1c.call('GET', 'contacts?externalId=p-1')).body.items[0]

  it('[EXCH-07] what a person closed the flag does not open: the login', async () => {
    await it1c.put('contacts', [anna])
    await it1c.rows(sql`update users set active = false`)
    const reply = await it1c.put('contacts', [{ ...anna, position: 'Директор' }])
    expect([results(reply), warnings(reply)]).toEqual([['changed'], ['contact.closedByHand']])
    expect(await logins()).toMatchObject([{ active: false }])
    expect(await read()).toMatchObject({ portalAccess: true, accessOpen: false, closedBy: 'portal' })
    // Neither off and on again in 1C, nor another of its contacts with the address.
    await it1c.put('contacts', [{ ...anna, portalAccess: false }])
    expect(warnings(await it1c.put('contacts', [anna]))).toEqual(['contact.closedByHand'])
    expect(warnings(await it1c.put('contacts', [{ ...anna, externalId: 'p-2', company: 'co-2' }]))).toEqual([
      'contact.closedByHand',
    ])
    expect(await logins()).toMatchObject([{ active: false }])
    // A person opens it, and the flag counts again.
    await it1c.rows(sql`update users set active = true`)
    await it1c.put('contacts', [{ ...anna, position: 'Снабжение' }])
    expect(await logins()).toMatchObject([{ active: true, memberships: [{ company: 'Первый', active: true }] }])
    expect(await read()).toMatchObject({ accessOpen: true, closedBy: null })
  })

  it('[EXCH-07] what a person closed the flag does not open: one membership of two', async () => {
    await it1c.put('contacts', [anna, { ...anna, externalId: 'p-2', company: 'co-2' }])
    await it1c.rows(
      sql`update memberships m set active = false from companies c where c.id = m.company_id and c.name = 'Первый'`,
    )
    expect(warnings(await it1c.put('contacts', [{ ...anna, phone: '8 903 000-00-00' }]))).toEqual([
      'contact.closedByHand',
    ])
    expect(await logins()).toMatchObject([
      {
        active: true,
        memberships: [
          { company: 'Второй', active: true },
          { company: 'Первый', active: false },
        ],
      },
    ])
  })

  it('[EXCH-07] what 1C closed itself it opens again', async () => {
    await it1c.put('contacts', [anna])
    await it1c.put('contacts', [{ ...anna, portalAccess: false }])
    expect(await read()).toMatchObject({ accessOpen: false, closedBy: 'erp' })
    expect(warnings(await it1c.put('contacts', [anna]))).toEqual([])
    expect(await logins()).toMatchObject([{ active: true, memberships: [{ active: true }] }])
  })

  it('[EXCH-07] a second company does not rename a person of the first', async () => {
    await it1c.put('contacts', [anna])
    await it1c.rows(sql`update users set _verified = true, hash = 'x', salt = 'x'`)
    await it1c.put('contacts', [
      { ...anna, externalId: 'p-2', company: 'co-2', name: 'Кто-то другой', phone: '8 999 111-11-11' },
    ])
    expect(await it1c.rows(sql`select name, phone from users`)).toEqual([{ name: 'Анна Ким', phone: '+79031234567' }])
  })
})
