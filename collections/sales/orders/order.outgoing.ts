import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { say } from '@/src/lib/i18n'
import { vatIncluded } from '@/src/lib/money'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { execute, list, query, type Runner } from '@/src/mechanisms/database/query'
import type { OfferedOrder } from '@/src/mechanisms/exchange/commerceml/dialogue-ports'
import type { OutgoingLine, OutgoingOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'
import { defineOrderSource } from '@/src/mechanisms/exchange/orderSource'
import { keptId, servedBy, sourceOfNode, toldId, type ExchangeNode } from '@/src/mechanisms/exchange/source'
import { orderLabels } from './order.labels'
import { orderWorkflow } from './order.workflow'

/** At most this many orders in one answer: UT reads the whole file into memory. */
const BATCH = 200

type Head = {
  id: string
  number: string
  placedAt: string
  currency: string
  total: number
  status: string
  comment: string | null
  reference: string | null
  wanted: string | null
  payment: 'invoice' | 'credit'
  delivery: 'pickup' | 'delivery'
  address: string | null
  warehouse: string | null
  contract: string | null
  revision: string
  external: string | null
  party: { external: string | null; id: string; name: string; legalName: string | null; inn: string | null; kpp: string | null; kind: string; address: string | null; email: string | null; phone: string | null }
  author: { id: string; name: string } | null
}
type Line = { order: string; text: boolean; sku: string | null; name: string; article: string | null; unit: string | null; qty: number; price: number; total: number; vat: number | null }

/**
 * Orders of the portal on their way to 1C: offered until 1C says that it has them, and offered again when people have
 * changed or cancelled them since.
 */
export const orderSource = defineOrderSource({
  pending,
  offered: async (runner, node, orders) => {
    const source = await sourceOfNode(runner, node)
    const rows = await query<{ external: string | null; id: string }>(
      runner,
      sql`update orders o set offered_at = coalesce(o.offered_at, now()), offered_to_id = ${node} where ${named(source, orders)} and ${heldFor(node)} returning ${EXTERNAL} as external, o.id::text`,
    )
    return rows.map((row) => calledBy(source, row))
  },
  commit,
  park: async (runner, node, id, problem) => {
    const known = named(await sourceOfNode(runner, node), [{ externalId: id }])
    await execute(runner, sql`update orders set export_problem = ${problem.slice(0, 500)} where ${known}`)
  },
  info: () => ({
    statuses: Object.entries(orderWorkflow.states).map(([id, { label }]) => ({ id, name: say(label, 'ru') })),
    paymentSystems: Object.entries(orderLabels.options.paymentMethod).map(([id, label]) => ({ id, name: say(label, 'ru'), type: 'Безналичная' })),
    deliveryServices: Object.entries(orderLabels.options.deliveryMethod).map(([id, label]) => ({ id, name: say(label, 'ru') })),
  }),
})

/** 1C knows an order by the portal's own identifier, one that was made there by its own. */
const named = (source: string, orders: ReadonlyArray<{ externalId: string }>): SQL =>
  sql`(${idIn(sql`id`, orders.map(({ externalId }) => externalId))} or external_id = any(${list(orders.map(({ externalId }) => keptId(source, externalId)))}))`

/** Identifier that an order of 1C has there; one that people made is called by the portal's own. */
const EXTERNAL = sql`case when o.author_id is null then o.external_id end`

/** A base that has not been heard of for so long takes no order any more: what it was offered is offered to others. */
const SILENT = sql`interval '1 day'`

/**
 * An order is news to one base alone: to the one that has it. One that nobody has yet is kept for the base that it was offered
 * to first, for that may have it before it says so: no second one makes it meanwhile, and none but the first hears that it was
 * cancelled. A base that is gone holds nothing.
 */
const heldFor = (node: string): SQL => sql`case
  when o.taken_by_id is not null then ${idIs(sql`o.taken_by_id`, node)}
  when o.offered_to_id is null or ${idIs(sql`o.offered_to_id`, node)} then true
  when o.exported_at is not null or o.status = 'cancelled' then false
  else not exists (select 1 from exchange_nodes n where n.id = o.offered_to_id and n.active and n.last_seen_at > now() - ${SILENT}) end`

/** An order of a client of one source is for the nodes of that source: in another base it would be an order of nobody. */
const ofSource = (source: string): SQL => servedBy(source, 'orders', sql`(select co.external_id from companies co where co.id = o.company_id)`)

/** Condition on `orders o`: those that a node is to take. */
export const ordersFor = ({ id, source }: Pick<ExchangeNode, 'id' | 'source'>): SQL => sql`(${heldFor(id)} and ${ofSource(source)})`

/** Condition on `orders o`: those whose changes are for a node to hear of. */
export const newsFor = ({ id, source }: Pick<ExchangeNode, 'id' | 'source'>): SQL => sql`((o.taken_by_id is null or ${idIs(sql`o.taken_by_id`, id)}) and ${ofSource(source)})`

async function pending(runner: Runner, node: string): Promise<OutgoingOrder[]> {
  const source = await sourceOfNode(runner, node)
  // Requisites are of one party: the payer's, else the client's. Two mixed are nobody in 1C.
  const heads = await query<Head>(
    runner,
    sql`select o.id::text, o.number, o.placed_at as "placedAt", o.currency, o.total::float8 as total, o.status::text, o.comment, o.client_reference as reference,
               o.wanted_date as wanted, o.payment_method::text as payment, o.delivery_method::text as delivery, o.delivery_address as address,
               w.external_id as warehouse, c.number as contract, o.updated_at::text || coalesce(o.unsent_since::text, '') as revision,
               ${EXTERNAL} as external,
               case when t.id is not null
                 then jsonb_build_object('external', t.external_id, 'id', t.id, 'name', t.name, 'legalName', t.legal_name, 'inn', t.inn, 'kpp', t.kpp,
                   'kind', t.kind, 'address', t.legal_address, 'email', u.email, 'phone', u.phone)
                 else jsonb_build_object('external', co.external_id, 'id', co.id, 'name', co.name, 'legalName', co.legal_name, 'inn', co.inn, 'kpp', co.kpp,
                   'kind', case when length(co.inn) = 12 then 'entrepreneur' else 'legal' end, 'address', co.address, 'email', co.email, 'phone', co.phone)
               end as party,
               case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end as author
        from orders o join companies co on co.id = o.company_id
        left join contractors t on t.id = o.contractor_id left join warehouses w on w.id = o.warehouse_id
        left join contracts c on c.id = o.contract_id left join users u on u.id = o.author_id
        where ((o.exported_at is null and (o.status <> 'cancelled' or o.offered_at is not null)) or o.unsent_since is not null) and ${ordersFor({ id: node, source })}
        order by o.export_problem is not null, o.placed_at, o.id limit ${BATCH}`,
  )
  const lines = await query<Line>(
    runner,
    sql`select l.order_id::text as "order", l.sku_id is null and l.product_external_id is null as text, coalesce(k.external_id, l.product_external_id) as sku, l.name, l.article, l.unit,
               l.qty::float8 as qty, l.price::float8 as price, l.total::float8 as total, l.vat_rate::float8 as vat
        from order_lines l left join skus k on k.id = l.sku_id
        where l.order_id = any(${list(heads.map(({ id }) => id), 'uuid')}) order by l.position`,
  )
  return heads.map((head) => outgoing(source, head, lines.filter(({ order }) => order === head.id)))
}

/** Exactly the version that was offered: what people have changed since is offered anew. Whoever says so has the order from now on. */
async function commit(runner: Runner, node: string, offered: readonly OfferedOrder[]): Promise<void> {
  const source = await sourceOfNode(runner, node)
  for (const { externalId, revision } of offered) {
    await execute(
      runner,
      sql`update orders set taken_by_id = ${node} where ${named(source, [{ externalId }])} and taken_by_id is null and (offered_to_id is null or ${idIs(sql`offered_to_id`, node)})`,
    )
    await execute(
      runner,
      sql`update orders set exported_at = now(), export_problem = null, unsent_since = null
          where ${named(source, [{ externalId }])} and ${idIs(sql`taken_by_id`, node)} and (exported_at is null or unsent_since is not null)
            and (${revision}::text is null or updated_at::text || coalesce(unsent_since::text, '') = ${revision})`,
    )
  }
}

/** What a node calls a record: its own identifier for it, or ours while it has none. */
const calledBy = (source: string, { external, id }: { external: string | null; id: string }): string => (external === null ? id : toldId(source, external))

function outgoing(source: string, head: Head, lines: readonly Line[]): OutgoingOrder {
  const state = orderWorkflow.states[head.status]
  const off = lines.reduce((sum, { total }) => sum + total, 0) - head.total
  const requisites = [
    ...(head.reference ? [{ name: 'Номер заказа клиента', value: head.reference }] : []),
    ...(head.wanted ? [{ name: 'Желаемая дата отгрузки', value: new Date(head.wanted).toISOString().slice(0, 10) }] : []),
    ...(head.contract ? [{ name: 'Договор', value: head.contract }] : []),
  ]
  return {
    externalId: calledBy(source, head),
    revision: head.revision,
    number: head.number,
    createdAt: new Date(head.placedAt).toISOString(),
    currency: head.currency,
    total: head.total,
    customer: {
      externalId: calledBy(source, head.party),
      kind: head.party.kind === 'legal' ? 'legal' : 'person',
      name: head.party.name,
      legalName: head.party.legalName,
      inn: head.party.inn,
      kpp: head.party.kind === 'legal' ? head.party.kpp : null,
      address: head.party.address,
      email: head.party.email,
      phone: head.party.phone,
      representative: head.author ? { externalId: head.author.id, name: head.author.name } : null,
    },
    lines: lines.map((line) => lineOut(source, line)),
    // What 1C itself took off the whole order.
    discounts: off > 0 ? [{ name: 'Скидка', sum: off }] : [],
    warehouseExternalId: head.warehouse && toldId(source, head.warehouse),
    comment: head.comment,
    cancelled: head.status === 'cancelled',
    statusName: state ? say(state.label, 'ru') : null,
    paymentMethod: say(orderLabels.options.paymentMethod[head.payment], 'ru'),
    deliveryMethod: say(orderLabels.options.deliveryMethod[head.delivery], 'ru'),
    deliveryAddress: head.address,
    requisites,
  }
}

function lineOut(source: string, line: Line): OutgoingLine {
  const [product = '', characteristic] = (line.sku === null ? '' : toldId(source, line.sku)).split('#')
  return {
    productExternalId: line.text ? null : product,
    service: line.text,
    characteristicExternalId: characteristic ?? null,
    name: line.name,
    article: line.article,
    unit: line.unit ? { name: line.unit } : null,
    price: line.price,
    qty: line.qty,
    total: line.total,
    vatRate: line.vat,
    vatSum: line.vat === null ? null : vatIncluded(line.total, line.vat),
    vatIncluded: true,
  }
}
