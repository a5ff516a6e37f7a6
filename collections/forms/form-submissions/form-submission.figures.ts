import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable } from '@/src/mechanisms/access/context'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'

export const answersFigure = defineFigure({
  key: 'formAnswers',
  kind: 'rows',
  label: { ru: 'Ответы форм за неделю', en: 'Form answers, a week' },
  measure: 'count',
  heads: { title: { ru: 'Форма', en: 'Form' }, at: { ru: 'Пришёл', en: 'Came' } },
  newestFirst: true,
  top: 5,
  roles: ['editor', 'admin'],
  order: 95,
  rows: (context) =>
    sql`select f.id::text, f.title, f.created_at as at, u.name as author
        from form_submissions f left join users u on u.id = f.user_id
        where f.created_at > now() - interval '7 days' and ${readable(context, 'form-submissions', 'f')}`,
  words: (row) => ({
    title: String(row.title),
    note: row.author ? String(row.author) : null,
    href: `/admin/collections/form-submissions/${row.id}`,
  }),
})
