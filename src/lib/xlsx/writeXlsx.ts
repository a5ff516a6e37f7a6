import { Readable, type PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import { xlsxParts, SHEET } from './xlsxParts'
import { rowsXml } from './rowsXml'
import type { XlsxSheet } from './xlsxSheet'

export type { XlsxCell, XlsxColumn, XlsxSheet } from './xlsxSheet'

/** Type of a response or of a file that holds such a table. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A table as an XLSX file that is made while it is read: rows are never all in memory. The head stands in bold and stays
 * in view. The parts of the file but the rows are write-excel-file's, which by itself holds a whole sheet in memory.
 *
 * @returns the bytes; they end in an error when `rows` throws, or gives more than the 1,048,575 that Excel holds
 */
export async function writeXlsx<Row>({ name, columns, rows }: XlsxSheet<Row>): Promise<ReadableStream<Uint8Array>> {
  const { parts, ...frame } = await xlsxParts(name, columns)
  const zip = new ZipFile()
  // It is one; the package's type names only what can be read of it.
  const out = zip.outputStream as PassThrough
  const xml = Readable.from(rowsXml({ columns, rows }, frame), { objectMode: false })
  const fail = (error: Error): void => void out.destroy(error)
  zip.on('error', fail)
  xml.on('error', fail)
  out.once('close', () => xml.destroy())
  for (const { name: part, bytes } of parts) zip.addBuffer(bytes, part)
  zip.addReadStream(xml, SHEET)
  zip.end()
  // Node's web stream and the DOM's are one thing with two type names.
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}
