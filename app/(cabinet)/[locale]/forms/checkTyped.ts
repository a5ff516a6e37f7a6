import { checkAnswers } from '@/collections/forms/forms/formKinds'
import { issueText } from '@/src/lib/error-words'
import type { Locale } from '@/src/lib/i18n'
import type { FieldSet, Typed } from '@/src/mechanisms/fieldsets/definition'

/** All that is wrong with what was typed, in words by the names of inputs; of one page where it is named. */
export function wrongOf(set: FieldSet, typed: Typed, { locale, page }: { locale: Locale; page?: number }) {
  const { errors } = checkAnswers(set, typed, page)
  return Object.fromEntries(
    Object.entries(errors).map(([field, { code, params = {} }]) => [field, issueText({ field, code, params }, locale)]),
  )
}
