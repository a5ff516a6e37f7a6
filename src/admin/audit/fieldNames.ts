import type { SanitizedConfig } from 'payload'
import { labelText, say, type Locale } from '@/src/lib/i18n'
import { codeText } from '../words/journalWords'

const camel = (name: string): string => name.replace(/_id$/, '').replace(/_(\w)/g, (_under, letter: string) => letter.toUpperCase())

/** What the panel calls a thing of the audit: «Клиент», not `companies`. */
export function thingName(config: SanitizedConfig, entity: string | null, locale: Locale): string {
  if (!entity) return ''
  const label = config.collections.find(({ slug }) => slug === entity)?.labels.singular ?? config.globals.find(({ slug }) => slug === entity)?.label
  return labelText(label, locale) ?? say(codeText('kind', entity), locale)
}

/** What the panel calls a field of it, by Payload's name or the database's; the name itself when it has no label. */
export function fieldName(config: SanitizedConfig, entity: string | null, name: string, locale: Locale): string {
  const fields = (config.collections.find(({ slug }) => slug === entity) ?? config.globals.find(({ slug }) => slug === entity))?.flattenedFields ?? []
  const field = fields.find((one) => one.name === name || one.name === camel(name))
  return labelText(field && 'label' in field ? field.label : null, locale) ?? name
}
