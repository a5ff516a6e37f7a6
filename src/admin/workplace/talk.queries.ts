import { sql } from '@payloadcms/db-postgres/drizzle'
import { companyOfRow } from '@/src/mechanisms/access/companyOfRow'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { remarksOf, type Remark } from '@/src/mechanisms/comments/remarks'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'

export type Talk = { company: string | null; remarks: Remark[] }

const SHOWN = 200

/** The correspondence of one record, newest first, as the employee may read it; null when the record is not theirs. */
export async function talkOf(context: QueryContext, entity: string, id: string): Promise<Talk | null> {
  const table = sql.raw(`"${tableOf(entity)}"`)
  const [record] = await query<Record<string, unknown>>(
    context.req,
    sql`select r.* from ${table} r where ${idIs(sql`r.id`, id)} and ${accessOf(entity).sql(context.actor, 'read', 'r')}`,
  )
  if (!record) return null
  return {
    company: companyOfRow(entity, record),
    remarks: (await remarksOf(context, entity, id)).reverse().slice(0, SHOWN),
  }
}
