import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'

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
}

const runColumns = sql`r.id::text, n.name as node, r.transport, r.kind, r.status, r.started_at as "startedAt", r.finished_at as "finishedAt",
  r.rows_read::int as read, r.rows_created::int as created, r.rows_changed::int as changed, r.rows_same::int as same,
  r.rows_failed::int as failed, r.message`

/** The last runs, newest first; `bad` leaves those of the last day that failed, wholly or in part. */
export async function listRuns(runner: Runner, { bad = false, limit = 60 } = {}): Promise<RunRow[]> {
  return query<RunRow>(
    runner,
    sql`select ${runColumns} from exchange_runs r left join exchange_nodes n on n.id = r.node_id
        where ${bad ? sql`r.status in ('failed', 'partial') and r.started_at > now() - interval '1 day'` : sql`true`}
        order by r.started_at desc nulls last limit ${limit}`,
  )
}

export type FileRow = { id: string; name: string; size: number; status: string; message: string | null }
export type IssueRow = {
  id: string
  entity: string | null
  external: string | null
  code: string
  message: string | null
  line: number | null
  file: string | null
  status: string
  createdAt: string
}

export async function runWithDetails(runner: Runner, id: string): Promise<{ run: RunRow; files: FileRow[]; issues: IssueRow[] } | null> {
  const [run] = await query<RunRow>(
    runner,
    sql`select ${runColumns} from exchange_runs r left join exchange_nodes n on n.id = r.node_id where ${idIs(sql`r.id`, id)}`,
  )
  if (!run) return null
  const files = await query<FileRow>(
    runner,
    sql`select id::text, name, size::float8 as size, status, message from exchange_files where ${idIs(sql`run_id`, id)} order by created_at, name`,
  )
  return { run, files, issues: await listIssues(runner, { run: id }) }
}

/** Problems of one run, or everything that is still open. */
export async function listIssues(runner: Runner, { run, limit = 200 }: { run?: string; limit?: number } = {}): Promise<IssueRow[]> {
  return query<IssueRow>(
    runner,
    sql`select i.id::text, i.entity, i.external, i.code, i.message, i.line::int as line, f.name as file, i.status, i.created_at as "createdAt"
        from exchange_issues i left join exchange_files f on f.id = i.file_id
        where ${run ? idIs(sql`i.run_id`, run) : sql`i.status in ('open', 'parked')`}
        order by i.created_at desc limit ${limit}`,
  )
}
