import { formatDecimal } from '@/src/lib/decimal'
import { lineXml } from './order-line-xml'
import type { OutgoingOrder } from './outgoing'
import { partyXml } from './party-xml'
import { ORDER_OPERATION } from './read-document'
import type { NamedValue } from './records'
import { COMMENT_LENGTH, discountsXml, requisitesXml } from './requisite-xml'
import { wallClock } from './times'
import { MONEY_PLACES } from './values'
import { xmlElement, truncate, escapeXml, tag, xmlBytes, type XmlEncoding } from './xml-text'

export type OrderXmlOptions = {
  /** The version that the client speaks: «2.04» … «2.10», «3.1». */
  schemaVersion?: string
  encoding?: XmlEncoding
  generatedAt?: Date
  /** Zone of the wall times that 1C will read. */
  zone?: string
}

const DEFAULT_VERSION = '2.08'

/** Schemas up to 2.10 hold Документ in the root; 3.x puts each into a Контейнер and orders some elements otherwise. */
function isThird(schemaVersion: string): boolean {
  return schemaVersion.startsWith('3.')
}

/** Склады of a document came with 2.07. */
function knowsStores(schemaVersion: string): boolean {
  const [major = 2, minor = 0] = schemaVersion.split('.').map(Number)
  return major > 2 || minor >= 7
}

/**
 * The answer to `sale/query`: КоммерческаяИнформация with the orders; with none, a valid empty root. Begins with
 * `<?xml`, no BOM. The order of elements is that of the schema (commerceml-2.05 … 2.10.xsd); 3.1 as the Bitrix module
 * and 1C write it. Orders must have passed `validateOutgoing`: nothing is checked here.
 */
export function orderXml(orders: OutgoingOrder[], options: OrderXmlOptions = {}): Buffer {
  const version = /^[23]\.\d{1,2}$/.test(options.schemaVersion ?? '')
    ? (options.schemaVersion ?? DEFAULT_VERSION)
    : DEFAULT_VERSION
  const zone = options.zone ?? 'Europe/Moscow'
  const made = wallClock(options.generatedAt ?? new Date(), zone)
  const head = `<КоммерческаяИнформация ВерсияСхемы="${escapeXml(version)}" ДатаФормирования="${made.date}T${made.time}">\n`
  const documents = orders.map((order) => {
    const document = documentXml(order, zone, version)
    return isThird(version) ? xmlElement('Контейнер', document) : document
  })
  return xmlBytes(`${head}${documents.join('')}</КоммерческаяИнформация>\n`, options.encoding ?? 'utf-8')
}

function documentXml(order: OutgoingOrder, zone: string, version: string): string {
  const third = isThird(version)
  const { date, time } = wallClock(order.createdAt, zone)
  const money = [
    tag('Валюта', order.currency),
    tag('Курс', order.rate ?? '1'),
    tag('Сумма', formatDecimal(order.total, MONEY_PLACES, MONEY_PLACES)),
  ].join('')
  const role = tag('Роль', 'Продавец')
  const operation = tag('ХозОперация', ORDER_OPERATION)
  const parties = xmlElement('Контрагенты', partyXml(order.customer, third))
  const comment = order.comment ? tag('Комментарий', truncate(order.comment, COMMENT_LENGTH)) : ''
  const discounts = discountsXml(order.discounts ?? [], false)
  const stores =
    order.warehouseExternalId && knowsStores(version)
      ? xmlElement('Склады', xmlElement('Склад', tag('Ид', order.warehouseExternalId)))
      : ''
  const goods = xmlElement('Товары', ...order.lines.map((line) => lineXml(line, third)))
  const requisites = requisitesXml(orderRequisites(order, zone))
  const key = [tag('Ид', order.externalId), tag('Номер', order.number), tag('Дата', date)].join('')

  const body = third
    ? [key, tag('Время', time), operation, parties, money, role, comment, requisites, discounts, stores, goods]
    : [key, operation, role, money, parties, tag('Время', time), comment, discounts, stores, goods, requisites]
  return xmlElement('Документ', ...body)
}

function orderRequisites(order: OutgoingOrder, zone: string): NamedValue[] {
  const changed = order.statusChangedAt ? wallClock(order.statusChangedAt, zone) : null
  const said: [string, string | null | undefined][] = [
    ['Статус заказа', order.statusName],
    ['Дата изменения статуса', changed && `${changed.date} ${changed.time}`],
    ['Метод оплаты', order.paymentMethod],
    ['Заказ оплачен', String(order.paid ?? false)],
    ['Способ доставки', order.deliveryMethod],
    ['Адрес доставки', order.deliveryAddress],
    ['Отменен', String(order.cancelled ?? false)],
  ]
  const own = said.flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return [...own, ...(order.requisites ?? [])]
}
