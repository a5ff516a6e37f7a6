import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../../access/context'
import type { TemplateFormat } from './safeParts'

/** A value as it stands on paper; with a number beside it a cell of a sheet can be counted on. */
export type PrintValue = string | { text: string; number: number } | null
export type PrintRow = Readonly<Record<string, PrintValue>>
export type PrintValues = Readonly<Record<string, PrintValue | readonly PrintRow[]>>

/** What a template may name: what it is, and how it looks. */
export type PrintField = { label: Text; example: string }
/** Rows of a table, each with fields of its own: `{lines.name}`. */
export type PrintRows = { label: Text; rows: Readonly<Record<string, PrintField>> }
export type PrintFields = Readonly<Record<string, PrintField | PrintRows>>

/** A template that the portal has of itself, until an administrator uploads one. */
export type BuiltInTemplate = { format: TemplateFormat; locale: Locale; make: () => Promise<Buffer> }

/** What may be printed of a record by templates that administrators upload. */
export type PrintDataDeclaration = {
  /** `contract`: its name in addresses and in templates' rows. */
  kind: string
  entity: string
  /** What is printed: «Договор». */
  label: Text
  /** What the record is called where it was printed: «Договор № 87/26». */
  title: (number: string, locale: Locale) => string
  /** One of them is `number`: what the record is told by. */
  fields: PrintFields
  /** Values of all the fields, read as the person; null when the record is not theirs to see. */
  read: (context: QueryContext, id: string, locale: Locale) => Promise<PrintValues | null>
  /** The last records that the person reads, to try a template on. */
  recent: (context: QueryContext, limit: number) => Promise<readonly { id: string; title: string }[]>
  builtIn: readonly BuiltInTemplate[]
}

const registry = declarations<PrintDataDeclaration>()

/** Declares what templates may print of an entity's records. The area's module lists it among its parts. */
export function definePrintData(declaration: PrintDataDeclaration): PrintDataDeclaration {
  registry.set(declaration.kind, declaration)
  return declaration
}

export const printDataOf = (kind: string): PrintDataDeclaration | undefined => registry.get(kind)
export const declaredPrintData = (): readonly PrintDataDeclaration[] => [...registry.values()]

export const isRows = (field: PrintField | PrintRows): field is PrintRows => 'rows' in field

/** A field of the rows by its whole name: `lines.name`. */
export function rowField(fields: PrintFields, tag: string): { rows: string; name: string } | null {
  const at = tag.lastIndexOf('.')
  const [rows, name] = [tag.slice(0, Math.max(at, 0)), tag.slice(at + 1)]
  const field = Object.hasOwn(fields, rows) ? fields[rows] : undefined
  return field && isRows(field) && Object.hasOwn(field.rows, name) ? { rows, name } : null
}

/** Whether a tag names a value, of the record or of a row. */
export function isField(fields: PrintFields, tag: string): boolean {
  const field = Object.hasOwn(fields, tag) ? fields[tag] : undefined
  return field ? !isRows(field) : rowField(fields, tag) !== null
}

/** By what a record is told among others. */
export const numberOf = ({ number }: PrintValues): string =>
  valueText(Array.isArray(number) ? null : (number as PrintValue))

export const valueText = (value: PrintValue | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : value.text
