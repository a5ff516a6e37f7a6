import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Runner } from '../database/query'
import { scalars } from '../database/scalars'
import { isEntityOn } from '../modules/switches'

/** The moment of the last run that brought something through, as an expression; null while nothing is exchanged. */
export async function lastRunAt(runner: Runner): Promise<SQL> {
  if (!(await isEntityOn(runner, 'exchange-runs'))) return sql`null`
  return sql`(select max(finished_at) from exchange_runs where status in ('done', 'partial'))`
}

/** When the ERP last brought something through, ISO; null before the first time and while nothing is exchanged. */
export async function lastExchange(runner: Runner): Promise<string | null> {
  const { at } = await scalars<string | null>(runner, [['at', await lastRunAt(runner)]])
  return at ? new Date(at).toISOString() : null
}
