import readExcelFile from 'read-excel-file/node'
import yauzl from 'yauzl'
import { isAppError } from '@/src/lib/errors'
import { tableRefusal } from './tableRefusal'

/** Parts of a workbook, and bytes of all of them unpacked, counted as they come out. */
const MOST_PARTS = 500
const MOST_UNPACKED = 40 * 1024 * 1024

/**
 * Cells of the first sheet that has any, as texts: numbers as they are written, so that an article keeps its digits.
 * Nothing is handed to the library before the archive has been unpacked once and found small.
 *
 * @throws AppError `table.broken`, `table.unknownKind` (a zip that is no workbook), `table.swollen`
 */
export async function xlsxTable(bytes: Buffer): Promise<string[][]> {
  try {
    await weigh(bytes)
    const sheets = await readExcelFile<string>(bytes, { parseNumber: plainNumber, trim: true })
    const sheet = sheets.find(({ data }) => data.length > 0)
    return (sheet?.data ?? []).map((row) => row.map(cellText))
  } catch (error) {
    if (isAppError(error)) throw error
    throw tableRefusal('table.broken')
  }
}

async function weigh(bytes: Buffer): Promise<void> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  let parts = 0
  let unpacked = 0
  let workbook = false
  for await (const entry of zip.eachEntry()) {
    parts += 1
    workbook ||= entry.fileName === 'xl/workbook.xml'
    if (parts > MOST_PARTS || unpacked + entry.uncompressedSize > MOST_UNPACKED) throw tableRefusal('table.swollen')
    if (entry.isEncrypted()) throw tableRefusal('table.broken')
    if (entry.fileName.endsWith('/')) continue
    // What an archive says of its own size is not believed: it is counted.
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      unpacked += (piece as Buffer).length
      if (unpacked > MOST_UNPACKED) throw tableRefusal('table.swollen')
    }
  }
  if (!workbook) throw tableRefusal('table.unknownKind')
}

/** «4.60712345678E+12», as Excel keeps a barcode, in its digits; a tail of binary arithmetic is taken off. */
function plainNumber(text: string): string {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  if (/^-?\d+$/.test(text)) return text
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

/** The library's own type of a cell names constructors in place of what they make. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
