import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestCall } from '@/tests/support/restAs'

let payload: Payload
let make: Builders
let callers: Record<'ru' | 'en', RestCall>

const remove = async (
  path: string,
  language: 'ru' | 'en',
): Promise<{ status: number; body: { errors?: { message: string; data?: unknown }[] } }> => {
  const { status, body } = await callers[language]('DELETE', `/${path}`)
  return { status, body }
}

describe('[ROLE-04] deleting in the panel', () => {
  beforeEach(async () => {
    payload = await getTestPayload()
    make = builders(payload)
    await emptyDatabase()
    const signIn = async (locale: string): Promise<RestCall> => {
      const email = `${locale}@example.com`
      return restAs(payload, { collection: 'staff', id: await make.staff({ role: 'admin', email, locale }), email })
    }
    callers = { ru: await signIn('ru'), en: await signIn('en') }
  })

  it('a record that others refer to stays, and it is said by what, one by one and many at once', async () => {
    const company = await make.company({})
    const user = await make.user({ email: 'u@example.com', companies: [company] })
    await query(
      payload,
      sql`insert into carts (user_id, company_id, created_at, updated_at) values (${user}, ${company}, now(), now())`,
    )
    const one = await remove(`users/${user}`, 'en')
    expect(one).toMatchObject({
      status: 409,
      body: { errors: [{ data: { code: 'record.inUse', params: { by: expect.any(String) } } }] },
    })
    expect(one.body.errors?.[0]?.message).toMatch(
      /^This cannot be deleted: others refer to it \(Carts, Memberships\)\. /,
    )
    const free = await make.user({ email: 'free@example.com' })
    const many = await remove(`users?where[id][in]=${user},${free}`, 'ru')
    expect(many.status).toBe(400)
    expect(many.body.errors?.[0]?.message).toMatch(
      /^Удалить нельзя: на эту запись ссылаются другие \(Доступы к компаниям, Корзины\)\. /,
    )
    expect(await payload.count({ collection: 'users', where: { id: { equals: user } } })).toEqual({ totalDocs: 1 })
    expect(await payload.count({ collection: 'memberships' })).toEqual({ totalDocs: 1 })
  })

  it('a record that nobody refers to goes', async () => {
    const user = await make.user({ email: 'u@example.com' })
    expect((await remove(`users/${user}`, 'ru')).status).toBe(200)
    expect(await payload.count({ collection: 'users' })).toEqual({ totalDocs: 0 })
  })
})
