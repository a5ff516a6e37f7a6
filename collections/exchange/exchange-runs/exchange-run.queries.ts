import { sql } from '@payloadcms/db-postgres/drizzle'

/** Runs of the last day that failed, wholly or in part, and of which not everything has been dealt with since. On alias `r`. */
export const badRuns = sql`r.status in ('failed', 'partial') and r.started_at > now() - interval '1 day'
  and (not exists (select 1 from exchange_issues i where i.run_id = r.id) or exists (select 1 from exchange_issues i where i.run_id = r.id and i.status in ('open', 'parked')))`
