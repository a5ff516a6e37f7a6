/** What an audit line tells of a change: every field that differs, and what an action was asked. No secret is in it. */
export type Changes = { fields?: Record<string, { before: unknown; after: unknown }>; input?: unknown }

const SECRET = /password|passwd|secret|token|hash|signature|^salt$|session|^sid$|cookie|authorization/i
const DULL = new Set(['id', 'updatedAt', 'updated_at', 'createdAt', 'created_at', 'syncedAt', 'synced_at'])
/** Stands in the place of a secret. */
export const HIDDEN = '[hidden]'
const LONGEST = 300
const MOST = 50
const LARGEST = 16_000

/** Fields that differ between two states of a row, as Payload or as the database names them. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): NonNullable<Changes['fields']> {
  const fields: NonNullable<Changes['fields']> = {}
  for (const name of Object.keys(after)) {
    if (DULL.has(name)) continue
    const [one, other] = [auditedValue(before[name]), auditedValue(after[name])]
    if (
      JSON.stringify(one) === JSON.stringify(other) &&
      JSON.stringify(bare(before[name])) === JSON.stringify(bare(after[name]))
    )
      continue
    fields[name] = SECRET.test(name) ? { before: HIDDEN, after: HIDDEN } : { before: one, after: other }
  }
  return fields
}

/** What may be kept of what an action was asked: each of its values. */
export const auditedInput = (input: unknown): unknown =>
  input && typeof input === 'object' && !Array.isArray(input) ? keptFields(input) : auditedValue(input)

/** What may be kept of a value: secrets hidden by the names of their fields, texts and lists cut, related rows by id. */
export function auditedValue(value: unknown, depth = 0): unknown {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.slice(0, MOST).map((item) => auditedValue(item, depth + 1))
  if (ArrayBuffer.isView(value) || depth > 4) return '[…]'
  if ('id' in value && typeof value.id === 'string' && Object.keys(value).length > 3) return value.id
  return keptFields(value, depth)
}

const keptFields = (value: object, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET.test(name) ? HIDDEN : auditedValue(inner, depth + 1)]),
  )

/** A value whole, to be compared only: two long texts may differ behind the cut. */
const bare = (value: unknown): unknown => {
  if (value === undefined || value === '') return null
  return value && typeof value === 'object' && 'id' in value && typeof value.id === 'string' && !Array.isArray(value)
    ? value.id
    : value
}

/** As it is stored; null when there is nothing to tell, a note when there is too much. */
export function storedChanges(changes: Changes | undefined): string | null {
  const told = Object.fromEntries(
    Object.entries(changes ?? {}).filter(
      ([, part]) => part && typeof part === 'object' && Object.keys(part).length > 0,
    ),
  )
  if (Object.keys(told).length === 0) return null
  const text = JSON.stringify(told)
  return text.length <= LARGEST ? text : JSON.stringify({ cut: text.length, names: Object.keys(changes?.fields ?? {}) })
}
