import type { BulkRow, BulkTable } from './bulkTable'

/** One line of COPY's text format: number in the portion, external id, hash, then the columns in order. */
export function copyLine(table: BulkTable, row: BulkRow, place: number, hash: string): string {
  const values = Object.keys(table.columns).map((column) => field(row.values[column] ?? null))
  return `${place}\t${field(row.externalId)}\t${hash}\t${values.join('\t')}\n`
}

const ESCAPED = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function field(value: string | number | boolean | object | null): string {
  if (value === null) return '\\N'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  // PostgreSQL knows no NUL in text; 1C sometimes sends one inside a description.
  return text.replaceAll('\u0000', '').replace(ESCAPED, (sign) => ESCAPES[sign] ?? sign)
}
