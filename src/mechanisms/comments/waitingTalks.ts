import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '../access/context'
import { tableOf } from '../database/tableOf'
import { declaredTalks, talkColumn } from './defineTalk'

/** How long ago the last word may have been said: what lies further back waits no more. */
const DAYS = 60

/**
 * Correspondence in which the client has had the last word, as a subquery of `entity, record, number, company, since,
 * author, body`: since when it waits is the first message after the last answer. What the person may not read is not in it.
 */
export function waitingTalks(context: QueryContext): SQL {
  const records = declaredTalks().map(
    (entity) =>
      sql`select ${entity}::text as entity, r.id::text as id, r.${sql.raw(`"${talkColumn(entity)}"`)} as number from ${sql.raw(`"${tableOf(entity)}"`)} r
          where r.id::text in (select entity_id from last where entity = ${entity}) and ${readable(context, entity, 'r')}`,
  )
  if (records.length === 0) return sql`(select null where false)`
  return sql`(with last as materialized (
      select distinct on (k.entity, k.entity_id) k.entity, k.entity_id, k.company_id, k.user_id, k.author_name, k.body
      from comments k where not coalesce(k.internal, false) and k.created_at > now() - make_interval(days => ${DAYS})
        and ${readable(context, 'comments', 'k')}
      order by k.entity, k.entity_id, k.created_at desc)
    select l.entity, l.entity_id as record, r.number, l.company_id as company, l.author_name as author, l.body,
           (select min(w.created_at) from comments w where w.entity = l.entity and w.entity_id = l.entity_id
              and w.user_id is not null and not coalesce(w.internal, false)
              and w.created_at > coalesce((select max(a.created_at) from comments a where a.entity = l.entity
                and a.entity_id = l.entity_id and a.user_id is null and not coalesce(a.internal, false)), '-infinity')) as since
    from last l join (${sql.join(records, sql` union all `)}) r on r.entity = l.entity and r.id = l.entity_id
    where l.user_id is not null)`
}

/** Answers of the last 30 days to the first message that waited for each: `entity, record, number, company, staff, at, minutes`. */
export function answeredTalks(context: QueryContext): SQL {
  const records = declaredTalks().map(
    (entity) =>
      sql`select ${entity}::text as entity, r.id::text as id, r.${sql.raw(`"${talkColumn(entity)}"`)} as number from ${sql.raw(`"${tableOf(entity)}"`)} r
          where r.id::text in (select entity_id from answers where entity = ${entity}) and ${readable(context, entity, 'r')}`,
  )
  if (records.length === 0) return sql`(select null where false)`
  return sql`(with said as materialized (
      select k.entity, k.entity_id, k.company_id, k.user_id, k.staff_id, k.created_at,
             lag(k.user_id) over talk as before
      from comments k where not coalesce(k.internal, false) and k.created_at > now() - interval '60 days'
        and ${readable(context, 'comments', 'k')}
      window talk as (partition by k.entity, k.entity_id order by k.created_at, k.id)),
    answers as materialized (
      select a.entity, a.entity_id, a.company_id, a.staff_id, a.created_at,
             (select max(q.created_at) from said q where q.entity = a.entity and q.entity_id = a.entity_id
                and q.user_id is not null and (q.before is null) and q.created_at < a.created_at) as asked
      from said a where a.user_id is null and a.staff_id is not null and a.before is not null
        and a.created_at > now() - interval '30 days')
    select l.entity, l.entity_id as record, r.number, l.company_id as company, l.staff_id as staff, l.created_at as at,
           round(extract(epoch from l.created_at - l.asked) / 60)::int as minutes
    from answers l join (${sql.join(records, sql` union all `)}) r on r.entity = l.entity and r.id = l.entity_id
    where l.asked is not null)`
}
