import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '../access/context'
import { remarksOf, type Remark } from '../comments/remarks'
import { query } from '../database/query'

export type Happened = { id: string; at: string; type: string; author: string; data: Record<string, unknown> }
export type HistoryItem = ({ kind: 'event' } & Happened) | ({ kind: 'comment' } & Remark)

const LONGEST = 300

/** What happened to a record, as the person may read it, oldest first; announcements of comments are not in it. */
export async function eventsAt(context: QueryContext, entity: string, id: string): Promise<Happened[]> {
  const rows = await query<Happened>(
    context.req,
    sql`select * from (
          select e.id::text, e.created_at as at, e.type, coalesce(e.actor_name, '') as author, coalesce(e.data, '{}'::jsonb) as data
          from events e where e.entity = ${entity} and e.entity_id = ${id} and e.type <> 'comment.added' and ${readable(context, 'events', 'e')}
          order by e.created_at desc, e.id desc limit ${LONGEST}) last order by at, id`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** History and correspondence of a record in one stream, newest first. */
export async function historyOf(
  context: QueryContext,
  { entity, id, events }: { entity: string; id: string; events: readonly Happened[] },
): Promise<HistoryItem[]> {
  const remarks = await remarksOf(context, entity, id)
  return [
    ...events.map((event) => ({ kind: 'event' as const, ...event })),
    ...remarks.map((remark) => ({ kind: 'comment' as const, ...remark })),
  ].sort((a, b) => b.at.localeCompare(a.at))
}
