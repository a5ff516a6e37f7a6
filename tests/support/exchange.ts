import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { execute, query } from '@/src/mechanisms/database/query'
import { jobNamed } from '@/src/mechanisms/jobs/defineJob'

/** How many rows of a table meet a condition. Both come from the test itself. */
export async function countRows(payload: Payload, table: string, where = 'true'): Promise<number> {
  const [row] = await query<{ count: number }>(
    payload,
    sql.raw(`select count(*)::int as count from ${table} where ${where}`),
  )
  return row?.count ?? 0
}

/** 1C has been silent for so long that its run counts as ended, and the minute's tick notices it. */
export async function fallSilent(payload: Payload): Promise<void> {
  await waitForQueue(payload)
  await execute(payload, sql`update exchange_sessions set seen_at = seen_at - interval '5 minutes'`)
  await execute(payload, sql`update exchange_runs set finished_at = finished_at - interval '5 minutes'`)
  await runJobNamed(payload, 'exchange.idle')
  await waitForQueue(payload)
}

/** Runs a declared job's handler as a worker would. */
export async function runJobNamed(payload: Payload, name: string, data: object = {}): Promise<void> {
  const req = await createLocalReq({}, payload)
  await jobNamed(name)?.handler(data, {
    payload,
    req,
    jobId: crypto.randomUUID(),
    attempt: 0,
    signal: new AbortController().signal,
  })
}

/** Until the pump has nothing left to do. */
export async function waitForQueue(payload: Payload): Promise<void> {
  for (;;) {
    const [row] = await query<{ busy: number }>(
      payload,
      sql`select count(*)::int as busy from pgboss.job where state in ('created', 'retry', 'active') and name <> 'dead'`,
    )
    if (row?.busy === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export type Issue = { entity: string; external: string | null; code: string; status: string; message: string }
export const listIssues = (payload: Payload): Promise<Issue[]> =>
  query<Issue>(
    payload,
    sql`select entity, external, code, status::text, message from exchange_issues order by created_at, external`,
  )
