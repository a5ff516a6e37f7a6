/** What PostgreSQL says of a value it was given: no such number, date, id or text (class 22), no way to compare it, no such record. */
const OF_VALUES = /^(?:22...|42883|42804|23503)$/

/** Whether the database refused what somebody sent, as against failing itself. The driver's error lies below others. */
export function isRefusedValue(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && OF_VALUES.test(at.code)) return true
  }
  return false
}
