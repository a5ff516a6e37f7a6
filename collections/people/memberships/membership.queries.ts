import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { list, query, type Runner } from '@/src/mechanisms/database/query'

/** A company in which a cabinet user may work, as the switcher shows it. */
export type OwnCompany = { id: string; name: string; inn: string | null; status: string }

/** Companies of the actor's active memberships, by name. Empty for staff and for nobody. */
export async function companiesOf(runner: Runner, actor: Actor): Promise<OwnCompany[]> {
  const ids = [...actor.memberships.keys()]
  if (ids.length === 0) return []
  return query<OwnCompany>(
    runner,
    sql`select id::text, name, inn, status::text from companies
        where id = any(${list(ids, 'uuid')}) order by name collate "ru-x-icu", id`,
  )
}

/**
 * The company the person works in now: the one they chose (`cookie`, whatever a browser may say), if
 * they still belong to it, else their main one, else the first. Null when they belong to none.
 */
export function currentCompany(
  actor: Actor,
  cookie: string | null | undefined,
  { main, order }: { main?: string | null; order?: readonly string[] } = {},
): string | null {
  const held = (id: string | null | undefined): id is string => typeof id === 'string' && actor.memberships.has(id)
  if (held(cookie)) return cookie
  if (held(main)) return main
  return order?.find(held) ?? [...actor.memberships.keys()].sort()[0] ?? null
}
