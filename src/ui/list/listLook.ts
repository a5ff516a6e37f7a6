import { decoded } from '@/src/lib/http/decoded'

export type ListLook = { columns: string[]; density: 'roomy' | 'snug' }

/** Cookie that keeps how a person likes one list: which columns, in which order, how dense. */
export function lookCookie(list: string): string {
  return `kb-list-${list}`
}

/**
 * Reads that cookie against the columns that exist now. Columns added since then are left out until chosen; columns
 * that are gone are forgotten; an empty or broken cookie gives what the list itself shows.
 */
export function parseListLook(cookie: string | undefined, known: { key: string; optional?: boolean; fixed?: boolean }[]): ListLook {
  const usual = known.filter((column) => !column.optional).map((column) => column.key)
  if (!cookie) return { columns: usual, density: 'roomy' }
  const [density, list = ''] = decoded(cookie).split(':')
  const keys = new Set(known.map((column) => column.key))
  const chosen = [...new Set(list.split(','))].filter((key) => keys.has(key))
  const fixed = known.filter((column) => column.fixed && !chosen.includes(column.key)).map((column) => column.key)
  return { columns: chosen.length ? [...fixed, ...chosen] : usual, density: density === 'snug' ? 'snug' : 'roomy' }
}

export function writeListLook(look: ListLook): string {
  return encodeURIComponent(`${look.density}:${look.columns.join(',')}`)
}
