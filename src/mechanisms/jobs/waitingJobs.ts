import { sql } from '@payloadcms/db-postgres/drizzle'
import { DEAD, HELD } from './lanes'

/** Jobs that a worker may take now or has taken, and those that are tried again: `id, job, at`. */
export const waitingJobs = sql`select j.id::text, j.data ->> 'job' as job, j.created_on as at from pgboss.job j
  where j.name not in (${DEAD}, ${HELD}) and (j.state in ('active', 'retry') or (j.state = 'created' and j.start_after <= now()))`
