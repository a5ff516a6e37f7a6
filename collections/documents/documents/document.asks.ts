import { sql } from '@payloadcms/db-postgres/drizzle'
import { humanDate } from '@/src/lib/dates'
import { defineAsk, type Ask } from '@/src/mechanisms/asks/defineAsk'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { isUnpaid } from './isUnpaid'
import { pageOf } from '@/src/mechanisms/records/defineRecord'

type Row = {
  id: string
  number: string
  left: number
  currency: string
  due: string | null
  order: string | null
  late: boolean
}

/** Invoices that are not paid in full, the longest overdue first. */
const unpaid = defineAsk({
  key: 'documents.pay',
  entity: 'documents',
  collect: async (context, limit): Promise<Ask[]> => {
    const rows = await query<Row>(
      context.req,
      sql`select d.id::text, d.number, (d.total - coalesce(d.paid, 0))::float8 as left, d.currency, o.number as "order",
                 to_char(d.due_date at time zone 'UTC', 'YYYY-MM-DD') as due, coalesce(d.due_date < date_trunc('day', now()), false) as late
          from documents d left join orders o on o.id = d.order_id
          where ${isUnpaid} and ${readable(context, 'documents', 'd')}
          order by d.due_date nulls last, d.id limit ${limit}`,
    )
    return rows.map(ask)
  },
})

function ask({ id, number, left, currency, due, order, late }: Row): Ask {
  const text = (locale: 'ru' | 'en'): string => (due ? humanDate(due, locale) : '')
  const kind = `${order ? 'order' : 'none'}${late ? 'Late' : due ? 'Due' : ''}`
  return {
    key: `invoice:${id}`,
    when: due,
    title: { ru: 'Оплатить счёт № {number}', en: 'Pay invoice No. {number}' },
    note:
      kind === 'none'
        ? null
        : {
            ru: '{kind, select, orderLate {за заказ {order}, срок был {dueRu}} orderDue {за заказ {order}, срок {dueRu}} order {за заказ {order}} noneLate {срок был {dueRu}} other {срок {dueRu}}}',
            en: '{kind, select, orderLate {for order {order}, was due {dueEn}} orderDue {for order {order}, due {dueEn}} order {for order {order}} noneLate {was due {dueEn}} other {due {dueEn}}}',
          },
    params: { number, order: order ?? '', kind, dueRu: text('ru'), dueEn: text('en') },
    amount: { amount: left, currency },
    href: `${pageOf('documents', { id, number })}#pay`,
    button: { ru: 'Оплатить', en: 'Pay' },
  }
}

/** Reconciliation statements of the last quarter that nobody has answered. */
const unanswered = defineAsk({
  key: 'documents.reconcile',
  entity: 'documents',
  collect: async (context, limit): Promise<Ask[]> => {
    if (context.actor.collection !== 'users') return []
    const rows = await selectFrom(
      context.req,
      'documents d',
      ['id', 'number'],
      sql`where d.kind = 'reconciliation' and d.answer is null and not coalesce(d.cancelled, false)
            and d.date > now() - interval '92 days' and ${readable(context, 'documents', 'd')} order by d.date desc limit ${limit}`,
    )
    return rows.map(({ id, number }) => ({
      key: `reconciliation:${id}`,
      when: null,
      title: { ru: 'Сверить расчёты', en: 'Check the settlements' },
      note: { ru: 'акт сверки № {number} ждёт вас', en: 'reconciliation statement No. {number} is waiting' },
      params: { number },
      amount: null,
      href: pageOf('documents', { id, number }),
      button: { ru: 'Сверить', en: 'Check' },
    }))
  },
})

export const documentAsks = [unpaid, unanswered]
