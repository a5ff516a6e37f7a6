import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { getPayload } from 'payload'
import { logger } from '@/src/lib/logger'
import { isStopping } from '@/src/lib/shutdown'
import { query } from '@/src/mechanisms/database/query'
import { migrations } from '@/src/migrations'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 3_000

/** Whether a balancer may send people here: the database answers, its schema is this code's, nobody asked us to stop. */
export async function GET(): Promise<Response> {
  const reason = isStopping() ? 'stopping' : await whyNot()
  return Response.json(
    reason ? { status: 'unavailable', reason } : { status: 'ok' },
    { status: reason ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  )
}

async function whyNot(): Promise<'database' | 'migrations' | null> {
  try {
    const rows = await Promise.race([appliedMigrations(), tooLate()])
    const applied = new Set(rows.map(({ name }) => name))
    return migrations.every(({ name }) => applied.has(name)) ? null : 'migrations'
  } catch (error) {
    logger.warn({ err: error }, 'not ready')
    return 'database'
  }
}

async function appliedMigrations(): Promise<{ name: string }[]> {
  return query<{ name: string }>(await getPayload({ config }), sql`select name from payload_migrations`)
}

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS).unref())
