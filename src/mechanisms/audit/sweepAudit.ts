import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute } from '../database/query'
import { defineJob } from '../jobs/defineJob'

/** How long the audit is kept: three years, as long as most claims may be brought. */
export const AUDIT_KEPT_DAYS = 1_096
/** Answers remembered for repeated calls: a client that comes back later than this asks anew. */
const KEYS_KEPT_DAYS = 7
/** Lines of sessions and of access keys that are over. */
const SESSIONS_KEPT_DAYS = 180

/** Nightly: what the journals need not keep any more. */
export const sweepAuditJob = defineJob<Record<string, never>>({
  name: 'audit.sweep',
  label: { ru: 'Убрать старые записи журнала действий', en: 'Sweep old audit lines' },
  lane: 'default',
  schedule: '11 4 * * *',
  handler: async (_data, { payload }) => {
    await execute(payload, sql`delete from audit where created_at < now() - make_interval(days => ${AUDIT_KEPT_DAYS})`)
    await execute(
      payload,
      sql`delete from idempotency_keys where created_at < now() - make_interval(days => ${KEYS_KEPT_DAYS})`,
    )
    await execute(
      payload,
      sql`delete from login_sessions where coalesce(ended_at, last_seen) < now() - make_interval(days => ${SESSIONS_KEPT_DAYS})`,
    )
    await execute(
      payload,
      sql`delete from access_keys where coalesce(ended_at, expires_at) < now() - make_interval(days => ${SESSIONS_KEPT_DAYS})`,
    )
  },
})
