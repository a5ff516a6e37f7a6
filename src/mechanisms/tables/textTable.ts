import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { tableRefusal } from './tableRefusal'

/** What parts cells, the surest first: a semicolon may stand in a name, a tab hardly ever. A comma is no sign in Russia. */
const PARTERS = ['\t', ';', '|'] as const
const QUOTED_COMMA = /^"[^"\n]*"(?:,"[^"\n]*")+\s*$/m

/** Rows of a text by tabs, semicolons or bars, whichever it has; one cell a line where it has none. */
export function textTable(source: Buffer | string): string[][] {
  const text = typeof source === 'string' ? source : decoded(source)
  const parter = PARTERS.find((sign) => text.includes(sign)) ?? (QUOTED_COMMA.test(text) ? ',' : null)
  if (parter === null) return text.split(/\r\n|\r|\n/).map((line) => [line])
  try {
    return parse(text, {
      delimiter: parter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 100_000,
    })
  } catch {
    // A quote that is never closed: what stands in the lines is more than nothing.
    return text.split(/\r\n|\r|\n/).map((line) => line.split(parter))
  }
}

/** By its mark, else UTF-8 where the bytes are, else windows-1251, in which Excel and 1C write CSV. @throws AppError `table.unknownKind` */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  if (bytes.includes(0)) throw tableRefusal('table.unknownKind')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'windows-1251')
  }
}
