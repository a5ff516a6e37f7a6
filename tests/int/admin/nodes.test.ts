import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newTokenAction } from '@/collections/exchange/exchange-nodes/exchange-node.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { hashToken, isSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
const PASSWORD = 'длинный пароль 1С'

const stored = async () => {
  const [row] = await query<{ secret: string | null; token: string | null }>(
    payload,
    sql`select secret_hash as secret, token_hash as token from exchange_nodes`,
  )
  return row ?? { secret: null, token: null }
}

describe('secrets of exchange nodes', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(() => emptyDatabase())

  const asAdmin = async () => make.as('staff', await make.staff({ role: 'admin' }))

  it('[ROLE-04] a typed password is kept as a hash and answered to nobody', async () => {
    const req = await asAdmin()
    const data = { name: 'УТ', login: 'ut', password: PASSWORD, secretHash: 'planted', active: true }
    const node = await payload.create({ collection: 'exchange-nodes', data, req, overrideAccess: false })
    expect(JSON.stringify(node)).not.toMatch(/пароль|scrypt|planted/)
    const first = await stored()
    expect(await isSecret(PASSWORD, first.secret)).toBe(true)
    const read = await payload.findByID({ collection: 'exchange-nodes', id: node.id, req, overrideAccess: false })
    expect(JSON.stringify(read)).not.toMatch(/пароль|scrypt/)
    await payload.update({
      collection: 'exchange-nodes',
      id: node.id,
      data: { name: 'УТ 2', password: '' },
      req,
      overrideAccess: false,
    })
    expect(await stored()).toEqual(first)
    const short = payload.update({
      collection: 'exchange-nodes',
      id: node.id,
      data: { password: 'короткий' },
      req,
      overrideAccess: false,
    })
    await expect(short).rejects.toMatchObject({ status: 400 })
  })

  it('[ROLE-04] a new token is told once to an administrator, to a manager never', async () => {
    const req = await asAdmin()
    const { id } = await payload.create({
      collection: 'exchange-nodes',
      data: { name: 'УТ', login: 'ut', active: true },
      req,
    })
    const manager = await make.as('staff', await make.staff())
    await expect(runAction(newTokenAction, { req: manager, input: { node: id } })).rejects.toMatchObject({
      code: 'access.denied',
      status: 403,
    })
    const { token } = await runAction(newTokenAction, { req, input: { node: id } })
    expect(token).toMatch(/^kab_/)
    expect(await stored()).toMatchObject({ token: hashToken(token) })
    // Pressed twice it is one token, or the first one told would be dead already; later it is another.
    await expect(runAction(newTokenAction, { req, input: { node: id } })).rejects.toMatchObject({
      code: 'idempotency.told',
      status: 409,
    })
    await query(payload, sql`update idempotency_keys set created_at = now() - interval '1 minute'`)
    const again = await runAction(newTokenAction, { req, input: { node: id } })
    expect(again.token).not.toBe(token)
  })

  it('[ROLE-04] what would shut 1C out is said when the node is saved, in the reader’s language', async () => {
    const req = await asAdmin()
    const save = (data: object) =>
      payload.create({
        collection: 'exchange-nodes',
        data: { name: 'УТ', login: 'ut', active: true, ...data },
        req,
        overrideAccess: false,
      })
    const said = (data: object) =>
      save(data).then(
        () => null,
        (error: { data?: { errors?: { path: string; message: string }[] } }) =>
          error.data?.errors?.map(({ path, message }) => `${path}: ${message}`),
      )
    expect(await said({ addresses: ['10.1.0.0/16', '10.0.0.256'] })).toEqual([
      'addresses: «10.0.0.256» — не IP-адрес и не сеть. Пример: 203.0.113.7 или 10.1.0.0/16',
    ])
    for (const wrong of ['10.1.0.0/33', 'office.example.ru', '10.1.0.0/16/1', '10.1.0.0-10.1.0.9', '::1/129'])
      expect(await said({ addresses: [wrong] }), wrong).toHaveLength(1)
    expect(await said({ entities: [] })).toEqual([
      'entities: Отметьте хотя бы один раздел: без них 1С не войдёт и ничего не передаст',
    ])
    expect(await said({ login: 'ut:1' })).toEqual([
      'login: В логине не должно быть двоеточия и пробелов по краям: 1С с таким не войдёт',
    ])
    expect(await said({ timezone: 'Москва' })).toEqual([
      'timezone: Такого часового пояса нет. Напишите, например, Europe/Moscow',
    ])
    expect(
      await said({ addresses: ['203.0.113.7', ' 10.1.0.0/16', '2001:db8::/32'], entities: ['catalogue'] }),
    ).toBeNull()
    expect((await query(payload, sql`select count(*)::int as n from exchange_nodes`))[0]).toEqual({ n: 1 })
  })
})
