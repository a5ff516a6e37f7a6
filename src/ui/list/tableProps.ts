import type { ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import type { Bulk } from './bulk'
import type { Column } from './column'
import type { ListLook } from './listLook'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import type { Saving } from './Views'

/** What the address asks of a list, and how much it found. */
export type ListState = {
  /** address of the list without its search */
  path: string
  spec: ListSpec
  query: ListQuery
  /** rows that fit the filter */
  total: number
  /** rows there are at all, for «8 из 214» */
  all?: number
}

/** What the one list of the portal is told. */
export type DataTableProps<Row> = {
  /** unique on the page; also names the cookie of the look */
  id: string
  locale: Locale
  /** the table's name for screen readers: «Заказы» */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** what the checkbox of a row is called: «заказ 10-2481» */
  rowName?: (row: Row) => string
  rowHref?: (row: Row) => string
  /** views, filters, sort, pages; left out, this is a plain table */
  list?: ListState
  /** sums of the whole filter, not of the page */
  totals?: { label: string; value: ReactNode }[]
  /** from the cookie, by parseListLook; with `list` it also opens the chooser of columns */
  look?: ListLook
  bulk?: Bulk<Row>
  /** views that people save; what there are of them stands in the spec */
  saving?: Saving
  /** what to show when there is nothing at all: an EmptyState with the next step */
  empty?: ReactNode
  /** set when the rows could not be read */
  error?: { code?: string }
  currency?: string
  /** export and other links at the right of the filters */
  actions?: ReactNode
  /** a last line, such as Passport */
  footer?: ReactNode
  /** stands inside a Sheet already */
  bare?: boolean
  /** headers for screen readers only: short lists whose columns speak for themselves */
  quietHead?: boolean
}
