import { say, type Locale } from '@/src/lib/i18n'
import { fieldKind, type Control } from '@/src/mechanisms/fieldsets/defineFieldKind'
import type { FieldDefinition, FieldSet } from '@/src/mechanisms/fieldsets/definition'
import '@/collections/forms/forms/formKinds'

/** A field as the browser draws it: its definition, its words in one language, and how it is drawn. */
export type AskedField = FieldDefinition & {
  said: string
  control: Control
  asked: readonly AskedField[]
  choices: ReadonlyArray<{ value: string; label: string }>
  papers: ReadonlyArray<{ key: string; label: string; required: boolean }>
}
export type AskedPage = { place: number; title: string; fields: readonly AskedField[] }

/** A set as plain data for the browser, which draws it and checks it as the server does. */
export const askedPages = (set: FieldSet, locale: Locale): AskedPage[] =>
  set.pages.map(({ title, fields }, place) => ({
    place,
    title: say(title, locale),
    fields: fields.map((field) => askedField(field, locale)),
  }))

const askedField = (field: FieldDefinition, locale: Locale): AskedField => ({
  ...field,
  said: say(field.text ?? field.label, locale),
  control: fieldKind(field.kind).control,
  asked: (field.columns ?? []).map((column) => askedField(column, locale)),
  choices: (field.options ?? []).map(({ value, label }) => ({ value, label: say(label, locale) })),
  papers: (field.files ?? []).map(({ key, label, required }) => ({ key, required, label: say(label, locale) })),
})
