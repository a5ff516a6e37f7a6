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
  const [row] = await query<{ secret: string | null; token: string | null }>(payload, sql`select secret_hash as secret, token_hash as token from exchange_nodes`)
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
    await payload.update({ collection: 'exchange-nodes', id: node.id, data: { name: 'УТ 2', password: '' }, req, overrideAccess: false })
    expect(await stored()).toEqual(first)
    const short = payload.update({ collection: 'exchange-nodes', id: node.id, data: { password: 'короткий' }, req, overrideAccess: false })
    await expect(short).rejects.toMatchObject({ status: 400 })
  })

  it('[ROLE-04] a new token is told once to an administrator, to a manager never', async () => {
    const req = await asAdmin()
    const { id } = await payload.create({ collection: 'exchange-nodes', data: { name: 'УТ', login: 'ut', active: true }, req })
    const manager = await make.as('staff', await make.staff())
    await expect(runAction(newTokenAction, { req: manager, input: { node: id } })).rejects.toMatchObject({ code: 'access.denied', status: 403 })
    const { token } = await runAction(newTokenAction, { req, input: { node: id } })
    expect(token).toMatch(/^kab_/)
    expect(await stored()).toMatchObject({ token: hashToken(token) })
    const again = await runAction(newTokenAction, { req, input: { node: id } })
    expect(again.token).not.toBe(token)
  })
})
