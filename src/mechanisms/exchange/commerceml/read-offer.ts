import type { RecordPlace } from './records'
import { readAmounts } from './read-amounts'
import { childNode, id, childText, type XmlNode } from './tree'
import { readProperties, readProduct } from './read-product'
import { baseUnit } from './units'
import { isDeleted, joinId, namedValues, problem, splitId, type ReadContext } from './values'

/** Elements that carry prices and stock, not the offer itself. */
const AMOUNTS = new Set([
  'Ид',
  'ИдХарактеристики',
  'НомерВерсии',
  'КодЕдиницыИзмерения',
  'Цены',
  'Остатки',
  'Количество',
  'Склад',
  'Склады',
  'КоличествоНаСкладах',
])

/**
 * A Предложение: an offer, its prices and its stock. A delta that only has prices or rests gives no `offer` record, so
 * that nothing it does not say overwrites a name. Some exporters write whole goods as offers (with Группы and without a
 * characteristic): then a partial product goes first.
 */
export function readOffer(context: ReadContext, node: XmlNode): void {
  const written = id(node, 'Ид')
  const { product, characteristic } = splitId(written ?? '', id(node, 'ИдХарактеристики'))
  const at: RecordPlace = { line: node.line, externalId: written, of: 'offer' }
  if (product === '') {
    problem(context, at, 'commerceml.missingId', { element: 'Предложение' })
    return
  }
  const externalId = joinId(product, characteristic)
  at.externalId = externalId
  const deleted = isDeleted(node)
  if (characteristic === null && childNode(node, 'Группы')) readProduct(context, node, true)
  if (deleted || node.children.some((one) => !AMOUNTS.has(one.name))) {
    context.emit({
      kind: 'offer',
      at,
      externalId,
      productExternalId: product,
      characteristicExternalId: characteristic,
      name: childText(node, 'Наименование'),
      article: childText(node, 'Артикул'),
      barcode: childText(node, 'Штрихкод'),
      unit: baseUnit(context, at, childNode(node, 'БазоваяЕдиница')),
      characteristics: namedValues(node, 'ХарактеристикиТовара', 'ХарактеристикаТовара'),
      properties: readProperties(node),
      deleted,
      version: id(node, 'НомерВерсии'),
    })
  }
  readAmounts(context, at, externalId, node, { whole: !deleted && childNode(node, 'Наименование') !== undefined })
}
