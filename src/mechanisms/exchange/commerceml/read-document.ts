import { readCounterparties } from './read-counterparty'
import { readLines, readTaxes, sumOfDiscounts } from './read-line'
import type { DocumentRecord, OrderRecord, RecordPlace } from './records'
import { childrenOf, id, childText, type XmlNode } from './tree'
import {
  parseBoolean,
  isDeleted,
  momentValue,
  MONEY_PLACES,
  number,
  problem,
  requisiteMap,
  type ReadContext,
} from './values'

export const ORDER_OPERATION = 'Заказ товара'
export const SHIPMENT_OPERATION = 'Отпуск товара'

/**
 * A Документ with the documents below it. A line that cannot be read spoils its whole document: half an order is worse
 * than a row in the journal.
 */
export function readDocument(context: ReadContext, node: XmlNode, baseExternalId: string | null = null): void {
  const externalId = id(node, 'Ид') ?? id(node, 'Номер')
  const at: RecordPlace = { line: node.line, externalId, of: 'document' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: node.name })
    return
  }
  for (const below of childrenOf(node, 'ПодчиненныеДокументы', 'ПодчиненныйДокумент'))
    readDocument(context, below, externalId)

  const date = momentValue(context, at, 'Дата', childText(node, 'Дата'), childText(node, 'Время') || null)
  if (date === null) problem(context, at, 'commerceml.missingValue', { field: 'Дата' })
  const total = number(context, at, 'Сумма', childText(node, 'Сумма'), MONEY_PLACES)
  const lines = readLines(context, at, node)
  const discount = sumOfDiscounts(context, at, node)
  if (!date || total === undefined || lines === undefined || discount === undefined) return

  const requisites = requisiteMap(node)
  const operation = childText(node, 'ХозОперация') || ORDER_OPERATION
  const body: Omit<OrderRecord, 'kind'> = {
    at,
    externalId,
    number: id(node, 'Номер') ?? externalId,
    date,
    operation,
    role: childText(node, 'Роль') || null,
    version: id(node, 'НомерВерсии'),
    currency: childText(node, 'Валюта') || null,
    rate: childText(node, 'Курс') || null,
    total,
    counterparties: readCounterparties(node),
    lines,
    vat: readTaxes(context, at, node),
    discount,
    warehouseExternalId: childrenOf(node, 'Склады', 'Склад').map((one) => id(one, 'Ид'))[0] ?? null,
    baseExternalId: id(node, 'Основание') ?? baseExternalId,
    requisites,
    comment: childText(node, 'Комментарий'),
    ...derived(context, at, node, requisites),
  }
  context.emit(operation === ORDER_OPERATION ? { kind: 'order', ...body } : { kind: 'document', ...body })
}

type Derived = Pick<
  DocumentRecord,
  | 'number1c'
  | 'date1c'
  | 'posted'
  | 'deleted'
  | 'cancelled'
  | 'statusName'
  | 'paid'
  | 'shipped'
  | 'paidNumber'
  | 'paidDate'
  | 'shippedNumber'
  | 'shippedDate'
>

/** What 1C says about a document in its requisites (2.x) or elements (3.1). An unreadable date is reported and null. */
function derived(context: ReadContext, at: RecordPlace, node: XmlNode, requisites: Record<string, string>): Derived {
  const when = (field: string, value: string | null | undefined): string | null =>
    momentValue(context, at, field, value ?? null) ?? null
  const told = (...names: string[]): string | null => names.map((name) => requisites[name]).find(Boolean) ?? null
  return {
    number1c: id(node, 'Номер1С') ?? (requisites['Номер по 1С'] || null),
    date1c: when('Дата по 1С', id(node, 'Дата1С') ?? requisites['Дата по 1С']),
    posted: parseBoolean(childText(node, 'Проведен') ?? requisites['Проведен']),
    deleted: isDeleted(node) || parseBoolean(requisites['ПометкаУдаления']) === true,
    cancelled: parseBoolean(childText(node, 'Отменен') ?? requisites['Отменен']) === true,
    statusName: requisites['Статус заказа'] || null,
    paid: parseBoolean(requisites['Оплачен'] ?? requisites['Заказ оплачен']),
    paidNumber: told('Номер оплаты по 1С', 'Номер оплаты', 'Номер платежного документа'),
    paidDate: when('Дата оплаты', told('Дата оплаты по 1С', 'Дата оплаты')),
    shipped: parseBoolean(requisites['Отгружен']),
    shippedNumber: told('Номер отгрузки по 1С', 'Номер отгрузки'),
    shippedDate: when('Дата отгрузки', told('Дата отгрузки по 1С', 'Дата отгрузки')),
  }
}
