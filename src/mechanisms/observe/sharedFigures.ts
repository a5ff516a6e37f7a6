import { sql } from '@payloadcms/db-postgres/drizzle'
import { DEAD } from '../jobs/lanes'
import { query, type Runner } from '../database/query'

type Sample = { labels?: Record<string, string>; value: number }

/**
 * What all processes share, read from the database at each visit, as Prometheus text: so every web process tells the
 * same, and a worker needs no port of its own.
 */
export async function sharedFigures(runner: Runner): Promise<string> {
  const jobs = await query<{ lane: string; state: string; value: number; waits: number }>(
    runner,
    sql`select name as lane, state::text as state, count(*)::int as value,
               coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry') and start_after <= now())), 0)::float8 as waits
        from pgboss.job where state not in ('completed', 'cancelled') group by 1, 2`,
  )
  const runs = await query<{ status: string; value: number }>(
    runner,
    sql`select status::text as status, count(*)::int as value from exchange_runs where started_at > now() - interval '24 hours' group by 1`,
  )
  const [last] = await query<{ value: number | null }>(
    runner,
    sql`select extract(epoch from max(finished_at))::float8 as value from exchange_runs where status in ('done', 'partial')`,
  )
  const [workers] = await query<{ value: number }>(
    runner,
    sql`select count(*)::int as value from pg_stat_activity where datname = current_database() and application_name = 'kabinet-pulse'`,
  )
  const waiting = jobs.filter(({ lane, state }) => lane !== DEAD && state !== 'failed')
  const waits = new Map<string, number>()
  for (const { lane, waits: seconds } of waiting) waits.set(lane, Math.max(waits.get(lane) ?? 0, seconds))
  const dead = jobs.find(({ lane, state }) => lane === DEAD && state === 'created')?.value ?? 0
  return [
    gauge('kabinet_database_up', 'Whether the database answers', [{ value: 1 }]),
    gauge('kabinet_workers', 'Workers that live', [{ value: workers?.value ?? 0 }]),
    gauge(
      'kabinet_jobs',
      'Jobs in the queue',
      waiting.map(({ lane, state, value }) => ({ labels: { lane, state }, value })),
    ),
    gauge(
      'kabinet_jobs_oldest_seconds',
      'How long the oldest due job waits',
      [...waits].map(([lane, value]) => ({ labels: { lane }, value })),
    ),
    gauge('kabinet_dead_letters', 'Jobs that ran out of attempts and wait for an administrator', [{ value: dead }]),
    gauge(
      'kabinet_exchange_runs',
      'Exchange runs of the last 24 hours',
      runs.map(({ status, value }) => ({ labels: { status }, value })),
    ),
    gauge(
      'kabinet_exchange_last_success_seconds',
      'When the last exchange run ended well, Unix time',
      last?.value ? [{ value: last.value }] : [],
    ),
  ].join('')
}

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const inside = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/["\\\n]/g, '_')}"`)
    return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}
