import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query } from '../../database/query'
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
    const old = await query<{ id: string; folders: string[] }>(
      req,
      // A session has a folder for each of its beginnings, which are called by its own name and a number.
      sql`select s.id, array_agg(distinct r.session) filter (where r.session is not null) || s.spool as folders
          from exchange_sessions s left join exchange_runs r on split_part(r.session, '-', 1) = s.id
          where s.seen_at < now() - make_interval(days => coalesce((select document_retention_days::int from portal_settings limit 1), 90))
          group by s.id, s.spool limit 1000`,
    )
    for (const { id, folders } of old) {
      signal.throwIfAborted()
      for (const folder of folders) await exchangeSpool().remove(folder)
      await execute(req, sql`update exchange_files f set path = null from exchange_runs r where r.id = f.run_id and r.session = any(${list(folders)})`)
      await execute(req, sql`delete from exchange_sessions where id = ${id}`)
    }
  },
})
