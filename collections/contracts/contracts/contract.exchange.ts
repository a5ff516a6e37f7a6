import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { currencyOf } from '@/src/mechanisms/exchange/items/currencyOf'
import { defineResource, type ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, day, externalId, nonNegativeMoney, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { mergeDebt } from '@/src/mechanisms/exchange/items/mergeDebt'
import {
  externalOf,
  matchesKeys,
  findAll,
  findId,
  maybeId,
  passportOf,
  upsert,
} from '@/src/mechanisms/exchange/items/rows'
import { shownDay, shownId, shownMoney, shownNumber, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { keepsContractsForUsersOnly } from '@/src/mechanisms/portal/portalSettings'
import { bringTo } from '@/src/mechanisms/workflow/transition'
import { contractLabels as labels } from './contract.labels'

/**
 * ДоговорыКонтрагентов. A contract that nobody in the portal needs is not kept: neither of an unknown
 * company nor (unless the settings say otherwise) of one without people in the cabinet. Only its
 * identifier is noted; when somebody appears, the change feed asks 1C for it by `contracts.wanted`.
 */
export const contractResource = defineResource({
  name: 'contracts',
  area: 'contracts',
  table: 'contracts',
  title: labels.many,
  about: {
    ru: 'Договоры и дополнительные соглашения. Договор клиента, которого нет в кабинете, не сохраняется (result: parked); когда клиент появится, лента изменений попросит договор событием contracts.wanted',
    en: 'Contracts and addenda. A contract of somebody who is not in the portal is not kept (parked); the change feed asks for it by contracts.wanted when they appear',
  },
  item: z.object({
    externalId,
    company: reference('клиент'),
    contractor: reference('контрагент').nullable().optional(),
    number: words(80).min(1, 'input.required'),
    date: day('Дата договора'),
    name: words(300).nullable().optional(),
    parent: reference('договор, к которому это дополнительное соглашение').nullable().optional(),
    status: z
      .enum(['draft', 'signing', 'active', 'suspended', 'expired', 'terminated'])
      .optional()
      .describe('Новый договор действует, если не сказано иное'),
    validUntil: day('Действует до').nullable().optional(),
    currency: currency.optional(),
    amount: nonNegativeMoney().optional(),
    creditLimit: nonNegativeMoney().optional(),
    creditDays: z.int().min(0).max(3650).optional(),
    debt: nonNegativeMoney().optional(),
    overdue: nonNegativeMoney().optional(),
    priceType: reference('тип цен').nullable().optional(),
  }),
  example: {
    externalId: 'd-001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    contractor: 'c-001',
    number: '12-П',
    date: '2026-02-02',
    creditLimit: '500000.00',
    creditDays: 30,
  },
  keepParked: false,
  prepare: async (context, items) => {
    await findAll(
      context,
      'companies',
      items.map(({ company }) => company),
    )
    await findAll(
      context,
      'contracts',
      items.flatMap((item) => [item.externalId, item.parent]),
    )
    await findAll(
      context,
      'contractors',
      items.map(({ contractor }) => contractor),
    )
  },
  apply: async (context, item) => {
    const company = await neededBy(context, item)
    const before = await sumsBefore(context, item.externalId)
    const { debt, overdue } = mergeDebt(item, before)
    const parent = await maybeId(context, 'contracts', item.parent, 'parent')
    const priceType = await maybeId(context, 'price-types', item.priceType, 'priceType')
    const currency =
      item.currency ??
      (await currencyOf(context, 'contracts', item.externalId, [
        ['contracts', parent],
        ['price_types', priceType],
        ['companies', company],
      ]))
    const { id, result } = await upsert(
      context,
      'contracts',
      item.externalId,
      {
        company_id: company,
        contractor_id: await maybeId(context, 'contractors', item.contractor, 'contractor'),
        number: item.number,
        date: item.date,
        name: item.name,
        kind: parent === undefined ? undefined : parent ? 'addendum' : 'main',
        parent_id: parent,
        // What stands already is brought there by its workflow.
        status: before ? undefined : item.status,
        valid_until: item.validUntil,
        currency: item.currency,
        amount: item.amount,
        credit_limit: item.creditLimit,
        credit_days: item.creditDays,
        debt,
        overdue,
        price_type_id: priceType,
      },
      { status: 'active', kind: 'main', currency, amount: 0, credit_limit: 0, credit_days: 0, debt: 0, overdue: 0 },
    )
    const moved =
      before && item.status ? await bringTo(context, before, { entity: 'contracts', state: item.status }) : false
    if (result === 'created')
      await recordEvent(context.req, {
        type: 'contract.added',
        ...about(context, id, company),
        data: { number: item.number },
      })
    if (before && item.creditLimit !== undefined && before.limit !== item.creditLimit) {
      await recordEvent(context.req, {
        type: 'limit.changed',
        ...about(context, id, company),
        data: {
          number: item.number,
          from: before.limit,
          to: item.creditLimit,
          limit: { amount: item.creditLimit, currency },
        },
      })
    }
    return { id, result: result === 'same' && moved ? 'changed' : result }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    contractor: shownId,
    number: shownText,
    date: shownDay,
    name: shownText,
    kind: shownText,
    parent: shownId,
    status: shownText,
    validUntil: shownDay,
    currency: shownText,
    amount: shownMoney,
    creditLimit: shownMoney,
    creditDays: shownNumber,
    debt: shownMoney,
    overdue: shownMoney,
    priceType: shownId,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select d.id::text, d.external_id as "externalId", c.external_id as company, k.external_id as contractor, d.number, to_char(d.date at time zone 'UTC', 'YYYY-MM-DD') as date,
                 d.name, d.kind::text, p.external_id as parent, d.status::text, to_char(d.valid_until at time zone 'UTC', 'YYYY-MM-DD') as "validUntil", d.currency,
                 (d.amount / 100)::numeric(18,2)::text as amount, (d.credit_limit / 100)::numeric(18,2)::text as "creditLimit", d.credit_days::int as "creditDays",
                 (d.debt / 100)::numeric(18,2)::text as debt, (d.overdue / 100)::numeric(18,2)::text as overdue,
                 ${externalOf('price-types', 'd.price_type_id')} as "priceType", ${passportOf('d')}
          from contracts d join companies c on c.id = d.company_id left join contractors k on k.id = d.contractor_id
          left join contracts p on p.id = d.parent_id where ${matchesKeys(ask, 'd')}`,
    ),
})

const errorWords = addErrorLabels({
  'contract.companyUnknown': {
    ru: 'Договор не сохранён: клиента {externalId} нет в кабинете. Появится — попросим договор через ленту изменений',
    en: 'The contract was not kept: the portal has no client {externalId}. The change feed asks for it when one appears',
  },
  'contract.nobodyNeeds': {
    ru: 'Договор не сохранён: у клиента {externalId} никто не пользуется кабинетом. Откроете доступ — попросим договор через ленту изменений',
    en: 'The contract was not kept: nobody at the client {externalId} uses the portal. The change feed asks for it when access is opened',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** The company, if the contract is needed; a contract that is kept already stays up to date in any case. */
async function neededBy(context: ItemContext, item: { externalId: string; company: string }): Promise<string> {
  const company = await findId(context, 'companies', item.company)
  const refuse = (code: ErrorCode, entity: string): AppError =>
    new AppError(code, { entity, externalId: item.company }, { status: 409, field: 'company' })
  if (!company) throw refuse('contract.companyUnknown', 'companies')
  if (await findId(context, 'contracts', item.externalId)) return company
  const [row] = await query<{ used: boolean }>(
    context.req,
    sql`select exists (select 1 from memberships m where m.company_id = ${company} and m.active) as used`,
  )
  if (!row?.used && (await keepsContractsForUsersOnly(context.req))) throw refuse('contract.nobodyNeeds', 'memberships')
  return company
}

type Before = { id: string; status: string; limit: number; debt: number; overdue: number; currency: string }

async function sumsBefore({ req }: ItemContext, externalId: string): Promise<Before | null> {
  const [row] = await query<Before>(
    req,
    sql`select id::text, status::text, coalesce(credit_limit, 0)::float8 as "limit", coalesce(debt, 0)::float8 as debt, coalesce(overdue, 0)::float8 as overdue, currency
        from contracts where external_id = ${externalId} for update`,
  )
  return row ?? null
}

/** Whom and what an event about a contract concerns. */
const about = ({ actor }: ItemContext, id: string, company: string) => ({
  entity: 'contracts',
  entityId: id,
  company,
  actor,
})
