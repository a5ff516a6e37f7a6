import { formatDecimal } from '../decimal'
import type { SheetFrame, XlsxColumn, XlsxSheet } from './xlsxSheet'

/** More rows than this no sheet of Excel has, the head included. */
const EXCEL_ROWS = 1_048_576
/** More signs than this no cell of Excel holds. */
const EXCEL_SIGNS = 32_767
const CHUNK = 64 * 1024
const DAY_MS = 86_400_000
/** Day 0 of Excel's calendar, as it counts from 1 March 1900 on. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

/** The XML of the whole sheet in pieces of some tens of kilobytes. @throws RangeError beyond the rows that Excel holds */
export async function* rowsXml<Row>(
  { columns, rows }: Pick<XlsxSheet<Row>, 'columns' | 'rows'>,
  { head, tail, styles }: SheetFrame,
): AsyncGenerator<string> {
  const cells = columns.map((column, place) => cellWriter(column, letters(place), styles[place] ?? null))
  let piece = head
  let number = 1
  for await (const row of rows) {
    number += 1
    if (number > EXCEL_ROWS) throw new RangeError('More rows than a sheet of Excel holds')
    piece += `<row r="${number}">${cells.map((cell) => cell(row, number)).join('')}</row>`
    if (piece.length < CHUNK) continue
    yield piece
    piece = ''
  }
  yield piece + tail
}

function cellWriter<Row>(
  column: XlsxColumn<Row>,
  letter: string,
  style: string | null,
): (row: Row, line: number) => string {
  const opened = (line: number): string => `<c r="${letter}${line}"${style === null ? '' : ` s="${style}"`}`
  return (row, line) => {
    if (column.type === 'text') {
      const text = column.of(row)
      if (text === null || text === '') return ''
      return `${opened(line)} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
    }
    const value = numberOf(column, row)
    return value === null ? '' : `${opened(line)}><v>${value}</v></c>`
  }
}

function numberOf<Row>(column: Exclude<XlsxColumn<Row>, { type: 'text' }>, row: Row): string | null {
  if (column.type === 'date') {
    const day = column.of(row)
    return day === null ? null : String((Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - EXCEL_EPOCH) / DAY_MS)
  }
  const value = column.of(row)
  if (value === null || !Number.isFinite(value)) return null
  if (column.type === 'number') return String(value)
  return formatDecimal(value, column.type === 'money' ? 2 : 3)
}

/** A, B … Z, AA: the name of a column by its place from 0. */
function letters(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

/** What no XML 1.0 holds: controls, two signs that are none, halves of a pair. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Excel reads `_x0041_` in a text as a sign by its code; its underscore is therefore written as a code itself. */
const EXCEL_CODE = /_(?=x[0-9a-f]{4}_)/gi
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' }

const xmlText = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .slice(0, EXCEL_SIGNS)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(EXCEL_CODE, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => MARKUP[sign] ?? sign)
