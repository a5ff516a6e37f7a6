import type { PropertyRecord, PropertyValueOption, RecordPlace } from './records'
import { childrenOf, childNode, id, childText, type XmlNode } from './tree'
import { parseBoolean, isDeleted, number, problem, type ReadContext } from './values'

/** A top group with its whole tree, parents first. */
export function readGroup(context: ReadContext, node: XmlNode, parentExternalId: string | null = null): void {
  const externalId = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId, of: 'group' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: 'Группа' })
    return
  }
  const sort = number(
    context,
    at,
    'Сортировка',
    childText(node, 'Сортировка') ?? childText(node, 'БитриксСортировка'),
    0,
  )
  context.emit({
    kind: 'group',
    at,
    externalId,
    parentExternalId,
    name: childText(node, 'Наименование'),
    description: childText(node, 'Описание'),
    sort: sort ?? null,
    deleted: isDeleted(node),
  })
  for (const below of childrenOf(node, 'Группы', 'Группа')) readGroup(context, below, externalId)
}

const PROPERTY_TYPES: Record<string, PropertyRecord['type']> = { Справочник: 'list', Число: 'number', Время: 'time' }

export function readProperty(context: ReadContext, node: XmlNode): void {
  const externalId = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId, of: 'property' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: 'Свойство' })
    return
  }
  const values = propertyValues(node)
  const declared = PROPERTY_TYPES[childText(node, 'ТипЗначений') ?? '']
  context.emit({
    kind: 'property',
    at,
    externalId,
    name: childText(node, 'Наименование'),
    type: declared ?? (values.length > 0 ? 'list' : 'text'),
    multiple: parseBoolean(childText(node, 'Множественное')) === true,
    values,
    deleted: isDeleted(node),
  })
}

/** Справочник {ИдЗначения, Значение} of 1C, Вариант {Ид, Значение} of Bitrix, or bare Значение. */
function propertyValues(node: XmlNode): PropertyValueOption[] {
  const values: PropertyValueOption[] = []
  const holder = childNode(node, 'ВариантыЗначений') ?? childNode(node, 'ТипыЗначений')
  const rich = holder?.children.some((one) => one.children.length > 0) ?? false
  for (const option of holder?.children ?? []) {
    if (option.children.length > 0) {
      const value = childText(option, 'Значение')
      if (value) values.push({ externalId: id(option, 'ИдЗначения') ?? id(option, 'Ид'), value })
    } else if (!rich && option.text.trim() !== '') {
      values.push({ externalId: null, value: option.text.trim() })
    }
  }
  return values
}

export function readPriceType(context: ReadContext, node: XmlNode): void {
  const externalId = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId, of: 'priceType' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: 'ТипЦены' })
    return
  }
  const vat = node.children.find((one) => one.name === 'Налог' && (childText(one, 'Наименование') ?? 'НДС') === 'НДС')
  context.emit({
    kind: 'priceType',
    at,
    externalId,
    name: childText(node, 'Наименование'),
    currency: childText(node, 'Валюта'),
    vatIncluded: parseBoolean(childText(vat, 'УчтеноВСумме')),
    deleted: isDeleted(node),
  })
}

export function readWarehouse(context: ReadContext, node: XmlNode): void {
  const externalId = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId, of: 'warehouse' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: 'Склад' })
    return
  }
  context.emit({
    kind: 'warehouse',
    at,
    externalId,
    name: childText(node, 'Наименование'),
    address: childText(childNode(node, 'Адрес'), 'Представление'),
    deleted: isDeleted(node),
  })
}
