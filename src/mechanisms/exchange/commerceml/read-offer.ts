import type { RecordPlace } from './records'
import { all, child, id, text, type XmlNode } from './tree'
import { propertiesOf, readProduct } from './read-product'
import { baseUnit } from './units'
import { isDeleted, joinId, namedValues, number, PRICE_PLACES, problem, QTY_PLACES, splitId, type ReadContext } from './values'

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
  const at: RecordPlace = { line: node.line, externalId: written }
  if (product === '') {
    problem(context, at, 'commerceml.missingId', { element: 'Предложение' })
    return
  }
  const externalId = joinId(product, characteristic)
  at.externalId = externalId
  const deleted = isDeleted(node)
  if (characteristic === null && child(node, 'Группы')) readProduct(context, node, true)
  if (deleted || node.children.some((one) => !AMOUNTS.has(one.name))) {
    context.emit({
      kind: 'offer',
      at,
      externalId,
      productExternalId: product,
      characteristicExternalId: characteristic,
      name: text(node, 'Наименование'),
      article: text(node, 'Артикул'),
      barcode: text(node, 'Штрихкод'),
      unit: baseUnit(context, at, child(node, 'БазоваяЕдиница')),
      characteristics: namedValues(node, 'ХарактеристикиТовара', 'ХарактеристикаТовара'),
      properties: propertiesOf(node),
      deleted,
      version: id(node, 'НомерВерсии'),
    })
  }
  for (const one of all(node, 'Цены', 'Цена')) readPrice(context, at, externalId, one)
  readStocks(context, at, externalId, node)
}

const WHOLE = 1000

function readPrice(context: ReadContext, at: RecordPlace, offerExternalId: string, node: XmlNode): void {
  const place: RecordPlace = { line: node.line, externalId: at.externalId }
  const priceTypeExternalId = id(node, 'ИдТипаЦены')
  if (!priceTypeExternalId) {
    problem(context, place, 'commerceml.missingId', { element: 'ИдТипаЦены' })
    return
  }
  const price = number(context, place, 'ЦенаЗаЕдиницу', text(node, 'ЦенаЗаЕдиницу'), PRICE_PLACES)
  const coefficient = number(context, place, 'Коэффициент', text(node, 'Коэффициент'), QTY_PLACES)
  if (price === undefined || coefficient === undefined) return
  if (price === null) {
    problem(context, place, 'commerceml.missingValue', { field: 'ЦенаЗаЕдиницу' })
    return
  }
  context.emit({
    kind: 'price',
    at: place,
    offerExternalId,
    priceTypeExternalId,
    price,
    currency: text(node, 'Валюта'),
    unit: text(node, 'Единица') || null,
    coefficient: coefficient || WHOLE,
  })
}

/** The four ways of writing stock; `Количество` of the offer itself is the total over warehouses. */
function readStocks(context: ReadContext, at: RecordPlace, offerExternalId: string, node: XmlNode): void {
  const give = (line: number, warehouse: string | null, field: string, value: string | null): void => {
    const place: RecordPlace = { line, externalId: at.externalId }
    const qty = number(context, place, field, value, QTY_PLACES)
    if (qty === null || qty === undefined) return
    context.emit({ kind: 'stock', at: place, offerExternalId, warehouseExternalId: warehouse, qty })
  }
  const giveWarehouse = (warehouse: XmlNode): void => {
    const warehouseId = warehouse.attributes['ИдСклада']?.trim() || id(warehouse, 'Ид') || id(warehouse, 'ИдСклада')
    if (!warehouseId) {
      problem(context, { line: warehouse.line, externalId: at.externalId }, 'commerceml.missingId', { element: 'Склад' })
      return
    }
    const qty = warehouse.attributes['КоличествоНаСкладе'] ?? text(warehouse, 'Количество') ?? text(warehouse, 'КоличествоНаСкладе')
    give(warehouse.line, warehouseId, 'КоличествоНаСкладе', qty)
  }

  for (const one of node.children) {
    if (one.name === 'Количество') give(one.line, null, 'Количество', one.text.trim())
    else if (one.name === 'Склад' || (one.name === 'Склады' && one.attributes['ИдСклада'])) giveWarehouse(one)
    else if (one.name === 'Склады') for (const inner of one.children) giveWarehouse(inner)
    else if (one.name === 'КоличествоНаСкладах') for (const inner of one.children) giveWarehouse(inner)
    else if (one.name === 'Остатки') {
      for (const rest of one.children) {
        for (const part of rest.children) {
          if (part.name === 'Склад') giveWarehouse(part)
          else if (part.name === 'Количество') give(part.line, null, 'Количество', part.text.trim())
        }
      }
    }
  }
}
