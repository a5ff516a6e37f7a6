/** One row of a template's sheet that becomes several: `extra` is how many more than one. */
export type Grown = { row: number; extra: number }

type Edge = 'start' | 'end'

/** Where a row of the template stands once rows above it have grown; the end of a range that ends in a grown row goes with it. */
export function rowAfter(row: number, grown: readonly Grown[], edge: Edge = 'start'): number {
  return grown.reduce(
    (moved, { row: at, extra }) => (at < row || (edge === 'end' && at === row) ? moved + extra : moved),
    row,
  )
}

const CELL = /^(\$?[A-Z]{1,3})(\$?)(\d+)$/

function cellAfter(cell: string, grown: readonly Grown[], edge: Edge, of?: { row: number; copy: number }): string {
  const [, column = '', fixed = '', digits = ''] = CELL.exec(cell) ?? []
  if (column === '') return cell
  const row = Number(digits)
  const moved = of?.row === row ? rowAfter(row, grown) + of.copy : rowAfter(row, grown, edge)
  return `${column}${fixed}${moved}`
}

/** `A1:B9` or several of them apart by spaces, of the sheet itself. */
export const rangesAfter = (ranges: string, grown: readonly Grown[]): string =>
  ranges
    .split(/\s+/)
    .map((range) => {
      const [from = '', to] = range.split(':')
      return to === undefined
        ? cellAfter(from, grown, 'start')
        : `${cellAfter(from, grown, 'start')}:${cellAfter(to, grown, 'end')}`
    })
    .join(' ')

const REFERENCE =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(.!])/gu

/**
 * A formula as it reads once rows have grown: what it refers to is what it referred to. `of` is the copy of a grown row in
 * which it stands: references to its own row are to that copy. `grownOf` knows other sheets by their names.
 */
export function formulaAfter(
  formula: string,
  own: readonly Grown[],
  grownOf: (sheet: string) => readonly Grown[],
  of?: { row: number; copy: number },
): string {
  return formula.replace(REFERENCE, (all: string, text?: string, prefix = '', from?: string, to?: string) => {
    if (text !== undefined || from === undefined) return all
    const grown = prefix === '' ? own : grownOf(sheetOf(prefix))
    const here = prefix === '' ? of : undefined
    return to === undefined
      ? prefix + cellAfter(from, grown, 'start', here)
      : `${prefix}${cellAfter(from, grown, 'start', here)}:${cellAfter(to, grown, 'end', here)}`
  })
}

const sheetOf = (prefix: string): string => {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}
