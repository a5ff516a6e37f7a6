import type pg from 'pg'
import type { PayloadRequest } from 'payload'
import { enqueue } from '../../jobs/enqueue'
import { defineJob } from '../../jobs/defineJob'
import { slugOf } from '../../database/tableOf'
import { declaredConsumers, type ConsumerContext } from '../consumer'
import { replayParkedJob } from '../items/replayParked'
import { importContextOf } from './importContext'
import { closeIssues } from '../journal/closing'
import { noteIssue, reopenIssue } from '../journal/issues'
import { settleRun } from '../journal/runs'
import { expireParked, readyForItems, readyRows, rowOf, waitAnew, type WaitingRow } from '../journal/waits'
import { originOf } from './fileToImport'
import { importClient } from './turn'

/** Rows tried at once: as many as a portion of the merge. */
const SLICE = 5_000
/** What went in may be what others wait for: an offer for its prices. Nothing waits along a longer chain. */
const MOST_PASSES = 5

/** Tries rows again whose wanted records are there now, from whichever node and file either side came. */
export async function retryWaiting(req: PayloadRequest, client: pg.Client, signal: AbortSignal): Promise<void> {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) if (!(await retryPass(req, client, signal))) break
  const tables = declaredConsumers().flatMap((consumer) => consumer.tables?.map(({ table }) => table) ?? [])
  for (const [table, externalIds] of await readyForItems(req, [...new Set(tables)]))
    await enqueue(req, replayParkedJob, { entity: slugOf(table), externalIds })
}

async function retryPass(req: PayloadRequest, client: pg.Client, signal: AbortSignal): Promise<boolean> {
  let moved = false
  let last: WaitingRow | undefined
  for (;;) {
    const rows = await readyRows(req, last ?? null, SLICE)
    for (const group of groupsOf(rows)) {
      signal.throwIfAborted()
      const taken = await retryGroup(req, group, client, signal)
      await closeIssues(req, taken, 'resolved')
      moved ||= taken.length > 0
    }
    for (const run of new Set(rows.map((row) => row.run))) await settleRun(req, run)
    last = rows.at(-1)
    if (rows.length < SLICE) return moved
  }
}

/** Rows of one kind that came in one file, at one moment: they are written as that file would have written them. */
function groupsOf(rows: readonly WaitingRow[]): WaitingRow[][] {
  const groups = new Map<string, WaitingRow[]>()
  for (const row of rows) {
    const key = [row.run, row.file, row.time, row.entity].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

async function retryGroup(
  req: PayloadRequest,
  rows: readonly WaitingRow[],
  client: pg.Client,
  signal: AbortSignal,
): Promise<string[]> {
  const [first] = rows
  const file = first && (await originOf(req, first))
  if (!file) return []
  const context: ConsumerContext = {
    ...importContextOf(req, file, file.name, client, signal),
    run: first.run,
    time: first.time,
    park: (table, orphans) => waitAnew(req, table.entity, orphans),
    refuse: (table, refused, code, params) =>
      reopenIssue(
        req,
        table.entity,
        refused.map(({ externalId }) => externalId),
        code,
        params,
      ),
    problem: async (issue) => {
      if (issue.parked) await waitAnew(req, issue.entity, [issue])
      else if (issue.externalId) await reopenIssue(req, issue.entity, [issue.externalId], issue.code, issue.params)
    },
  }
  for (const consumer of declaredConsumers()) {
    const taken = file.areas.includes(consumer.area) ? await consumer.retry?.(context, first.entity, rows) : null
    if (taken) return taken
  }
  return []
}

/** Another try of one row of the journal, by an administrator. */
export async function replayRow(req: PayloadRequest, issue: string): Promise<boolean> {
  const row = await rowOf(req, issue)
  if (!row) return false
  const client = await importClient()
  try {
    const taken = await retryGroup(req, [row], client, new AbortController().signal)
    await closeIssues(req, taken, 'replayed')
    return taken.length > 0
  } finally {
    await client.end()
  }
}

/** The same without a file: something that rows of files wait for came by another road. */
export const retryWaitingJob = defineJob<Record<string, never>>({
  name: 'exchange.retryWaiting',
  label: { ru: 'Повторить ждущие записи, чьи связи пришли', en: 'Retry rows whose relations have come' },
  lane: 'exchange',
  handler: async (_data, { req, signal }) => {
    const client = await importClient()
    try {
      await retryWaiting(req, client, signal)
    } finally {
      await client.end()
    }
  },
})

/** Nothing waits for ever: what has waited longer than the settings say is given up, and the journal says how much. */
export const expireParkedJob = defineJob<Record<string, never>>({
  name: 'exchange.expireParked',
  label: { ru: 'Снять записи, которые ждут слишком долго', en: 'Give up rows that wait too long' },
  lane: 'default',
  schedule: '20 3 * * *',
  handler: async (_data, { req }) => {
    await expireParked(req, (run, entity, count, days) =>
      noteIssue(
        req,
        { run, file: null },
        { entity, externalId: null, code: 'exchange.waitedTooLong', params: { count, days } },
      ),
    )
  },
})
