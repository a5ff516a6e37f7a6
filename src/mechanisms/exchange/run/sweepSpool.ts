import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query, type Runner } from '../../database/query'
import { defineJob } from '../../jobs/defineJob'
import { sweepRefusals } from '../refusals'
import { exchangeSpool } from './spool'

/** A folder without its session may be that of one which is about to be written. */
const ORPHAN_HOURS = 24
/** A folder is named by the digest of its session. */
const SESSION = /^[0-9a-f]{40}$/

/**
 * Raw bytes are kept for replay as long as the settings say, then their folder goes; the journal stays. Folders whose
 * session went with its node go too, unless there is no node at all: then it is the wrong database.
 */
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
    await sweepOrphans(req)
  },
})

async function sweepOrphans(runner: Runner): Promise<void> {
  const oldest = Date.now() - ORPHAN_HOURS * 3_600_000
  const old = (await exchangeSpool().sessions()).filter(({ name, changedAt }) => SESSION.test(name) && changedAt.getTime() < oldest)
  const [known] = await query<{ any: boolean; ids: string[] }>(
    runner,
    sql`select exists (select 1 from exchange_nodes) as any, array(select id from exchange_sessions where id = any(${list(old.map(({ name }) => name))})) as ids`,
  )
  if (!known?.any) return
  for (const { name } of old) if (!known.ids.includes(name)) await exchangeSpool().remove(name)
}
