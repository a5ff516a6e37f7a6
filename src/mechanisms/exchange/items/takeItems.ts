import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError, isAppError } from '@/src/lib/errors'
import { errorCode, errorText } from '@/src/lib/error-labels'
import type { Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { erpActor } from '../../access/actor'
import { withIdempotency } from '../../actions/idempotency'
import { execute } from '../../database/query'
import { inTransaction, sqlState } from '../../database/transaction'
import { MAIN_SOURCE, toldId, type ExchangeNode } from '../source'
import type { ItemContext, ItemResult, Outcome, Resource, Warning } from './defineResource'
import '../exchange.errors'
import type { ItemAnswer, Taken } from './answer'
import { closeItems, countsOf, noteItems } from './noteItems'
import { malformed } from './malformed'
import { isParked } from './rows'
import { keptItem } from './sourceIds'
import { tidyItem } from './tidy'
import { faultText } from '../journal/lineText'
import { closeRun, openRun } from '../journal/runs'
import { hashOf, rememberItems, unchangedItems, type Keyed } from './unchanged'
import { wakeParked } from './wakeParked'

export type Batch = {
  node: ExchangeNode
  items: readonly unknown[]
  idempotencyKey?: string
  locale: Locale
  transport: 'rest'
}

/**
 * Takes a batch of items in one transaction, each in its own savepoint: a bad item fails alone, and
 * an answer is remembered under its Idempotency-Key together with what it did. Leaves a run in the
 * journal, and an issue for each item that failed or waits.
 */
export async function takeItems(req: PayloadRequest, resource: Resource, batch: Batch): Promise<ItemAnswer[]> {
  const actor = erpActor(batch.node)
  return inTransaction(req, () =>
    withIdempotency(
      req,
      { action: `exchange.${resource.name}`, actor, key: batch.idempotencyKey, input: batch.items },
      async () => {
        const run = await openRun(req, { node: batch.node.id, transport: batch.transport, kind: resource.name })
        const context: ItemContext = { req, actor, node: batch.node, run, found: new Map() }
        const taken = await applyItems(context, resource, batch.items, { lookFirst: true, told: true })
        const answers = taken.map((item) => answerOf(item, batch.node.source, batch.locale))
        await noteItems(context, resource, taken)
        await closeItems(context, resource, answers)
        await wakeParked(req, resource.name, keysOf(answers, 'created'))
        await closeRun(req, run, countsOf(answers))
        return answers.map((answer) => ({
          ...answer,
          externalId: answer.externalId && toldId(batch.node.source, answer.externalId),
        }))
      },
    ),
  )
}

const keysOf = (answers: readonly ItemAnswer[], result: ItemResult): string[] =>
  answers.flatMap((answer) => (answer.result === result && answer.externalId ? [answer.externalId] : []))

/** An item after its schema: what it is called, or why it is none. */
type Read = { item: unknown; warnings: Warning[]; key: string | null; data?: Record<string, unknown>; fault?: Error }

/**
 * Applies items in their order, each by itself: what one of them breaks is its own. Also used by the other roads into
 * the portal, which make items of what they read; `lookFirst` pays for batches that hold much that has not changed.
 * `told`: the items are the node's own words, and its identifiers are told as it knows them.
 */
export async function applyItems(
  context: ItemContext,
  resource: Resource,
  raw: readonly unknown[],
  { lookFirst = false, told = false } = {},
): Promise<Taken[]> {
  const read = raw.map((given) => readItem(resource, given, told ? context.node.source : MAIN_SOURCE))
  const keyed = lookFirst ? keyedItems(read) : new Map<Read, Keyed>()
  const unchanged = await unchangedItems(context, resource, [...keyed.values()])
  const known = (one: Read): string | undefined => unchanged.get(keyed.get(one)?.key ?? '')
  const outcomes = await outcomesOf(
    context,
    resource,
    read.filter((one) => one.data && known(one) === undefined),
  )
  const taken = read.map((one): Taken => {
    const id = known(one)
    const outcome =
      one.fault ??
      (id === undefined
        ? (outcomes.get(one) ?? new Error('An item was left without an outcome'))
        : ({ result: 'same', id } as const))
    return { raw: one.item, key: one.key, outcome, warnings: one.warnings }
  })
  const written = read.flatMap((one) => {
    const [key, outcome] = [keyed.get(one), outcomes.get(one)]
    return key && outcome && !(outcome instanceof Error) && outcome.id && !outcome.warnings?.length
      ? [{ ...key, id: outcome.id }]
      : []
  })
  await rememberItems(context, resource, written)
  return taken
}

function readItem(resource: Resource, given: unknown, source: string): Read {
  const { item: tidy, warnings } = tidyItem(resource.item, given)
  const item = keptItem(resource.item, source, tidy)
  const parsed = resource.item.safeParse(item)
  if (!parsed.success) return { item, warnings, key: keyOfRaw(item), fault: malformed(parsed.error.issues[0], item) }
  return { item, warnings, key: resource.key?.(parsed.data) ?? keyOfRaw(item), data: parsed.data }
}

/** Items that may be known: those that stand once in their batch and have nothing to be warned of. */
function keyedItems(read: readonly Read[]): Map<Read, Keyed> {
  const times = new Map<string, number>()
  for (const { key } of read) if (key) times.set(key, (times.get(key) ?? 0) + 1)
  const keyed = new Map<Read, Keyed>()
  for (const one of read)
    if (one.data && one.key && times.get(one.key) === 1 && one.warnings.length === 0)
      keyed.set(one, { key: one.key, hash: hashOf(one.item) })
  return keyed
}

async function outcomesOf(
  context: ItemContext,
  resource: Resource,
  read: readonly Read[],
): Promise<Map<Read, Outcome | Error>> {
  const items = read.flatMap(({ data }) => (data ? [data] : []))
  const outcomes = new Map<Read, Outcome | Error>()
  if (items.length === 0) return outcomes
  await prepared(context, resource, items)
  const together = resource.applyAll ? await applyTogether(context, resource, resource.applyAll, items) : undefined
  for (const [place, one] of read.entries()) {
    const outcome = together ? together[place] : await applyOne(context, resource, one.data ?? {})
    if (outcome) outcomes.set(one, outcome)
  }
  return outcomes
}

/** Looks up for the whole batch; what fails there is asked for again by each item, where it fails alone. */
async function prepared(context: ItemContext, resource: Resource, items: Record<string, unknown>[]): Promise<void> {
  if (!resource.prepare) return
  const done = await inSavepoint(context, resource, async () => resource.prepare?.(context, items))
  if (done instanceof Error)
    logger.warn({ err: done, resource: resource.name }, 'a batch could not be prepared as a whole')
}

/** Writes a batch as a whole; when that breaks, its halves, until the item that is to blame stands alone. */
async function applyTogether(
  context: ItemContext,
  resource: Resource,
  applyAll: NonNullable<Resource['applyAll']>,
  items: Record<string, unknown>[],
): Promise<Array<Outcome | Error>> {
  const outcomes = await inSavepoint(context, resource, () => applyAll(context, items))
  if (!(outcomes instanceof Error)) return outcomes
  if (items.length === 1) return [outcomes]
  const middle = Math.ceil(items.length / 2)
  const first = await applyTogether(context, resource, applyAll, items.slice(0, middle))
  return [...first, ...(await applyTogether(context, resource, applyAll, items.slice(middle)))]
}

/** Runs one item in a savepoint. Conflicts of transactions are the whole batch's to repeat. */
export const applyOne = (
  context: ItemContext,
  resource: Resource,
  item: Record<string, unknown>,
): Promise<Outcome | Error> => inSavepoint(context, resource, () => resource.apply(context, item))

async function inSavepoint<T>(context: ItemContext, resource: Resource, work: () => Promise<T>): Promise<T | Error> {
  await execute(context.req, sql`savepoint item`)
  const found = new Map(context.found)
  try {
    const done = await work()
    await execute(context.req, sql`release savepoint item`)
    return done
  } catch (error) {
    if (['40001', '40P01'].includes(sqlState(error) ?? '')) throw error
    await execute(context.req, sql`rollback to savepoint item`)
    await execute(context.req, sql`release savepoint item`)
    context.found.clear()
    for (const [key, id] of found) context.found.set(key, id)
    return faultOf(error, resource)
  }
}

/** What the database has against a row (classes 22 and 23) is told by its code; anything else is ours to look into. */
function faultOf(error: unknown, resource: Resource): Error {
  if (isAppError(error)) return error
  logger.error({ err: error, resource: resource.name }, 'an exchange item broke')
  const state = sqlState(error) ?? ''
  if (state === '23505') return new AppError('record.duplicate', {}, { status: 409, cause: error })
  if (/^2[23]/.test(state)) return new AppError('exchange.rejected', { state }, { status: 422, cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

function answerOf({ key, outcome, warnings: noticed }: Taken, source: string, locale: Locale): ItemAnswer {
  const failed = outcome instanceof Error
  const warnings = [...noticed, ...(failed ? [] : (outcome.warnings ?? []))].map((warning) =>
    warningOf(warning, locale),
  )
  const told = warnings.length > 0 ? { warnings } : {}
  if (!failed) return { externalId: key, result: outcome.result, ...(outcome.id ? { id: outcome.id } : {}), ...told }
  const field = isAppError(outcome) ? outcome.field : undefined
  return {
    externalId: key,
    result: isParked(outcome) ? 'parked' : 'failed',
    code: errorCode(outcome),
    message: faultText(inWordsOf(source, outcome), locale),
    ...(field ? { field } : {}),
    ...told,
  }
}

/** The record that an item waits for, as its node calls it. */
function inWordsOf(source: string, error: Error): Error {
  if (!isAppError(error) || typeof error.params.externalId !== 'string') return error
  return new AppError(error.code, { ...error.params, externalId: toldId(source, error.params.externalId) })
}

function warningOf(
  { code, params, field }: Warning,
  locale: Locale,
): { code: string; message: string; field?: string } {
  return { code, message: errorText(new AppError(code, params), locale), ...(field ? { field } : {}) }
}

function keyOfRaw(item: unknown): string | null {
  if (!item || typeof item !== 'object') return null
  const { externalId } = item as { externalId?: unknown } // any object may be asked for a field
  return typeof externalId === 'string' ? externalId.slice(0, 200) : null
}
