import type { PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { accessOf } from '../access/defineAccess'
import type { Actor } from '../access/actor'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { isEntityOn } from '../modules/switches'

/** The table of an entity. */
export const tableOf = (entity: string): SQL => sql.raw(`"${entity.replace(/-/g, '_')}"`)

/**
 * Locks one row for update as the actor may see it and gives it as the database has it.
 * @throws AppError `entity.notFound` 404 when there is none or it is not theirs to touch.
 */
export async function lockRow<Input>(
  req: PayloadRequest,
  actor: Actor,
  lock: { entity: string; id: (input: Input) => string; as?: 'read' | 'update' },
  input: Input,
): Promise<Record<string, unknown>> {
  if (!(await isEntityOn(req, lock.entity))) throw new AppError('entity.notFound', {}, { status: 404 })
  const scope = actor.role === 'erp' ? sql`true` : accessOf(lock.entity).sql(actor, lock.as ?? 'read', 'it')
  const [row] = await query<Record<string, unknown>>(
    req,
    sql`select it.* from ${tableOf(lock.entity)} it where ${idIs(sql`it.id`, lock.id(input))} and ${scope} for update`,
  )
  if (!row) throw new AppError('entity.notFound', {}, { status: 404 })
  return row
}
