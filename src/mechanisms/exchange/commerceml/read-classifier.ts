import type { PropertyRecord, PropertyValueOption, RecordPlace } from './records'
import { childrenOf, child, id, text, type XmlNode } from './tree'
import { parseBoolean, isDeleted, number, problem, type ReadContext } from './values'

/** A top group with its whole tree, parents first. */
export function readGroup(context: ReadContext, node: XmlNode, parentExternalId: string | null = null): void {
  const externalId = id(node, 'Ид')
  const at: RecordPlace = { line: node.line, externalId, of: 'group' }
  if (!externalId) {
    problem(context, at, 'commerceml.missingId', { element: 'Группа' })
    return
  }
  const sort = number(context, at, 'Сортировка', text(node, 'Сортировка') ?? text(node, 'БитриксСортировка'), 0)
  context.emit({
    kind: 'group',
    at,
    externalId,
    parentExternalId,
    name: text(node, 'Наименование'),
    description: text(node, 'Описание'),
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
  const declared = PROPERTY_TYPES[text(node, 'ТипЗначений') ?? '']
  context.emit({
    kind: 'property',
    at,
    externalId,
    name: text(node, 'Наименование'),
    type: declared ?? (values.length > 0 ? 'list' : 'text'),
    multiple: parseBoolean(text(node, 'Множественное')) === true,
    values,
    deleted: isDeleted(node),
  })
}

/** Справочник {ИдЗначения, Значение} of 1C, Вариант {Ид, Значение} of Bitrix, or bare Значение. */
function propertyValues(node: XmlNode): PropertyValueOption[] {
  const values: PropertyValueOption[] = []
  const holder = child(node, 'ВариантыЗначений') ?? child(node, 'ТипыЗначений')
  const rich = holder?.children.some((one) => one.children.length > 0) ?? false
  for (const option of holder?.children ?? []) {
    if (option.children.length > 0) {
      const value = text(option, 'Значение')
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
  const vat = node.children.find((one) => one.name === 'Налог' && (text(one, 'Наименование') ?? 'НДС') === 'НДС')
  context.emit({
    kind: 'priceType',
    at,
    externalId,
    name: text(node, 'Наименование'),
    currency: text(node, 'Валюта'),
    vatIncluded: parseBoolean(text(vat, 'УчтеноВСумме')),
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
    name: text(node, 'Наименование'),
    address: text(child(node, 'Адрес'), 'Представление'),
    deleted: isDeleted(node),
  })
}
