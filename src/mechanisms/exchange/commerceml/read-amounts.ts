import type { AmountsRecord, RecordPlace } from './records'
import { childrenOf, childNode, id, childText, type XmlNode } from './tree'
import { number, PRICE_PLACES, problem, QTY_PLACES, type ReadContext } from './values'

const WHOLE = 1000

/**
 * Prices and stock of one offer, and after them what was told of each kind (`amounts`): what an offer names no longer has
 * ended. `whole`: the offer is told with its name, so that a kind which is left out altogether means something too.
 */
export function readAmounts(
  context: ReadContext,
  at: RecordPlace,
  offerExternalId: string,
  node: XmlNode,
  { whole }: { whole: boolean },
): void {
  const given: AmountsRecord = {
    kind: 'amounts',
    at,
    offerExternalId,
    whole,
    prices: childNode(node, 'Цены') ? [] : null,
    stock: null,
  }
  const offer = { context, at, offerExternalId, given }
  for (const one of childrenOf(node, 'Цены', 'Цена')) readPrice(offer, one)
  readStocks(offer, node)
  if (whole || given.prices || given.stock) context.emit(given)
}

type Offer = { context: ReadContext; at: RecordPlace; offerExternalId: string; given: AmountsRecord }

function readPrice({ context, at, offerExternalId, given }: Offer, node: XmlNode): void {
  const place: RecordPlace = { line: node.line, externalId: at.externalId, of: 'price' }
  const priceTypeExternalId = id(node, 'ИдТипаЦены')
  if (!priceTypeExternalId) {
    problem(context, place, 'commerceml.missingId', { element: 'ИдТипаЦены' })
    return
  }
  const price = number(context, place, 'ЦенаЗаЕдиницу', childText(node, 'ЦенаЗаЕдиницу'), PRICE_PLACES)
  const coefficient = number(context, place, 'Коэффициент', childText(node, 'Коэффициент'), QTY_PLACES)
  const minQty = number(context, place, 'МинКоличество', childText(node, 'МинКоличество'), QTY_PLACES)
  const maxQty = readUpperBound(context, place, node, minQty)
  // What could not be read counts as told: the price that stands is not taken away for it.
  if (price === undefined || coefficient === undefined || minQty === undefined || maxQty === undefined) {
    given.prices?.push({ priceTypeExternalId, minQty: null, coefficient: WHOLE })
    return
  }
  if (price === null) {
    problem(context, place, 'commerceml.missingValue', { field: 'ЦенаЗаЕдиницу' })
    return
  }
  const record = { priceTypeExternalId, minQty: minQty ?? 0, coefficient: coefficient || WHOLE }
  given.prices?.push(record)
  context.emit({
    kind: 'price',
    at: place,
    offerExternalId,
    ...record,
    maxQty,
    price,
    currency: childText(node, 'Валюта'),
    unit: childText(node, 'Единица') || null,
  })
}

/** The last quantity of a price; 0 is how 1C writes none. One below the first quantity is no bound but a mistake. */
function readUpperBound(
  context: ReadContext,
  at: RecordPlace,
  node: XmlNode,
  minQty: number | null | undefined,
): number | null | undefined {
  const written = childText(node, 'МаксКоличество')
  const maxQty = number(context, at, 'МаксКоличество', written, QTY_PLACES)
  if (maxQty === undefined) return undefined
  if (maxQty === null || maxQty === 0) return null
  if (maxQty > 0 && maxQty >= (minQty ?? 0)) return maxQty
  problem(context, at, 'commerceml.badNumber', { field: 'МаксКоличество', value: written ?? '' })
  return undefined
}

/** The four ways of writing stock; `Количество` of the offer itself is the total over warehouses. */
function readStocks({ context, at, offerExternalId, given }: Offer, node: XmlNode): void {
  const give = (line: number, warehouse: string | null, field: string, value: string | null): void => {
    given.stock ??= []
    const place: RecordPlace = { line, externalId: at.externalId, of: 'stock' }
    const qty = number(context, place, field, value, QTY_PLACES)
    if (qty === null) return
    given.stock.push(warehouse)
    if (qty !== undefined)
      context.emit({ kind: 'stock', at: place, offerExternalId, warehouseExternalId: warehouse, qty })
  }
  const giveWarehouse = (warehouse: XmlNode): void => {
    const warehouseId = warehouse.attributes['ИдСклада']?.trim() || id(warehouse, 'Ид') || id(warehouse, 'ИдСклада')
    if (!warehouseId) {
      problem(context, { line: warehouse.line, externalId: at.externalId, of: 'stock' }, 'commerceml.missingId', {
        element: 'Склад',
      })
      return
    }
    const qty =
      warehouse.attributes['КоличествоНаСкладе'] ??
      childText(warehouse, 'Количество') ??
      childText(warehouse, 'КоличествоНаСкладе')
    give(warehouse.line, warehouseId, 'КоличествоНаСкладе', qty)
  }

  for (const one of node.children) {
    if (one.name === 'Количество') give(one.line, null, 'Количество', one.text.trim())
    else if (one.name === 'Склад' || (one.name === 'Склады' && one.attributes['ИдСклада'])) giveWarehouse(one)
    else if (one.name === 'Склады' || one.name === 'КоличествоНаСкладах')
      for (const inner of one.children) giveWarehouse(inner)
    else if (one.name === 'Остатки') {
      given.stock ??= []
      for (const rest of one.children) {
        for (const part of rest.children) {
          if (part.name === 'Склад') giveWarehouse(part)
          else if (part.name === 'Количество') give(part.line, null, 'Количество', part.text.trim())
        }
      }
    }
  }
}
