import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { accessOf } from '../access/defineAccess'
import type { Actor } from '../access/actor'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { tableOf, type RowOf } from '../database/tableOf'
import { lockedEntity, type Lock } from './defineAction'
import { isEntityOn } from '../modules/switches'

/**
 * Locks one row for update as the actor may see it and gives it as the database has it.
 * @throws AppError `entity.notFound` 404 when there is none or it is not theirs to touch.
 */
export async function lockRow<Input, const Entity extends string>(
  req: PayloadRequest,
  actor: Actor,
  lock: Lock<Input, Entity>,
  input: Input,
): Promise<RowOf<Entity>> {
  const entity = lockedEntity(lock, input)
  if (!(await isEntityOn(req, entity))) throw new AppError('entity.notFound', {}, { status: 404 })
  const table = sql.raw(`"${tableOf(entity)}"`)
  const scope = actor.role === 'erp' ? sql`true` : accessOf(entity).sql(actor, lock.as ?? 'read', 'it')
  const [row] = await query<RowOf<Entity>>(
    req,
    sql`select it.* from ${table} it where ${idIs(sql`it.id`, lock.id(input))} and ${scope} for update`,
  )
  if (!row) throw new AppError('entity.notFound', {}, { status: 404 })
  return row
}
