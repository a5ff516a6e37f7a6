import { z } from 'zod'
import { say, type Locale } from '@/src/lib/i18n'
import { columnSum, decimalOf } from '../computed.rules'
import { declaredFieldKinds, defineFieldKind, fieldKind } from '../defineFieldKind'
import { held, rowsOf, typedIn, type FieldDefinition } from '../definition'
import { fieldWords } from '../fieldsets.labels'
import { issue } from '../issue'
import './numberKinds'
import './textKinds'

/** Rows of a table that nobody fills in by hand any more. */
export const MOST_ROWS = 100

export type AnsweredRow = Record<string, unknown>

/** A table: each row has the same columns of simple kinds; empty rows are none. */
defineFieldKind<AnsweredRow[]>({
  kind: 'rows',
  label: { ru: 'Таблица', en: 'Table' },
  control: { as: 'rows' },
  block: [
    {
      name: 'columns',
      type: 'array',
      label: { ru: 'Колонки', en: 'Columns' },
      labels: { singular: { ru: 'Колонка', en: 'Column' }, plural: { ru: 'Колонки', en: 'Columns' } },
      minRows: 1,
      maxRows: 10,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'label', type: 'text', label: fieldWords.label },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              label: { ru: 'Что пишут', en: 'What is written' },
              required: true,
              defaultValue: 'text',
              options: declaredFieldKinds()
                .filter(({ simple }) => simple)
                .map(({ kind, label }) => ({ value: kind, label })),
            },
            { name: 'required', type: 'checkbox', label: fieldWords.required },
            { name: 'summed', type: 'checkbox', label: { ru: 'Считать итог', en: 'Show its sum' } },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'minRows',
          type: 'number',
          label: { ru: 'Не меньше строк', en: 'Rows at least' },
          min: 0,
          max: MOST_ROWS,
        },
        {
          name: 'maxRows',
          type: 'number',
          label: { ru: 'Не больше строк', en: 'Rows at most' },
          min: 1,
          max: MOST_ROWS,
        },
      ],
    },
  ],
  read: (typed, { name, columns = [] }) => {
    const rows = rowsOf(typed, name)
      .map((number) => ({
        number,
        cells: Object.fromEntries(
          columns.map((column) => [column.name, typedIn(typed, `${name}.${number}.${column.name}`)]),
        ),
      }))
      .filter(({ cells }) => Object.values(cells).some((text) => text !== ''))
    return rows.length > 0 ? rows : undefined
  },
  schema: ({ columns = [], minRows = 0, maxRows = MOST_ROWS }) =>
    z
      .array(z.object({ number: z.number(), cells: z.record(z.string(), z.string()) }))
      .transform((rows, context): AnsweredRow[] => {
        const max = Math.min(maxRows, MOST_ROWS)
        if (rows.length < minRows) issue(context, 'rows.tooFew', { min: minRows })
        if (rows.length > max) issue(context, 'rows.tooMany', { max })
        return rows.slice(0, max).map(({ number, cells }) => {
          const row: AnsweredRow = {}
          for (const column of columns) {
            const text = held(cells, column.name) ?? ''
            const at = [String(number), column.name]
            if (text === '') {
              if (column.required) issue(context, 'input.required', {}, at)
              continue
            }
            const parsed = fieldKind(column.kind).schema(column).safeParse(text)
            if (parsed.success) row[column.name] = parsed.data
            else
              for (const found of parsed.error.issues)
                context.addIssue({ ...found, path: at } as Parameters<typeof context.addIssue>[0])
          }
          return row
        })
      }),
  words: (rows, { columns = [] }, locale) =>
    [
      ...rows.map((row, place) => `${place + 1}. ${rowWords(row, columns, locale)}`),
      ...sumsOf(rows, columns, locale).map(({ label, sum }) => `${say(fieldWords.total, locale)}, ${label}: ${sum}`),
    ].join('\n'),
  typed: (rows, { name, columns = [] }) =>
    Object.assign(
      {},
      ...rows.flatMap((row, place) =>
        columns.flatMap((column) =>
          held(row, column.name) === undefined
            ? []
            : [fieldKind(column.kind).typed(row[column.name], { ...column, name: `${name}.${place}.${column.name}` })],
        ),
      ),
    ) as Record<string, string>,
})

const rowWords = (row: AnsweredRow, columns: readonly FieldDefinition[], locale: Locale): string =>
  columns
    .flatMap((column) =>
      held(row, column.name) === undefined
        ? []
        : [`${say(column.label, locale)}: ${fieldKind(column.kind).words(row[column.name], column, locale)}`],
    )
    .join('; ')

/** Sums of the columns that have one, in words. */
export function sumsOf(
  rows: readonly AnsweredRow[],
  columns: readonly FieldDefinition[],
  locale: Locale,
): Array<{ column: string; label: string; sum: string }> {
  return columns.flatMap((column) => {
    if (!column.summed) return []
    const kind = fieldKind(column.kind)
    const typed = Object.assign(
      {},
      ...rows.map((row, place) =>
        held(row, column.name) === undefined ? {} : kind.typed(row[column.name], { ...column, name: `t.${place}.c` }),
      ),
    ) as Record<string, string>
    const sum = columnSum(typed, 't', 'c')
    if (sum === null) return []
    const parsed = kind.schema(column).safeParse(decimalOf(sum))
    return parsed.success
      ? [{ column: column.name, label: say(column.label, locale), sum: kind.words(parsed.data, column, locale) }]
      : []
  })
}
