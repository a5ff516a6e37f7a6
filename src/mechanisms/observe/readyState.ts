import { sql } from '@payloadcms/db-postgres/drizzle'
import { DEAD, lanes } from '../jobs/lanes'
import { list, query, type Runner } from '../database/query'

/** What a database must hold before the portal can work on it: names of applied migrations, and all lanes of the queue. */
export async function readyState(runner: Runner): Promise<{ applied: ReadonlySet<string>; queue: boolean }> {
  const applied = await query<{ name: string }>(runner, sql`select name from payload_migrations`)
  const [there] = await query<{ queue: string | null }>(runner, sql`select to_regclass('pgboss.queue')::text as queue`)
  const wanted = [...Object.keys(lanes), DEAD]
  const found = there?.queue
    ? await query<{ name: string }>(runner, sql`select name from pgboss.queue where name = any(${list(wanted)})`)
    : []
  return { applied: new Set(applied.map(({ name }) => name)), queue: found.length === wanted.length }
}
