import type { ExchangeNode } from '../source'

/** A run after its last file. */
export type EndedRun = {
  id: string
  kind: string
  session: string
  node: ExchangeNode
  areas: string[]
  startedAt: string
  /** Every file was applied to its end. */
  whole: boolean
  /** 1C sent it: it is not another try over the bytes of an earlier run. */
  own: boolean
  lastFile: string | null
  /** The bytes of all its files; null when some came in one archive. */
  files: string | null
}
