import { decoded } from '@/src/lib/http/decoded'

export type ListLook = { columns: string[]; density: 'roomy' | 'snug' }

/** Cookie that keeps how a person likes one list: which columns, in which order, how dense. */
export function lookCookie(list: string): string {
  return `kb-list-${list}`
}

type Known = { key: string; optional?: boolean; fixed?: boolean }[]

/** The look of a saved view: as it keeps it, and as the address says that it was changed since. */
export type ViewLook = { kept?: string; now?: string }

/** How a list looks: as its saved view says, else as the person likes the list. */
export const shownLook = (cookie: string | undefined, known: Known, { kept, now }: ViewLook = {}): ListLook =>
  parseListLook(now ?? kept ?? cookie, known)

/** Whether the table looks otherwise than its saved view keeps it. */
export const isLookChanged = (known: Known, { kept, now }: ViewLook = {}): boolean =>
  now !== undefined && lookText(parseListLook(now, known)) !== lookText(parseListLook(kept, known))

/**
 * Reads that cookie against the columns that exist now. Columns added since then are left out until chosen; columns
 * that are gone are forgotten; an empty or broken cookie gives what the list itself shows.
 */
export function parseListLook(cookie: string | undefined, known: Known): ListLook {
  const usual = known.filter((column) => !column.optional).map((column) => column.key)
  if (!cookie) return { columns: usual, density: 'roomy' }
  const [density, list = ''] = decoded(cookie).split(':')
  const keys = new Set(known.map((column) => column.key))
  const chosen = [...new Set(list.split(','))].filter((key) => keys.has(key))
  const fixed = known.filter((column) => column.fixed && !chosen.includes(column.key)).map((column) => column.key)
  return { columns: chosen.length ? [...fixed, ...chosen] : usual, density: density === 'snug' ? 'snug' : 'roomy' }
}

/** «snug:number,total» */
export const lookText = (look: ListLook): string => `${look.density}:${look.columns.join(',')}`

export function writeListLook(look: ListLook): string {
  return encodeURIComponent(lookText(look))
}
