import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { Actor } from '../access/actor'
import { everyoneInCabinet } from '../access/roles'
import { defineAction } from '../actions/defineAction'
import { execute, type Runner } from '../database/query'
import { selectFrom } from '../database/selectFrom'

const HOURS = 24

/**
 * Puts something wanted aside for the person alone: until tomorrow, or for good. It is back as soon as the thing
 * itself says something new, which its stamp tells.
 */
export const putAside = defineAction({
  name: 'asks.putAside',
  label: { ru: 'Дело отложено', en: 'Put a task aside' },
  input: z.object({ key: z.string().min(1).max(200), stamp: z.string().max(200), until: z.enum(['tomorrow', 'news']) }),
  may: everyoneInCabinet,
  run: async ({ req, actor, input: { key, stamp, until } }): Promise<void> => {
    await execute(
      req,
      sql`insert into ask_asides (user_id, key, stamp, until)
          values (${actor.id}, ${key}, ${stamp}, case when ${until === 'tomorrow'} then now() + make_interval(hours => ${HOURS}) end)
          on conflict (user_id, key) do update set stamp = excluded.stamp, until = excluded.until, created_at = now()`,
    )
  },
})

/** What the person has put aside and is not to be asked now: the stamp by the key. */
export async function asidesOf(runner: Runner, actor: Actor): Promise<Map<string, string>> {
  if (actor.collection !== 'users' || !actor.id) return new Map()
  const rows = await selectFrom(
    runner,
    'ask_asides',
    ['key', 'stamp'],
    sql`where user_id = ${actor.id} and (until is null or until > now())`,
  )
  return new Map(rows.map(({ key, stamp }) => [key, stamp]))
}
