import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { badRuns } from '@/collections/exchange/exchange-runs/exchange-run.queries'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordNames } from '@/src/mechanisms/exchange/recordNames'

export type RunRow = {
  id: string
  node: string | null
  transport: string
  kind: string | null
  status: 'receiving' | 'running' | 'done' | 'partial' | 'failed'
  startedAt: string | null
  finishedAt: string | null
  read: number
  created: number
  changed: number
  same: number
  failed: number
  message: string | null
  /** Numbers of the orders that a run gave to 1C. */
  orders: string[] | null
  /** The run that this one tries again, and whether one tries this again. */
  attemptOf: string | null
  attempts: number
}

const runColumns = sql`r.id::text, n.name as node, r.transport, r.kind, r.status, r.started_at as "startedAt", r.finished_at as "finishedAt",
  r.rows_read::int as read, r.rows_created::int as created, r.rows_changed::int as changed, r.rows_same::int as same,
  r.rows_failed::int as failed, r.message,
  case when jsonb_typeof(r.counts -> 'orders') = 'array' then r.counts -> 'orders' end as orders, r.attempt_of_id::text as "attemptOf",
  (select count(*)::int from exchange_runs a where a.attempt_of_id = r.id) as attempts`

/** What the journal is narrowed to: a node, a kind of exchange, a day (`2026-11-26`, as the portal counts days). */
export type JournalAsk = { node?: string; kind?: string; day?: string }

const ZONE = 'Europe/Moscow'
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** Condition on the run `r`. A day that is none finds everything. */
function asked({ node, kind, day }: JournalAsk): SQL {
  const conditions = [sql`true`]
  if (node) conditions.push(idIs(sql`r.node_id`, node))
  if (kind) conditions.push(sql`r.kind = ${kind}`)
  if (day && isDay(day)) conditions.push(sql`(r.started_at at time zone ${ZONE})::date = ${day}::date`)
  return sql.join(conditions, sql` and `)
}

/** The last runs, newest first; `bad` leaves those of `badRuns`. */
export async function listRuns(
  runner: Runner,
  { bad = false, limit = 60, ...ask }: JournalAsk & { bad?: boolean; limit?: number } = {},
): Promise<RunRow[]> {
  return query<RunRow>(
    runner,
    sql`select ${runColumns} from exchange_runs r left join exchange_nodes n on n.id = r.node_id
        where ${bad ? badRuns : sql`true`} and ${asked(ask)} order by r.started_at desc nulls last limit ${limit}`,
  )
}

/** Nodes and kinds that the journal knows, to choose from. */
export async function journalChoices(
  runner: Runner,
): Promise<{ nodes: { id: string; name: string }[]; kinds: string[] }> {
  const nodes = await selectFrom(runner, 'exchange_nodes', ['id', 'name'], sql`order by name limit 200`)
  const kinds = await query<{ kind: string }>(
    runner,
    sql`select distinct kind from exchange_runs where kind is not null and kind <> '' limit 100`,
  )
  return { nodes, kinds: kinds.map(({ kind }) => kind) }
}

export type FileRow = {
  id: string
  name: string
  size: number
  status: string
  message: string | null
  /** The bytes are still there. */ kept: boolean
}
export type IssueRow = {
  id: string
  entity: string | null
  external: string | null
  /** Number or name of the record, as people call it. */
  name: string | null
  code: string
  message: string | null
  params: Record<string, string | number> | null
  run: string
  /** The record was kept, so that it can be tried again. */
  kept: boolean
  line: number | null
  file: string | null
  status: string
  createdAt: string
}

export async function runWithDetails(
  runner: Runner,
  id: string,
): Promise<{ run: RunRow; files: FileRow[]; issues: IssueRow[]; attempts: RunRow[] } | null> {
  const [run] = await query<RunRow>(
    runner,
    sql`select ${runColumns} from exchange_runs r left join exchange_nodes n on n.id = r.node_id where ${idIs(sql`r.id`, id)}`,
  )
  if (!run) return null
  const files = await query<FileRow>(
    runner,
    sql`select id::text, name, size::float8 as size, status, message, path is not null as kept from exchange_files where ${idIs(sql`run_id`, id)} order by created_at, name`,
  )
  const attempts = await query<RunRow>(
    runner,
    sql`select ${runColumns} from exchange_runs r left join exchange_nodes n on n.id = r.node_id
        where ${idIs(sql`r.attempt_of_id`, run.attemptOf ?? id)} or ${run.attemptOf ? idIs(sql`r.id`, run.attemptOf) : sql`false`} order by r.started_at limit 50`,
  )
  return {
    run,
    files,
    issues: await listIssues(runner, { run: id }),
    attempts: attempts.filter((one) => one.id !== id),
  }
}

/** Problems of one run, or everything that is still open. */
export async function listIssues(
  runner: Runner,
  { run, limit = 200, ...ask }: JournalAsk & { run?: string; limit?: number } = {},
): Promise<IssueRow[]> {
  const rows = await query<Omit<IssueRow, 'name'> & { row: Record<string, unknown> | null }>(
    runner,
    sql`select i.id::text, i.entity, i.external, i.code, i.message, i.params, i."row", i.run_id::text as run, i."row" is not null and (i.status = 'parked' or i.file_id is not null) as kept, i.line::int as line, f.name as file, i.status, i.created_at as "createdAt"
        from exchange_issues i join exchange_runs r on r.id = i.run_id left join exchange_files f on f.id = i.file_id
        where ${run ? idIs(sql`i.run_id`, run) : sql`i.status in ('open', 'parked') and ${asked(ask)}`}
        order by i.created_at desc limit ${limit}`,
  )
  const names = await recordNames('payload' in runner ? runner.payload : runner, rows)
  return rows.map(({ row: _row, ...issue }, index) => ({ ...issue, name: names[index] ?? null }))
}
