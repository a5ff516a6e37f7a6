import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { ExchangeIssue } from '@/src/payload-types'
import { idIs } from '../../database/ids'
import { execute, list, query, type Runner } from '../../database/query'
import type { TroubledKind } from '../commerceml/records'
import { forgetWants } from './waits'

/** Kind of a line about a file, or about what the reader found in it. */
export const FILE = 'file'

/** What stands for the record in the identifier of what hangs on it: a price and a stock begin with their offer. */
const HANGS_ON = '|'

/** How a line ends: `replayed` by another try, `expired` given up. */
type Over = Exclude<ExchangeIssue['status'], 'open' | 'parked'>
/** Where a line is said: in a run, about one of its files or about none. */
export type At = { run: string; file: string | null }

type About = {
  entity: string
  externalIds: readonly (string | null)[]
  /** What the reader finds wrong with records of this kind belongs to them, too. */
  reads?: TroubledKind
  /** Said anew: only lines with this code. Left out: the records went through, and everything is over. */
  code?: string
  /** What this run itself has said so far is over, too: a batch tells of its items in their order. */
  own?: boolean
}

/**
 * The one rule by which lines of the journal close themselves: what a node tells of a record takes the place of what the
 * same node told of it before, in another run or another file. A record that goes through closes every line about it and what
 * hangs on it; one that is in trouble again closes the earlier line of the same trouble. What this very file says
 * stays, and so does what another node was told, and what is about another kind of record: a stock that comes does not mend a price.
 */
export async function closeEarlier(
  runner: Runner,
  at: At,
  { entity, externalIds, reads, code, own = false }: About,
): Promise<void> {
  const named = externalIds.filter((id): id is string => id !== null)
  const lines: SQL[] = []
  if (entity !== FILE && named.length > 0) lines.push(sql`i.entity = ${entity} and i.external = any(${list(named)})`)
  // A line about nothing in particular is repeated by files alone: what a run sums up is of its day.
  if (entity !== FILE && named.length < externalIds.length && at.file !== null)
    lines.push(sql`i.entity = ${entity} and i.external is null`)
  if (reads && named.length > 0) {
    const records = [...new Set(named.map((id) => id.split(HANGS_ON)[0] ?? id))]
    lines.push(
      sql`i.entity = ${FILE} and i.external = any(${list(records)}) and coalesce(i.params->>'of', ${reads}) = ${reads}`,
    )
  }
  if (lines.length === 0) return
  await execute(
    runner,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() from exchange_runs r, exchange_runs here
        where ${idIs(sql`here.id`, at.run)} and r.id = i.run_id and r.node_id = here.node_id
          and ${code === undefined ? sql`i.status in ('open', 'parked')` : sql`i.status = 'open' and i.code = ${code}`}
          and ${own ? sql`true` : sql`(i.run_id::text is distinct from ${at.run} or i.file_id::text is distinct from ${at.file})`}
          and (${sql.join(lines, sql` or `)})`,
  )
}

/** What came through at last waits no longer, whoever brought it: its older copy must not be tried again over it. */
export async function closeParked(
  runner: Runner,
  { entity }: { entity: string },
  externalIds: readonly string[],
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues set status = 'resolved', updated_at = now()
        where status = 'parked' and entity = ${entity} and external = any(${list(externalIds)})`,
  )
}

/** A file was tried: what earlier tries of files of these names said is over when it went in whole, and said anew when not. */
export async function closeFile(
  runner: Runner,
  { id, node }: { id: string; node: { id: string } },
  names: readonly string[],
  over: Over,
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = ${over}, updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node.id)} and i.status = 'open' and i.entity = ${FILE} and i.external = any(${list(names)}) and i.params->>'of' is null and i.file_id::text is distinct from ${id}`,
  )
}

/** Records of a node that went through, whatever was open about them: pictures of goods, orders on their way to 1C. */
export async function closeRecords(
  runner: Runner,
  node: string,
  entity: string,
  externalIds: readonly string[],
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked') and i.entity = ${entity} and i.external = any(${list(externalIds)})`,
  )
}

/** What a node was told under this code is asked or counted anew. */
export async function closeCode(runner: Runner, node: string, settled: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = 'resolved', updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node)} and i.code = ${settled} and i.status = 'open'`,
  )
}

/** These very lines are over, and wait for nothing. */
export async function closeIssues(runner: Runner, ids: readonly string[], over: Over): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues set status = ${over}, updated_at = now() where id = any(${list(ids, 'uuid')})`,
  )
  await forgetWants(runner, ids)
}

/** Whatever waits of a node would wait for ever: its words are read otherwise from now on. */
export async function giveUpParked(runner: Runner, node: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_issues i set status = 'expired', updated_at = now() from exchange_runs r
        where r.id = i.run_id and ${idIs(sql`r.node_id`, node)} and i.status = 'parked'`,
  )
}

/** Entities that something waits in; asked once a file, so that a run without orphans pays nothing for them. */
export async function waitingEntities(runner: Runner): Promise<Set<string>> {
  const rows = await query<{ entity: string }>(
    runner,
    sql`select distinct entity from exchange_issues where status = 'parked'`,
  )
  return new Set(rows.map(({ entity }) => entity))
}

/** Kinds about which a line of the journal of this node is open; asked once a file. */
export async function openEntities(runner: Runner, node: string): Promise<Set<string>> {
  const rows = await query<{ entity: string }>(
    runner,
    sql`select distinct i.entity from exchange_issues i join exchange_runs r on r.id = i.run_id where ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked')`,
  )
  return new Set(rows.map(({ entity }) => entity))
}

/** Identifiers of records of a node and kind about which something is open. */
export async function openRecords(runner: Runner, node: string, entity: string): Promise<Set<string>> {
  const rows = await query<{ external: string }>(
    runner,
    sql`select distinct i.external from exchange_issues i join exchange_runs r on r.id = i.run_id
        where ${idIs(sql`r.node_id`, node)} and i.status in ('open', 'parked') and i.entity = ${entity} and i.external is not null`,
  )
  return new Set(rows.map(({ external }) => external))
}

/** Open lines of a node under a code, with what they keep. */
export async function openLines<Kept>(
  runner: Runner,
  node: string,
  told: string,
): Promise<Array<{ id: string; row: Kept | null }>> {
  return query(
    runner,
    sql`select i.id::text, i."row" from exchange_issues i join exchange_runs r on r.id = i.run_id
        where ${idIs(sql`r.node_id`, node)} and i.code = ${told} and i.status = 'open'`,
  )
}
