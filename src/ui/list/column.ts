import type { Locale, Text } from '@/src/lib/i18n'
import type { Cell } from './cell'

export type CellContext = { locale: Locale }

/** How a column stands in the table. */
export type ColumnLook = {
  align?: 'start' | 'end' | 'center'
  /** may be sorted by; its key has to be in the spec's `sorts` */
  sort?: boolean
  /** where it goes when the row folds on a phone; `second` for most, `hide` for what can wait */
  phone?: 'first' | 'second' | 'hide'
  /** not shown until the person chooses it */
  optional?: boolean
  /** cannot be put away, and carries the row's link */
  main?: boolean
  /** a width class: `w-40`, `min-w-44` */
  width?: string
}

/** One column of a list, as data. */
export type Column<Row> = ColumnLook & {
  key: string
  header: Text
  cell: (row: Row, context: CellContext) => Cell
}
