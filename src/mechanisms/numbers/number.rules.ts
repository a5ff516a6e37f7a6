/** How the numbers of a series look. */
export type NumberLook = {
  /** What stands before the figures: «Д-». */
  prefix: string
  /** Figures at least, filled up with zeros. */
  width: number
  /** Counts anew each year and bears its two last figures: «Д-00087/26». */
  yearly?: boolean
}

/** The number as people read it. */
export function numberText({ prefix, width, yearly }: NumberLook, value: number, year: number): string {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`no number of a series: ${value}`)
  const figures = `${prefix}${String(value).padStart(width, '0')}`
  return yearly ? `${figures}/${String(year).slice(-2).padStart(2, '0')}` : figures
}

/** The count that a number belongs to: its year, or one for all time. */
export const countOf = ({ yearly }: Pick<NumberLook, 'yearly'>, year: number): number => (yearly ? year : 0)
