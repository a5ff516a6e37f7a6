import { dayInZone, DEFAULT_ZONE, isZone } from '@/src/lib/dates'
import { defineLabels, say, type Text } from '@/src/lib/i18n'
import { QTY_SCALE } from '@/src/lib/money'
import { writeXlsx, type XlsxColumn } from '@/src/lib/xlsx/writeXlsx'
import type { ListColumn, ListPart, ListReader, ListValue } from './defineList'

const words = defineLabels({ currency: { ru: 'Валюта', en: 'Currency' } })

/**
 * Rows of a list as an XLSX file: days and moments are dates by the calendar of the reader, sums numbers with their
 * currency beside them, and what begins with «=» is a text like any other.
 */
export async function xlsxOf<Row>(
  rows: readonly Row[],
  { label, columns, reader }: { label: Text; columns: readonly ListColumn<Row>[]; reader: ListReader },
): Promise<ReadableStream<Uint8Array>> {
  return writeXlsx({
    name: say(label, reader.locale),
    columns: columns.flatMap(({ parts }) => parts.flatMap((part) => fileColumns(part, rows, reader))),
    rows,
  })
}

/** One column, as what its values are, and for sums that of their currency. */
function fileColumns<Row>(
  { header, value }: ListPart<Row>,
  rows: readonly Row[],
  reader: ListReader,
): XlsxColumn<Row>[] {
  const name = say(header, reader.locale)
  const of = (row: Row): ListValue => value(row, reader)
  const first = firstOf(rows, of)
  if (typeof first === 'number') return [{ header: name, type: 'quantity', of: (row) => scaled(of(row)) }]
  if (first === null || typeof first === 'string') return [{ header: name, type: 'text', of: (row) => textOf(of(row)) }]
  if (!('amount' in first)) return [{ header: name, type: 'date', of: (row) => dayOf(of(row), reader.zone) }]
  return [
    { header: name, type: 'money', of: (row) => sumOf(of(row))?.amount ?? null },
    { header: say(words.currency, reader.locale), type: 'text', of: (row) => sumOf(of(row))?.currency ?? null },
  ]
}

/** What a column holds is seen by the first row that has it. */
function firstOf<Row>(rows: readonly Row[], of: (row: Row) => ListValue): ListValue {
  for (const row of rows) {
    const value = of(row)
    if (value !== null) return value
  }
  return null
}

const scaled = (value: ListValue): number | null => (typeof value === 'number' ? Math.round(value * QTY_SCALE) : null)
const textOf = (value: ListValue): string | null => (typeof value === 'string' ? value : null)
const sumOf = (value: ListValue) => (typeof value === 'object' && value !== null && 'amount' in value ? value : null)

function dayOf(value: ListValue, zone: string): string | null {
  if (typeof value !== 'object' || value === null || 'amount' in value) return null
  return 'day' in value ? value.day : dayInZone(value.moment, isZone(zone) ? zone : DEFAULT_ZONE)
}
