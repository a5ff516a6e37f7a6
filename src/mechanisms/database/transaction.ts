import { sql } from '@payloadcms/db-postgres/drizzle'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { execute, query } from './query'

const RETRIED = new Set(['40001', '40P01'])
const TRIES = 4

/**
 * Runs `work` in the request's transaction, opening one when there is none. Only the caller that
 * opened it commits; serialization failures and deadlocks are tried again from the start.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  if (await req.transactionID) return work()
  for (let attempt = 1; ; attempt += 1) {
    await initTransaction(req)
    try {
      const result = await work()
      await commit(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (attempt < TRIES && RETRIED.has(sqlState(error) ?? '')) continue
      throw error
    }
  }
}

/**
 * Commits and makes sure of it. Payload's adapter swallows an error of COMMIT itself (a deferred
 * constraint, a connection lost at that very moment), so deferred constraints are checked before,
 * and afterwards the database is asked what became of the transaction.
 */
async function commit(req: PayloadRequest): Promise<void> {
  await execute(req, sql`set constraints all immediate`)
  const [mine] = await query<{ xid: string }>(req, sql`select pg_current_xact_id()::text as xid`)
  await commitTransaction(req)
  const [fate] = await query<{ status: string | null }>(
    req.payload,
    sql`select pg_xact_status(${mine?.xid}::xid8) as status`,
  )
  if (fate?.status !== 'committed') throw new AppError('service.unavailable', {}, { status: 503 })
}

/** SQLSTATE of a database error, however deep the driver's error is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (
    let current: unknown = error;
    current && typeof current === 'object';
    current = 'cause' in current ? current.cause : undefined
  ) {
    if ('code' in current && typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) return current.code
  }
  return undefined
}
