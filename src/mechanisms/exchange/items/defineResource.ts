import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import type { Actor } from '../../access/actor'
import type { ExchangeNode } from '../source'
import type { TroubledKind } from '../commerceml/records'

/** Rights of a node are given by area; the names are the options of `exchange-nodes.entities`. */
export type ExchangeArea = 'catalogue' | 'orders' | 'clients' | 'contracts' | 'money' | 'documents'

export type ItemResult = 'created' | 'changed' | 'same' | 'parked' | 'failed'

/** Something taken all the same, but not as it was meant: an unknown manager, say. */
export type Warning = { code: ErrorCode; params?: ErrorParams; field?: string }

export type Outcome = { result: 'created' | 'changed' | 'same'; id?: string; warnings?: Warning[] }

export type ItemContext = {
  req: PayloadRequest
  /** The node as the acting side. */
  actor: Actor
  node: ExchangeNode
  run: string
  /** Ids found during this batch, by `table externalId`. */
  found: Map<string, string>
}

/**
 * One kind of record that 1C sends item by item, whatever carries it (REST now). The schema is the
 * document: validation, OpenAPI and the page of examples are made from it.
 */
export type Resource<Schema extends z.ZodObject = z.ZodObject> = {
  /** Its address: `/api/1c/v1/{name}`. */
  name: string
  /** Kind of record of a file that its items are: what the reader found wrong with one is over when an item of it comes. */
  reads?: TroubledKind
  area: ExchangeArea
  title: Text
  about: Text
  item: Schema
  example: z.input<Schema>
  /**
   * Where its records lie, if all that an item says stands in one row (whatever changes its other rows writes to it,
   * too): then an item that comes again is known as unchanged without being applied.
   */
  table?: string
  /** What the answer calls the item; `externalId` when left out. */
  key?: (item: z.output<Schema>) => string
  /**
   * Writes one item; runs in a savepoint of the batch's transaction. An AppError fails this item
   * alone; `waitFor` parks it.
   */
  apply: (context: ItemContext, item: z.output<Schema>) => Promise<Outcome>
  /** Instead of `apply` where a batch is written as a whole; gives one outcome (or error) for each item. */
  applyAll?: (context: ItemContext, items: z.output<Schema>[]) => Promise<Array<Outcome | Error>>
  /** What is looked up or locked once for the whole batch. */
  prepare?: (context: ItemContext, items: z.output<Schema>[]) => Promise<void>
  /** What the portal holds, by external id, as the item's own fields and its sync passport. */
  read?: (context: Pick<ItemContext, 'req'>, ask: RecordKeys) => Promise<Array<Record<string, unknown>>>
  /** What `read` gives, field by field: checked, with moments in ISO 8601, and told in the description. */
  gives?: z.ZodObject
  /** Of these records the ones whose changes are news for the node; all of them when left out. */
  newsFor?: (
    context: Pick<ItemContext, 'req'>,
    node: ExchangeNode,
    ids: readonly string[],
  ) => Promise<readonly string[]>
  /** Before the node is told what is new: what another node left is told it anew. */
  takeOver?: (context: Pick<ItemContext, 'req'>, node: ExchangeNode) => Promise<void>
  /** Instead of `newsFor` where the node is given the records themselves, and not only asked about. */
  given?: (context: Pick<ItemContext, 'req'>, node: ExchangeNode, ids: readonly string[]) => Promise<readonly string[]>
  /** The node has these records, by acknowledging the change feed up to a number; without one, as they stand. */
  acknowledged?: (context: Pick<ItemContext, 'req' | 'actor'>, ids: readonly string[], seq?: number) => Promise<void>
  /** Whether the content of a parked item may be kept for a later try (default: yes). */
  keepParked?: boolean
}

export type RecordKeys = { externalIds: readonly string[]; ids: readonly string[] }

const registry = declarations<Resource>()

/** Declares a resource of the exchange. */
export function defineResource<Schema extends z.ZodObject>(resource: Resource<Schema>): Resource<Schema> {
  // The registry forgets the schema's type; items are parsed by it before they reach `apply`.
  registry.set(resource.name, resource as unknown as Resource)
  return resource
}

export const resourceNamed = (name: string): Resource | undefined => registry.get(name)
export const declaredResources = (): readonly Resource[] => [...registry.values()]
