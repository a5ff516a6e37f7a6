import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query, type Runner } from '../../database/query'
import { defineJob } from '../../jobs/defineJob'
import { forgetBytes } from '../journal/files'
import { sweepRefusals } from '../refusals'
import { exchangeSpool } from './spool'

/** A folder without its session may be that of one which is about to be written. */
const ORPHAN_HOURS = 24
/** A folder is named by the digest of its session, and a number from its second beginning on. */
const SESSION = /^([0-9a-f]{40})(-\d+)?$/
const sessionOf = (name: string): string => SESSION.exec(name)?.[1] ?? ''

/**
 * Raw bytes are kept for replay as long as the settings say, then their folder goes; the journal stays. Folders whose
 * session went with its node go too, unless there is no node at all: then it is the wrong database.
 */
export const sweepSpoolJob = defineJob<Record<string, never>>({
  name: 'exchange.sweepSpool',
  label: { ru: 'Убрать старые файлы обмена', en: 'Sweep old exchange files' },
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
      await forgetBytes(req, folders)
      await execute(req, sql`delete from exchange_sessions where id = ${id}`)
    }
    await sweepOrphans(req)
  },
})

async function sweepOrphans(runner: Runner): Promise<void> {
  const oldest = Date.now() - ORPHAN_HOURS * 3_600_000
  const old = (await exchangeSpool().sessions()).filter(
    ({ name, changedAt }) => sessionOf(name) !== '' && changedAt.getTime() < oldest,
  )
  const [known] = await query<{ any: boolean; ids: string[] }>(
    runner,
    sql`select exists (select 1 from exchange_nodes) as any, array(select id from exchange_sessions where id = any(${list(old.map(({ name }) => sessionOf(name)))})) as ids`,
  )
  if (!known?.any) return
  for (const { name } of old) if (!known.ids.includes(sessionOf(name))) await exchangeSpool().remove(name)
}
