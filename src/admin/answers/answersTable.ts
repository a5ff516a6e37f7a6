import { NO_FORM } from '@/collections/forms/form-submissions/form-submission.workplace'
import { formById, type PublicForm } from '@/collections/forms/forms/form.queries'
import { numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { parseListQuery, type SearchParams } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { answersLabels as words } from './answers.labels'
import { answeredFields, type AnswersAsked, type AskedField } from './answers.queries'

/** What the table of a form's answers may be asked for. */
export const answersSpec: ListSpec = {
  search: true,
  filters: [{ key: 'came', kind: 'dates', label: words.came }],
  sorts: [],
  defaultSort: { key: 'at', dir: 'desc' },
  perPage: 50,
  pageSizes: [50],
}

export type AnswersTable = {
  title: string
  /** Null of answers whose form was deleted. */
  form: PublicForm | null
  fields: readonly AskedField[]
  asked: AnswersAsked
  query: ListQuery
}

/** The table of one form: its questions as they stand, then those that only older answers hold. Null where there is no such form. */
export async function answersTable(
  context: QueryContext,
  form: string,
  { search, locale }: { search: SearchParams; locale: Locale },
): Promise<AnswersTable | null> {
  const known = form === NO_FORM ? null : await formById(context.req, form, locale)
  if (form !== NO_FORM && !known) return null
  const now = (known?.fields ?? []).flatMap(({ kind, name: field, label }) =>
    kind === 'message' ? [] : [{ field, label, gone: false }],
  )
  const held = await answeredFields(context, form)
  const before = held.flatMap((one) =>
    now.some(({ field }) => field === one.field) ? [] : [{ ...one, gone: known !== null }],
  )
  const query = parseListQuery(search, answersSpec)
  return {
    title: known?.title ?? say(words.deleted, locale),
    form: known,
    fields: [...now, ...before],
    asked: { ...query, form },
    query,
  }
}

/** What a column is called. */
export const headOf = ({ label, gone }: AskedField, locale: Locale): string =>
  gone ? say(words.gone, locale, { label }) : label

/** An answer in words: a choice by its label, a day as it is written. */
export function answerText(
  form: PublicForm | null,
  field: string,
  { value, locale }: { value: string; locale: Locale },
): string {
  const asked = form?.fields.find(({ name }) => name === field)
  if (asked?.kind === 'checkbox') return value === 'true' ? say(words.yes, locale) : value
  if (asked?.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? numericDay(`${value}T00:00:00Z`, 'UTC') : value
  return asked?.options.find((option) => option.value === value)?.label ?? value
}
