import type pg from 'pg'
import type { PayloadRequest } from 'payload'
import type { CommerceRecord } from './commerceml/records'
import type { BulkCounts, BulkRow, BulkTable } from './bulk/bulkTable'

/** What a consumer of records works with while a file is applied. */
export type ConsumerContext = {
  req: PayloadRequest
  /** A connection of its own for COPY; no transaction is open between calls. */
  client: pg.ClientBase
  node: { id: string; name: string; timezone: string }
  run: string
  file: string
  /** The file was begun before and not finished: what was written then is not known. */
  again: boolean
  /** A problem of one record, for the journal; the rest goes on. */
  problem: (issue: Issue) => Promise<void>
  /** Rows that wait for another record. */
  park: (table: BulkTable, rows: BulkRow[]) => Promise<void>
  /** Rows that the portal does not take: older than what it holds, or refused by the database. */
  refuse: (table: BulkTable, rows: BulkRow[], code: string, params?: Record<string, string>) => Promise<void>
  /** Rows that are in: an older copy of them waits no longer. */
  arrived: (table: { entity: string }, externalIds: string[]) => Promise<void>
  signal: AbortSignal
}

export type Issue = {
  entity: string
  externalId: string | null
  code: string
  params?: Record<string, string | number>
  line?: number | null
  row?: object
  /** Waits for another record and is tried again; open issues are for people. */
  parked?: boolean
}

export type Consumption = {
  /** Called for every record in file order; may wait, which holds the reader back. */
  take: (record: CommerceRecord) => Promise<void> | void
  /** After the last record: what is buffered is written. Counts by entity. */
  end: () => Promise<Record<string, BulkCounts>>
  /** Instead of `end` when the file breaks off: what is being written is waited for. */
  abandon?: () => Promise<void>
}

/** A row as the journal keeps it: its issue, and the record that the reader made. */
export type ParkedRow = { id: string; row: Record<string, unknown> }

/** An area that takes records of a CommerceML file: goods, orders … */
export type Consumer = {
  name: string
  /** Right of the node without which its records are left alone. */
  area: string
  begin: (context: ConsumerContext) => Consumption
  /** Another try of parked rows of one kind; gives the ids of those that went in. Null: not this consumer's kind. */
  retry?: (context: ConsumerContext, entity: string, rows: readonly ParkedRow[]) => Promise<string[] | null>
}

const registry = new Map<string, Consumer>()

export function defineConsumer(consumer: Consumer): Consumer {
  registry.set(consumer.name, consumer)
  return consumer
}

export const declaredConsumers = (): readonly Consumer[] => [...registry.values()]
