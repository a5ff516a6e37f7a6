import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isInn, isKpp } from '@/src/lib/checks'
import { AppError } from '@/src/lib/errors'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { currencyOf } from '@/src/mechanisms/exchange/items/currencyOf'
import { defineResource, type ItemContext, type Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, externalId, nonNegativeMoney, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { mergeDebt } from '@/src/mechanisms/exchange/items/mergeDebt'
import {
  externalOf,
  matchesKeys,
  findAll,
  maybeId,
  needId,
  passportOf,
  upsert,
} from '@/src/mechanisms/exchange/items/rows'
import { shownId, shownMoney, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { bringTo } from '@/src/mechanisms/workflow/transition'
import { companyLabels as labels } from './company.labels'

const inn = z.string().trim().refine(isInn, 'inn.wrong').describe('ИНН, 10 или 12 цифр')
const kpp = z.string().trim().refine(isKpp, 'kpp.wrong')

/** Партнёры of 1C: clients of the company, with what their work in the portal depends on. */
export const companyResource = defineResource({
  name: 'companies',
  area: 'clients',
  table: 'companies',
  title: labels.many,
  about: {
    ru: 'Клиенты (Партнёры). Менеджера в кабинете заводит администратор: узнаём его по почте, неизвестный заменяется менеджером по умолчанию',
    en: 'Clients. Managers are made in the portal by an administrator and found by e-mail; an unknown one gives way to the default manager',
  },
  item: z.object({
    externalId,
    name: words(300).min(1, 'input.required'),
    legalName: words(500).nullable().optional(),
    inn: inn.nullable().optional(),
    kpp: kpp.nullable().optional(),
    status: z.enum(['new', 'active', 'suspended', 'archived']).optional(),
    manager: words(200, 'Почта менеджера в кабинете').nullable().optional(),
    branches: z.array(reference('филиалы')).max(50).nullable().optional(),
    partner: reference('компания-партнёр, которая ведёт клиента').nullable().optional(),
    priceType: reference('тип цен').nullable().optional(),
    phone: words(40).nullable().optional(),
    email: z.email('email.wrong').nullable().optional(),
    address: words(500).nullable().optional(),
    currency: currency.optional(),
    creditLimit: nonNegativeMoney().optional(),
    debt: nonNegativeMoney().optional(),
    overdue: nonNegativeMoney().optional(),
  }),
  example: {
    externalId: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    name: 'Север-Строй',
    inn: '7707083893',
    manager: 'olga@example.ru',
    branches: ['b-001'],
    creditLimit: '500000.00',
    debt: 182400,
    overdue: 0,
  },
  prepare: async (context, items) => {
    await findAll(
      context,
      'companies',
      items.flatMap((item) => [item.externalId, item.partner]),
    )
    await findAll(
      context,
      'branches',
      items.flatMap((item) => item.branches ?? []),
    )
    await findAll(
      context,
      'price_types',
      items.map((item) => item.priceType),
    )
  },
  apply: async (context, item) => {
    if (item.partner === item.externalId)
      throw new AppError('exchange.partnerSelf', {}, { status: 422, field: 'partner' })
    const warnings: Warning[] = []
    const manager = await managerOf(context, item.manager, warnings)
    const branches = item.branches === undefined ? undefined : await needAll(context, item.branches ?? [])
    const before = await sumsBefore(context, item.externalId)
    const { debt, overdue } = mergeDebt(item, before)
    const priceType = await maybeId(context, 'price-types', item.priceType, 'priceType')
    const currency =
      item.currency ?? (await currencyOf(context, 'companies', item.externalId, [['price_types', priceType]]))
    const { id, result } = await upsert(
      context,
      'companies',
      item.externalId,
      {
        name: item.name,
        legal_name: item.legalName,
        inn: item.inn,
        kpp: item.kpp,
        // What stands already is brought there by its workflow.
        status: before ? undefined : item.status,
        manager_id: manager,
        partner_id: await maybeId(context, 'companies', item.partner, 'partner'),
        price_type_id: priceType,
        phone: item.phone,
        email: item.email?.toLowerCase() ?? item.email,
        address: item.address,
        currency: item.currency,
        credit_limit: item.creditLimit,
        debt,
        overdue,
      },
      {
        status: 'active',
        currency,
        manager_id: manager ?? (await defaultManager(context)),
        credit_limit: 0,
        debt: 0,
        overdue: 0,
        balance: 0,
      },
    )
    const stepped =
      before && item.status ? await bringTo(context, before, { entity: 'companies', state: item.status }) : false
    const moved = branches ? await setBranches(context, id, branches) : false
    if (item.debt !== undefined || item.overdue !== undefined)
      await execute(context.req, sql`update companies set finance_at = now() where id = ${id}`)
    if (result === 'created')
      await recordEvent(context.req, { type: 'company.imported', ...about(context, id), data: { name: item.name } })
    if (before && item.creditLimit !== undefined && before.limit !== item.creditLimit) {
      await recordEvent(context.req, {
        type: 'limit.changed',
        ...about(context, id),
        data: { from: before.limit, to: item.creditLimit, limit: { amount: item.creditLimit, currency } },
      })
    }
    return { id, result: result === 'same' && (moved || stepped) ? 'changed' : result, warnings }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    name: shownText,
    legalName: shownText,
    inn: shownText,
    kpp: shownText,
    status: shownText,
    phone: shownText,
    email: shownText,
    address: shownText,
    currency: shownText,
    creditLimit: shownMoney,
    debt: shownMoney,
    overdue: shownMoney,
    balance: shownMoney,
    manager: shownText,
    partner: shownId,
    priceType: shownId,
    branches: z.array(shownId),
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select c.id::text, c.external_id as "externalId", c.name, c.legal_name as "legalName", c.inn, c.kpp, c.status::text, c.phone, c.email, c.address, c.currency,
                 (c.credit_limit / 100)::numeric(18,2)::text as "creditLimit", (c.debt / 100)::numeric(18,2)::text as debt,
                 (c.overdue / 100)::numeric(18,2)::text as overdue, (c.balance / 100)::numeric(18,2)::text as balance,
                 (select email from staff s where s.id = c.manager_id) as manager,
                 (select external_id from companies p where p.id = c.partner_id) as partner,
                 ${externalOf('price-types', 'c.price_type_id')} as "priceType",
                 array(select b.external_id from companies_rels r join branches b on b.id = r.branches_id where r.parent_id = c.id and r.path = 'branches' order by b.external_id) as branches,
                 ${passportOf('c')}
          from companies c where ${matchesKeys(ask, 'c')}`,
    ),
})

async function managerOf(
  context: ItemContext,
  manager: string | null | undefined,
  warnings: Warning[],
): Promise<string | null | undefined> {
  if (!manager) return manager
  const [row] = await selectFrom(
    context.req,
    'staff',
    ['id'],
    sql`where lower(email) = ${manager.toLowerCase()} and active`,
  )
  if (row) return row.id
  warnings.push({ code: 'exchange.managerUnknown', params: { manager }, field: 'manager' })
  return undefined
}

async function defaultManager({ req }: ItemContext): Promise<string | null> {
  const [row] = await selectFrom(
    req,
    'staff',
    ['id'],
    sql`where active and is_default_manager order by created_at limit 1`,
  )
  return row?.id ?? null
}

type Before = { id: string; status: string; limit: number; debt: number; overdue: number; currency: string }

async function sumsBefore({ req }: ItemContext, externalId: string): Promise<Before | null> {
  const [row] = await query<Before>(
    req,
    sql`select id::text, status::text, coalesce(credit_limit, 0)::float8 as "limit", coalesce(debt, 0)::float8 as debt, coalesce(overdue, 0)::float8 as overdue, currency
        from companies where external_id = ${externalId} for update`,
  )
  return row ?? null
}

async function needAll(context: ItemContext, branches: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const branch of branches) ids.push(await needId(context, 'branches', branch, 'branches'))
  return ids
}

/** Replaces the set of branches; tells whether it was another one. */
async function setBranches({ req }: ItemContext, company: string, branches: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(branches)].sort()
  const rows = await query<{ id: string }>(
    req,
    sql`select branches_id::text as id from companies_rels where parent_id = ${company} and path = 'branches' order by 1`,
  )
  if (JSON.stringify(rows.map(({ id }) => id)) === JSON.stringify(wanted)) return false
  await execute(req, sql`delete from companies_rels where parent_id = ${company} and path = 'branches'`)
  await execute(
    req,
    sql`insert into companies_rels ("order", parent_id, path, branches_id)
        select n::int, ${company}, 'branches', id from unnest(${list(wanted, 'uuid')}) with ordinality as t(id, n)`,
  )
  return true
}

/** Whom and what an event about a client concerns. */
const about = ({ actor }: ItemContext, id: string) => ({ entity: 'companies', entityId: id, company: id, actor })
