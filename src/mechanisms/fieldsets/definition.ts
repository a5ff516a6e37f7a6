import type { Text } from '@/src/lib/i18n'

/** What stands in the inputs of a form: texts by the names of inputs. A field of several inputs has them behind a dot. */
export type Typed = Readonly<Record<string, string>>

export type FieldOption = { value: string; label: Text }

/** When a field or a page is asked: another field, which stands before it, has a value. */
export type Condition = { field: string; is: 'equals' | 'oneOf' | 'filled' | 'greater'; values: readonly string[] }

/** What is worked out of other fields: names of fields, or `table.column`. */
export type Formula = { by: 'sum' | 'product' | 'columnSum'; of: readonly string[] }

/** A paper that is asked for: «Скан паспорта». */
export type FileKind = { key: string; label: Text; required: boolean }

/** One field as it was asked, plain data in both languages: kept with every answer, sent to the browser. */
export type FieldDefinition = {
  kind: string
  name: string
  label: Text
  required: boolean
  initial: string
  /** Words between the fields. */
  text?: Text
  options?: readonly FieldOption[]
  /** Currency of a sum of money. */
  currency?: string
  /** Of a table of rows. */
  columns?: readonly FieldDefinition[]
  minRows?: number
  maxRows?: number
  /** Of a column: its sum stands below. */
  summed?: boolean
  files?: readonly FileKind[]
  /** Where its choices are read from. */
  source?: string
  formula?: Formula
  when?: Condition
}

export type PageDefinition = { title: Text; when?: Condition; fields: readonly FieldDefinition[] }

/** A set of fields in pages. */
export type FieldSet = { pages: readonly PageDefinition[] }

export const fieldsOf = (set: FieldSet): FieldDefinition[] => set.pages.flatMap(({ fields }) => [...fields])

/** One page of these fields: for what is not parted. */
export const onePage = (fields: readonly FieldDefinition[]): FieldSet => ({
  pages: [{ title: { ru: '', en: '' }, fields }],
})

/** Whether an input belongs to a field. */
export const isInputOf = (input: string, field: string): boolean => input === field || input.startsWith(`${field}.`)

/** What is kept under a name; what every object has is nothing. */
export const held = <Value>(kept: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(kept, name) ? kept[name] : undefined

/** What an input holds; what every object has is nothing. */
export const typedIn = (typed: Typed, input: string): string => (held(typed, input) ?? '').trim()

/** Numbers of the rows that have something in them, in their order. */
export function rowsOf(typed: Typed, table: string): number[] {
  const rows = new Set<number>()
  for (const [input, text] of Object.entries(typed)) {
    if (!input.startsWith(`${table}.`) || text.trim() === '') continue
    const number = /^(\d{1,4})\./.exec(input.slice(table.length + 1))?.[1]
    if (number !== undefined) rows.add(Number(number))
  }
  return [...rows].sort((one, other) => one - other)
}
