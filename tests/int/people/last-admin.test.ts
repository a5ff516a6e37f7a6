import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestAnswer, type RestCall } from '@/tests/support/restAs'

let payload: Payload
let make: Builders
let anna: string
let boris: string
const callers = new Map<string, RestCall>()

const signIn = async (id: string): Promise<void> =>
  void callers.set(id, await restAs(payload, { collection: 'staff', id }))
const call = async (who: string, ...asked: Parameters<RestCall>): Promise<RestAnswer> => {
  const caller = callers.get(who)
  if (!caller) throw new Error(`${who} has not signed in`)
  return caller(...asked)
}
const admins = async (): Promise<string[]> =>
  (
    await query<{ id: string }>(
      payload,
      sql`select id::text from staff where role = 'admin' and active order by created_at`,
    )
  ).map(({ id }) => id)

describe('[ROLE-04] somebody always can administer the portal', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    payload.logger.level = 'silent'
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    anna = await make.staff({ role: 'admin', hash: 'a', salt: 'b' })
    boris = await make.staff({ role: 'admin', hash: 'a', salt: 'b' })
    await signIn(anna)
    await signIn(boris)
  })

  it.each([
    ['switches themselves off', 'PATCH', (id: string) => `/staff/${id}`, { active: false }],
    ['takes the role from themselves', 'PATCH', (id: string) => `/staff/${id}`, { role: 'manager' }],
    ['deletes themselves', 'DELETE', (id: string) => `/staff/${id}`, undefined],
    ['switches themselves off in bulk', 'PATCH', (id: string) => `/staff?where[id][in]=${id}`, { active: false }],
    ['deletes themselves in bulk', 'DELETE', (id: string) => `/staff?where[id][in]=${id}`, undefined],
  ])('nobody %s', async (_what, method, path, body) => {
    const answer = await call(anna, method, path(anna), body)
    expect(answer.text).toMatch(/staff\.self|Себя не отключить/)
    expect(answer.status).toBeLessThan(500)
    expect(await admins()).toEqual([anna, boris])
  })

  it('one administrator may switch another off, who cannot come back by what they had open', async () => {
    expect((await call(anna, 'PATCH', `/staff/${boris}`, { active: false })).status).toBe(200)
    expect(await admins()).toEqual([anna])
    expect((await call(boris, 'PATCH', `/staff/${anna}`, { active: false })).status).toBeGreaterThanOrEqual(401)
    expect(await admins()).toEqual([anna])
  })

  it.each([
    ['switch each other off', 'PATCH', { active: false }],
    ['take the role from each other', 'PATCH', { role: 'editor' }],
    ['delete each other', 'DELETE', undefined],
  ])('of two who %s at once, one stays', async (_what, method, body) => {
    const answers = await Promise.all([
      call(anna, method, `/staff/${boris}`, body),
      call(boris, method, `/staff/${anna}`, body),
    ])
    expect(answers.every(({ status }) => status < 500)).toBe(true)
    expect(await admins()).toHaveLength(1)
  })

  it('an administrator who was invited and has not come does not count', async () => {
    await execute(payload, sql`update staff set hash = null where id = ${boris}`)
    await expect(payload.update({ collection: 'staff', id: anna, data: { active: false } })).rejects.toMatchObject({
      code: 'staff.lastAdmin',
      status: 409,
    })
    await expect(payload.delete({ collection: 'staff', id: anna })).rejects.toMatchObject({ code: 'staff.lastAdmin' })
    expect(await admins()).toEqual([anna, boris])
  })
})
