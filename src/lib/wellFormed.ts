/** NUL, which PostgreSQL keeps in no text, and halves of a surrogate pair without the other half, which are no signs. */
const BROKEN = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text without what no database and no page can hold. */
export const wellFormed = (text: string): string => text.replace(BROKEN, '')

/** The same for every text and every name inside a value that was read from JSON; its depth has been looked at before. */
export function wellFormedDeep(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return value.map(wellFormedDeep)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [wellFormed(name), wellFormedDeep(inner)]))
}

/** Whether objects and lists lie in each other deeper than `most`; never recurses itself. */
export function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((one) =>
      one !== null && typeof one === 'object'
        ? Object.values(one).filter((inner) => inner !== null && typeof inner === 'object')
        : [],
    )
  }
  return false
}
