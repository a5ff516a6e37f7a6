import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endPersonSessionsAction } from '@/collections/people/login-sessions/login-session.actions'
import { setActiveAction } from '@/collections/people/memberships/membership.actions'
import { inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { inviteStaffAction, inviteStaffAgainAction } from '@/collections/people/staff/staff.actions'
import { peopleOf } from '@/src/admin/workplace/people.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { resetPassword } from '@/src/mechanisms/sessions/recovery'
import { openSession, sessionsOf } from '@/src/mechanisms/sessions/sessions'
import { builders, type Builders } from '@/tests/builders/builders'
import { linkOf, mailbox, visitor } from '@/tests/int/people/letters'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let admin: string
let anna: string
let pavel: string
let mine: string

const asStaff = (id: string) => make.as('staff', id)
const open = async (collection: 'users' | 'staff', id: string) => {
  const req = await visitor(payload, '203.0.113.7')
  await inTransaction(req, () => openSession(req, { collection, id, email: 'any@example.com' }))
}
const sessions = async (collection: 'users' | 'staff', id: string) => (await sessionsOf(payload, collection, id)).length

describe('people in the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    admin = await make.staff({ role: 'admin', name: 'Андрей' })
    anna = await make.staff({ name: 'Анна' })
    pavel = await make.staff({ name: 'Павел' })
    mine = await make.company({ name: 'Альфа', managerId: anna })
  })

  it('[MGR-01] a manager invites a person of an own client, again, and closes the access; of a foreign one never', async () => {
    const role = await make.portalRole(['orders.read'])
    const input = { company: mine, email: 'olga@example.com', name: 'Ольга Новая', portalRole: role }
    await expect(runAction(inviteAction, { req: await asStaff(pavel), input })).rejects.toMatchObject({ status: 404 })
    const { membership } = await runAction(inviteAction, { req: await asStaff(anna), input })
    const first = await linkOf(payload, 'invite')
    const seen = await peopleOf(await make.context('staff', anna), mine, 'ru')
    expect(seen.people).toMatchObject([
      { name: 'Ольга Новая', state: 'invited', stateName: 'приглашение отправлено', role },
    ])
    expect(seen.may).toBe(true)
    await runAction(inviteAction, {
      req: await asStaff(anna),
      input: { company: mine, ...(seen.people[0]?.again ?? input) },
    })
    expect(await linkOf(payload, 'invite')).not.toBe(first)
    await runAction(setActiveAction, { req: await asStaff(anna), input: { id: membership, active: false } })
    expect((await peopleOf(await make.context('staff', anna), mine, 'ru')).people).toMatchObject([{ state: 'closed' }])
    expect((await peopleOf(await make.context('staff', pavel), mine, 'ru')).people).toEqual([])
  })

  it('[MGR-01] shows the legal entities of a client, and lets an accountant only look', async () => {
    const accountant = await make.staff({ role: 'accountant' })
    await make.contractor({ companyId: mine, name: 'ООО «Альфа-Строй»', inn: '7700000016', kpp: '770001001' })
    await make.user({ companies: [mine], name: 'Олег', _verified: true, hash: 'any', salt: 'any' })
    const seen = await peopleOf(await make.context('staff', accountant), mine, 'ru')
    expect(seen.payers).toMatchObject([{ name: 'ООО «Альфа-Строй»', details: 'ИНН 7700000016, КПП 770001001' }])
    expect(seen).toMatchObject({ may: false, roles: [], people: [{ name: 'Олег', state: 'open' }] })
  })

  it('[ROLE-04] an administrator invites an employee, who sets a password by the link; nobody else may invite', async () => {
    const mail = mailbox(payload)
    const input = { email: 'Vera@example.com', name: 'Вера Новая', role: 'manager' as const }
    await expect(runAction(inviteStaffAction, { req: await asStaff(anna), input })).rejects.toMatchObject({
      code: 'access.denied',
      status: 403,
    })
    const { id } = await runAction(inviteStaffAction, { req: await asStaff(admin), input })
    const [letter] = await mail.deliver()
    expect(letter).toMatchObject({ to: 'vera@example.com', subject: 'Вас приглашают работать в «Kabinet»' })
    const secret = await linkOf(payload, 'recover')
    expect(letter?.text).toContain(`/admin/reset/${secret}`)
    await expect(runAction(inviteStaffAction, { req: await asStaff(admin), input })).rejects.toMatchObject({
      code: 'staff.exists',
      status: 409,
    })
    const signed = await resetPassword(await visitor(payload, '203.0.113.9'), 'staff', {
      token: secret,
      password: 'длинная фраза для входа 7',
    })
    expect(signed.id).toBe(id)
  })

  it('[ROLE-04] a link sent again kills the earlier one, and is not sent to who has left', async () => {
    const left = await make.staff({ active: false })
    const again = async (who: string, id: string) =>
      runAction(inviteStaffAgainAction, { req: await asStaff(who), input: { id } })
    await expect(again(admin, left)).rejects.toMatchObject({ code: 'staff.closed', status: 409 })
    await expect(again(anna, pavel)).rejects.toMatchObject({ status: 403 })
    await again(admin, pavel)
    const first = await linkOf(payload, 'recover')
    await again(admin, pavel)
    await expect(
      resetPassword(await visitor(payload, '203.0.113.9'), 'staff', {
        token: first,
        password: 'длинная фраза для входа 7',
      }),
    ).rejects.toMatchObject({ code: 'link.dead' })
  })

  it('[ROLE-03] [ROLE-04] signs a person out everywhere: a manager own clients’ people, an administrator everybody', async () => {
    const client = await make.user({ companies: [mine] })
    for (const _device of [1, 2]) await open('users', client)
    await open('staff', pavel)
    const end = async (who: string, collection: 'users' | 'staff', id: string) =>
      runAction(endPersonSessionsAction, { req: await asStaff(who), input: { collection, id } })
    await expect(end(pavel, 'users', client)).rejects.toMatchObject({ status: 404 })
    await expect(end(anna, 'staff', pavel)).rejects.toMatchObject({ status: 403 })
    expect(await sessions('users', client)).toBe(2)
    expect(await end(anna, 'users', client)).toEqual({ ended: 2 })
    expect(await end(admin, 'staff', pavel)).toEqual({ ended: 1 })
    expect([await sessions('users', client), await sessions('staff', pavel)]).toEqual([0, 0])
    const [event] = await query<{ internal: boolean }>(
      payload,
      sql`select internal from events where type = 'users.sessionsEnded'`,
    )
    expect(event).toEqual({ internal: true })
  })
})
