import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../../database/ids'

/** A select of the ids, as text, of runs of the same node by files that began after this one and go on. */
export const laterRuns = (run: string): SQL =>
  sql`select later.id::text from exchange_runs later join exchange_runs mine on later.node_id = mine.node_id and later.started_at > mine.started_at
      where ${idIs(sql`mine.id`, run)} and later.transport = 'commerceml' and not exists (select 1 from exchange_settled d where d.run_id = later.id)`
