import type { RecordPlace } from './records'
import { parseBoolean, momentValue, problem, type ReadContext } from './values'

type Container = {
  name: string
  depth: number
  line: number
  onlyChanges: boolean | null
  fields: Record<string, string>
  given: boolean
}

const CONTAINERS = new Set(['Классификатор', 'Каталог', 'ПакетПредложений', 'ИзмененияПакетаПредложений'])
/** Once one of these opens, what the container says of itself has been said: its record goes before its content. */
const CONTENT = new Set(['Группы', 'Свойства', 'ТипыЦен', 'Склады', 'ЕдиницыИзмерения', 'Товары', 'Предложения'])
const ROOT_DEPTH = 0

/** Follows what stands between records: the root's attributes and the containers' own Ид and Наименование. */
export function createContainers(context: ReadContext): {
  open: (name: string, attributes: Record<string, string>, depth: number, line: number) => void
  close: (name: string, text: string, depth: number) => void
} {
  let current: Container | null = null

  return {
    open(name, attributes, depth, line) {
      if (depth === ROOT_DEPTH) {
        giveHeader(context, attributes, line)
      } else if (depth === ROOT_DEPTH + 1 && CONTAINERS.has(name)) {
        const onlyChanges =
          name === 'ИзмененияПакетаПредложений' ? true : parseBoolean(attributes['СодержитТолькоИзменения'])
        current = { name, depth, line, onlyChanges, fields: {}, given: false }
      } else if (current && depth === current.depth + 1 && CONTENT.has(name)) {
        give(context, current)
      }
    },
    close(name, text, depth) {
      if (!current) return
      if (depth === current.depth) {
        give(context, current)
        current = null
      } else if (depth === current.depth + 1) {
        if (name === 'СодержитТолькоИзменения') current.onlyChanges = parseBoolean(text)
        else current.fields[name] ??= text
      }
    },
  }
}

function giveHeader(context: ReadContext, attributes: Record<string, string>, line: number): void {
  const at: RecordPlace = { line, externalId: null }
  const generatedAt = momentValue(context, at, 'ДатаФормирования', attributes['ДатаФормирования'] ?? null) ?? null
  context.emit({ kind: 'header', at, schemaVersion: attributes['ВерсияСхемы']?.trim() ?? '', generatedAt })
}

function give(context: ReadContext, container: Container): void {
  if (container.given) return
  container.given = true
  const field = (name: string): string | null => container.fields[name] || null
  const externalId = field('Ид')
  const { line } = container
  const at: RecordPlace = { line, externalId }
  const common = {
    at,
    externalId,
    name: field('Наименование'),
    onlyChanges: container.onlyChanges === true,
    full: container.onlyChanges === false,
  }
  if (!externalId && container.name !== 'ПакетПредложений') {
    problem(context, at, 'commerceml.missingId', { element: container.name })
  }
  if (container.name === 'Классификатор') context.emit({ kind: 'classifier', ...common })
  else if (container.name === 'Каталог')
    context.emit({ kind: 'catalogue', ...common, classifierId: field('ИдКлассификатора') })
  else
    context.emit({
      kind: 'package',
      ...common,
      catalogueId: field('ИдКаталога'),
      classifierId: field('ИдКлассификатора'),
    })
}
