import type { MoneySum } from '@/src/lib/moneySums'
import type { BulkIcon } from '@/src/mechanisms/lists/defineBulk'

/** What came of a bulk action: said in the dock, where it was pressed. */
export type BulkState = {
  /** a new one for each answer */
  at?: number
  done?: string
  next?: { href: string; label: string }
  /** rows that it was not done with, and why */
  refused?: { id: string; name: string; words: string }[]
  /** rows that it was done with otherwise than one would think */
  remarks?: { id: string; name: string; words: string }[]
  /** a file made of the chosen rows */
  download?: string
  /** why nothing was done at all */
  error?: string
}

/** What is asked in the dock before something is done. */
export type BulkAsk = {
  name: string
  label: string
  type: 'choice' | 'several' | 'long'
  required?: boolean
  only?: { of: string; values: readonly string[] }
  choices?: { id: string; name: string }[]
}

export type BulkAction = {
  key: string
  label: string
  icon: BulkIcon
  main?: boolean
  /** address of a file made of the chosen rows, which works without script too */
  file?: string
  /** what has to be said first */
  asks?: BulkAsk[]
}

export type Bulk<Row> = {
  /** the main one last */
  actions: BulkAction[]
  /** of a row, to say the sum of what is chosen */
  amount?: (row: Row) => MoneySum
  /** gets the key of the action as `bulk`, every chosen row as `id`, or the address of the filter as `all` */
  run: (state: BulkState, form: FormData) => Promise<BulkState>
}
