import type { Text } from '@/src/lib/i18n'

export type Option = { value: string; label: Text | string; /** how many rows it would leave */ count?: number }

/** One thing a list can be sifted by. The key is its name in the address. */
export type FilterSpec =
  | { key: string; kind: 'text'; label: Text }
  | { key: string; kind: 'select'; label: Text; options: Option[]; /** one value only */ single?: boolean }
  | { key: string; kind: 'flag'; label: Text }
  | { key: string; kind: 'dates'; label: Text }
  /** in the address and for people whole currency units; in FilterValue minor units */
  | { key: string; kind: 'sum'; label: Text }

/** What is chosen. Days are "YYYY-MM-DD", both ends included; sums integers of minor units. */
export type FilterValue =
  | { kind: 'text'; text: string }
  | { kind: 'select'; values: string[] }
  | { kind: 'flag' }
  | { kind: 'dates'; from?: string; to?: string }
  | { kind: 'sum'; from?: number; to?: number }

export type Filters = Record<string, FilterValue>
export type Sort = { key: string; dir: 'asc' | 'desc' }

/** A tab over the list: filters that lie under those of the person, and an order of its own. */
export type ViewSpec = { key: string; label: Text | string; filters?: Filters; sort?: Sort; count?: number }

/** A view that a person has saved: an address of the list, and how the table looks there. */
export type SavedView = {
  key: string
  label: string
  /** address without its view and page, as `toSearch` writes it */
  search: string
  /** as `listLook` writes it */
  look?: string
  /** shown to the whole company */
  shared?: boolean
  /** this person may change it */
  own?: boolean
}

export type ListSpec = {
  filters: FilterSpec[]
  /** keys that may be sorted by: those of the columns with `sort` */
  sorts: string[]
  defaultSort: Sort
  /** the first one is shown when the address names none */
  views?: ViewSpec[]
  /** what people have saved of it */
  saved?: SavedView[]
  perPage?: number
  pageSizes?: number[]
  /** a search field in the list's own line */
  search?: boolean
}

export type ListQuery = {
  view: string
  /** the saved view that it was opened from; what is asked for stands in the rest */
  saved?: string
  /** how the table looks instead of as that view keeps it */
  look?: string
  search: string
  /** only what the person chose; see effectiveFilters */
  filters: Filters
  sort: Sort
  /** from 1 */
  page: number
  perPage: number
}
