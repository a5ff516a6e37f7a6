import { humanDate } from '@/src/lib/dates'
import type { PayloadRequest } from 'payload'
import { labelText, say, type Locale } from '@/src/lib/i18n'
import { wordsOf } from '@/src/mechanisms/fieldsets/checkAnswers'
import { fieldsOf, held, type FieldDefinition } from '@/src/mechanisms/fieldsets/definition'
import { fieldWords } from '@/src/mechanisms/fieldsets/fieldsets.labels'
import type { AnsweredFiles } from '@/src/mechanisms/fieldsets/kinds/filesKind'
import { sumsOf, type AnsweredRow } from '@/src/mechanisms/fieldsets/kinds/rowsKind'
import { definePane, type PaneFact, type PaneLink, type PaneTable } from '@/src/mechanisms/panel/definePane'
import type { FormSubmission } from '@/src/payload-types'
import '../forms/formKinds'
import { keptAnswers } from './versions.queries'
import { readAsPerson } from '../readAsPerson'
import { submissionLabels } from './form-submission.labels'
import { answersPage } from './form-submission.workplace'

const { fields } = submissionLabels

/** One answer as it was given: the questions as they stood, then who sent it. */
export const submissionPane = definePane({
  entity: 'form-submissions',
  read: async ({ req }, id, locale) => {
    const sent = await readAsPerson(req, 'form-submissions', id)
    if (!sent) return null
    const form = typeof sent.form === 'string' ? sent.form : (sent.form?.id ?? null)
    const named = (value: unknown): string | null =>
      value && typeof value === 'object' && 'name' in value ? labelText(value.name, locale) : null
    const read = await givenOf(req, sent, locale)
    return {
      links: [
        { label: { ru: 'Все ответы этой формы', en: 'All answers of this form' }, href: answersPage(form) },
        ...read.links,
      ],
      facts: [
        { label: fields.title, value: sent.title },
        { label: submissionLabels.at, value: humanDate(sent.createdAt, locale) },
        { label: fields.user, value: named(sent.user) },
        { label: fields.company, value: named(sent.company) },
        ...read.facts,
      ],
      tables: read.tables,
    }
  },
})

type Given = { facts: PaneFact[]; tables: PaneTable[]; links: PaneLink[] }

/** The answers by the questions as they stood; of those from before there were versions, the words that were kept. */
async function givenOf(req: PayloadRequest, sent: FormSubmission, locale: Locale): Promise<Given> {
  const kept = (await keptAnswers(req, [sent.id])).get(sent.id)
  const given: Given = { facts: [], tables: [], links: [] }
  if (!kept) {
    given.facts = (sent.submissionData ?? []).map(({ field, label, value }) => ({
      label: { ru: label || field, en: label || field },
      value: value ?? null,
      wide: true,
    }))
    return given
  }
  for (const field of fieldsOf(kept.set)) {
    const value = held(kept.values, field.name)
    if (value === undefined || value === null) continue
    const { columns = [], files = [] } = field
    if (columns.length > 0) given.tables.push(tableOf(field, value as AnsweredRow[], locale))
    else given.facts.push({ label: field.label, value: wordsOf(field, value, locale), wide: true })
    for (const { key, label } of files)
      for (const id of held(value as AnsweredFiles, key) ?? [])
        given.links.push({ label, href: `/admin/collections/document-files/${id}` })
  }
  return given
}

const tableOf = ({ name, label, columns = [] }: FieldDefinition, rows: AnsweredRow[], locale: Locale): PaneTable => {
  const sums = sumsOf(rows, columns, locale)
  const cellsOf = (row: AnsweredRow) =>
    columns.map((column) => {
      const cell = held(row, column.name)
      return { text: cell === undefined ? '—' : wordsOf(column, cell, locale) }
    })
  const total = columns.map((column, place) => ({
    text: sums.find((sum) => sum.column === column.name)?.sum ?? (place === 0 ? say(fieldWords.total, locale) : ''),
  }))
  return {
    key: name,
    title: label,
    heads: columns.map((column) => ({ label: column.label })),
    rows: [
      ...rows.map((row, place) => ({ key: String(place), cells: cellsOf(row) })),
      ...(sums.length > 0 ? [{ key: 'total', cells: total }] : []),
    ],
  }
}
