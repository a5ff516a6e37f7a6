import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import type { MoneySum } from '@/src/lib/moneySums'
import type { QueryContext } from '../access/context'
import type { ListInput } from './listSql'

/** What a column holds of a row, whatever it is drawn like: a file writes it as what it is. */
export type ListValue =
  | string
  | number
  | null
  /** a day of the calendar, "YYYY-MM-DD" */
  | { day: string }
  /** a moment, ISO */
  | { moment: string }
  /** minor units */
  | { amount: number; currency: string }

/** For whom a list words itself. */
export type ListReader = { locale: Locale; zone: string }

/** One thing that a column holds, under the name that it has in a file. */
export type ListPart<Row> = { header: Text; value: (row: Row, reader: ListReader) => ListValue }

export type ListColumn<Row> = {
  key: string
  header: Text
  /** one, as a rule; what stands below the first in the table has a column of its own in a file */
  parts: readonly ListPart<Row>[]
  align?: 'start' | 'end'
  /** its key stands among the spec's `sorts` */
  sort?: boolean
  phone?: 'first' | 'second' | 'hide'
  /** not shown until the person chooses it */
  optional?: boolean
  /** cannot be put away, and carries the row's link */
  main?: boolean
  width?: string
}

/** What is asked of a list: the address, its view, whose days it means. */
export type ListAsked = ListInput & { view: string; zone: string }

export type ListAnswer<Row> = {
  rows: Row[]
  /** how many rows answer */
  total: number
  /** how many there are at all, where that is known without counting again */
  all?: number
  /** rows of each view, where they are cheap to count */
  counts?: Readonly<Record<string, number>>
  /** of the whole filter, in each currency apart */
  totals: { key: string; label: Text; sums: MoneySum[] }[]
}

/** What is known of a list whose rows are chosen for something to be done with them, in the cabinet or in the panel. */
export type ChosenFrom<Row> = Pick<ListDeclaration<Row>, 'key' | 'rows' | 'rowKey' | 'rowName'> &
  Partial<Pick<ListDeclaration<Row>, 'spec'>>

export type ListDeclaration<Row> = {
  /** names it on the page, in addresses and cookies */
  key: string
  label: Text
  /** its page in the cabinet, without the language */
  path: string
  /** capability in the company */
  needs: string
  /** what it may be sifted and sorted by, for this person */
  spec: (context: QueryContext) => ListSpec | Promise<ListSpec>
  /** a page of it, with what the whole filter comes to */
  read: (context: QueryContext, asked: ListAsked) => Promise<ListAnswer<Row>>
  /** rows alone, for files and for what is done with chosen rows; understands the filter `id` */
  rows: (context: QueryContext, asked: ListAsked) => Promise<Row[]>
  rowKey: (row: Row) => string
  /** «заказ 10-2481» */
  rowName: (row: Row, locale: Locale) => string
  /** its page, without the language */
  rowPage?: (row: Row) => string
  /** what it adds to the sum of what is chosen */
  amount?: (row: Row) => MoneySum
  /** whose a row is: to a partner the list shows sub-clients as well, in a column of this; understands the filter `company` */
  company?: ListPart<Row>
  columns: readonly ListColumn<Row>[]
}

// Rows of a list are known to its declaration alone; whoever finds it by its key only hands them back to it.
type AnyList = ListDeclaration<unknown>
const registry = declarations<AnyList>()

/**
 * Declares a list of the cabinet: its page, its XLSX file, its columns, views, totals and the keys come of it. The
 * area's module lists it among its parts, and it goes with the module.
 */
export function defineList<Row>(declaration: ListDeclaration<Row>): ListDeclaration<Row> {
  registry.set(declaration.key, declaration as unknown as AnyList)
  return declaration
}

export const declaredLists = (): readonly AnyList[] => [...registry.values()]
export const listNamed = (key: string): AnyList | undefined => registry.get(key)

/** By the key of a list the capability that opens it: what is saved of a list is seen by whoever may open it. */
export const listNeeds = (): Readonly<Record<string, string>> =>
  Object.fromEntries(declaredLists().map(({ key, needs }) => [key, needs]))
