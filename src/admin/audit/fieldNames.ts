import type { FlattenedField, SanitizedConfig } from 'payload'
import { labelText, say, type Locale } from '@/src/lib/i18n'
import { wordsOfCode } from '../words/codeWords'
import { inputName } from './audit.labels'

const camel = (name: string): string =>
  name.replace(/_id$/, '').replace(/_(\w)/g, (_under, letter: string) => letter.toUpperCase())

/** What the panel calls a thing of the audit: «Клиент», not `companies`. */
export function thingName(config: SanitizedConfig, entity: string | null, locale: Locale): string {
  if (!entity) return ''
  const label =
    config.collections.find(({ slug }) => slug === entity)?.labels.singular ??
    config.globals.find(({ slug }) => slug === entity)?.label
  return labelText(label, locale) ?? say(wordsOfCode('kind', entity), locale)
}

/** A field of it by Payload's name or the database's. */
export function fieldNamed(config: SanitizedConfig, entity: string | null, name: string): FlattenedField | undefined {
  const fields =
    (config.collections.find(({ slug }) => slug === entity) ?? config.globals.find(({ slug }) => slug === entity))
      ?.flattenedFields ?? []
  return fields.find((one) => one.name === name || one.name === camel(name))
}

/** What the panel calls a field, or what an action calls what it is asked; the name itself when nobody has named it. */
export function fieldName(config: SanitizedConfig, entity: string | null, name: string, locale: Locale): string {
  const field = fieldNamed(config, entity, name)
  const label = labelText(field && 'label' in field ? field.label : null, locale)
  const known = inputName(camel(name))
  return label ?? (known ? say(known, locale) : name)
}
