import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '../../database/query'
import { defineJob } from '../../jobs/defineJob'
import { sweepRefusals } from '../refusals'
import { exchangeSpool } from './spool'

/** Raw bytes are kept for replay as long as the settings say, then their folder goes; the journal stays. */
export const sweepSpoolJob = defineJob<Record<string, never>>({
  name: 'exchange.sweepSpool',
  lane: 'default',
  schedule: '40 2 * * *',
  handler: async (_data, { req, signal }) => {
    await sweepRefusals(req)
    const old = await query<{ id: string }>(
      req,
      sql`select id from exchange_sessions where seen_at < now() - make_interval(days => coalesce(
            (select document_retention_days::int from portal_settings limit 1), 90)) limit 1000`,
    )
    for (const { id } of old) {
      signal.throwIfAborted()
      await exchangeSpool().remove(id)
      await execute(req, sql`update exchange_files f set path = null from exchange_runs r where r.id = f.run_id and r.session = ${id}`)
      await execute(req, sql`delete from exchange_sessions where id = ${id}`)
    }
  },
})
