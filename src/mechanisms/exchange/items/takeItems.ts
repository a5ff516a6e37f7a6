import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError, isAppError } from '@/src/lib/errors'
import { errorCode, errorText } from '@/src/lib/error-labels'
import type { Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { erpActor } from '../../access/actor'
import { remember } from '../../actions/idempotency'
import { schemaCode, type SchemaIssue } from '../../actions/schemaCode'
import { execute } from '../../database/query'
import { inTransaction, sqlState } from '../../database/transaction'
import type { ItemContext, ItemResult, Outcome, Resource, Warning } from './defineResource'
import { closeRun, noteIssues, openRun, settleIssues } from './journal'
import { isParked } from './rows'
import { wakeParked } from './wakeParked'

export type ItemAnswer = {
  externalId: string | null
  result: ItemResult
  id?: string
  code?: string
  message?: string
  field?: string
  warnings?: Array<{ code: string; message: string; field?: string }>
}

export type Batch = {
  node: { id: string; name: string; timezone: string }
  items: readonly unknown[]
  idempotencyKey?: string
  locale: Locale
  transport: 'rest'
}

/** One item with what became of it, before words are put to it. */
export type Taken = { raw: unknown; key: string | null; outcome: Outcome | Error }

/**
 * Takes a batch of items in one transaction, each in its own savepoint: a bad item fails alone, and
 * an answer is remembered under its Idempotency-Key together with what it did. Leaves a run in the
 * journal, and an issue for each item that failed or waits.
 */
export async function takeItems(req: PayloadRequest, resource: Resource, batch: Batch): Promise<ItemAnswer[]> {
  const actor = erpActor(batch.node)
  return inTransaction(req, () =>
    remember(req, { action: `exchange.${resource.name}`, actor, key: batch.idempotencyKey, input: batch.items }, async () => {
      const run = await openRun(req, { node: batch.node.id, transport: batch.transport, kind: resource.name })
      const context: ItemContext = { req, actor, node: batch.node, run, found: new Map() }
      const taken = await applyItems(context, resource, batch.items)
      const answers = taken.map((item) => answerOf(item, batch.locale))
      await noteIssues(context, resource, taken)
      await settleIssues(context, resource, answers)
      await wakeParked(req, resource.name, keysOf(answers, 'created'))
      await closeRun(req, run, answers)
      return answers
    }),
  )
}

const keysOf = (answers: readonly ItemAnswer[], result: ItemResult): string[] =>
  answers.flatMap((answer) => (answer.result === result && answer.externalId ? [answer.externalId] : []))

export async function applyItems(context: ItemContext, resource: Resource, raw: readonly unknown[]): Promise<Taken[]> {
  const read = raw.map((item) => ({ raw: item, parsed: resource.item.safeParse(item) }))
  const good = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
  if (good.length > 0) await resource.prepare?.(context, good)
  const together = resource.applyAll && good.length > 0 ? await resource.applyAll(context, good) : undefined
  const taken: Taken[] = []
  let place = 0
  for (const { raw: item, parsed } of read) {
    if (!parsed.success) {
      taken.push({ raw: item, key: keyOfRaw(item), outcome: malformed(parsed.error.issues[0]) })
      continue
    }
    const outcome = together ? (together[place] ?? new Error('An item was left without an outcome')) : await applyOne(context, resource, parsed.data)
    place += 1
    taken.push({ raw: item, key: resource.key?.(parsed.data) ?? keyOfRaw(item), outcome })
  }
  return taken
}

/** Runs one item in a savepoint. Conflicts of transactions are the whole batch's to repeat. */
export async function applyOne(context: ItemContext, resource: Resource, item: Record<string, unknown>): Promise<Outcome | Error> {
  await execute(context.req, sql`savepoint item`)
  const found = new Map(context.found)
  try {
    const outcome = await resource.apply(context, item)
    await execute(context.req, sql`release savepoint item`)
    return outcome
  } catch (error) {
    if (['40001', '40P01'].includes(sqlState(error) ?? '')) throw error
    await execute(context.req, sql`rollback to savepoint item`)
    context.found.clear()
    for (const [key, id] of found) context.found.set(key, id)
    if (!isAppError(error)) logger.error({ err: error, resource: resource.name }, 'an exchange item broke')
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function answerOf({ key, outcome }: Taken, locale: Locale): ItemAnswer {
  if (!(outcome instanceof Error)) {
    const warnings = outcome.warnings?.map((warning) => warningOf(warning, locale))
    return { externalId: key, result: outcome.result, ...(outcome.id ? { id: outcome.id } : {}), ...(warnings?.length ? { warnings } : {}) }
  }
  const code = errorCode(outcome)
  return {
    externalId: key,
    result: isParked(outcome) ? 'parked' : 'failed',
    code,
    message: errorText(outcome, locale),
    ...(isAppError(outcome) && outcome.field ? { field: outcome.field } : {}),
  }
}

function warningOf({ code, params, field }: Warning, locale: Locale): { code: string; message: string; field?: string } {
  return { code, message: errorText(new AppError(code, params), locale), ...(field ? { field } : {}) }
}

function keyOfRaw(item: unknown): string | null {
  if (!item || typeof item !== 'object') return null
  const { externalId } = item as { externalId?: unknown } // any object may be asked for a field
  return typeof externalId === 'string' ? externalId.slice(0, 200) : null
}

function malformed(issue: SchemaIssue | undefined): AppError {
  const { code, field, params } = schemaCode(issue, 'exchange.fieldInvalid')
  return new AppError(code, { ...params, reason: issue?.code ?? '' }, { status: 422, field })
}
