import type { ProductRecord, RecordPlace } from './records'
import { readAmounts } from './read-amounts'
import { childrenOf, childNode, id, childText, wholeText, type XmlNode } from './tree'
import { baseUnit } from './units'
import {
  isDeleted,
  joinId,
  KILOGRAM_PLACES,
  namedValues,
  number,
  problem,
  splitId,
  taxRate,
  type ReadContext,
} from './values'

/**
 * Товар of a catalogue; with `partial`, the product's side of a Предложение (see `read-offer.ts`). Prices and stock that
 * some write into the Товар itself are those of the offer without a characteristic.
 */
export function readProduct(context: ReadContext, node: XmlNode, partial = false): void {
  const written = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId: written, of: 'product' }
  if (!written) {
    problem(context, at, 'commerceml.missingId', { element: node.name })
    return
  }
  const { product, characteristic } = splitId(written)
  if (product === '') {
    problem(context, at, 'commerceml.missingId', { element: node.name })
    return
  }
  const requisites = namedValues(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита')
  const requisite = (name: string): string | null => requisites.find((one) => one.name === name)?.value ?? null
  const record: ProductRecord = {
    kind: 'product',
    at,
    externalId: product,
    characteristicExternalId: characteristic,
    partial,
    article: childText(node, 'Артикул'),
    name: childText(node, 'Наименование'),
    fullName: childText(node, 'ПолноеНаименование') ?? requisite('Полное наименование'),
    description: wholeText(node, 'Описание'),
    groupIds: groupIds(node),
    brand: brandOf(node),
    unit: baseUnit(context, at, childNode(node, 'БазоваяЕдиница')),
    vatRate: vatOf(context, at, node),
    pictures: picturesOf(node),
    properties: readProperties(node),
    characteristics: namedValues(node, 'ХарактеристикиТовара', 'ХарактеристикаТовара'),
    requisites,
    barcode: childText(node, 'Штрихкод'),
    weight: number(context, at, 'Вес', childText(node, 'Вес') ?? requisite('Вес'), KILOGRAM_PLACES) ?? null,
    country: childText(node, 'Страна'),
    deleted: isDeleted(node),
    version: id(node, 'НомерВерсии'),
  }
  context.emit(record)
  if (!partial) readAmounts(context, at, joinId(product, characteristic), node, { whole: false })
}

function groupIds(node: XmlNode): string[] {
  return childrenOf(node, 'Группы', 'Ид')
    .map((one) => one.text.trim())
    .filter((one) => one !== '')
}

function brandOf(node: XmlNode): ProductRecord['brand'] {
  const maker = childNode(node, 'Изготовитель')
  const name =
    childText(maker, 'Наименование') || childText(maker, 'ОфициальноеНаименование') || childText(node, 'ТорговаяМарка')
  return name ? { externalId: id(maker, 'Ид'), name } : null
}

/** The rate of НДС, or of the only tax when it has no name. */
export function vatOf(context: ReadContext, at: RecordPlace, node: XmlNode): number | null | undefined {
  const rates = childrenOf(node, 'СтавкиНалогов', 'СтавкаНалога')
  const vat =
    rates.find((one) => childText(one, 'Наименование') === 'НДС') ??
    rates.find((one) => !childText(one, 'Наименование'))
  return vat ? taxRate(context, at, childText(vat, 'Ставка')) : undefined
}

/** Paths as in the archive, with forward slashes; the first is the main picture. */
function picturesOf(node: XmlNode): string[] {
  const paths: string[] = []
  for (const one of node.children) {
    if (one.name !== 'Картинка') continue
    const path = one.text.trim().replaceAll('\\', '/')
    if (path !== '' && !paths.includes(path)) paths.push(path)
  }
  return paths
}

/**
 * ЗначенияСвойств as pairs; a property with several values gives several pairs. The item is spelt ЗначенияСвойства in
 * real files and ЗначениеСвойства in some; Bitrix repeats each value in a nested ЗначениеСвойства. Without an Ид there
 * is nothing to attach a value to, and without a value nothing to say.
 */
export function readProperties(node: XmlNode): ProductRecord['properties'] {
  const pairs: ProductRecord['properties'] = []
  for (const holder of node.children) {
    if (holder.name !== 'ЗначенияСвойств') continue
    for (const item of holder.children) {
      const externalId = id(item, 'Ид')
      if (!externalId) continue
      const seen = new Set<string>()
      for (const part of item.children) {
        const value = part.name === 'Значение' ? part.text.trim() : part.name === 'ИдЗначения' ? part.text.trim() : ''
        if (value === '' || seen.has(value)) continue
        seen.add(value)
        pairs.push({ externalId, value })
      }
    }
  }
  return pairs
}
