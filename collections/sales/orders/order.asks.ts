import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineAsk, type Ask } from '@/src/mechanisms/asks/defineAsk'
import { readable } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { pageOf } from '@/src/mechanisms/records/defineRecord'

/** Live orders whose last word is the company's: it waits for an answer. */
const unanswered = defineAsk({
  key: 'orders.answer',
  entity: 'orders',
  collect: async (context, limit): Promise<Ask[]> => {
    if (context.actor.collection !== 'users') return []
    const rows = await query<{ id: string; number: string; text: string; author: string; last: string }>(
      context.req,
      sql`select o.id::text, o.number, left(talk.body, 140) as text, coalesce(talk.author_name, '') as author, talk.id::text as last
          from orders o join lateral (
            select k.id, k.body, k.user_id, k.author_name, k.created_at from comments k
            where k.entity = 'orders' and k.entity_id = o.id::text and not coalesce(k.internal, false) order by k.created_at desc limit 1
          ) talk on talk.user_id is null
          where o.status in ('submitted', 'confirmed', 'working', 'shipped') and ${readable(context, 'orders', 'o')}
          order by talk.created_at desc limit ${limit}`,
    )
    return rows.map((row) => ({
      key: `answer:${row.id}`,
      when: null,
      title: { ru: 'Ответить по заказу {number}', en: 'Reply about order {number}' },
      note: row.text ? { ru: '{author}: {text}', en: '{author}: {text}' } : null,
      params: { number: row.number, author: row.author, text: row.text },
      amount: null,
      href: pageOf('orders', row),
      button: { ru: 'Ответить', en: 'Reply' },
      aside: { stamp: row.last, done: { ru: 'Не требует ответа', en: 'Needs no reply' } },
    }))
  },
})

/** A cart that was left for more than a day. */
const forgotten = defineAsk({
  key: 'carts.unfinished',
  entity: 'orders',
  collect: async ({ req, actor, company }): Promise<Ask[]> => {
    if (actor.collection !== 'users' || !company || !actor.memberships.get(company)?.has('orders.create')) return []
    const [row] = await query<{ lines: number; last: string }>(
      req,
      sql`select count(*)::int as lines, max(l.updated_at)::text as last from carts c join cart_lines l on l.cart_id = c.id
          where ${idIs(sql`c.user_id`, actor.id)} and ${idIs(sql`c.company_id`, company)} having max(l.updated_at) < now() - interval '1 day'`,
    )
    if (!row) return []
    return [
      {
        key: `cart:${company}`,
        when: null,
        title: { ru: 'Оформить заказ', en: 'Place your order' },
        note: {
          ru: 'В корзине {lines, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}}',
          en: '{lines, plural, one {# line} other {# lines}} in the cart',
        },
        params: { lines: row.lines },
        amount: null,
        href: '/cart',
        button: { ru: 'Открыть корзину', en: 'Open the cart' },
        aside: { stamp: row.last, done: { ru: 'Не напоминать', en: 'Do not remind me' } },
      },
    ]
  },
})

export const orderAsks = [unanswered, forgotten]
