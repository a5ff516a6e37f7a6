import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { formatDecimal } from '@/src/lib/decimal'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { errorCode } from '@/src/lib/error-labels'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import { erpActor } from '@/src/mechanisms/access/actor'
import { actionNamed } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { list } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { noCounts, type BulkCounts, type Wanted } from '@/src/mechanisms/exchange/bulk/bulkTable'
import type { DocumentRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { wallClock } from '@/src/mechanisms/exchange/commerceml/times'
import { joinId } from '@/src/mechanisms/exchange/commerceml/values'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { bareId } from '@/src/mechanisms/exchange/source'
import type { ItemContext, ItemResult } from '@/src/mechanisms/exchange/items/defineResource'
import { applyItems } from '@/src/mechanisms/exchange/items/takeItems'
import { paramsOfLine } from '@/src/mechanisms/exchange/journal/lineText'
import { documentResource } from './document.exchange'

/** ХозОперация of CommerceML (schema 2.10) and the kind of document that it is in the portal. */
const KINDS: Readonly<Record<string, string>> = {
  'Счет на оплату': 'invoice',
  'Отпуск товара': 'waybill',
  'Счет-фактура': 'vatInvoice',
  'Выплата безналичных денег': 'payment',
  'Выплата наличных денег': 'payment',
  'Эквайринговая операция': 'payment',
  'Возврат безналичных денег': 'refund',
  'Возврат наличных денег': 'refund',
}

/**
 * Payments, shipments, invoices that CommerceML carries under an order: they become documents of that order, and what
 * they add up to is told to the order itself. What the portal does not show is named in the journal.
 */
export const documentConsumer = defineConsumer({
  name: 'documents',
  // They are parts of orders and come with them: no right of their own.
  area: 'orders',
  after: 'orders',
  begin: (context): Consumption => {
    // A payment stands in the file before the order it belongs to.
    const documents: DocumentRecord[] = []
    const saidShipped = new Set<string>()
    return {
      take: (record) => {
        if (record.kind === 'document') documents.push(record)
        if (record.kind === 'order' && record.shipped) saidShipped.add(bareId(record.externalId)).add(record.number)
      },
      end: async (): Promise<Record<string, BulkCounts>> => {
        const counts = { ...noCounts(), read: documents.length }
        for (const record of documents) counts[await takeDocument(context, record, saidShipped)] += 1
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

type Order = { id: string; company: string; currency: string }

async function takeDocument(
  context: ConsumerContext,
  record: DocumentRecord,
  saidShipped: ReadonlySet<string> = new Set(),
): Promise<ItemResult> {
  const kind = KINDS[record.operation]
  const params = { operation: record.operation, number: record.number }
  const problem = (code: ErrorCode, more: ErrorParams = params, wants?: Wanted[]): Promise<void> =>
    context.problem({
      entity: 'documents',
      externalId: record.externalId,
      code,
      params: more,
      line: record.at.line,
      row: record,
      parked: wants !== undefined,
      wants,
    })
  const order = record.baseExternalId ? await orderOf(context, record.baseExternalId, record.counterparties) : null
  if (!kind || !record.baseExternalId) {
    await problem(kind ? 'document.noOrder' : 'document.notTaken')
    return 'failed'
  }
  if (!order) {
    await problem('document.unknownOrder', params, wantedOrders(record.baseExternalId))
    return 'parked'
  }
  const outcome = await inTransaction(context.req, () =>
    write(context, record, kind, order, saidShipped.has(bareId(record.baseExternalId ?? ''))),
  )
  if (outcome instanceof Error) {
    await problem(errorCode(outcome), paramsOfLine(outcome))
    return 'failed'
  }
  await context.arrived({ entity: 'documents', reads: 'document' }, [record.externalId])
  return outcome.result
}

/** The order by its identifier in 1C, by its number, or by the portal's own id. */
const wantedOrders = (base: string): Wanted[] => [
  { kind: 'orders', key: base },
  ...['orders.number', 'orders.id'].map((kind) => ({ kind, key: bareId(base) })),
]

/** By identifier, or by number: that only among the orders of this node and, where the document names a client, of that client. */
async function orderOf(
  { req, node }: ConsumerContext,
  base: string,
  parties: DocumentRecord['counterparties'],
): Promise<Order | null> {
  const named = parties.flatMap(({ externalId }) => externalId ?? [])
  const ours = bareId(base)
  const bare = named.map(bareId)
  const ids = list(named)
  const numbers = list(parties.flatMap(({ inn }) => inn || []))
  const [row] = await selectFrom(
    req,
    'orders o',
    { id: 'id', company: 'company_id', currency: 'currency' },
    sql`where ${idIs(sql`o.id`, ours)} or o.external_id = ${base}
           or (o.number = ${ours} and (o.taken_by_id is null or ${idIs(sql`o.taken_by_id`, node.id)}) and (${parties.length === 0} or exists (
             select 1 from companies c left join contractors t on t.company_id = c.id where c.id = o.company_id
               and (c.external_id = any(${ids}) or t.external_id = any(${ids}) or ${idIn(sql`c.id`, bare)} or ${idIn(sql`t.id`, bare)} or c.inn = any(${numbers}) or t.inn = any(${numbers})))))
        order by (${idIs(sql`o.id`, ours)} or o.external_id = ${base}) desc nulls last limit 1`,
  )
  return row ?? null
}

async function write(
  context: ConsumerContext,
  record: DocumentRecord,
  kind: string,
  order: Order,
  saidShipped: boolean,
) {
  const { req, node, run } = context
  // The company of the order may have been made in the portal and have no identifier in 1C: it is named by its own.
  const items: ItemContext = {
    req,
    actor: erpActor(node),
    node,
    run,
    found: new Map([
      [`companies ${order.company}`, order.company],
      [`orders ${order.id}`, order.id],
    ]),
  }
  const total = formatDecimal(record.total ?? 0, 2, 2)
  const former = await formerOrder(req, record.externalId)
  const [taken] = await applyItems(items, documentResource, [
    {
      externalId: record.externalId,
      company: order.company,
      order: order.id,
      kind,
      number: (record.number1c ?? record.number).slice(0, 60),
      date: wallClock(record.date1c ?? record.date, node.timezone).date,
      total,
      ...(kind === 'payment' || kind === 'refund' ? { paid: total } : {}),
      ...(kind === 'waybill' && record.lines.length > 0 ? { goods: record.lines.map(goodsOf) } : {}),
      currency: record.currency ?? order.currency,
      cancelled: record.cancelled || record.deleted || record.posted === false,
    },
  ])
  if (!taken) return new Error('The document was left without an outcome')
  if (taken.outcome instanceof Error || taken.outcome.result === 'same') return taken.outcome
  for (const one of new Set([order.id, ...(former ? [former] : [])])) await tellOrder(items, one, saidShipped)
  return taken.outcome
}

const goodsOf = (line: DocumentRecord['lines'][number]): Record<string, unknown> => ({
  sku: line.productExternalId && joinId(line.productExternalId, line.characteristicExternalId),
  name: line.name.slice(0, 1_000) || '—',
  qty: formatDecimal(line.qty, 3),
})

/** The order that a document stood under until now: what it adds up to changes when the document leaves. */
async function formerOrder(req: PayloadRequest, document: string): Promise<string | null> {
  const [row] = await selectFrom(req, 'documents', { order: 'order_id' }, sql`where external_id = ${document}`)
  return row?.order ?? null
}

/** What the documents of an order add up to is the order's own to say: paid, shipped, and its state. */
async function tellOrder({ req, actor }: ItemContext, order: string, saidShipped: boolean): Promise<void> {
  const settle = actionNamed('orders.settle')
  if (settle) await runAction(settle, { req, input: { order, saidShipped }, as: actor })
}

const errorWords = addErrorLabels({
  'document.notTaken': {
    ru: 'Документ «{operation}» {number} не принят: такие документы в кабинете не показываются',
    en: 'The document “{operation}” {number} was not taken: the portal shows no such documents',
  },
  'document.noOrder': {
    ru: 'Документ «{operation}» {number} не принят: не сказано, к какому заказу он относится',
    en: 'The document “{operation}” {number} was not taken: it names no order',
  },
  'document.unknownOrder': {
    ru: 'Документ «{operation}» {number} ждёт своего заказа',
    en: 'The document “{operation}” {number} waits for its order',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
