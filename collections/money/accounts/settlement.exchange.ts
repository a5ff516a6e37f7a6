import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { defineResource, type ItemContext, type Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { isOlder, moment, nonNegativeMoney, reference, toldAt } from '@/src/mechanisms/exchange/items/fields'
import { mergeDebt } from '@/src/mechanisms/exchange/items/mergeDebt'
import { findAll, needId, updateRow, type Values } from '@/src/mechanisms/exchange/items/rows'

const target = {
  company: reference('клиент'),
  contract: reference('договор; без него — клиент в целом').nullable().optional(),
}

/** Debt and what of it is overdue: of a client, or of one contract. */
export const debtResource = defineResource({
  name: 'debts',
  area: 'money',
  title: { ru: 'Задолженность', en: 'Debts' },
  about: {
    ru: 'Долг и просрочка клиента или одного договора. Более старые данные не принимаются',
    en: 'Debt and overdue of a client or of a contract; older data is refused',
  },
  item: z.object({
    ...target,
    debt: nonNegativeMoney(),
    overdue: nonNegativeMoney().optional(),
    at: moment('На какой момент').optional(),
  }),
  example: {
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    contract: 'd-001',
    debt: '182400.00',
    overdue: '12000.00',
  },
  key: ({ company, contract }) => contract ?? company,
  prepare: prepareTargets,
  apply: async (context, item) => {
    const place = await locate(context, item)
    const warnings: Warning[] = []
    const at = item.at ? toldAt(item.at, context.node.timezone, 'at', warnings) : new Date().toISOString()
    if (item.at && isOlder(at, place.debtAt)) throw new AppError('exchange.older', {}, { status: 409, field: 'at' })
    const { debt, overdue = place.overdue } = mergeDebt(item, place)
    const changed = await updateRow(context, place.table, place.id, { debt, overdue })
    await updateRow(context, place.table, place.id, { finance_at: at, debt_at: at })
    if (changed && overdue > 0 && place.overdue === 0) {
      await recordEvent(context.req, {
        type: 'debt.overdue',
        ...about(context, place),
        data: { number: place.number, sum: { amount: overdue, currency: place.currency } },
      })
    }
    return { id: place.id, result: changed ? 'changed' : 'same', warnings }
  },
})

/** Credit limit of a client or of one contract. */
export const creditLimitResource = defineResource({
  name: 'credit-limits',
  area: 'money',
  title: { ru: 'Кредитные лимиты', en: 'Credit limits' },
  about: {
    ru: 'Кредитный лимит клиента или одного договора, отсрочка в днях — для договора',
    en: 'Credit limit of a client or of a contract; credit days belong to a contract',
  },
  item: z.object({ ...target, creditLimit: nonNegativeMoney(), creditDays: z.int().min(0).max(3650).optional() }),
  example: { company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01', creditLimit: '750000.00' },
  key: ({ company, contract }) => contract ?? company,
  prepare: prepareTargets,
  apply: async (context, item) => {
    const place = await locate(context, item)
    const values: Values = {
      credit_limit: item.creditLimit,
      ...(place.table === 'contracts' ? { credit_days: item.creditDays } : {}),
    }
    const changed = await updateRow(context, place.table, place.id, values)
    if (place.limit !== item.creditLimit) {
      await recordEvent(context.req, {
        type: 'limit.changed',
        ...about(context, place),
        data: {
          number: place.number,
          from: place.limit,
          to: item.creditLimit,
          limit: { amount: item.creditLimit, currency: place.currency },
        },
      })
    }
    return { id: place.id, result: changed ? 'changed' : 'same' }
  },
})

type Target = { company: string; contract?: string | null }
type Place = {
  table: 'companies' | 'contracts'
  id: string
  company: string
  currency: string
  number: string
  limit: number
  debt: number
  overdue: number
  debtAt: string | null
}

async function prepareTargets(context: ItemContext, items: readonly Target[]): Promise<void> {
  await findAll(
    context,
    'companies',
    items.map(({ company }) => company),
  )
  await findAll(
    context,
    'contracts',
    items.map(({ contract }) => contract),
  )
}

/** Finds and locks the row that the figures belong to. */
async function locate(context: ItemContext, item: Target): Promise<Place> {
  const company = await needId(context, 'companies', item.company, 'company')
  if (!item.contract) {
    const [row] = await query<Omit<Place, 'table'>>(
      context.req,
      sql`select id::text, id::text as company, currency, '' as number, coalesce(credit_limit, 0)::float8 as "limit", coalesce(debt, 0)::float8 as debt, coalesce(overdue, 0)::float8 as overdue, debt_at as "debtAt"
          from companies where id = ${company} for update`,
    )
    if (!row) throw new Error('The company vanished')
    return { ...row, table: 'companies' }
  }
  const contract = await needId(context, 'contracts', item.contract, 'contract')
  const [row] = await query<Omit<Place, 'table'>>(
    context.req,
    sql`select id::text, company_id::text as company, currency, number, coalesce(credit_limit, 0)::float8 as "limit", coalesce(debt, 0)::float8 as debt, coalesce(overdue, 0)::float8 as overdue, debt_at as "debtAt"
        from contracts where id = ${contract} for update`,
  )
  if (row?.company !== company) throw new AppError('exchange.contractForeign', {}, { status: 422, field: 'contract' })
  return { ...row, table: 'contracts' }
}

/** Whom and what an event about these figures concerns. */
const about = ({ actor }: ItemContext, place: Place) => ({
  entity: place.table,
  entityId: place.id,
  company: place.company,
  actor,
})
