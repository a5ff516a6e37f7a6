import { HIDDEN } from '@/src/mechanisms/audit/changes'

export type Plain = Record<string, string | string[]>

const BETWEEN = '; '
const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText)

/** One level of names and texts, or several texts under one name: what people may edit without knowing JSON. */
export function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => isText(one) || isTexts(one))
  )
}

/** What rows hold, as it is kept: «кухня; ванная» are two values. */
export function plainOf(rows: ReadonlyArray<readonly [string, string]>): Plain {
  return Object.fromEntries(rows.map(([name, text]) => [name, text.includes(BETWEEN) ? text.split(BETWEEN) : text]))
}

/** Names and values of anything that JSON can hold; what lies deeper is named by its way: «строка / цена». */
export function rowsOf(value: unknown, way: readonly string[] = []): Array<readonly [string, string]> {
  if (value === null || value === undefined) return way.length > 0 ? [[way.join(' / '), '—']] : []
  if (typeof value !== 'object') return [[way.join(' / '), value === HIDDEN ? '•••' : String(value)]]
  if (isTexts(value) && way.length > 0) return [[way.join(' / '), value.join(BETWEEN)]]
  // Any other object of JSON is a record or a list, and both have entries.
  const parts = Array.isArray(value)
    ? value.map((one, index) => [String(index + 1), one] as const)
    : Object.entries(value as Record<string, unknown>)
  return parts.flatMap(([name, one]) => rowsOf(one, [...way, name]))
}
