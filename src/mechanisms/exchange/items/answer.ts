import type { ItemResult, Outcome, Warning } from './defineResource'

/** What a client is told of one item. */
export type ItemAnswer = {
  externalId: string | null
  result: ItemResult
  id?: string
  code?: string
  message?: string
  field?: string
  warnings?: Array<{ code: string; message: string; field?: string }>
}

/** One item with what became of it, before words are put to it. */
export type Taken = { raw: unknown; key: string | null; outcome: Outcome | Error; warnings: readonly Warning[] }
