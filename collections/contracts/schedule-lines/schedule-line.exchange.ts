import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineResource, type ItemContext, type Outcome } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, day, nonNegativeMoney, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { partTooLarge } from '@/src/mechanisms/exchange/items/mergeDebt'
import { findAll, needId } from '@/src/mechanisms/exchange/items/rows'
import { shownDay, shownId, shownMoney, shownText } from '@/src/mechanisms/exchange/items/shown'
import { scheduleLineLabels as labels } from './schedule-line.labels'

const line = z.object({
  dueDate: day('Срок платежа'),
  amount: nonNegativeMoney(),
  paid: nonNegativeMoney().optional(),
  note: words(300).nullable().optional(),
})

/** ГрафикиОплаты: the whole schedule of one contract, replaced at once. */
export const scheduleResource = defineResource({
  name: 'schedules',
  area: 'contracts',
  title: labels.many,
  about: {
    ru: 'График платежей договора целиком: присланные строки заменяют прежние. Ключ — договор',
    en: 'The whole payment schedule of a contract: the lines sent replace the former ones. Its key is the contract',
  },
  item: z.object({
    contract: reference('договор'),
    currency: currency.optional(),
    lines: z.array(line).max(500),
  }),
  example: {
    contract: 'd-001',
    lines: [
      { dueDate: '2026-12-01', amount: '182400.00' },
      { dueDate: '2027-01-12', amount: '100000.00' },
    ],
  },
  key: ({ contract }) => contract,
  keepParked: false,
  prepare: (context, items) =>
    findAll(
      context,
      'contracts',
      items.map(({ contract }) => contract),
    ),
  apply: async (context, item) => {
    const contract = await needId(context, 'contracts', item.contract, 'contract')
    return replace(context, contract, item)
  },
  gives: z.object({
    contract: shownId,
    externalId: shownId,
    currency: shownText,
    lines: z.array(z.object({ dueDate: shownDay, amount: shownMoney, paid: shownMoney, note: shownText })),
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select d.external_id as contract, d.external_id as "externalId", coalesce((select l.currency from schedule_lines l where l.contract_id = d.id limit 1), d.currency) as currency,
                 (select coalesce(json_agg(json_build_object('dueDate', to_char(l.due_date at time zone 'UTC', 'YYYY-MM-DD'), 'amount', (l.amount / 100)::numeric(18,2)::text,
                    'paid', (l.paid / 100)::numeric(18,2)::text, 'note', l.note) order by l.due_date), '[]') from schedule_lines l where l.contract_id = d.id) as lines
          from contracts d where d.external_id = any(${list(ask.externalIds)})`,
    ),
})

type Line = z.output<typeof line>

async function replace(
  context: ItemContext,
  contract: string,
  item: { currency?: string; lines: Line[] },
): Promise<Outcome> {
  const { req, node, run } = context
  const [owner] = await selectFrom(
    req,
    'contracts',
    { company: 'company_id', currency: 'currency' },
    sql`where id = ${contract} for update`,
  )
  if (!owner) throw new Error('The contract vanished')
  const known = await query<{ day: string; amount: string; paid: string; note: string | null; currency: string }>(
    req,
    sql`select to_char(due_date at time zone 'UTC', 'YYYY-MM-DD') as day, amount::bigint::text as amount, coalesce(paid, 0)::bigint::text as paid, note, currency
        from schedule_lines where contract_id = ${contract}`,
  )
  const unit = item.currency ?? known[0]?.currency ?? owner.currency
  const wanted = item.lines.map((it, place) => {
    const paid = it.paid ?? 0
    if (paid > it.amount) throw partTooLarge(paid, it.amount, `lines.${place}.paid`)
    return [it.dueDate.slice(0, 10), it.amount, paid, it.note ?? null, unit] as const
  })
  const had = known.map((row) => [row.day, Number(row.amount), Number(row.paid), row.note, row.currency])
  if (sorted(had) === sorted(wanted)) return { id: contract, result: 'same' }
  await execute(req, sql`delete from schedule_lines where contract_id = ${contract}`)
  for (const [due, amount, paid, note] of wanted) {
    await execute(
      req,
      sql`insert into schedule_lines (contract_id, company_id, due_date, amount, paid, currency, note, sync_node, sync_run, synced_at, created_at, updated_at)
          values (${contract}, ${owner.company}, ${`${due}T00:00:00.000Z`}, ${amount}, ${paid}, ${unit}, ${note}, ${node.name}, ${run}, now(), now(), now())`,
    )
  }
  return { id: contract, result: known.length === 0 ? 'created' : 'changed' }
}

const sorted = (rows: ReadonlyArray<readonly unknown[]>): string =>
  JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
