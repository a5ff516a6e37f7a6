import { NO_FORM } from '@/collections/forms/form-submissions/form-submission.workplace'
import { formById, type PublicForm } from '@/collections/forms/forms/form.queries'
import { numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { parseListQuery, type SearchParams } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { answersLabels as words } from './answers.labels'
import { keptAnswers } from '@/collections/forms/form-submissions/versions.queries'
import { fieldKind, type ValueCell } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { fieldsOf, held, type FieldDefinition } from '@/src/mechanisms/fieldsets/definition'
import { fieldWords } from '@/src/mechanisms/fieldsets/fieldsets.labels'
import type { AnsweredFiles } from '@/src/mechanisms/fieldsets/kinds/filesKind'
import { sumsOf, type AnsweredRow } from '@/src/mechanisms/fieldsets/kinds/rowsKind'
import '@/collections/forms/forms/formKinds'
import { answeredFields, type AnswerRow, type AnswersAsked, type AskedField } from './answers.queries'

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
    fieldKind(kind).asks ? [{ field, label: say(label, locale), gone: false }] : [],
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

/** An answer of a row as it is read and as it stands in a file. */
export type ReadAnswer = { text: string; cell: ValueCell; rows: RowsAnswer | null; files: FilesAnswer }
type RowsAnswer = { heads: string[]; rows: string[][] }
type FilesAnswer = ReadonlyArray<{ id: string; label: string }>

const NOTHING: ReadAnswer = { text: '', cell: { type: 'text', of: '' }, rows: null, files: [] }

/** The answers of these rows, each read by the questions as they stood when it was given. */
export async function answersReader(
  context: QueryContext,
  rows: readonly AnswerRow[],
  { form, locale }: { form: PublicForm | null; locale: Locale },
): Promise<(row: AnswerRow, field: string) => ReadAnswer> {
  const kept = await keptAnswers(
    context.req,
    rows.map(({ id }) => id),
  )
  const fields = new Map(
    [...kept].map(([id, { set }]) => [id, new Map(fieldsOf(set).map((field) => [field.name, field]))] as const),
  )
  return (row, field) => {
    const asked = fields.get(row.id)?.get(field)
    const value = held(kept.get(row.id)?.values ?? {}, field)
    if (asked && value !== undefined && value !== null) return readAnswer(asked, value, locale)
    const text = oldAnswer(form, field, { value: held(row.answers, field) ?? '', locale })
    return text === '' ? NOTHING : { ...NOTHING, text, cell: { type: 'text', of: text } }
  }
}

/** An answer by the field that it was given to. */
function readAnswer(field: FieldDefinition, value: unknown, locale: Locale): ReadAnswer {
  const kind = fieldKind(field.kind)
  const text = kind.words(value, field, locale)
  return {
    text,
    cell: kind.cell?.(value, field) ?? { type: 'text', of: text },
    rows: field.columns ? rowsAnswer(field.columns, value as AnsweredRow[], locale) : null,
    files: (field.files ?? []).flatMap(({ key, label }) =>
      (held(value as AnsweredFiles, key) ?? []).map((id) => ({ id, label: say(label, locale) })),
    ),
  }
}

const rowsAnswer = (columns: readonly FieldDefinition[], rows: readonly AnsweredRow[], locale: Locale): RowsAnswer => ({
  heads: columns.map(({ label }) => say(label, locale)),
  rows: [
    ...rows.map((row) =>
      columns.map((column) => {
        const cell = held(row, column.name)
        return cell === undefined ? '' : fieldKind(column.kind).words(cell, column, locale)
      }),
    ),
    ...totals(columns, rows, locale),
  ],
})

function totals(columns: readonly FieldDefinition[], rows: readonly AnsweredRow[], locale: Locale): string[][] {
  const sums = sumsOf(rows, columns, locale)
  if (sums.length === 0) return []
  return [
    columns.map(({ name }, place) => {
      const sum = sums.find(({ column }) => column === name)?.sum
      return sum ?? (place === 0 ? say(fieldWords.total, locale) : '')
    }),
  ]
}

/** An answer from before answers had versions, in words: a choice by its label, a day as it is written. */
function oldAnswer(
  form: PublicForm | null,
  field: string,
  { value, locale }: { value: string; locale: Locale },
): string {
  const asked = form?.fields.find(({ name }) => name === field)
  if (asked?.kind === 'checkbox') return value === 'true' ? say(words.yes, locale) : value
  if (asked?.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? numericDay(`${value}T00:00:00Z`, 'UTC') : value
  const chosen = asked?.options?.find((option) => option.value === value)
  return chosen ? say(chosen.label, locale) : value
}
