import type { DocumentLine, LineTax, RecordPlace } from './records'
import { childrenOf, id, childText, type XmlNode } from './tree'
import { lineUnit } from './units'
import {
  parseBoolean,
  MONEY_PLACES,
  number,
  PRICE_PLACES,
  problem,
  QTY_PLACES,
  requisiteMap,
  splitId,
  taxRate,
  type ReadContext,
} from './values'

/** Товары of a document; `undefined` when one of them cannot be read (the problem is reported). */
export function readLines(context: ReadContext, at: RecordPlace, document: XmlNode): DocumentLine[] | undefined {
  const lines: DocumentLine[] = []
  let whole = true
  for (const node of childrenOf(document, 'Товары', 'Товар')) {
    const line = readLine(context, { line: node.line, externalId: at.externalId }, node)
    if (line) lines.push(line)
    else whole = false
  }
  return whole ? lines : undefined
}

function readLine(context: ReadContext, at: RecordPlace, node: XmlNode): DocumentLine | undefined {
  const externalId = id(node, 'Ид')
  const { product, characteristic } = splitId(externalId ?? '', id(node, 'ИдХарактеристики'))
  const name = childText(node, 'Наименование') ?? ''
  const goods = product !== ''
  // Delivery and the like: a line of text, which no goods stand behind.
  if (!goods && name.trim() === '') {
    problem(context, at, 'commerceml.missingId', { element: 'Товар', name: '' })
    return undefined
  }
  const qty = number(context, at, 'Количество', childText(node, 'Количество'), QTY_PLACES)
  const price = number(
    context,
    at,
    'ЦенаЗаЕдиницу',
    childText(node, 'ЦенаЗаЕдиницу') ?? childText(node, 'Цена'),
    PRICE_PLACES,
  )
  const total = number(context, at, 'Сумма', childText(node, 'Сумма'), MONEY_PLACES)
  const discount = sumOfDiscounts(context, at, node)
  if (qty === null) problem(context, at, 'commerceml.missingValue', { field: 'Количество' })
  if (qty === null || qty === undefined || price === undefined || total === undefined || discount === undefined)
    return undefined
  return {
    externalId: goods ? externalId : null,
    productExternalId: goods ? product : null,
    characteristicExternalId: goods ? characteristic : null,
    name,
    article: childText(node, 'Артикул'),
    unit: lineUnit(context, at, node),
    qty,
    price,
    total,
    vat: readTaxes(context, at, node),
    discount,
    requisites: requisiteMap(node),
  }
}

/** Налоги/Налог with sums, of a line or of the whole document; without it СтавкиНалогов, which has rates alone. */
export function readTaxes(context: ReadContext, at: RecordPlace, node: XmlNode): LineTax[] {
  const sums = childrenOf(node, 'Налоги', 'Налог')
  const items = sums.length > 0 ? sums : childrenOf(node, 'СтавкиНалогов', 'СтавкаНалога')
  return items.map((tax) => ({
    name: childText(tax, 'Наименование') || 'НДС',
    rate: taxRate(context, at, childText(tax, 'Ставка')) ?? null,
    sum: number(context, at, 'Налог', childText(tax, 'Сумма'), MONEY_PLACES) ?? null,
    included: parseBoolean(childText(tax, 'УчтеноВСумме')),
  }))
}

/** Скидки/Скидка of a line or a document, kopecks. */
export function sumOfDiscounts(context: ReadContext, at: RecordPlace, node: XmlNode): number | undefined {
  let sum = 0
  for (const one of childrenOf(node, 'Скидки', 'Скидка')) {
    const value = number(context, at, 'Скидка', childText(one, 'Сумма'), MONEY_PLACES)
    if (value === undefined) return undefined
    sum += value ?? 0
  }
  return sum
}
