import { errorLabel } from '@/src/lib/error-words'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import { defaultLocale, say, type Locale } from '@/src/lib/i18n'
import { wellFormed } from '@/src/lib/wellFormed'
import { computedOf } from './computed.rules'
import { fieldKind } from './defineFieldKind'
import { held, isInputOf, type FieldDefinition, type FieldSet, type Typed } from './definition'
import './kinds/bankKind'
import './kinds/choiceKinds'
import './kinds/filesKind'
import './kinds/numberKinds'
import './kinds/rowsKind'
import './kinds/shownKinds'
import './kinds/textKinds'
import { shownOf } from './shown.rules'

/** An answer in words, under the name and the question of its field. */
export type Answer = { field: string; label: string; value: string }
export type Wrong = { code: ErrorCode; params?: ErrorParams }
export type Checked = {
  answers: Answer[]
  /** Answers as they are kept, by the names of their fields. */
  values: Record<string, unknown>
  /** By the names of inputs: all mistakes at once. */
  errors: Record<string, Wrong>
}

/**
 * What was typed against a set of fields. What the set does not name, and what it does not ask by what else is typed, is
 * left out. `only` is a page, by its place: the others are not judged.
 */
export function checkAnswers(set: FieldSet, raw: Typed, only?: number): Checked {
  const typed = tidied(raw)
  const shown = shownOf(set, typed)
  const computed = computedOf(set, typed, shown)
  const checked: Checked = { answers: [], values: {}, errors: {} }
  for (const [place, page] of set.pages.entries()) {
    if (!shown.pages.has(place) || (only !== undefined && only !== place)) continue
    for (const field of page.fields) {
      const kind = fieldKind(field.kind)
      if (!kind.asks || !shown.fields.has(field.name)) continue
      const read = field.formula ? held(computed, field.name) : kind.read(typed, field)
      if (read === undefined) {
        if (field.required && !field.formula)
          checked.errors[kind.at ? `${field.name}.${kind.at}` : field.name] = { code: kind.missing }
        continue
      }
      const parsed = kind.schema(field).safeParse(read)
      if (parsed.success) {
        const value = wordsOf(field, parsed.data, defaultLocale)
        if (value === '') continue
        checked.values[field.name] = parsed.data
        checked.answers.push({ field: field.name, label: say(field.label, defaultLocale), value })
      } else
        for (const { message, path, ...found } of parsed.error.issues) {
          const input = [field.name, ...path].join('.')
          // A schema's own words are none of ours: whatever has no code is simply wrong.
          if (!Object.hasOwn(checked.errors, input))
            checked.errors[input] = {
              code: errorLabel(message) ? (message as ErrorCode) : 'input.invalid',
              params: paramsOf(found),
            }
        }
    }
  }
  return checked
}

/** An answer in words. */
export const wordsOf = (field: FieldDefinition, value: unknown, locale: Locale): string =>
  fieldKind(field.kind).words(value, field, locale)

/** The input of a wrong answer and the page that it stands on. */
export const pageOfInput = (set: FieldSet, input: string): number =>
  set.pages.findIndex(({ fields }) => fields.some(({ name }) => name !== '' && isInputOf(input, name)))

/** What is kept as a draft: inputs of the fields that are asked, of a size that people type. */
export function inputsOf(set: FieldSet, raw: Typed): Record<string, string> {
  const typed = tidied(raw)
  const { fields } = shownOf(set, typed)
  return Object.fromEntries(
    Object.entries(typed).filter(([input]) => [...fields].some((name) => isInputOf(input, name))),
  )
}

const LONGEST = 6_000

/** Texts that the database takes, of a length that is judged and no more. */
const tidied = (raw: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).map(([input, text]) => [input, wellFormed(text.slice(0, LONGEST))]))

const paramsOf = (found: object): ErrorParams =>
  'params' in found && found.params && typeof found.params === 'object' ? (found.params as ErrorParams) : {}
