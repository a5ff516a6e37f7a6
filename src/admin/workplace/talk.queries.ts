import { sql } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'

export type Remark = {
  id: string
  at: string
  author: string
  side: 'client' | 'company'
  internal: boolean
  body: string
  files: Array<{ id: string; title: string; name: string }>
}
export type Talk = { company: string | null; remarks: Remark[] }

/** The correspondence of one record, newest first, as the employee may read it; null when the record is not theirs. */
export async function talkOf(context: QueryContext, entity: string, id: string): Promise<Talk | null> {
  const table = sql.raw(`"${entity.replace(/-/g, '_')}"`)
  const [record] = await query<{ company: string | null }>(
    context.req,
    sql`select r.company_id::text as company from ${table} r where ${idIs(sql`r.id`, id)} and ${readable(context, entity, 'r')}`,
  )
  if (!record) return null
  const remarks = await query<Remark>(
    context.req,
    sql`select k.id::text, k.created_at as at, coalesce(k.author_name, '') as author, case when k.user_id is null then 'company' else 'client' end as side,
               coalesce(k.internal, false) as internal, k.body,
               coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', coalesce(f.title, f.original_name, f.filename, ''), 'name', coalesce(f.filename, '')) order by r."order")
                 from comments_rels r join document_files f on f.id = r.document_files_id and ${accessOf('document-files').sql(context.actor, 'read', 'f')}
                 where r.parent_id = k.id and r.path = 'files'), '[]'::jsonb) as files
        from comments k where k.entity = ${entity} and k.entity_id = ${id} and ${readable(context, 'comments', 'k')}
        order by k.created_at desc, k.id limit 200`,
  )
  return { company: record.company, remarks: remarks.map((remark) => ({ ...remark, at: new Date(remark.at).toISOString() })) }
}
