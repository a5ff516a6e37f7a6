import { cx } from '../base/cx'
import type { ColumnLook } from './column'

/** The class of what a column aligns; most are at the start and need none. */
export const alignLook = (align: ColumnLook['align']): string =>
  align === 'end' ? 'end' : align === 'center' ? 'mid' : ''

/** The class of a column's cells: where they stand, on the desk and on a phone. */
export function cellLook({ align, phone }: ColumnLook, main: boolean): string {
  const place = phone ?? (main ? 'first' : 'second')
  return cx(place === 'second' ? '' : `on-${place}`, alignLook(align))
}
