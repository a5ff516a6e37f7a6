import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorOfCode } from '@/src/lib/errors'
import { system, type Actor } from '@/src/mechanisms/access/actor'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { newTokenAction } from '@/collections/exchange/exchange-nodes/exchange-node.actions'
import { builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
const fresh = (): Promise<PayloadRequest> => createLocalReq({}, payload)
const client: Actor = {
  ...system,
  role: 'client',
  collection: 'users',
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Client',
}

const addUnit = defineAction({
  name: 'test.addUnit',
  label: { ru: 'Проба', en: 'Test' },
  input: z.object({ code: z.string().min(1), fail: z.boolean().optional() }),
  may: ['client'],
  run: async ({ req, input }) => {
    const [row] = await query<{ id: string }>(
      req,
      sql`insert into units (code, name, created_at, updated_at) values (${input.code}, ${input.code}, now(), now()) returning id::text`,
    )
    if (input.fail) throw errorOfCode('test.failed', {}, { status: 409 })
    return { id: row?.id ?? '' }
  },
})

const readCompany = defineAction({
  name: 'test.readCompany',
  label: { ru: 'Проба', en: 'Test' },
  input: z.object({ company: z.uuid() }),
  may: ['manager', 'head'],
  lock: { entity: 'companies', id: ({ company }) => company },
  run: async () => ({ name: 'тайна клиента' }),
})
const dropContact = defineAction({
  name: 'test.dropContact',
  label: { ru: 'Проба', en: 'Test' },
  input: z.object({ contact: z.uuid() }),
  may: ['manager'],
  lock: { entity: 'contacts', id: ({ contact }) => contact, as: 'update' },
  run: async ({ req, input }) => {
    await query(req, sql`delete from contacts where id = ${input.contact}`)
    return { gone: input.contact }
  },
})

const count = async (table: 'units' | 'audit'): Promise<number> => {
  const [row] = await query<{ count: number }>(payload, sql`select count(*)::int as count from ${sql.raw(table)}`)
  return row?.count ?? 0
}

describe('runAction', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  beforeEach(() => emptyDatabase())

  it('does the work and writes one audit line', async () => {
    await runAction(addUnit, { req: await fresh(), input: { code: 'a' }, as: client })
    expect([await count('units'), await count('audit')]).toEqual([1, 1])
  })

  it('refuses who is not in its list, and a stranger with 401', async () => {
    await expect(
      runAction(addUnit, { req: await fresh(), input: { code: 'a' }, as: { ...client, role: 'partner' } }),
    ).rejects.toMatchObject({ code: 'access.denied', status: 403 })
    await expect(runAction(addUnit, { req: await fresh(), input: { code: 'a' } })).rejects.toMatchObject({
      code: 'access.denied',
      status: 401,
    })
    expect(await count('units')).toBe(0)
  })

  it('names the field that is wrong', async () => {
    await expect(runAction(addUnit, { req: await fresh(), input: { code: '' }, as: client })).rejects.toMatchObject({
      code: 'input.invalid',
      status: 422,
      field: 'code',
    })
  })

  it('leaves nothing behind when the work fails', async () => {
    await expect(
      runAction(addUnit, { req: await fresh(), input: { code: 'a', fail: true }, as: client }),
    ).rejects.toMatchObject({ code: 'test.failed' })
    expect([await count('units'), await count('audit')]).toEqual([0, 0])
  })

  it('gives ten calls with one key one effect and one answer', async () => {
    const calls = await Promise.all(
      Array.from({ length: 10 }, async () =>
        runAction(addUnit, { req: await fresh(), input: { code: 'a' }, idempotencyKey: 'k', as: client }),
      ),
    )
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1)
    expect([await count('units'), await count('audit')]).toEqual([1, 1])
  })

  it('refuses the same key with another body, and keeps keys of two people apart', async () => {
    const key = { idempotencyKey: 'k' }
    await runAction(addUnit, { req: await fresh(), input: { code: 'a' }, as: client, ...key })
    await expect(
      runAction(addUnit, { req: await fresh(), input: { code: 'b' }, as: client, ...key }),
    ).rejects.toMatchObject({ code: 'idempotency.mismatch', status: 422 })
    await runAction(addUnit, {
      req: await fresh(),
      input: { code: 'b' },
      as: { ...client, id: '00000000-0000-4000-8000-000000000002' },
      ...key,
    })
    expect(await count('units')).toBe(2)
  })

  it('gives an earlier answer only to who may still have it: under other rights, or for a row out of sight, it is refused', async () => {
    const make = builders(payload)
    const manager = await make.staff({ role: 'manager' })
    const company = await make.company({ managerId: manager })
    const key = { idempotencyKey: 'k', input: { company } }
    const as = async (): Promise<PayloadRequest> => make.as('staff', manager)
    expect(await runAction(readCompany, { req: await as(), ...key })).toEqual({ name: 'тайна клиента' })
    expect(await runAction(readCompany, { req: await as(), ...key })).toEqual({ name: 'тайна клиента' })
    await query(payload, sql`update companies set manager_id = null where id = ${company}`)
    await expect(runAction(readCompany, { req: await as(), ...key })).rejects.toMatchObject({
      code: 'entity.notFound',
      status: 404,
    })
    await query(payload, sql`update companies set manager_id = ${manager} where id = ${company}`)
    await query(payload, sql`update staff set role = 'head' where id = ${manager}`)
    await expect(runAction(readCompany, { req: await as(), ...key })).rejects.toMatchObject({
      code: 'idempotency.told',
      status: 409,
    })
    await query(payload, sql`update staff set role = 'editor' where id = ${manager}`)
    await expect(runAction(readCompany, { req: await as(), ...key })).rejects.toMatchObject({
      code: 'access.denied',
      status: 403,
    })
  })

  it('gives the answer about a row that went with the work', async () => {
    const make = builders(payload)
    const manager = await make.staff({ role: 'manager' })
    const contact = await make.contact({ companyId: await make.company({ managerId: manager }) })
    const call = async () =>
      runAction(dropContact, { req: await make.as('staff', manager), input: { contact }, idempotencyKey: 'k' })
    expect([await call(), await call()]).toEqual([{ gone: contact }, { gone: contact }])
  })

  it('keeps no secret of an answer, and does not tell it twice', async () => {
    const make = builders(payload)
    const admin = await make.staff({ role: 'admin' })
    const node = await insertRow(payload, 'exchange_nodes', { name: 'УТ', login: 'ut', active: true })
    const call = async () =>
      runAction(newTokenAction, { req: await make.as('staff', admin), input: { node }, idempotencyKey: 'k' })
    const { token } = await call()
    expect(JSON.stringify(await query(payload, sql`select * from idempotency_keys`))).not.toContain(token)
    expect(JSON.stringify(await query(payload, sql`select * from audit`))).not.toContain(token)
    const [before] = await query<{ hash: string }>(payload, sql`select token_hash as hash from exchange_nodes`)
    await expect(call()).rejects.toMatchObject({ code: 'idempotency.told', status: 409 })
    expect(await query(payload, sql`select token_hash as hash from exchange_nodes`)).toEqual([before])
  })

  it('a failed call with a key can be made again', async () => {
    const key = { idempotencyKey: 'k', as: client }
    await expect(runAction(addUnit, { req: await fresh(), input: { code: 'a', fail: true }, ...key })).rejects.toThrow()
    await runAction(addUnit, { req: await fresh(), input: { code: 'a' }, ...key })
    expect(await count('units')).toBe(1)
  })
})
