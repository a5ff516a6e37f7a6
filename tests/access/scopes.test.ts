import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Where } from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'
import { declaredAccess } from '@/src/mechanisms/access/defineAccess'
import { execute, query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { actors } from './people'
import { makeWorld, type Slug, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

/** A number that a row gets by its id and a seed, the same each time: the database shuffles by it. */
const dice = (column: string, seed: number, sides: number) =>
  sql.raw(`(('x' || substr(md5(${column}::text || '${seed}'), 1, 7))::bit(28)::int % ${sides})`)

/** Managers, partners, branches, memberships and flags thrown anew. */
async function shuffle(seed: number): Promise<void> {
  const { payload } = world
  await execute(
    payload,
    sql`update companies c set
    manager_id = (select id from staff order by md5(id::text || c.id::text || ${String(seed)}) limit 1),
    partner_id = case when ${dice('c.id', seed, 2)} = 0 then null else (select id from companies p where p.id <> c.id order by md5(p.id::text || c.id::text || ${String(seed)}) limit 1) end`,
  )
  await execute(
    payload,
    sql`update staff s set head_id = case when ${dice('s.id', seed, 3)} = 0 then null else
    (select id from staff h where h.id <> s.id order by md5(h.id::text || s.id::text || ${String(seed)}) limit 1) end`,
  )
  await execute(
    payload,
    sql`update memberships m set active = ${dice('m.id', seed, 3)} > 0,
    portal_role_id = (select id from portal_roles r order by md5(r.id::text || m.id::text || ${String(seed)}) limit 1)`,
  )
  await execute(payload, sql`delete from portal_roles_capabilities where ${dice('id', seed, 7)} = 0`)
  await execute(payload, sql`update comments set internal = ${dice('id', seed, 2)} = 0`)
  await execute(payload, sql`update products set active = ${dice('id', seed, 2)} = 0`)
  await execute(
    payload,
    sql`update documents d set company_id = (select id from companies c order by md5(c.id::text || d.id::text || ${String(seed)}) limit 1)`,
  )
}

describe('a scope in both of its forms', () => {
  it('gives the same rows as SQL and as Where, for everybody, on any data', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
        await shuffle(seed)
        for (const who of actors) {
          const actor = await actorOf(await world.as(who))
          for (const [slug, access] of declaredAccess()) {
            for (const operation of ['read', 'update', 'delete'] as const) {
              const where = access.where(actor, operation)
              const bySql = await query<{ id: string }>(
                world.payload,
                sql`select id::text from ${sql.raw(`"${tableOf(slug)}"`)} it where ${access.sql(actor, operation, 'it')} order by 1`,
              )
              expect(
                bySql.map(({ id }) => id),
                `${slug} ${operation} ${who}`,
              ).toEqual(await idsWhere(slug, where))
              compared += bySql.length
            }
          }
        }
      }),
      { numRuns: 3 },
    )
    // Not everything may have been empty on both sides.
    expect(compared).toBeGreaterThan(1_000)
  })

  it('lets a head see the clients of everybody below, however deep, and survives a circle', async () => {
    const { payload, people, companies } = world
    await execute(payload, sql`update staff set head_id = null`)
    await execute(payload, sql`update staff set head_id = ${people.head.id} where id = ${people.colleague.id}`)
    await execute(payload, sql`update staff set head_id = ${people.colleague.id} where id = ${people.manager.id}`)
    await execute(payload, sql`update staff set head_id = ${people.manager.id} where id = ${people.head.id}`)
    await execute(payload, sql`update companies set manager_id = ${people.manager.id} where id = ${companies.foreign}`)
    const seen = await payload.find({
      collection: 'companies',
      overrideAccess: false,
      req: await world.as('head'),
      pagination: false,
      depth: 0,
    })
    expect(seen.docs.map(({ id }) => id)).toContain(companies.foreign)
  })
})

async function idsWhere(slug: string, where: Where | boolean): Promise<string[]> {
  if (where === false) return []
  const { docs } = await world.payload.find({
    collection: slug as Slug,
    where: where === true ? {} : where,
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: {} as never, // ids are enough
  })
  return docs.map(({ id }) => String(id)).sort()
}
