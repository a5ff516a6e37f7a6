import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { query } from '@/src/mechanisms/database/query'
import { currencyOf } from '@/src/mechanisms/exchange/items/currencyOf'
import { defineResource } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, day, externalId, nonNegativeMoney, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { matchesKeys, needId, passportOf, upsert } from '@/src/mechanisms/exchange/items/rows'
import { shownDay, shownId, shownMoney, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { bringTo } from '@/src/mechanisms/workflow/transition'
import { guaranteeLabels as labels } from './guarantee.labels'
import { guaranteeWorkflow } from './guarantee.workflow'

/** Гарантийные письма as 1C keeps them. */
export const guaranteeResource = defineResource({
  name: 'test-guarantees',
  area: 'contracts',
  title: labels.many,
  about: { ru: 'Гарантийные письма клиентов', en: 'Letters of guarantee of clients' },
  item: z.object({
    externalId,
    company: reference('клиент'),
    number: words(80).min(1, 'input.required'),
    amount: nonNegativeMoney(),
    currency: currency.optional(),
    payBy: day('Оплатит до'),
    status: z.enum(Object.keys(guaranteeWorkflow.states) as [string, ...string[]]).optional(),
  }),
  example: {
    externalId: 'g-001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    number: 'ГП-1',
    amount: '182400.00',
    currency: 'CNY',
    payBy: '2027-02-01',
    status: 'draft',
  },
  apply: async (context, { externalId: key, company, payBy, status, ...fields }) => {
    const owner = await needId(context, 'companies', company, 'company')
    const { id, result } = await upsert(
      context,
      'test_guarantees',
      key,
      { ...fields, company_id: owner, pay_by: payBy },
      { status: 'draft', currency: await currencyOf(context, 'test_guarantees', key, [['companies', owner]]) },
    )
    if (!status) return { id, result }
    const [row] = await query<{ id: string; status: string }>(
      context.req,
      sql`select * from test_guarantees where id = ${id} for update`,
    )
    const moved = row ? await bringTo(context, row, { entity: 'test-guarantees', state: status }) : false
    return { id, result: result === 'same' && moved ? 'changed' : result }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    number: shownText,
    amount: shownMoney,
    currency: shownText,
    payBy: shownDay,
    status: shownText,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select g.id::text, g.external_id as "externalId", c.external_id as company, g.number, (g.amount / 100)::numeric(18,2)::text as amount,
                 g.currency, to_char(g.pay_by at time zone 'UTC', 'YYYY-MM-DD') as "payBy", g.status::text, ${passportOf('g')}
          from test_guarantees g join companies c on c.id = g.company_id where ${matchesKeys(ask, 'g')}`,
    ),
})
