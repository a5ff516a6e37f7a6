import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { openSession } from '@/src/mechanisms/sessions/sessions'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let tokens: Record<'ru' | 'en', string>

const remove = async (path: string, language: 'ru' | 'en'): Promise<{ status: number; body: { errors?: { message: string; data?: unknown }[] } }> => {
  const headers = { authorization: `JWT ${tokens[language]}` }
  const response = await handleEndpoints({ config, request: new Request(`http://localhost:3000/api/${path}`, { method: 'DELETE', headers }) })
  return { status: response.status, body: (await response.json()) as { errors?: { message: string }[] } }
}

describe('[ROLE-04] deleting in the panel', () => {
  beforeEach(async () => {
    payload = await getTestPayload()
    make = builders(payload)
    await emptyDatabase()
    const signIn = async (locale: string): Promise<string> => {
      const email = `${locale}@example.com`
      const id = await make.staff({ role: 'admin', email, locale })
      return (await openSession(await createLocalReq({}, payload), { collection: 'staff', id, email })).token
    }
    tokens = { ru: await signIn('ru'), en: await signIn('en') }
  })

  it('a record that others refer to stays, and it is said by what, one by one and many at once', async () => {
    const company = await make.company({})
    const user = await make.user({ email: 'u@example.com', companies: [company] })
    await query(payload, sql`insert into carts (user_id, company_id, created_at, updated_at) values (${user}, ${company}, now(), now())`)
    const one = await remove(`users/${user}`, 'en')
    expect(one).toMatchObject({ status: 409, body: { errors: [{ data: { code: 'record.inUse', params: { by: expect.any(String) } } }] } })
    expect(one.body.errors?.[0]?.message).toMatch(/^This cannot be deleted: others refer to it \(Carts, Memberships\)\. /)
    const free = await make.user({ email: 'free@example.com' })
    const many = await remove(`users?where[id][in]=${user},${free}`, 'ru')
    expect(many.status).toBe(400)
    expect(many.body.errors?.[0]?.message).toMatch(/^Удалить нельзя: на эту запись ссылаются другие \(Доступы к компаниям, Корзины\)\. /)
    expect(await payload.count({ collection: 'users', where: { id: { equals: user } } })).toEqual({ totalDocs: 1 })
    expect(await payload.count({ collection: 'memberships' })).toEqual({ totalDocs: 1 })
  })

  it('a record that nobody refers to goes', async () => {
    const user = await make.user({ email: 'u@example.com' })
    expect((await remove(`users/${user}`, 'ru')).status).toBe(200)
    expect(await payload.count({ collection: 'users' })).toEqual({ totalDocs: 0 })
  })
})
