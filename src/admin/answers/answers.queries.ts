import { sql } from '@payloadcms/db-postgres/drizzle'
import { NO_FORM } from '@/collections/forms/form-submissions/form-submission.workplace'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import type { ListQuery } from '@/src/lib/lists/listSpec'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { escapeLike } from '@/src/mechanisms/lists/foldedOperators'

export type AnsweredForm = {
  id: string | null
  title: string | null
  active: boolean
  count: number
  last: string | null
}

/** Forms with how much was answered of what the employee may read; answers of deleted forms stand last, under no id. */
export const answeredForms = (context: QueryContext): Promise<AnsweredForm[]> =>
  query<AnsweredForm>(
    context.req,
    sql`select f.id::text, f.title, coalesce(f.active, false) as active, coalesce(s.count, 0)::int as count, s.last
        from forms f full join (
          select s.form_id, count(*) as count, max(s.created_at) as last from form_submissions s
          where ${readable(context, 'form-submissions', 's')} group by s.form_id
        ) s on s.form_id = f.id
        where f.id is null or ${readable(context, 'forms', 'f')} order by f.id is null, f."order" nulls last, f.title`,
  )

/** A column of a form's table: a question as it is asked now, or one that is asked no longer. */
export type AskedField = { field: string; label: string; gone: boolean }
export type AnswerRow = {
  id: string
  at: string
  author: string | null
  signedIn: boolean
  company: string | null
  companyId: string | null
  answers: Record<string, string>
}
export type AnswersAsked = Pick<ListQuery, 'search' | 'filters' | 'page' | 'perPage'> & { form: string }

/** Questions that the answers of a form hold, as the last of them was put. */
export const answeredFields = (context: QueryContext, form: string): Promise<Omit<AskedField, 'gone'>[]> =>
  query(
    context.req,
    sql`select d.field, (array_agg(coalesce(nullif(d.label, ''), d.field) order by s.created_at desc))[1] as label
        from form_submissions s join form_submissions_submission_data d on d._parent_id = s.id
        where s.form_id is not distinct from ${idOf(form)}::uuid and ${readable(context, 'form-submissions', 's')}
        group by d.field order by min(d._order), d.field`,
  )

/**
 * A page of a form's answers, newest first, and how many there are of the whole. Who sent one is told to whoever may read
 * of people, and of which company to whoever may read of it.
 */
export async function answersOf(
  context: QueryContext,
  asked: AnswersAsked,
): Promise<{ rows: AnswerRow[]; total: number }> {
  const days = asked.filters.came?.kind === 'dates' ? asked.filters.came : undefined
  const like = asked.search ? `%${escapeLike(asked.search)}%` : null
  const rows = await query<AnswerRow & { total: number }>(
    context.req,
    sql`select s.id::text, s.created_at as at, u.name as author, s.user_id is not null as "signedIn", c.name as company, c.id::text as "companyId",
               (select coalesce(jsonb_object_agg(d.field, d.value), '{}') from form_submissions_submission_data d where d._parent_id = s.id and d.value is not null) as answers,
               (count(*) over ())::int as total
        from form_submissions s
        left join users u on u.id = s.user_id and ${accessOf('users').sql(context.actor, 'read', 'u')}
        left join companies c on c.id = s.company_id and ${accessOf('companies').sql(context.actor, 'read', 'c')}
        where s.form_id is not distinct from ${idOf(asked.form)}::uuid and ${readable(context, 'form-submissions', 's')}
          and (${days?.from ?? null}::date is null or s.created_at >= ${days?.from ?? null}::date::timestamp at time zone ${DEFAULT_ZONE})
          and (${days?.to ?? null}::date is null or s.created_at < (${days?.to ?? null}::date + 1)::timestamp at time zone ${DEFAULT_ZONE})
          and (${like}::text is null or search_fold(concat_ws(' ', u.name, c.name)) like search_fold(${like}) or exists (
            select 1 from form_submissions_submission_data d where d._parent_id = s.id and search_fold(d.value) like search_fold(${like})))
        order by s.created_at desc, s.id limit ${asked.perPage} offset ${(asked.page - 1) * asked.perPage}`,
  )
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** No form's id: what is asked of it finds nothing. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'
const idOf = (form: string): string | null => (form === NO_FORM ? null : isUuid(form) ? form : NOBODYS)
