import type { ReactNode } from 'react'
import type { Locale, Text } from '@/src/lib/i18n'

export type CellContext = { locale: Locale }

/** One column of a list, as data. */
export type Column<Row> = {
  key: string
  header: Text
  cell: (row: Row, context: CellContext) => ReactNode
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
