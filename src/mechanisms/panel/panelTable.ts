import type { Locale, Text } from '@/src/lib/i18n'
import type { Origin } from '../fields/overrides'

/** An action of the portal as a button: `workflow.transition` of a row, say. */
export type PanelAct = { action: string; input: Readonly<Record<string, unknown>>; label: Text }
export type PanelCell = {
  text: string
  note?: string | null
  href?: string
  tone?: 'good' | 'wait' | 'bad' | 'run'
  /** It is typed as it stands: a field of a template. */
  code?: true
  /** The language of the words, where it is not the reader's: an example in Russian. */
  lang?: Locale
  /** Whose it is, of a record that 1C sends. */
  origin?: Origin | null
  acts?: readonly PanelAct[]
}
export type PanelRow = { key: string; cells: readonly PanelCell[] }

/** A line of a form; an empty one is not sent. */
export type PanelField = {
  name: string
  label: Text
  required?: boolean
  /** What it holds to begin with. */
  value?: string
} & (
  | { type: 'text' | 'long' | 'email' | 'tel' | 'moment' }
  /** The first choice is the chosen one; one without an id is none. */
  | { type: 'choice'; choices: readonly { id: string; name: string }[] }
)

/** A form that unfolds from a button above a table and runs an action. */
export type PanelFormOf = {
  action: string
  /** What goes along with what is typed. */
  input: Readonly<Record<string, unknown>>
  words: { open: Text; send: Text; sent: Text }
  fields: readonly PanelField[]
}

/** A small table of the panel, in words: of «Сегодня», of a record. One without rows and forms is left out. */
export type PanelTable = {
  title: Text
  /** Whose all of it is, of a record that 1C sends. */
  origin?: Origin | null
  heads: readonly { label: Text; end?: boolean }[]
  rows: readonly PanelRow[]
  /** What the last column comes to. */
  foot?: { label: Text; text: string }
  more?: { label: Text; href: string }
  forms?: readonly PanelFormOf[]
  /** Said where there are forms and no rows yet. */
  empty?: Text
}
