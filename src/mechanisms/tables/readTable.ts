import { tableRefusal } from './tableRefusal'
import { textTable } from './textTable'
import { xlsxTable } from './xlsxTable'

/** A row that has something in it: where it stands in what was brought, from 1, and its cells as texts. */
export type TableRow = { line: number; cells: string[] }

export const MOST_BYTES = 5 * 1024 * 1024
export const MOST_ROWS = 5_000
/** More cells of a row are not looked at. */
const MOST_CELLS = 30
/** More of a cell is not read: no name or code is that long. */
const MOST_SIGNS = 1_000

const ZIP = [0x50, 0x4b]
/** What an XLS of 1997 and a file locked by a password begin with. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Rows of a table that a person brings as a file: XLSX (its first sheet that has any, formulas as the value that lies
 * there) or CSV in UTF-8, UTF-16 or windows-1251. What it is its bytes say, never its name.
 *
 * @throws AppError 422 `table.empty`, `table.tooLarge`, `table.tooManyLines`, `table.unknownKind`, `table.broken`, `table.swollen`
 */
export async function readTable(bytes: Buffer): Promise<TableRow[]> {
  if (bytes.length > MOST_BYTES) throw tableRefusal('table.tooLarge', { max: MOST_BYTES / 1024 ** 2 })
  if (begins(bytes, OLE)) throw tableRefusal('table.unknownKind')
  return begins(bytes, ZIP) ? filled(await xlsxTable(bytes)) : filled(textTable(bytes))
}

/** The same of text that was typed or pasted. */
export function readPasted(text: string): TableRow[] {
  if (Buffer.byteLength(text) > MOST_BYTES) throw tableRefusal('table.tooLarge', { max: MOST_BYTES / 1024 ** 2 })
  return filled(textTable(text))
}

function filled(rows: ReadonlyArray<readonly string[]>): TableRow[] {
  const kept = rows
    .map((cells, place) => ({ line: place + 1, cells: cells.slice(0, MOST_CELLS).map(tidy) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (kept.length === 0) throw tableRefusal('table.empty')
  if (kept.length > MOST_ROWS) throw tableRefusal('table.tooManyLines', { max: MOST_ROWS })
  return kept
}

/** Spaces of all kinds are one, controls and zero-width signs none. */
const tidy = (cell: string): string =>
  cell
    .slice(0, MOST_SIGNS)
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .trim()

const begins = (bytes: Buffer, signs: readonly number[]): boolean => signs.every((sign, place) => bytes[place] === sign)
