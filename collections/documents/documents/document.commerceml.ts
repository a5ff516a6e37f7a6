import { sql } from '@payloadcms/db-postgres/drizzle'
import { formatDecimal } from '@/src/lib/decimal'
import { addErrorLabels } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { erpActor } from '@/src/mechanisms/access/actor'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { noCounts, type BulkCounts, type Wanted } from '@/src/mechanisms/exchange/bulk/bulkTable'
import type { DocumentRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { wallClock } from '@/src/mechanisms/exchange/commerceml/times'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { resourceNamed, type ItemContext, type ItemResult } from '@/src/mechanisms/exchange/items/defineResource'
import { applyItems } from '@/src/mechanisms/exchange/items/takeItems'
import { documentResource } from './document.exchange'

/** ХозОперация of CommerceML (schema 2.10) and the kind of document that it is in the portal. */
const KINDS: Readonly<Record<string, string>> = {
  'Счет на оплату': 'invoice',
  'Отпуск товара': 'waybill',
  'Счет-фактура': 'vatInvoice',
  'Выплата безналичных денег': 'payment',
  'Выплата наличных денег': 'payment',
  'Эквайринговая операция': 'payment',
}

/**
 * Payments, shipments, invoices that CommerceML carries under an order: they become documents of that order, and what
 * they add up to is told to the order itself. What the portal does not show is named in the journal.
 */
export const documentConsumer = defineConsumer({
  name: 'documents',
  // They are parts of orders and come with them: no right of their own.
  area: 'orders',
  begin: (context): Consumption => {
    // A payment stands in the file before the order it belongs to.
    const documents: DocumentRecord[] = []
    return {
      take: (record) => {
        if (record.kind === 'document') documents.push(record)
      },
      end: async (): Promise<Record<string, BulkCounts>> => {
        const counts = { ...noCounts(), read: documents.length }
        for (const record of documents) counts[await takeDocument(context, record)] += 1
        return documents.length > 0 ? { documents: counts } : {}
      },
    }
  },
  retry: async (context, entity, rows) => {
    if (entity !== 'documents') return null
    const taken: string[] = []
    for (const { id, row } of rows) {
      // The journal keeps documents as they were read.
      const result = await takeDocument(context, row as unknown as DocumentRecord)
      if (result !== 'failed' && result !== 'parked') taken.push(id)
    }
    return taken
  },
})

type Order = { id: string; externalId: string | null; number: string; company: string; total: number }

async function takeDocument(context: ConsumerContext, record: DocumentRecord): Promise<ItemResult> {
  const kind = KINDS[record.operation]
  const params = { operation: record.operation, number: record.number }
  const problem = (code: string, more: Record<string, string | number> = params, wants?: Wanted[]): Promise<void> =>
    context.problem({ entity: 'documents', externalId: record.externalId, code, params: more, line: record.at.line, row: record, parked: wants !== undefined, wants })
  const order = record.baseExternalId ? await orderOf(context, record.baseExternalId) : null
  if (!kind || !record.baseExternalId) {
    await problem(kind ? 'document.noOrder' : 'document.notTaken')
    return 'failed'
  }
  if (!order) {
    await problem('document.unknownOrder', params, ['orders', 'orders.number', 'orders.id'].map((kind) => ({ kind, key: record.baseExternalId ?? '' })))
    return 'parked'
  }
  const outcome = await inTransaction(context.req, () => write(context, record, kind, order))
  if (outcome instanceof Error) {
    await (isAppError(outcome) ? problem(outcome.code, outcome.params) : problem('unexpected'))
    return 'failed'
  }
  await context.arrived({ entity: 'documents' }, [record.externalId])
  return outcome.result
}

async function orderOf({ req }: ConsumerContext, base: string): Promise<Order | null> {
  const [row] = await query<Order>(
    req,
    sql`select id::text, external_id as "externalId", number, company_id::text as company, total::float8 as total from orders
        where ${idIs(sql`id`, base)} or external_id = ${base} or number = ${base} order by (${idIs(sql`id`, base)} or external_id = ${base}) desc nulls last limit 1`,
  )
  return row ?? null
}

async function write(context: ConsumerContext, record: DocumentRecord, kind: string, order: Order) {
  const { req, node, run } = context
  // The company of the order may have been made in the portal and have no identifier in 1C: it is named by its own.
  const items: ItemContext = { req, actor: erpActor(node), node, run, found: new Map([[`companies ${order.company}`, order.company], [`orders ${order.id}`, order.id]]) }
  const total = formatDecimal(record.total ?? 0, 2, 2)
  const [taken] = await applyItems(items, documentResource, [
    {
      externalId: record.externalId,
      company: order.company,
      order: order.id,
      kind,
      number: (record.number1c ?? record.number).slice(0, 60),
      date: wallClock(record.date1c ?? record.date, node.timezone).date,
      total,
      ...(kind === 'payment' ? { paid: total } : {}),
      currency: /^[A-Z]{3}$/.test(record.currency ?? '') && record.currency !== 'RUR' ? record.currency : 'RUB',
      cancelled: record.cancelled || record.deleted || record.posted === false,
    },
  ])
  if (!taken) return new Error('The document was left without an outcome')
  if (!(taken.outcome instanceof Error)) await tellOrder(items, order)
  return taken.outcome
}

/** What the documents of an order add up to: its payment, and its shipment once everything has gone. */
async function tellOrder(items: ItemContext, order: Order): Promise<void> {
  const orders = resourceNamed('orders')
  const [sums] = await query<{ payments: number; paid: number; shipped: number }>(
    items.req,
    sql`select count(*) filter (where kind = 'payment')::int as payments, coalesce(sum(total) filter (where kind = 'payment' and not coalesce(cancelled, false)), 0)::float8 as paid,
               coalesce(sum(total) filter (where kind = 'waybill' and not coalesce(cancelled, false)), 0)::float8 as shipped from documents where order_id = ${order.id}`,
  )
  if (!orders || !sums) return
  const known = { externalId: order.externalId ?? order.id, number: order.number }
  const told: Record<string, unknown>[] = sums.payments > 0 ? [{ ...known, paid: formatDecimal(sums.paid, 2, 2) }] : []
  // From a state that has no way to it the order does not move: it may be closed already.
  if (sums.shipped > 0 && sums.shipped >= order.total) told.push({ ...known, state: 'shipped' })
  await applyItems(items, orders, told)
}

addErrorLabels({
  'document.notTaken': { ru: 'Документ «{operation}» {number} не принят: такие документы в кабинете не показываются', en: 'The document “{operation}” {number} was not taken: the portal shows no such documents' },
  'document.noOrder': { ru: 'Документ «{operation}» {number} не принят: не сказано, к какому заказу он относится', en: 'The document “{operation}” {number} was not taken: it names no order' },
  'document.unknownOrder': { ru: 'Документ «{operation}» {number} ждёт своего заказа', en: 'The document “{operation}” {number} waits for its order' },
})
