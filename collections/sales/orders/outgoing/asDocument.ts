import { say } from '@/src/lib/i18n'
import type { OutgoingLine, OutgoingOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'
import { toldId } from '@/src/mechanisms/exchange/source'
import { paymentLabel } from '@/collections/sales/payment-methods/definePaymentMethod'
import { orderLabels } from '../order.labels'
import { orderWorkflow } from '../order.workflow'
import type { OrderLine, OrderOut } from './outgoingOrder'

/** What a node calls a record: its own identifier for it, or ours while it has none. */
export const calledBy = (source: string, { external, id }: { external: string | null; id: string }): string =>
  external === null ? id : toldId(source, external)

const OFF = 'Скидка'

/** The order as a document of CommerceML for a node of this source: methods and states in words, dates and numbers of papers as requisites. */
export function asDocument(source: string, order: OrderOut): OutgoingOrder {
  const state = orderWorkflow.states[order.status]
  const { payer, author } = order
  const requisites = [
    ['Номер заказа клиента', order.reference],
    ['Желаемая дата отгрузки', order.wanted],
    ['Плановая дата отгрузки', order.planned],
    ['Договор', order.contractNumber],
  ].flatMap(([name, value]) => (name && value ? [{ name, value }] : []))
  return {
    // 1C knows an order that people made by the portal's own identifier, whatever its own is.
    externalId: calledBy(source, { id: order.id, external: order.bornThere ? order.external : null }),
    revision: order.revision,
    number: order.number,
    createdAt: new Date(order.placedAt).toISOString(),
    currency: order.currency,
    total: order.total,
    customer: {
      externalId: calledBy(source, payer),
      kind: payer.kind === 'legal' ? 'legal' : 'person',
      name: payer.name,
      legalName: payer.legalName,
      inn: payer.inn,
      kpp: payer.kpp,
      address: payer.address,
      email: payer.email,
      phone: payer.phone,
      representative: author && { externalId: author.id, name: author.name },
    },
    lines: order.lines.map((line) => lineOut(source, line)),
    discounts: order.discount > 0 ? [{ name: OFF, sum: order.discount }] : [],
    warehouseExternalId: order.warehouse && toldId(source, order.warehouse),
    comment: order.comment,
    cancelled: order.status === 'cancelled',
    ...(isPaid(order) ? { paid: true } : {}),
    statusName: state ? say(state.label, 'ru') : null,
    paymentMethod: say(paymentLabel(order.payment), 'ru'),
    deliveryMethod: say(orderLabels.options.deliveryMethod[order.delivery], 'ru'),
    deliveryAddress: order.address,
    requisites,
  }
}

/** CommerceML knows paid and not paid: a part is not. */
const isPaid = ({ paid, total }: OrderOut): boolean => total > 0 && (paid ?? 0) >= total

function lineOut(source: string, line: OrderLine): OutgoingLine {
  const [product = '', characteristic] = (line.sku === null ? '' : toldId(source, line.sku)).split('#')
  return {
    productExternalId: line.service ? null : product,
    service: line.service,
    characteristicExternalId: characteristic ?? null,
    name: line.name,
    article: line.article,
    unit: line.unit ? { name: line.unit } : null,
    price: line.price,
    qty: line.qty,
    total: line.total,
    ...(line.discount ? { discounts: [{ name: OFF, sum: line.discount }] } : {}),
    vatRate: line.vatRate,
    vatSum: line.vat,
    vatIncluded: true,
  }
}
