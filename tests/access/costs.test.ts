import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { PREFERENCE_LIMITS } from '@/src/mechanisms/database/preferenceLimits'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { ask } from './surface'
import { makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const held = async (who: 'client' | 'manager'): Promise<{ keys: number; bytes: number }> => {
  const { collection, id } = world.people[who]
  const [row] = await query<{ keys: number; bytes: number }>(
    world.payload,
    sql`select count(*)::int as keys, coalesce(sum(length(p.value::text)), 0)::int as bytes from payload_preferences p
        join payload_preferences_rels r on r.parent_id = p.id and r.path = 'user' where r.${sql.raw(`${collection}_id`)} = ${id}`,
  )
  return row ?? { keys: 0, bytes: 0 }
}

describe('what one person may leave with the portal', () => {
  const keep = (who: Who, key: string, value: unknown) =>
    ask(world, who, `/api/payload-preferences/${key}`, { method: 'POST', json: { value } })

  it('a preference is small, by whichever address it comes', async () => {
    const large = { columns: 'x'.repeat(PREFERENCE_LIMITS.bytes) }
    for (const who of ['client', 'manager'] as const) {
      const before = await held(who)
      expect((await keep(who, 'large', large)).status).toBe(413)
      expect((await keep(who, 'k'.repeat(PREFERENCE_LIMITS.key + 1), { a: 1 })).status).toBe(413)
      const made = await ask(world, who, '/api/payload-preferences', {
        method: 'POST',
        json: { key: 'made', value: large },
      })
      expect(made.status, made.text).toBeGreaterThanOrEqual(400)
      const own = await ask(world, who, `/api/payload-preferences?limit=1`)
      const [row] = own.json().docs as Array<{ id: string }>
      expect(
        (await ask(world, who, `/api/payload-preferences/${row?.id}`, { method: 'PATCH', json: { value: large } }))
          .status,
      ).toBeGreaterThanOrEqual(400)
      expect(await held(who)).toEqual(before)
      expect((await keep(who, 'collection-orders', { limit: 50 })).status).toBe(200)
    }
  })

  it('of more keys than enough the oldest go, and nobody else’s', async () => {
    const others = await held('manager')
    await query(
      world.payload,
      sql`with made as (insert into payload_preferences (key, value, updated_at, created_at) select 'old-' || n, '{}', now() - interval '1 day', now() from generate_series(1, ${PREFERENCE_LIMITS.keys + 50}) n returning id)
      insert into payload_preferences_rels (parent_id, path, users_id) select id, 'user', ${world.people.client.id} from made`,
    )
    expect((await keep('client', 'newest', { a: 1 })).status).toBe(200)
    expect((await held('client')).keys).toBe(PREFERENCE_LIMITS.keys)
    expect((await ask(world, 'client', '/api/payload-preferences/newest')).json().value).toEqual({ a: 1 })
    expect(await held('manager')).toEqual(others)
  })
})
