import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { say } from '@/src/lib/i18n'
import { answeredTalks, waitingTalks } from '@/src/mechanisms/comments/waitingTalks'
import { talkName } from '@/src/mechanisms/comments/defineTalk'
import { panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineFigure, type BehindRow } from '@/src/mechanisms/panel/defineFigure'

const mine = (context: QueryContext): SQL => readable(context, 'companies', 'c', 'id')

/** «Заказ КБ-12, ООО «Стройград»» and the way to it. */
const talkWords = (row: BehindRow, locale: 'ru' | 'en') => {
  const entity = String(row.entity)
  const one = say(talkName(entity), locale)
  return {
    title: `${one.charAt(0).toUpperCase()}${one.slice(1)} ${[...new Set([row.number ?? '', row.name])].map(String).join(', ')}`,
    note: row.body ? `${String(row.author ?? '')}: ${String(row.body)}` : null,
    href: panelPageOfEvent({ entity, entityId: row.id, data: row }),
  }
}

export const companyFigures = [
  defineFigure({
    key: 'waiting',
    kind: 'rows',
    label: { ru: 'Ждут ответа', en: 'Await an answer' },
    about: {
      ru: 'Переписка за 60 дней, где последнее слово за клиентом.',
      en: 'Correspondence of 60 days in which the client has had the last word.',
    },
    measure: 'count',
    heads: { title: { ru: 'Кто и о чём', en: 'Who and about what' }, at: { ru: 'Ждёт с', en: 'Since' } },
    top: 7,
    roles: staffWithClients,
    order: 20,
    rows: (context) =>
      sql`select w.record as id, w.entity, w.number, w.since as at, w.author, left(w.body, 300) as body, c.name
          from ${waitingTalks(context)} w join companies c on c.id = w.company`,
    words: talkWords,
  }),
  defineFigure({
    key: 'answerTime',
    kind: 'rows',
    label: { ru: 'Обычно отвечают за', en: 'Usual time to answer' },
    about: {
      ru: 'Ответы сотрудников за 30 дней: сколько прошло от первого сообщения, которое ждало. Половина ответов быстрее, половина медленнее.',
      en: 'Answers of 30 days: how long the first message had waited. Half of the answers are quicker, half slower.',
    },
    measure: 'median',
    heads: {
      title: { ru: 'О чём', en: 'About what' },
      at: { ru: 'Когда ответили', en: 'Answered' },
      minutes: { ru: 'За сколько', en: 'In' },
    },
    newestFirst: true,
    roles: ['head', 'admin'],
    order: 25,
    rows: (context) =>
      sql`select a.record as id, a.entity, a.number, a.at, a.minutes, s.name as author, null as body, c.name
          from ${answeredTalks(context)} a join companies c on c.id = a.company left join staff s on s.id = a.staff`,
    words: (row, locale) => ({ ...talkWords(row, locale), note: row.author ? String(row.author) : null }),
  }),
  defineFigure({
    key: 'overdueClients',
    kind: 'money',
    label: { ru: 'Просрочка по данным 1С', en: 'Overdue by 1C' },
    href: '/admin/workplace/clients?overdue=1',
    alarming: true,
    roles: ['head', 'accountant'],
    order: 26,
    value: (context) =>
      sql`(select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'amount', s.amount) order by s.amount desc), '[]'::jsonb)
           from (select c.currency, sum(c.overdue)::float8 as amount from companies c where c.overdue > 0 and ${mine(context)} group by 1) s)`,
  }),
  defineFigure({
    key: 'newClients',
    kind: 'count',
    label: { ru: 'Новые клиенты', en: 'New clients' },
    href: '/admin/workplace/clients?status=new',
    roles: staffWithClients,
    order: 40,
    value: (context) => sql`(select count(*)::int from companies c where c.status = 'new' and ${mine(context)})`,
  }),
  defineFigure({
    key: 'unassigned',
    kind: 'count',
    label: { ru: 'Клиенты без менеджера', en: 'Clients without a manager' },
    href: '/admin/workplace/clients?manager=none',
    // Clients of nobody are the work of those who see them all.
    roles: ['admin'],
    order: 50,
    value: (context) =>
      sql`(select count(*)::int from companies c where c.manager_id is null and c.status <> 'archived' and ${mine(context)})`,
  }),
]
