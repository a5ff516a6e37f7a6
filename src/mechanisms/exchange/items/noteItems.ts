import { isAppError } from '@/src/lib/errors'
import { errorCode } from '@/src/lib/error-labels'
import { tableOf } from '../../database/tableOf'
import type { Wanted } from '../bulk/bulkTable'
import { closeEarlier, closeParked } from '../journal/closing'
import { noteIssue } from '../journal/issues'
import { paramsOfLine } from '../journal/lineText'
import type { RunCounts } from '../journal/runs'
import type { ItemContext, Resource } from './defineResource'
import { isParked } from './rows'
import type { ItemAnswer, Taken } from './answer'

/** What a batch came to. */
export function countsOf(answers: readonly ItemAnswer[]): RunCounts {
  const count = (...results: string[]): number => answers.filter(({ result }) => results.includes(result)).length
  return {
    read: answers.length,
    created: count('created'),
    changed: count('changed'),
    same: count('same'),
    failed: count('failed', 'parked'),
    parts: { parked: count('parked') },
  }
}

/**
 * One line for each item that failed or waits, of the shape that lines of files have: its code, what its words are made of, and
 * the item itself. `line` is its place in the batch.
 */
export async function noteItems(context: ItemContext, resource: Resource, taken: readonly Taken[]): Promise<void> {
  for (const [place, { raw, key, outcome }] of taken.entries()) {
    if (!(outcome instanceof Error)) continue
    const parked = isParked(outcome)
    // A newer try of the same record takes the place of the older one.
    if (key) await toldAnew(context, resource, [key])
    await noteIssue(
      context.req,
      { run: context.run, file: null },
      {
        entity: resource.name,
        externalId: key,
        code: errorCode(outcome),
        params: paramsOfLine(outcome),
        line: place + 1,
        row:
          parked && resource.keepParked === false ? waitsOnly(outcome) : { item: trimmed(raw), ...waitsOnly(outcome) },
        parked,
        wants: wantsOf(outcome),
      },
    )
  }
}

/** What came through at last is an open question no more: by the last word of the batch about each record. */
export async function closeItems(
  context: ItemContext,
  resource: Resource,
  answers: readonly ItemAnswer[],
): Promise<void> {
  const last = new Map(answers.map(({ externalId, result }) => [externalId, result]))
  const fine = [...last].flatMap(([key, result]) => (key && result !== 'failed' && result !== 'parked' ? [key] : []))
  if (fine.length === 0) return
  await toldAnew(context, resource, fine)
  await closeParked(context.req, { entity: resource.name }, fine)
}

async function toldAnew({ req, run }: ItemContext, { name, reads }: Resource, externalIds: string[]): Promise<void> {
  await closeEarlier(req, { run, file: null }, { entity: name, externalIds, reads, own: true })
}

/** What a parked item wants: its record by the table that such records lie in. */
export function wantsOf(error: Error): Wanted[] {
  const { waitsFor } = waitsOnly(error)
  return waitsFor ? [{ kind: tableOf(waitsFor.entity), key: waitsFor.externalId }] : []
}

/** Which record a parked item waits for. */
export function waitsOnly(error: Error): { waitsFor?: { entity: string; externalId: string } } {
  if (!isAppError(error) || !error.params.entity || !error.params.externalId) return {}
  return { waitsFor: { entity: String(error.params.entity), externalId: String(error.params.externalId) } }
}

/** Files do not belong into the journal. */
function trimmed(raw: unknown): unknown {
  if (!raw || typeof raw !== 'object' || Array.isArray(raw)) return raw
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, name === 'file' ? '…' : value]))
}
