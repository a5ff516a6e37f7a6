import { buffer } from 'node:stream/consumers'
import writeExcelFile from 'write-excel-file/node'
import yauzl from 'yauzl'
import type { SheetFrame, XlsxCell, XlsxColumn } from './xlsxSheet'

export const SHEET = 'xl/worksheets/sheet1.xml'
const ROWS_END = '</sheetData>'
const SECOND_ROW = '<row r="2"'

type CellType = XlsxCell<unknown>['type']
const WIDTHS: Record<CellType, number> = { text: 28, date: 12, number: 12, money: 16, quantity: 12 }
const FORMATS: Record<CellType, string | undefined> = {
  text: undefined,
  date: 'dd.mm.yyyy',
  number: undefined,
  money: '#,##0.00',
  quantity: '#,##0.###',
}
const EXCEL_NAME = 31

/** All parts of a file with this head, as the library makes them, and its one sheet cut open where rows go. */
export async function xlsxParts<Row>(
  name: string,
  columns: ReadonlyArray<XlsxColumn<Row>>,
): Promise<SheetFrame & { parts: Array<{ name: string; bytes: Buffer }> }> {
  const sample = columns.map(({ type }) =>
    type === 'text'
      ? { value: 'x', type: String }
      : type === 'date'
        ? { value: new Date(0), type: Date, format: FORMATS.date }
        : { value: 1, type: Number, ...(FORMATS[type] ? { format: FORMATS[type] } : {}) },
  )
  const file = await writeExcelFile(
    [columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })), sample],
    {
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: columns.map(({ type, width }) => ({ width: width ?? WIDTHS[type] })),
    },
  ).toBuffer()
  const parts = await unzipped(file)
  const sheet = parts.find((part) => part.name === SHEET)?.bytes.toString('utf8') ?? ''
  const second = sheet.indexOf(SECOND_ROW)
  const end = sheet.indexOf(ROWS_END)
  if (second < 0 || end < second) throw new Error('write-excel-file no longer writes a sheet as it is cut here')
  return {
    parts: parts.filter((part) => part.name !== SHEET),
    head: sheet.slice(0, second),
    tail: sheet.slice(end),
    styles: [...sheet.slice(second, end).matchAll(/<c r="[^"]+"(?: s="(\d+)")?/g)].map((match) => match[1] ?? null),
  }
}

async function unzipped(file: Buffer): Promise<Array<{ name: string; bytes: Buffer }>> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  const parts: Array<{ name: string; bytes: Buffer }> = []
  for await (const entry of zip.eachEntry()) {
    parts.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) })
  }
  return parts
}

/** A name as Excel allows it: no `[ ] : * ? / \`, no apostrophe at an end, at most 31 signs, never empty. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, EXCEL_NAME)
    .replace(/^'+|'+$/g, '')
    .trim() || 'Sheet1'
