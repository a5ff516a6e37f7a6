import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../../database/ids'
import { execute, list, type Runner } from '../../database/query'
import type { TroubledKind } from '../commerceml/records'

/** Kind of a line about a file, or about what the reader found in it. */
export const FILE = 'file'

/** What stands for the record in the identifier of what hangs on it: a price and a stock begin with their offer. */
const HANGS_ON = '|'

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
export async function closeEarlier(runner: Runner, at: { run: string; file: string | null }, { entity, externalIds, reads, code, own = false }: About): Promise<void> {
  const named = externalIds.filter((id): id is string => id !== null)
  const lines: SQL[] = []
  if (entity !== FILE && named.length > 0) lines.push(sql`i.entity = ${entity} and i.external = any(${list(named)})`)
  // A line about nothing in particular is repeated by files alone: what a run sums up is of its day.
  if (entity !== FILE && named.length < externalIds.length && at.file !== null) lines.push(sql`i.entity = ${entity} and i.external is null`)
  if (reads && named.length > 0) {
    const records = [...new Set(named.map((id) => id.split(HANGS_ON)[0] ?? id))]
    lines.push(sql`i.entity = ${FILE} and i.external = any(${list(records)}) and coalesce(i.params->>'of', ${reads}) = ${reads}`)
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
