import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type pg from 'pg'
import { idIs } from '../../database/ids'
import { query } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { inTransaction } from '../../database/transaction'
import { isTrusted } from '../clock'
import type { Absence } from '../consumer'
import { countMissing, declaredAbsence, forgetAbsent, HELD, hideAbsent, missingWords } from './absent'
import type { EndedRun } from './endedRun'
import { readFullRun, SEEN, type FullRun } from './fullRun'
import { noteIssue } from '../journal/issues'
import { settleRun } from '../journal/runs'
import { spooledFiles } from './spool'
import { importClient } from './turn'

/** Beyond this share of a kind a full export is more likely cut short than true: a person is asked. */
const MOST_SHARE = 0.1
/** A node that exchanges several catalogues sends each in its time: none may hide the goods of another. */
const CATALOGUES_DAYS = 30

/** What came of looking for records that a run no longer names. */
export type SweepOutcome = {
  outcome: 'incomplete' | 'nothing' | 'repeated' | 'changes' | 'otherCatalogue' | 'whole' | 'hidden' | 'held'
  catalogues?: string[]
}

/**
 * Hides what a full export of this node no longer names: goods, groups, offers, prices that it had sent before. Only
 * after the run has ended well, and only up to a tenth of each kind; beyond that the journal asks.
 */
export async function sweepAbsent(req: PayloadRequest, run: EndedRun): Promise<SweepOutcome> {
  const [absence] = declaredAbsence(run.areas)
  if (run.kind !== 'catalog' || !absence) return { outcome: 'nothing' }
  // Another try over the same bytes is no news of what 1C has.
  if (!run.whole || !run.own) return { outcome: 'incomplete' }
  if (!(await hasOlder(req, absence, run))) return { outcome: 'nothing' }
  if (await isRepeated(req, run)) return { outcome: 'repeated' }
  const client = await importClient()
  try {
    const files = (await spooledFiles(client, run.session)).filter(({ name }) => /\.xml$/i.test(name))
    const full = await readFullRun(client, files, absence, run.node)
    if (!full) return { outcome: 'changes' }
    const { catalogues } = full
    if (await hasOtherCatalogue(req, run, full)) return { outcome: 'otherCatalogue', catalogues }
    await forgetAbsent(req, run.node.id)
    await listMissing(client, run, absence, full)
    return { outcome: await hideOrAsk(req, run, absence), catalogues }
  } finally {
    await client.end()
  }
}

/** Whether the node has sent anything before that this run has not written: without it nothing can be missing. */
async function hasOlder(req: PayloadRequest, { tables }: Absence, run: EndedRun): Promise<boolean> {
  for (const { table } of tables) {
    const [row] = await query(
      req,
      sql`select 1 from ${sql.identifier(table)} where sync_node = ${run.node.name} and active is not false and synced_at < ${run.startedAt}::timestamptz limit 1`,
    )
    if (row) return true
  }
  return false
}

/** The very bytes of the export that was looked through last: whatever has come since is younger than they are. */
async function isRepeated(req: PayloadRequest, run: EndedRun): Promise<boolean> {
  const [last] = await selectFrom(
    req,
    'exchange_settled',
    ['files'],
    sql`where ${idIs(sql`node_id`, run.node.id)} and outcome in ('nothing', 'whole', 'hidden') order by settled_at desc limit 1`,
  )
  return Boolean(last?.files) && last?.files === run.files
}

async function hasOtherCatalogue(req: PayloadRequest, run: EndedRun, { catalogues }: FullRun): Promise<boolean> {
  const rows = await query<{ id: string }>(
    req,
    sql`select distinct unnest(catalogues) as id from exchange_settled
        where ${idIs(sql`node_id`, run.node.id)} and settled_at > now() - make_interval(days => ${CATALOGUES_DAYS})`,
  )
  return rows.some(({ id }) => !catalogues.includes(id))
}

/** Writes down what the node had sent, what this run had no reason to write, and what it did not name. */
async function listMissing(client: pg.ClientBase, run: EndedRun, { tables }: Absence, full: FullRun): Promise<void> {
  for (const { table, except = 'false' } of tables) {
    if (!full.tables.has(table)) continue
    // Names and conditions come from declarations, never from data.
    await client.query(
      `insert into exchange_absent (run_id, table_name, external_id)
       select $1::uuid, $2::text, t.external_id from "${table}" t
       where t.sync_node = $3 and t.active is not false and t.external_id is not null and not (${except}) and t.synced_at < $4::timestamptz
         and (t.sync_time is null or $5::timestamptz is null or t.sync_time <= $5::timestamptz or not ${isTrusted('t.sync_time')})
         and not exists (select 1 from ${SEEN} s where s.table_name = $2 and s.external_id = t.external_id)
       on conflict do nothing`,
      [run.id, table, run.node.name, run.startedAt, full.generatedAt],
    )
  }
}

async function hideOrAsk(req: PayloadRequest, run: EndedRun, absence: Absence): Promise<'whole' | 'hidden' | 'held'> {
  const missing = await countMissing(req, run.id, run.node.name, absence.tables)
  if (missing.length === 0) return 'whole'
  const what = missingWords(missing)
  if (missing.some((one) => one.missing > one.active * MOST_SHARE)) {
    await noteIssue(
      req,
      { run: run.id, file: null },
      { entity: 'absent', externalId: null, code: HELD, params: { what } },
    )
    await settleRun(req, run.id)
    return 'held'
  }
  await inTransaction(req, () => hideAbsent(req, run.id, absence, what))
  return 'hidden'
}
