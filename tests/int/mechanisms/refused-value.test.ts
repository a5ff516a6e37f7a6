import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isRefusedValue } from '@/src/lib/refusedValue'
import { errorResponse } from '@/src/mechanisms/actions/errorResponse'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

beforeAll(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  make = builders(payload)
})
beforeEach(() => void vi.stubEnv('LOG_LEVEL', 'silent'))

const failing = (statement: SQL): Promise<unknown> =>
  query(payload, statement).then(
    () => expect.unreachable('the statement works'),
    (error: unknown) => error,
  )
const nowhere = '00000000-0000-4000-8000-000000000000'

describe('what the database refuses', () => {
  it.each([
    ['no id', sql`select 1 from companies where id = ${'x'}::uuid`],
    ['one of a list of ids', sql`select 1 from companies where id = any(${sql.param(['x'])}::uuid[])`],
    ['no date', sql`select ${'завтра'}::timestamptz`],
    ['a number that is too large', sql`select ${'99999999999'}::int`],
    ['no such record', sql`insert into contacts (name, company_id) values ('x', ${nowhere})`],
  ])('a value that was handed over is the caller’s: %s', async (_name, statement) => {
    expect(isRefusedValue(await failing(statement))).toBe(true)
  })

  it('a mistake of the portal’s own statement is not: a cast, arithmetic, a comparison, a row that others need', async () => {
    const company = await make.company()
    await make.contact({ companyId: company })
    const own = [
      sql`select 'x'::uuid where ${company}::uuid is not null`,
      sql`select 1 from companies where name::int = 1 and id = ${company}`,
      sql`select ${1}::int / (${1}::int - 1)`,
      sql`select 1 from companies where id = ${'5'}::int`,
      sql`delete from companies where id = ${company}`,
      sql`select 1 from nothing_of_the_kind`,
    ]
    for (const statement of own) expect(isRefusedValue(await failing(statement))).toBe(false)
    expect(errorResponse(await createLocalReq({}, payload), await failing(own[0] as SQL)).status).toBe(500)
  })

  it('a comparison that does not exist is the caller’s where a question was asked, and there alone', async () => {
    const error = await failing(sql`select 1 from companies where id = ${'5'}::int`)
    expect([isRefusedValue(error), isRefusedValue(error, { question: true })]).toEqual([false, true])
  })

  it('is told once in the log, without the value', async () => {
    vi.stubEnv('LOG_LEVEL', 'warn')
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const error = await failing(sql`select ${'anna@example.com'}::uuid`)
    isRefusedValue(error)
    isRefusedValue(error)
    const lines = write.mock.calls.map(([line]) => String(line))
    write.mockRestore()
    expect(lines.filter((line) => line.includes('the database refused a value'))).toHaveLength(1)
    expect(lines.join()).toContain('22P02')
    expect(lines.join()).not.toContain('anna')
  })
})
