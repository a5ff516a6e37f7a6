import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload

beforeAll(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  await builders(payload).company({ name: 'Север', legalName: 'ООО «Север»', creditLimit: 500 })
})

describe('columns of one table', () => {
  it('come under their own names or those that code gives them, with the types of the database', async () => {
    const rows = await selectFrom(payload, 'companies', ['name', 'inn', 'status'], sql`where name = ${'Север'}`)
    expect(rows).toEqual([{ name: 'Север', inn: null, status: 'active' }])
    expectTypeOf(rows).toEqualTypeOf<
      { name: string; inn: string | null; status: 'new' | 'active' | 'suspended' | 'archived' }[]
    >()

    const chosen = { legalName: 'legal_name', limit: 'credit_limit' } as const
    const named = await selectFrom(payload, 'companies c', chosen, sql`where c.inn is null order by c.name`)
    expect(named).toEqual([{ legalName: 'ООО «Север»', limit: '500' }])
    expectTypeOf(named).toEqualTypeOf<{ legalName: string | null; limit: string | null }[]>()
  })

  it('are refused by the compiler where the database has none of that name', () => {
    const asked = [
      // @ts-expect-error -- a column that is not there
      () => selectFrom(payload, 'companies', ['title'], sql`where true`),
      // @ts-expect-error -- nor under another name
      () => selectFrom(payload, 'companies c', { name: 'title' }, sql`where true`),
      // @ts-expect-error -- a table that is not there
      () => selectFrom(payload, 'firms', ['id'], sql`where true`),
    ]
    expect(asked).toHaveLength(3)
  })
})
