import { sql } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '../access/defineAccess'
import { readable, type QueryContext } from '../access/context'
import { query } from '../database/query'

/** `name` is what the file is called in the storage and in its address. */
export type RemarkFile = { id: string; title: string; name: string; mime: string | null; size: number }
/** One message at a record. */
export type Remark = {
  id: string
  at: string
  author: string
  side: 'client' | 'company'
  own: boolean
  internal: boolean
  body: string
  files: RemarkFile[]
}

/** The correspondence of one record as the person may read it, oldest first. */
export async function remarksOf(context: QueryContext, entity: string, id: string): Promise<Remark[]> {
  const rows = await query<Remark>(
    context.req,
    sql`select k.id::text, k.created_at as at, coalesce(k.author_name, '') as author,
               case when k.user_id is null then 'company' else 'client' end as side,
               coalesce(k.user_id::text = ${context.actor.id} or k.staff_id::text = ${context.actor.id}, false) as own,
               coalesce(k.internal, false) as internal, k.body,
               coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', coalesce(f.title, f.original_name, f.filename, ''), 'name', coalesce(f.filename, ''), 'mime', f.mime_type, 'size', f.filesize) order by r."order")
                 from comments_rels r join document_files f on f.id = r.document_files_id and ${accessOf('document-files').sql(context.actor, 'read', 'f')}
                 where r.parent_id = k.id and r.path = 'files'), '[]'::jsonb) as files
        from comments k where k.entity = ${entity} and k.entity_id = ${id} and ${readable(context, 'comments', 'k')}
        order by k.created_at, k.id`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
