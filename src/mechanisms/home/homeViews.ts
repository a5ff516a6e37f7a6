import type { Text } from '@/src/lib/i18n'

export type CardLink = { href: string; label: string }
type Sum = { amount: number; currency: string }

/** Where a thing stands: a dot and a word; with `all` a rail under it, of which `done` steps are behind. */
export type CardState = {
  label: string
  tone: 'good' | 'wait' | 'bad' | 'run' | 'idle'
  steps?: { done: number; all: number }
}

/** One thing of a list. `at` is a moment, `day` a plain day with what is said under it. */
export type CardRow = {
  key: string
  href: string
  name: string
  at: string
  state?: CardState
  day?: { date: string | null; note: string | null }
  sum?: Sum
}

/**
 * What the home page can draw, by the kind of its view. Strings are in the person's language, hrefs are paths of the
 * cabinet without it; a link to where the person may not go is left out.
 */
export type HomeViews = {
  /** A table: only the columns that are named. `freshAt`: the moment of 1C's last word, said at its foot. */
  list: {
    columns: { name: Text; state?: Text; day?: Text; sum?: Text }
    rows: readonly CardRow[]
    link?: CardLink
    empty: { title: string; link?: CardLink }
    freshAt: string | null
  }
  /** A sum, how much of a limit is left, and at most two links, the main one first. */
  balance: Sum & {
    limit: { limit: number; debt: number; overdue: number; reserved: number; free: number } | null
    links: readonly CardLink[]
  }
  /** Terms and what they are: a sum, a day with how soon it comes, or plain words. */
  facts: { facts: readonly { term: string; value: Sum | { day: string } | string }[]; link?: CardLink }
  /** Who answers: `note` is when, `write` where one writes to them in the cabinet. */
  person: {
    name: string
    position: string | null
    note: string | null
    phone: string | null
    email: string
    photo: string | null
    write: string | null
  }
  /** Files that open over the page; one without bytes yet leads to its own page. */
  files: { files: readonly CardFile[]; link?: CardLink }
}

export type CardFile = {
  key: string
  /** The thing's own page. */
  href: string
  /** Where the bytes are, behind the access check. */
  file: string | null
  name: string
  date: string
  mime: string | null
  size: number | null
}
