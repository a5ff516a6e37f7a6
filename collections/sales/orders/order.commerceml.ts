import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { formatDecimal } from '@/src/lib/decimal'
import { errorCode } from '@/src/lib/error-labels'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import { erpActor } from '@/src/mechanisms/access/actor'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { noCounts, type BulkCounts, type Wanted } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { SHIPMENT_OPERATION } from '@/src/mechanisms/exchange/commerceml/read-document'
import type { OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { joinId } from '@/src/mechanisms/exchange/commerceml/values'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import type { ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { applyItems } from '@/src/mechanisms/exchange/items/takeItems'
import { paramsOfLine } from '@/src/mechanisms/exchange/journal/lineText'
import { bareId } from '@/src/mechanisms/exchange/source'
import { clientsOf, isSomebodyElse, type Candidate } from './clientsOf'
import { freeNumber } from './freeNumber'
import { orderResource } from './order.exchange'
import { documentsOf, settleLocked, shippedWhole } from './order.settle.actions'
import { byNumberAlone, orderStateOf, stateWord, type OrderStanding } from './order.states.rules'

/**
 * Orders inside CommerceML files become items of the same resource that REST takes, so there is one
 * way for an order into the portal. An order of a client that the portal does not know waits.
 */
export const orderConsumer = defineConsumer({
  name: 'orders',
  area: 'orders',
  begin: (context): Consumption => {
    const counts = noCounts()
    // Whether a number of a shipment stands for all of it is known once the file has told of its shipments.
    const late: OrderRecord[] = []
    const shipments = new Set<string>()
    const take = async (record: OrderRecord): Promise<void> => {
      counts[await takeOrder(context, record)] += 1
    }
    return {
      take: async (record) => {
        if (record.kind === 'document' && record.operation === SHIPMENT_OPERATION && record.baseExternalId)
          shipments.add(bareId(record.baseExternalId))
        if (record.kind !== 'order') return
        counts.read += 1
        if (byNumberAlone(record)) late.push(record)
        else await take(record)
      },
      end: async (): Promise<Record<string, BulkCounts>> => {
        for (const record of late)
          await take(
            [bareId(record.externalId), record.number].some((base) => shipments.has(base))
              ? { ...record, shippedNumber: null, shippedDate: null }
              : record,
          )
        return counts.read > 0 ? { orders: counts } : {}
      },
    }
  },
  retry: async (context, entity, rows) => {
    if (entity !== 'orders') return null
    const taken: string[] = []
    for (const { id, row } of rows) {
      // The journal keeps orders as they were read.
      const result = await takeOrder(context, row as unknown as OrderRecord)
      if (result !== 'failed' && result !== 'parked') taken.push(id)
    }
    return taken
  },
})

async function takeOrder(
  context: ConsumerContext,
  record: OrderRecord,
): Promise<'created' | 'changed' | 'same' | 'failed' | 'parked'> {
  const { req } = context
  const problem = (code: ErrorCode, params?: ErrorParams, wants?: Wanted[]) =>
    context.problem({
      entity: 'orders',
      externalId: record.externalId,
      code,
      params,
      line: record.at.line,
      row: record,
      parked: wants !== undefined,
      wants,
    })
  const clients = await clientsOf(context, record.counterparties)
  const known = await findOrder(context, record, clients)
  const client = known && clients.some(({ company }) => company === known.company) ? null : clients[0]
  if (
    !client &&
    (known ? clients.length === 0 && (await isSomebodyElse(context, known.company, record.counterparties)) : true)
  ) {
    await problem('order.unknownClient', { number: record.number }, wantedClients(record))
    return 'parked'
  }
  const standing = known
    ? { status: known.status, unsent: known.unsent, shippedWhole: await shippedWhole(req, known) }
    : null
  const number = known?.number ?? (await freeNumber(req, record.number1c ?? record.number, record.date))
  const [taken] = await inTransaction(req, async () => {
    const items: ItemContext = {
      req,
      actor: erpActor(context.node),
      node: context.node,
      run: context.run,
      found: foundOf(client),
    }
    const applied = await applyItems(items, orderResource, [
      await itemOf(req, record, { known, client, number, standing }),
    ])
    const id = applied[0] && !(applied[0].outcome instanceof Error) ? applied[0].outcome.id : undefined
    if (known && id)
      await settleLocked(
        req,
        items.actor,
        await lockRow(req, items.actor, { entity: 'orders', id: () => id }, null),
        record.shipped === true || stateWord(record.statusName)?.gone === true,
      )
    return applied
  })
  if (!taken || taken.outcome instanceof Error) {
    const error = taken?.outcome
    await problem(errorCode(error), error instanceof Error ? paramsOfLine(error) : {})
    return 'failed'
  }
  await context.arrived({ entity: 'orders', reads: 'document' }, [record.externalId])
  if (record.statusName !== null && !stateWord(record.statusName))
    await problem('order.statusUnknown', { number, status: record.statusName.slice(0, 80) })
  for (const { code, params } of taken.outcome.warnings ?? [])
    if (code !== 'order.skuUnknown') await problem(code, params)
  return taken.outcome.result
}

/** Whoever of these comes, the order may be somebody's. */
const wantedClients = ({ counterparties }: OrderRecord): Wanted[] =>
  counterparties.flatMap(({ externalId, inn }) => [
    ...(externalId
      ? [
          { kind: 'contractors', key: externalId },
          { kind: 'companies', key: externalId },
        ]
      : []),
    ...(inn
      ? [
          { kind: 'contractors.inn', key: inn },
          { kind: 'companies.inn', key: inn },
        ]
      : []),
  ])

type Known = {
  id: string
  number: string
  status: string
  company: string
  externalId: string | null
  total: number
  paid: number
  unsent: boolean
}

/**
 * By our own id (1C gives back what it got), its id, our number, or the number it gave the order. A number counts only
 * together with its day (1C begins to number anew every year), its client and the node it came from: two bases number alike.
 */
async function findOrder(
  { req, node }: ConsumerContext,
  record: OrderRecord,
  clients: readonly Candidate[],
): Promise<Known | null> {
  const day = (moment: SQL): SQL => sql`(${moment} at time zone ${node.timezone})::date`
  const theirs = sql`${idIn(
    sql`company_id`,
    clients.map(({ company }) => company),
  )} and (taken_by_id is null or ${idIs(sql`taken_by_id`, node.id)})`
  const ours = idIs(sql`id`, bareId(record.externalId))
  const [row] = await query<Known>(
    req,
    sql`select id::text, number, status::text, company_id::text as company, external_id as "externalId", total::float8 as total, coalesce(paid, 0)::float8 as paid,
               unsent_since is not null as unsent from orders
        where ${ours} or external_id = ${record.externalId}
           or (number = ${record.number} and ${day(sql`placed_at`)} = ${day(sql`${record.date}::timestamptz`)} and ${theirs})
           or (erp_number = ${record.number1c} and ${day(sql`erp_date`)} = ${day(sql`${record.date1c}::timestamptz`)} and ${theirs})
        order by ${ours} desc, (external_id = ${record.externalId}) desc nulls last limit 1`,
  )
  return row ?? null
}

/** A client of the portal may have no identifier in 1C: it is named by its own here. */
function foundOf(client: Candidate | null | undefined): Map<string, string> {
  const found = new Map<string, string>()
  if (client) found.set(`companies ${client.company}`, client.company)
  if (client?.contractor) found.set(`contractors ${client.contractor}`, client.contractor)
  return found
}

type Place = {
  known: Known | null
  client: Candidate | null | undefined
  number: string
  standing: OrderStanding | null
}

async function itemOf(
  req: PayloadRequest,
  record: OrderRecord,
  { known, client, number, standing }: Place,
): Promise<Record<string, unknown>> {
  const state = orderStateOf(record, standing)
  const paid = await paidOf(req, record, known)
  const vat = vatOf(record)
  const warehouse = await knownWarehouse(req, record.warehouseExternalId)
  return {
    externalId: known ? (known.externalId ?? record.externalId) : record.externalId,
    number,
    ...(client ? { company: client.company, ...(client.contractor ? { contractor: client.contractor } : {}) } : {}),
    ...(state ? { state, ...commentOf(record, state) } : {}),
    ...(record.number1c ? { erpNumber: record.number1c } : {}),
    ...(record.date1c ? { erpDate: record.date1c } : {}),
    placedAt: record.date,
    ...(record.total === null ? {} : { total: money(record.total) }),
    ...(record.currency ? { currency: record.currency } : {}),
    ...(vat === null ? {} : { vat: money(vat) }),
    ...(paid === null ? {} : { paid: money(paid) }),
    ...(warehouse ? { warehouse } : {}),
    ...(record.comment ? { comment: record.comment.slice(0, 4_000) } : {}),
    ...(record.lines.length > 0 ? { lines: record.lines.map(lineOf) } : {}),
  }
}

/** The warehouse that ships the order. One that the portal has not been told of keeps no order waiting. */
async function knownWarehouse(req: PayloadRequest, externalId: string | null): Promise<string | null> {
  const [row] = externalId
    ? await query<{ externalId: string }>(
        req,
        sql`select external_id as "externalId" from warehouses where external_id = ${externalId}`,
      )
    : []
  return row?.externalId ?? null
}

/**
 * What the order itself says of its payment: wholly paid or not. The number of a payment alone, which 1C fills with the
 * first of them, tells no sum; where documents of payment have come, they know better.
 */
async function paidOf(req: PayloadRequest, record: OrderRecord, known: Known | null): Promise<number | null> {
  if (record.paid === null || (known && (await documentsOf(req, known.id)).paid !== null)) return null
  if (record.paid) return record.total ?? known?.total ?? 0
  return known && known.total > 0 && known.paid >= known.total ? 0 : null
}

/** VAT as the document tells it: as a whole, else line by line; null when it is left to the rates of the lines. */
function vatOf({ vat, lines }: OrderRecord): number | null {
  const whole = vat.flatMap(({ sum }) => (sum === null ? [] : [sum]))
  if (whole.length > 0) return whole.reduce((all, sum) => all + sum, 0)
  const told = lines.map((line) => line.vat.map(({ sum, rate }) => sum ?? (rate === null ? 0 : null)))
  if (lines.length === 0 || told.some((sums) => sums.length === 0 || sums.includes(null))) return null
  return told.flat().reduce<number>((all, sum) => all + (sum ?? 0), 0)
}

/** What the order's history says of the move: by which document of 1C it went. */
function commentOf({ shippedNumber, shippedDate }: OrderRecord, state: string): { stateComment?: string } {
  if (state === 'cancelled') return { stateComment: 'Отменён в 1С' }
  if (state !== 'shipped' || !(shippedNumber ?? shippedDate)) return {}
  const day = shippedDate
    ? ` от ${new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeZone: 'Europe/Moscow' }).format(new Date(shippedDate))}`
    : ''
  return { stateComment: `Отгрузка${shippedNumber ? ` № ${shippedNumber.trim().slice(0, 60)}` : ''}${day}` }
}

function lineOf(line: OrderRecord['lines'][number]): Record<string, unknown> {
  const sku = line.productExternalId && joinId(line.productExternalId, line.characteristicExternalId)
  return {
    ...(sku ? { sku } : {}),
    name: line.name.slice(0, 1_000) || '—',
    article: line.article,
    unit: line.unit?.name ?? null,
    qty: formatDecimal(line.qty, 3),
    price: formatDecimal(line.price ?? 0, 4),
    total: money(line.total ?? 0),
    discount: money(line.discount),
    ...rateOf(line.vat),
  }
}

/** «Без НДС» is a rate, too; a tax with a sum and no rate, or no tax at all, tells none. */
function rateOf([tax]: OrderRecord['vat']): { vatRate?: number | null } {
  return !tax || (tax.rate === null && tax.sum) ? {} : { vatRate: tax.rate }
}

const money = (kopecks: number): string => formatDecimal(kopecks, 2, 2)
