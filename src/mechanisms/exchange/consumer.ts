import { declarations } from '@/src/lib/declarations'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import type pg from 'pg'
import type { PayloadRequest } from 'payload'
import type { CommerceRecord, TroubledKind } from './commerceml/records'
import type { ExchangeNode } from './source'
import type { BulkCounts, BulkRow, BulkTable, Wanted } from './bulk/bulkTable'

/** What a consumer of records works with while a file is applied. */
export type ConsumerContext = {
  req: PayloadRequest
  /** A connection of its own for COPY; no transaction is open between calls. */
  client: pg.ClientBase
  node: ExchangeNode
  run: string
  file: string
  /** Moment of the data when rows are tried again that came earlier; a file tells its own. */
  time?: string | null
  /** The file was begun before and not finished: what was written then is not known. */
  again: boolean
  /** A problem of one record, for the journal; the rest goes on. */
  problem: (issue: Issue) => Promise<void>
  /** Rows that wait for another record. */
  park: (table: BulkTable, rows: BulkRow[], time?: string | null) => Promise<void>
  /** Rows that the portal does not take: older than what it holds, or refused by the database. */
  refuse: (table: BulkTable, rows: BulkRow[], code: ErrorCode, params?: Record<string, string>) => Promise<void>
  /** Rows that are in: an older copy of them waits no longer. */
  arrived: (table: { entity: string; table?: string; reads?: TroubledKind }, externalIds: string[]) => Promise<void>
  signal: AbortSignal
}

export type Issue = {
  entity: string
  externalId: string | null
  /** Kind of the record where the line is about what the reader found wrong with it. */
  of?: TroubledKind
  code: ErrorCode
  params?: ErrorParams
  line?: number | null
  row?: object
  /** Waits for another record and is tried again; open issues are for people. */
  parked?: boolean
  /** Any of these will do for another try. */
  wants?: readonly Wanted[]
  /** Only to be known: nothing is left to do, and the run counts as done. */
  note?: boolean
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

/** What a run that has ended is settled with. */
export type SettleContext = Pick<ConsumerContext, 'req' | 'node' | 'run'>

/** Which records a full export may name no longer, and by what its records name them. */
export type Absence = {
  /** Tables with `active`, in the order in which they are hidden; `label` for the journal; `except`: condition on `t` of rows that no export names. */
  tables: readonly { table: string; label: string; except?: string }[]
  keysOf: (record: CommerceRecord) => readonly { table: string; externalId: string }[]
  /** After rows were hidden, in the same transaction: their ids by table. */
  hidden: (req: PayloadRequest, ids: ReadonlyMap<string, readonly string[]>) => Promise<void>
}

/** An area that takes records of a CommerceML file: goods, orders … */
export type Consumer = {
  name: string
  /** Right of the node without which its records are left alone. */
  area: string
  begin: (context: ConsumerContext) => Consumption
  /** Name of the consumer whose records its own hang on: that one ends a file first. */
  after?: string
  /**
   * A text that changes whenever a record of these kinds is written by an exchange or removed. With it a file that
   * comes again byte for byte over an unchanged state is known to change nothing. Without it, or null: applied anew.
   */
  stateOf?: (req: PayloadRequest, entities: readonly string[]) => Promise<string | null>
  /** Another try of parked rows of one kind; gives the ids of those that went in. Null: not this consumer's kind. */
  retry?: (context: ConsumerContext, entity: string, rows: readonly ParkedRow[]) => Promise<string[] | null>
  /** Once for each run, after its last file; may run twice. */
  settle?: (context: SettleContext) => Promise<void>
  absent?: Absence
  /** Hangs pictures, by their ids and in their order, on the record of an identifier; one that is not here is left alone. */
  hangPictures?: (req: PayloadRequest, externalId: string, media: readonly string[]) => Promise<void>
  /** The tables that its records fill as sets. */
  tables?: readonly BulkTable[]
  /** Words that stand in place of a row's hash and mean something: kept when the hashes of a node are forgotten. */
  marks?: readonly string[]
}

const registry = declarations<Consumer>()

export function defineConsumer(consumer: Consumer): Consumer {
  registry.set(consumer.name, consumer)
  return consumer
}

/** All consumers, each behind the one it comes after. */
export function declaredConsumers(): readonly Consumer[] {
  const waits = ({ after }: Consumer): boolean => after !== undefined && registry.has(after)
  const all = [...registry.values()]
  return [...all.filter((consumer) => !waits(consumer)), ...all.filter(waits)]
}
