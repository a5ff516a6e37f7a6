import type { FlattenedField, SanitizedConfig } from 'payload'
import { labelText, say, type Locale } from '@/src/lib/i18n'
import { HIDDEN, type Changes } from '@/src/mechanisms/audit/changes'
import { rowsOf } from '../fields/dataRows'
import { dateText } from '../fields/dateText'
import { groupThousands, scaleOf, toDecimal, type ScaledKind } from '../fields/scale'
import { wordsOfCode, type CodeKind } from '../words/codeWords'
import { auditViewLabels as words } from './audit.labels'
import { fieldName, fieldNamed, thingName } from './fieldNames'
import type { Titles } from './titles.queries'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
/** What a file, or a smaller copy of it, is called in its store: nobody but the store reads it. */
const STORED_NAME = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+x\d+)?\.\w+/i
const LONGEST = 300

type Line = { entity: string | null; entityId: string | null; changes: Changes | null }
export type AuditContext = { config: SanitizedConfig; locale: Locale; titles: Titles }

/** Ids that a page of the audit names, to ask what they are called. */
export function idsIn(lines: readonly Line[]): string[] {
  return [
    ...new Set(lines.flatMap(({ entityId, changes }) => `${entityId} ${JSON.stringify(changes)}`.match(UUID) ?? [])),
  ]
}

/** «Заказ К-000012»: the record a line is about, by its number or name, also when it is gone. */
export function recordText({ entity, entityId, changes }: Line, { config, locale, titles }: AuditContext): string {
  const thing = thingName(config, entity, locale)
  const title = entityId ? (titles.get(entityId)?.title ?? lostTitle(config, entity, changes)) : null
  const field = title ? titleField(config, entity) : undefined
  return [thing, title && valueText(field, title, { config, locale, titles })].filter(Boolean).join(' ')
}

/** What has changed, or what was asked, as lines of a name and its words. */
export function auditDetails(
  { entity, entityId, changes }: Line,
  context: AuditContext,
): Array<{ name: string; text: string }> {
  const { config, locale } = context
  const isUpload = config.collections.some(({ slug, upload }) => slug === entity && upload)
  const fields = Object.entries(changes?.fields ?? {}).filter(
    ([, change]) => !(isUpload && STORED_NAME.test(JSON.stringify(change))),
  )
  const said = (name: string, value: unknown): string => valueText(fieldNamed(config, entity, name), value, context)
  const moved = fields.map(([name, { before, after }]) => ({
    name: fieldName(config, entity, name, locale),
    text:
      before === HIDDEN
        ? say(words.changedSecret, locale)
        : before === null
          ? said(name, after)
          : `${said(name, before)} → ${said(name, after)}`,
  }))
  const input = changes?.input && typeof changes.input === 'object' ? Object.entries(changes.input) : []
  const told = input.filter(
    ([name, value]) =>
      (fields.length === 0 ? value !== entityId && value !== entity : name === 'comment') && !isNothing(value),
  )
  return [
    ...moved,
    ...told.map(([name, value]) => ({ name: fieldName(config, entity, name, locale), text: said(name, value) })),
  ]
}

/** A value as the panel shows it: options, related records, days, sums and states in words. */
export function valueText(field: FlattenedField | undefined, value: unknown, context: AuditContext): string {
  const { locale } = context
  if (isNothing(value)) return '—'
  if (value === HIDDEN) return say(words.hidden, locale)
  const own: unknown = field?.custom?.inWords
  if (typeof own === 'function') return String(own(value, locale))
  if (Array.isArray(value)) return value.map((one) => valueText(field, one, context)).join(', ')
  if (typeof value === 'boolean') return say(value ? words.yes : words.no, locale)
  if (typeof value === 'number') return numberText(field, value)
  if (typeof value === 'object') return objectText(field, value as Record<string, unknown>, context) // neither a list nor nothing: left are records of JSON
  const text = String(value)
  const option =
    field && 'options' in field ? field.options.find((one) => typeof one === 'object' && one.value === text) : undefined
  if (option && typeof option === 'object') return labelText(option.label, locale) ?? text
  if (typeof field?.custom?.code === 'string') return say(wordsOfCode(field.custom.code as CodeKind, text), locale) // declared so by the field
  if (field?.type === 'date' || MOMENT.test(text))
    return dateText(text, field?.type !== 'date' || field.admin?.date?.pickerAppearance === 'dayAndTime')
  return text.replace(UUID, (id) => titleText(id, context) ?? say(words.gone, locale)).slice(0, LONGEST)
}

function titleText(id: string, context: AuditContext): string | undefined {
  const known = context.titles.get(id)
  return known && valueText(titleField(context.config, known.entity), known.title, { ...context, titles: new Map() })
}

function titleField(config: SanitizedConfig, entity: string | null): FlattenedField | undefined {
  const name = config.collections.find(({ slug }) => slug === entity)?.admin.useAsTitle
  return name ? fieldNamed(config, entity, name) : undefined
}

/** What a record was called that is there no more: its line of deletion holds it. */
function lostTitle(config: SanitizedConfig, entity: string | null, changes: Changes | null): string | null {
  const fields = changes?.fields ?? {}
  const titles = [fields[titleField(config, entity)?.name ?? 'name'], fields.removed].map(
    (told) => told?.after ?? told?.before,
  )
  return titles.find((title) => typeof title === 'string') ?? null
}

function numberText(field: FlattenedField | undefined, value: number): string {
  const kind: unknown = field?.custom?.kind
  return typeof kind === 'string' && kind in scaleOf
    ? groupThousands(toDecimal(value, kind as ScaledKind))
    : String(value) // one of the kinds, as asked
}

function objectText(field: FlattenedField | undefined, value: Record<string, unknown>, context: AuditContext): string {
  // A relationship to several collections says which.
  if ('relationTo' in value && 'value' in value) return valueText(undefined, value.value, context)
  const inner = field && 'flattenedFields' in field ? field.flattenedFields : []
  const parts = Object.entries(value).flatMap(([name, one]) => {
    if (name === 'id' || name === 'blockType' || isNothing(one)) return []
    const known = inner.find((part) => part.name === name)
    const label = labelText(known && 'label' in known ? known.label : null, context.locale) ?? name
    return [
      `${label}: ${
        known
          ? valueText(known, one, context)
          : rowsOf(one)
              .map(([way, text]) => (way ? `${way}: ${text}` : text))
              .join('; ')
      }`,
    ]
  })
  return parts.join('; ').slice(0, LONGEST)
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
