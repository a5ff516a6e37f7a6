import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { formatDecimal } from '@/src/lib/decimal'
import { isAppError } from '@/src/lib/errors'
import { erpActor } from '@/src/mechanisms/access/actor'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { noCounts, type BulkCounts, type Wanted } from '@/src/mechanisms/exchange/bulk/bulkTable'
import type { Counterparty, OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { defineConsumer, type Consumption, type ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import type { ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { applyItems } from '@/src/mechanisms/exchange/items/takeItems'
import { orderResource } from './order.resource'
import { stateOf } from './order.states'

/**
 * Orders inside CommerceML files become items of the same resource that REST takes, so there is one
 * way for an order into the portal. An order of a client that the portal does not know waits.
 */
export const orderConsumer = defineConsumer({
  name: 'orders',
  area: 'orders',
  begin: (context): Consumption => {
    const counts = noCounts()
    return {
      take: async (record) => {
        if (record.kind !== 'order') return
        counts.read += 1
        counts[await takeOrder(context, record)] += 1
      },
      end: async (): Promise<Record<string, BulkCounts>> => (counts.read > 0 ? { orders: counts } : {}),
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

async function takeOrder(context: ConsumerContext, record: OrderRecord): Promise<'created' | 'changed' | 'same' | 'failed' | 'parked'> {
  const { req } = context
  const known = await findOrder(context, record)
  const company = known ? undefined : await companyOf(context, record.counterparties)
  const problem = (code: string, params?: Record<string, string | number>, wants?: Wanted[]) =>
    context.problem({ entity: 'orders', externalId: record.externalId, code, params, line: record.at.line, row: record, parked: wants !== undefined, wants })
  if (!known && !company) {
    await problem('order.unknownClient', { number: record.number }, clientsOf(record.counterparties))
    return 'parked'
  }
  const item = itemOf(record, known, company, known?.number ?? (await freeNumber(context, record)))
  const [taken] = await inTransaction(req, () => {
    const items: ItemContext = { req, actor: erpActor(context.node), node: context.node, run: context.run, found: new Map() }
    return applyItems(items, orderResource, [item])
  })
  if (!taken || taken.outcome instanceof Error) {
    const error = taken?.outcome
    await problem(isAppError(error) ? error.code : 'unexpected', isAppError(error) ? error.params : undefined)
    return 'failed'
  }
  await context.arrived({ entity: 'orders' }, [record.externalId])
  return taken.outcome.result
}

/** Whoever of these comes, the order may be somebody's. */
const clientsOf = (parties: readonly Counterparty[]): Wanted[] =>
  parties.flatMap(({ externalId, inn }) => [
    ...(externalId ? [{ kind: 'contractors', key: externalId }, { kind: 'companies', key: externalId }] : []),
    ...(inn ? [{ kind: 'contractors.inn', key: inn }, { kind: 'companies.inn', key: inn }] : []),
  ])

type Known = { id: string; number: string; status: string; externalId: string | null; total: number }

/**
 * By our own id (1C gives back what it got), its id, our number, or the number it gave the order. A number
 * counts only together with its day: 1C begins to number anew every year.
 */
async function findOrder({ req, node }: ConsumerContext, record: OrderRecord): Promise<Known | null> {
  const day = (moment: SQL): SQL => sql`(${moment} at time zone ${node.timezone})::date`
  const [row] = await query<Known>(
    req,
    sql`select id::text, number, status::text, external_id as "externalId", total::float8 as total from orders
        where ${idIs(sql`id`, record.externalId)} or external_id = ${record.externalId}
           or (number = ${record.number} and ${day(sql`placed_at`)} = ${day(sql`${record.date}::timestamptz`)})
           or (erp_number = ${record.number1c} and ${day(sql`erp_date`)} = ${day(sql`${record.date1c}::timestamptz`)})
        order by ${idIs(sql`id`, record.externalId)} desc, (external_id = ${record.externalId}) desc nulls last limit 1`,
  )
  return row ?? null
}

/** Number for an order that was made in 1C: its own there, with the year where another year's order has it already. */
async function freeNumber({ req }: ConsumerContext, record: OrderRecord): Promise<string> {
  const number = record.number1c ?? record.number
  const [taken] = await query<{ number: string }>(req, sql`select number from orders where number = ${number}`)
  return taken ? `${number.slice(0, 30)}/${new Date(record.date).getUTCFullYear()}` : number
}

/** External id of the client behind a counterparty: its contractor, itself, or the same ИНН. */
async function companyOf({ req }: ConsumerContext, parties: readonly Counterparty[]): Promise<string | undefined> {
  for (const party of parties) {
    const [row] = await query<{ external: string }>(
      req,
      sql`select c.external_id as external from companies c left join contractors t on t.company_id = c.id
          where c.external_id is not null and (t.external_id = ${party.externalId} or c.external_id = ${party.externalId}
             or (${party.inn}::text <> '' and (t.inn = ${party.inn} or c.inn = ${party.inn}))) limit 1`,
    )
    if (row) return row.external
  }
  return undefined
}

function itemOf(record: OrderRecord, known: Known | null, company: string | undefined, number: string): Record<string, unknown> {
  const state = stateOf(record)
  const moves = state && (!known || state.rank > state.rankOf(known.status) || state.name === 'cancelled')
  const rate = record.lines.length > 0
  return {
    externalId: known ? (known.externalId ?? record.externalId) : record.externalId,
    number,
    ...(company ? { company } : {}),
    ...(moves ? { state: state.name, ...commentOf(record, state.name) } : {}),
    ...(record.number1c ? { erpNumber: record.number1c } : {}),
    ...(record.date1c ? { erpDate: record.date1c } : {}),
    placedAt: record.date,
    ...(record.total === null ? {} : { total: money(record.total) }),
    ...((record.paid ?? Boolean(record.paidDate ?? record.paidNumber)) ? { paid: money(record.total ?? known?.total ?? 0) } : {}),
    ...(record.comment ? { comment: record.comment.slice(0, 4_000) } : {}),
    ...(rate ? { lines: record.lines.map(lineOf) } : {}),
  }
}

/** What the order's history says of the move: by which document of 1C it went. */
function commentOf({ shippedNumber, shippedDate }: OrderRecord, state: string): { stateComment?: string } {
  if (state === 'cancelled') return { stateComment: 'Отменён в 1С' }
  if (state !== 'shipped' || !(shippedNumber ?? shippedDate)) return {}
  const day = shippedDate ? ` от ${new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeZone: 'Europe/Moscow' }).format(new Date(shippedDate))}` : ''
  return { stateComment: `Отгрузка${shippedNumber ? ` № ${shippedNumber.trim().slice(0, 60)}` : ''}${day}` }
}

function lineOf(line: OrderRecord['lines'][number]): Record<string, unknown> {
  const sku = line.characteristicExternalId ? `${line.productExternalId}#${line.characteristicExternalId}` : line.productExternalId
  return {
    sku,
    name: line.name.slice(0, 1_000) || '—',
    article: line.article,
    unit: line.unit?.name ?? null,
    qty: formatDecimal(line.qty, 3),
    price: formatDecimal(line.price ?? 0, 4),
    total: money(line.total ?? 0),
    discount: money(line.discount),
    vatRate: line.vat[0]?.rate ?? null,
  }
}

const money = (kopecks: number): string => formatDecimal(kopecks, 2, 2)
