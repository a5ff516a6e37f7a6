import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { tableOf } from '../database/tableOf'
import type { Actor } from './actor'
import { accessOf, type Operation } from './defineAccess'

/**
 * Whether the actor may do this with that row. To be asked of every row which a piece of work touches beside the
 * one it was given and locked: a right to a contact is none to the login that bears the same address. The
 * exchange and the portal itself answer to nobody's scope.
 */
export async function isReachable(
  req: PayloadRequest,
  actor: Actor,
  { entity, id, operation }: { entity: string; id: string | null | undefined; operation: Exclude<Operation, 'create'> },
): Promise<boolean> {
  if (actor.role === 'erp' || actor.role === 'system') return true
  const table = sql.raw(`"${tableOf(entity)}"`)
  const rows = await query(
    req,
    sql`select 1 from ${table} it where ${idIs(sql`it.id`, id)} and ${accessOf(entity).sql(actor, operation, 'it')}`,
  )
  return rows.length > 0
}
