import { hash } from 'node:crypto'
import type { BulkRow, BulkTable } from './bulkTable'

/** A row ready to be staged: its values as COPY writes them, and the hash of what came. */
export type StagedRow = { row: BulkRow; line: string; hash: string }

/** Values in the order of the declaration; the hash covers them all. */
export function stagedRow(columns: readonly string[], row: BulkRow): StagedRow {
  let line = escaped(row.externalId)
  let content = ''
  for (const column of columns) {
    const value = cell(row.values[column] ?? null)
    content += value === null ? '\u0000' : `${value}\u0001`
    line += value === null ? '\t\\N' : `\t${escaped(value)}`
  }
  return { row, line, hash: hash('md5', content, 'base64url') }
}

export const columnsOf = (table: BulkTable): string[] => Object.keys(table.columns)

function cell(value: string | number | boolean | object | null): string | null {
  if (value === null) return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  // PostgreSQL knows no NUL in text; 1C sometimes sends one inside a description.
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}

const SPECIAL = /[\\\t\n\r]/
const ALL_SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => ESCAPES[sign] ?? sign) : text
}
