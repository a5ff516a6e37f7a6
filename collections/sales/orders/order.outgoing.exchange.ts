import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { say } from '@/src/lib/i18n'
import { idIn } from '@/src/mechanisms/database/ids'
import { execute, list } from '@/src/mechanisms/database/query'
import { defineOrderSource } from '@/src/mechanisms/exchange/orderSource'
import { keptId, sourceOfNode } from '@/src/mechanisms/exchange/source'
import { paymentMethods } from '@/collections/sales/payment-methods/definePaymentMethod'
import { orderLabels } from './order.labels'
import { orderWorkflow } from './order.workflow'
import { asDocument, calledBy } from './outgoing/asDocument'
import { DUE_ORDER, dueFor } from './outgoing/dueOrders'
import { offerOrders, receiveRevision } from './outgoing/handOver'
import { readOutgoing } from './outgoing/outgoingOrder'

/** At most this many orders in one answer: UT reads the whole file into memory. */
const BATCH = 200

/**
 * Orders of the portal on their way to 1C by CommerceML: offered until 1C says that it has them, and offered again when
 * people have changed or cancelled them since.
 */
export const orderSource = defineOrderSource({
  pending: async (runner, node) => {
    const source = await sourceOfNode(runner, node)
    const due = await readOutgoing(runner, dueFor({ id: node, source }), { order: DUE_ORDER, limit: BATCH })
    return due.map((order) => asDocument(source, order))
  },
  offered: async (runner, node, orders) => {
    const source = await sourceOfNode(runner, node)
    return (await offerOrders(runner, node, named(source, orders))).map((order) => calledBy(source, order))
  },
  commit: async (runner, node, offered) => {
    const source = await sourceOfNode(runner, node)
    for (const order of offered) await receiveRevision(runner, node, named(source, [order]), order.revision)
  },
  park: async (runner, node, id, problem) => {
    const known = named(await sourceOfNode(runner, node), [{ externalId: id }])
    await execute(runner, sql`update orders set export_problem = ${problem.slice(0, 500)} where ${known}`)
  },
  info: () => ({
    statuses: Object.entries(orderWorkflow.states).map(([id, { label }]) => ({ id, name: say(label, 'ru') })),
    paymentSystems: paymentMethods().map(({ slug, label }) => ({
      id: slug,
      name: say(label, 'ru'),
      type: 'Безналичная',
    })),
    deliveryServices: Object.entries(orderLabels.options.deliveryMethod).map(([id, label]) => ({
      id,
      name: say(label, 'ru'),
    })),
  }),
})

/** Condition on `orders` alone: 1C knows an order by the portal's own identifier, one that was made there by its own. */
const named = (source: string, orders: ReadonlyArray<{ externalId: string }>): SQL =>
  sql`(${idIn(
    sql`id`,
    orders.map(({ externalId }) => externalId),
  )} or external_id = any(${list(orders.map(({ externalId }) => keptId(source, externalId)))}))`
