import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '@/src/mechanisms/access/actor'
import { capabilityInput } from '@/src/mechanisms/access/capabilities'
import { list, query } from '@/src/mechanisms/database/query'
import { declaredCapabilities, declaredModules, defineModule } from '@/src/mechanisms/modules/defineModule'
import { capabilities as promised } from '@/tests/access/capabilities'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

beforeAll(async () => {
  payload = await getTestPayload()
})
beforeEach(async () => {
  await emptyDatabase()
  make = builders(payload)
})

const names = (): string[] => declaredCapabilities().map(([name]) => name)

describe('[ROLE-01] capabilities', () => {
  it('are those that modules declare, each once, and what each guards is promised', () => {
    expect(names().sort()).toEqual([...promised].sort())
    expect(new Set(names()).size).toBe(names().length)
  })

  it('are offered to whoever makes a role, with the words of their modules', () => {
    const field = payload.collections['portal-roles'].config.fields.find(
      (one) => 'name' in one && one.name === 'capabilities',
    )
    expect(field).toMatchObject({
      type: 'select',
      hasMany: true,
      options: declaredCapabilities().map(([value, label]) => ({ value, label })),
    })
    for (const [, label] of declaredCapabilities()) expect(Object.values(label).every((word) => word !== '')).toBe(true)
  })

  it('are kept as they are told, in their order; one that nobody declares is refused', async () => {
    const data = { code: 'buyer', name: 'Закупки', capabilities: ['orders.create', 'orders.read'] }
    const role = await payload.create({ collection: 'portal-roles', data })
    expect(role.capabilities).toEqual(['orders.create', 'orders.read'])
    const found = await payload.find({ collection: 'portal-roles', where: { capabilities: { in: ['orders.read'] } } })
    expect(found.docs.map(({ code }) => code)).toEqual(['buyer'])
    await expect(
      payload.create({ collection: 'portal-roles', data: { ...data, code: 'x', capabilities: ['orders.fly'] } }),
    ).rejects.toThrow()
    expect(capabilityInput.safeParse('orders.fly').success).toBe(false)
  })

  it('need no migration: one more is a line of its module, held by whoever has the role', async () => {
    const sales = declaredModules().find(({ slug }) => slug === 'sales')
    if (!sales) throw new Error('There is no sales')
    defineModule({ ...sales, capabilities: { ...sales.capabilities, 'orders.fly': { ru: 'Летает', en: 'Flies' } } })
    try {
      expect(names()).toContain('orders.fly')
      const company = await make.company()
      const person = await make.user({ companies: [company] })
      await query(
        payload,
        sql`insert into portal_roles_capabilities ("order", parent_id, value)
            select 99, m.portal_role_id, v from memberships m, unnest(${list(['orders.fly'])}) v where m.user_id = ${person}`,
      )
      const actor = await actorOf(await make.as('users', person))
      expect(actor.memberships.get(company)?.has('orders.fly')).toBe(true)
    } finally {
      defineModule(sales)
    }
  })
})
