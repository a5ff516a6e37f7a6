import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Runner } from './query'
import { scalars } from './scalars'

/**
 * Rows of several small selects by one statement, in the order each asks for. They come as JSON says them: numbers as
 * numbers, a moment as ISO text. For what waits for nothing and is read by many pages; large selects go side by side.
 */
export async function queryTogether<Rows extends Record<string, object>>(
  runner: Runner,
  selects: { readonly [Name in keyof Rows]: SQL },
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> {
  const asked: Array<[string, SQL]> = Object.entries(selects)
  const found = await scalars<object[]>(
    runner,
    asked.map(([name, select]) => [name, sql`(select coalesce(jsonb_agg(r), '[]') from (${select}) r)`] as const),
  )
  // The statements, not the compiler, know the shape of their rows.
  return found as { [Name in keyof Rows]: Rows[Name][] }
}
