import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { toUtc } from '@/src/lib/toUtc'
import { AppError } from '@/src/lib/errors'
import { idIn } from '@/src/mechanisms/database/ids'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { currencyOf } from '@/src/mechanisms/exchange/items/currencyOf'
import { defineResource, type ItemContext, type Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, day, externalId, moment, money, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { findAll, maybeId, needId, updateRow, upsert } from '@/src/mechanisms/exchange/items/rows'
import { bareId, sourceOf, sourceOfNodeIn, type ExchangeNode } from '@/src/mechanisms/exchange/source'
import { moveOwner } from '@/src/mechanisms/ownership/moveOwner'
import { invoiceMethod } from '../payment-methods/invoice.method'
import { orderLabels as labels } from './order.labels'
import { tryMoveTo } from './moveTo'
import { freeNumber } from './freeNumber'
import { lineItem, type KnownOrder } from './lineItem'
import { reline, vatOfLines, writeLines, type Relined } from './reline'
import { orderWorkflow } from './order.workflow'
import { asItem, orderGives } from './outgoing/asItem'
import { ordersFor } from './outgoing/dueOrders'
import { offerOrders, receiveUpTo, takeOver } from './outgoing/handOver'
import { readOutgoing } from './outgoing/outgoingOrder'

// Object.keys forgets that there is at least one state.
const states = Object.keys(orderWorkflow.states) as [string, ...string[]]

const orderItem = z.object({
  externalId,
  number: words(40, 'Номер заказа в кабинете').optional(),
  company: reference('клиент').optional(),
  contractor: reference('контрагент').nullable().optional(),
  contract: reference('договор').nullable().optional(),
  warehouse: reference('склад отгрузки').nullable().optional(),
  state: z.enum(states).optional(),
  stateComment: words(1000, 'Почему: нужно для отмены').optional(),
  erpNumber: words(40).optional(),
  erpDate: moment('Дата заказа в 1С').optional(),
  placedAt: moment('Когда оформлен').optional(),
  plannedDate: day('Дата отгрузки').nullable().optional(),
  currency: currency.optional(),
  total: money().optional(),
  vat: money().optional(),
  paid: money().optional(),
  comment: words(4000).nullable().optional(),
  deliveryAddress: words(500).nullable().optional(),
  lines: z.array(lineItem).max(2000).optional(),
})
type Item = z.output<typeof orderItem>

/** As many as one call may ask for. */
const MOST_READ = 500

/** ЗаказыКлиентов, both ways: a new order of 1C comes in, an order of the cabinet gets its number, state and lines. */
export const orderResource = defineResource({
  name: 'orders',
  reads: 'document',
  area: 'orders',
  title: labels.many,
  about: {
    ru: 'Заказы. Заказ кабинета узнаём по number, заказ 1С — по externalId; неизвестный создаётся. Состояние меняется по правилам кабинета, строки заменяются целиком',
    en: 'Orders. An order of the portal is found by number, one of 1C by externalId; an unknown one is created. The state moves by the portal’s rules, lines are replaced as a whole',
  },
  item: orderItem,
  example: {
    externalId: 'o-0457',
    number: 'К-001001',
    state: 'confirmed',
    erpNumber: 'УТ00-000457',
    erpDate: '2026-11-24T10:15:00',
    total: '182400.00',
    lines: [
      {
        sku: '6f2b3d1a-0d55-11ef-9f0a-00155d011c01',
        name: 'Болт М10×60',
        qty: 200,
        price: '912.00',
        total: '182400.00',
        unit: 'шт',
      },
    ],
  },
  prepare: async (context, items) => {
    await findAll(
      context,
      'companies',
      items.map(({ company }) => company),
    )
    await findAll(
      context,
      'skus',
      items.flatMap(({ lines }) => lines?.map(({ sku }) => sku) ?? []),
    )
  },
  apply: async (context, item) => {
    const warnings: Warning[] = []
    const known = await locate(context, item)
    const contractor = await maybeId(context, 'contractors', item.contractor, 'contractor')
    const contract = await maybeId(context, 'contracts', item.contract, 'contract')
    const warehouse = await maybeId(context, 'warehouses', item.warehouse, 'warehouse')
    const total = item.total ?? item.lines?.reduce((sum, line) => sum + line.total, 0)
    const lines = item.lines ? await reline(context, known?.id ?? null, item.lines, warnings) : undefined
    const values = {
      erp_number: item.erpNumber,
      erp_date: item.erpDate ? toUtc(item.erpDate, context.node.timezone) : undefined,
      planned_date: item.plannedDate,
      contractor_id: contractor,
      contract_id: contract,
      warehouse_id: warehouse,
      total,
      vat: item.vat ?? (lines ? vatOfLines(lines) : undefined),
      paid: item.paid,
      currency: item.currency,
      delivery_address: item.deliveryAddress,
      comment: item.comment,
      line_count: item.lines?.length,
    }
    if (!known) return { ...(await create(context, item, values, lines)), warnings }
    const former = item.company ? await moveOrder(context, known, item.company) : null
    const passport = {
      sync_node: context.node.name,
      sync_run: context.run,
      external_id: item.externalId,
      taken_by_id: context.node.id,
    }
    const linked = await updateRow(context, 'orders', known.id, { external_id: item.externalId }, passport)
    const updated = await updateRow(context, 'orders', known.id, values, passport)
    const relined = lines ? await writeLines(context, known, lines) : 'same'
    if (updated || relined !== 'same')
      await tellChange(context, known, {
        total,
        relined: relined === 'lines',
        currency: item.currency ?? known.currency,
      })
    known.currency = item.currency ?? known.currency
    if (former) await tellCame(context, known, total, item)
    const stands = known.status === 'cancelled' && known.unsent && item.state && item.state !== 'cancelled'
    if (stands) warnings.push({ code: 'order.cancelledHere', params: { number: known.number }, field: 'state' })
    const moved =
      item.state && !stands ? await tryMoveTo(context, known, item.state, item.stateComment, warnings) : false
    return {
      id: known.id,
      result: former || linked || updated || relined !== 'same' || moved ? 'changed' : 'same',
      warnings,
    }
  },
  read: async ({ req }, ask) => {
    const asked = sql`(external_id = any(${list(ask.externalIds)}) or number = any(${list(ask.externalIds)}) or ${idIn(sql`id`, ask.ids)})`
    return (await readOutgoing(req, asked, { limit: MOST_READ })).map(asItem)
  },
  gives: orderGives,
  newsFor: ({ req }, node, ids) => newsOf(req, node, ids),
  takeOver: ({ req }, node) => takeOver(req, node),
  given: async ({ req }, node, ids) => {
    await offerOrders(req, node.id, idIn(sql`id`, ids))
    return newsOf(req, node, ids)
  },
  acknowledged: ({ req, actor }, ids, seq) => receiveUpTo(req, String(actor.id), ids, seq),
})

async function newsOf(runner: Runner, node: ExchangeNode, ids: readonly string[]): Promise<string[]> {
  const rows = await selectFrom(runner, 'orders', ['id'], sql`where ${idIn(sql`id`, ids)} and ${ordersFor(node)}`)
  return rows.map(({ id }) => id)
}

/**
 * By its identifier in 1C (or the portal's own, which 1C may give back), else by its number: that names an order of the
 * same client alone. @throws AppError `order.twoFound`, `order.otherExternal`, `order.otherClient` 409
 */
async function locate(context: ItemContext, item: Item): Promise<KnownOrder | null> {
  const rows = await query<KnownOrder & { externalId: string | null; takenBy: string | null }>(
    context.req,
    sql`select id::text, company_id::text as company, number, status::text, total::float8 as total, currency, unsent_since is not null as unsent, external_id as "externalId",
               ${sourceOfNodeIn('taken_by_id')} as "takenBy" from orders
        where external_id = ${item.externalId} or (number = ${item.number ?? null} and (external_id is null or ${sourceOf(sql`external_id`)} = ${context.node.source})) for update`,
  )
  if (rows.length > 1)
    throw new AppError('order.twoFound', { number: item.number ?? '' }, { status: 409, field: 'number' })
  const [row] = rows
  if (!row) return null
  if (row.externalId && row.externalId !== item.externalId)
    throw new AppError('order.otherExternal', { number: row.number }, { status: 409, field: 'externalId' })
  const byNumber = row.externalId === null && row.id !== bareId(item.externalId)
  if (byNumber && row.takenBy !== null && row.takenBy !== context.node.source)
    throw new AppError('order.otherExternal', { number: row.number }, { status: 409, field: 'number' })
  if (byNumber && item.company && (await needId(context, 'companies', item.company, 'company')) !== row.company) {
    throw new AppError('order.otherClient', { number: row.number }, { status: 409, field: 'number' })
  }
  return row
}

/** 1C has given a known order to another client: it goes there with all that is under it. */
async function moveOrder(context: ItemContext, order: KnownOrder, company: string): Promise<string | null> {
  const id = await needId(context, 'companies', company, 'company')
  const former = await moveOwner({ ...context, company: id }, 'orders', order.id)
  order.company = id
  return former
}

async function tellCame(
  { req, actor }: ItemContext,
  order: KnownOrder,
  total: number | undefined,
  item: Item,
): Promise<void> {
  const data = {
    number: order.number,
    fresh: isFresh(item.placedAt ?? item.erpDate, item.state ?? order.status),
    sum: { amount: total ?? order.total, currency: order.currency },
  }
  await recordEvent(req, {
    type: 'order.imported',
    entity: 'orders',
    entityId: order.id,
    company: order.company,
    actor,
    data,
  })
}

/** An order that was born in 1C: taken with the state it has there. */
async function create(
  context: ItemContext,
  item: Item,
  values: Parameters<typeof upsert>[3],
  lines: Relined | undefined,
): Promise<{ id: string; result: 'created' }> {
  const need = (field: string): AppError => new AppError('input.required', {}, { status: 422, field })
  if (!item.company) throw need('company')
  const number = item.number ?? item.erpNumber
  if (!number) throw need('number')
  if (!lines) throw need('lines')
  const company = await needId(context, 'companies', item.company, 'company')
  const placed = item.placedAt ?? item.erpDate
  const free = await freeNumber(context.req, number, placed ?? new Date().toISOString())
  const currency =
    item.currency ??
    (await currencyOf(context, 'orders', item.externalId, [
      ['contracts', values.contract_id as string | null | undefined],
      ['companies', company],
    ]))
  const { id } = await upsert(
    context,
    'orders',
    item.externalId,
    { ...values, number: free, company_id: company },
    {
      status: item.state ?? orderWorkflow.initial[0],
      placed_at: placed ? toUtc(placed, context.node.timezone) : new Date().toISOString(),
      delivery_method: item.deliveryAddress ? 'delivery' : 'pickup',
      payment_method: invoiceMethod.slug,
      currency,
      exported_at: new Date().toISOString(),
      taken_by_id: context.node.id,
    },
  )
  const order = { id, company, number: free, status: '', total: 0, currency, unsent: false }
  await writeLines(context, order, lines)
  await recordEvent(context.req, {
    type: 'order.imported',
    entity: 'orders',
    entityId: id,
    company,
    actor: context.actor,
    data: {
      number: free,
      fresh: isFresh(placed, item.state),
      sum: { amount: values.total === undefined ? 0 : Number(values.total), currency: order.currency },
    },
  })
  return { id, result: 'created' }
}

/** An order of these days that goes on; history that is loaded once is news to nobody. */
function isFresh(placed: string | undefined, state: string | undefined): boolean {
  const days = placed ? (Date.now() - Date.parse(placed)) / 86_400_000 : 0
  return days < 3 && state !== 'closed' && state !== 'cancelled'
}

async function tellChange(
  { req, actor }: ItemContext,
  order: KnownOrder,
  { total, relined, currency }: { total: number | undefined; relined: boolean; currency: string },
): Promise<void> {
  const now = total ?? order.total
  const what = now !== order.total ? 'sum' : relined ? 'lines' : 'other'
  await recordEvent(req, {
    type: 'order.changed',
    entity: 'orders',
    entityId: order.id,
    company: order.company,
    actor,
    data: {
      number: order.number,
      what,
      from: order.total,
      to: now,
      was: { amount: order.total, currency: order.currency },
      sum: { amount: now, currency },
    },
  })
}
