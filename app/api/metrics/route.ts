import { timingSafeEqual } from 'node:crypto'
import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { getPayload } from 'payload'
import { metrics } from '@/src/lib/http/metrics'
import { settings } from '@/src/lib/settings'
import { query } from '@/src/mechanisms/database/query'

export const dynamic = 'force-dynamic'

/** Figures for Prometheus, by METRICS_TOKEN; without that setting the page does not exist. */
export async function GET(request: Request): Promise<Response> {
  const token = settings().METRICS_TOKEN
  if (!token) return new Response(null, { status: 404 })
  if (!sameText(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const { registry } = metrics()
  const body = `${await registry.metrics()}${await queueMetrics()}`
  return new Response(body, { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
}

/** How much waits, runs and has failed in each lane of the queue; read at each visit, so all web processes agree. */
async function queueMetrics(): Promise<string> {
  const rows = await query<{ lane: string; state: string; count: number }>(
    await getPayload({ config }),
    sql`select name as lane, state::text as state, count(*)::int as count from pgboss.job group by 1, 2`,
  )
  const lines = rows.map(({ lane, state, count }) => `kabinet_jobs{lane="${lane}",state="${state}"} ${count}\n`)
  return `# HELP kabinet_jobs Jobs in the queue\n# TYPE kabinet_jobs gauge\n${lines.join('')}`
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
