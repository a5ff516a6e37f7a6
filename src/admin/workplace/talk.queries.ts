import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { remarksOf, type Remark } from '@/src/mechanisms/comments/remarks'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'

export type Talk = { company: string | null; remarks: Remark[] }

const SHOWN = 200

/** The correspondence of one record, newest first, as the employee may read it; null when the record is not theirs. */
export async function talkOf(context: QueryContext, entity: string, id: string): Promise<Talk | null> {
  const table = sql.raw(`"${entity.replace(/-/g, '_')}"`)
  const [record] = await query<{ company: string | null }>(
    context.req,
    sql`select r.company_id::text as company from ${table} r where ${idIs(sql`r.id`, id)} and ${readable(context, entity, 'r')}`,
  )
  if (!record) return null
  return { company: record.company, remarks: (await remarksOf(context, entity, id)).reverse().slice(0, SHOWN) }
}
