import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'

/** The columns of a record that the person may read: Payload gives its place, not its data. */
export async function recordRow(
  req: PayloadRequest,
  actor: Actor,
  entity: string,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  if (!isUuid(id)) return undefined
  const scope = accessOf(entity).sql(actor, 'read', 'it')
  const [row] = await query<Record<string, unknown>>(
    req,
    sql`select it.* from ${sql.raw(`"${tableOf(entity)}"`)} it where it.id = ${id}::uuid and ${scope}`,
  )
  return row
}
