import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/transaction'
import type { OfferedOrder } from '../commerceml/dialogue-ports'
import type { OutgoingOrder, ParkedOrder } from '../commerceml/outgoing'
import { closeRecords } from '../journal/closing'
import { noteIssue } from '../journal/issues'
import { closeRun, countRun, openRun, unendedRun } from '../journal/runs'

/** Kind of a run that gives orders to 1C, and of a line about an order that cannot go. */
const OUT = 'orders-out'
const MOST_NUMBERS = 50

/**
 * A query offered orders: a run that goes on until 1C says `success`. 1C asks every few minutes whether it takes
 * anything or not, so an offer that was not taken goes on as the same run, with what is offered now.
 */
export async function noteOffered(
  req: PayloadRequest,
  node: string,
  ready: readonly OutgoingOrder[],
  parked: readonly ParkedOrder[],
): Promise<void> {
  if (ready.length === 0 && parked.length === 0) return
  await inTransaction(req, async () => {
    const run = await openOffer(req, node)
    await closeRecords(
      req,
      node,
      OUT,
      ready.map(({ externalId }) => externalId),
    )
    for (const { order, problems } of parked) {
      for (const { code, params } of problems)
        await noteIssue(
          req,
          { run, file: null },
          { entity: OUT, externalId: order.externalId, code, params, row: { number: order.number } },
        )
    }
    await countRun(req, run, ready.length > 0 ? 'running' : 'partial', {
      read: ready.length + parked.length,
      failed: parked.length,
      parts: { orders: ready.slice(0, MOST_NUMBERS).map(({ number }) => number) },
    })
  })
}

/** 1C has taken what it was offered last: the run ends. */
export async function noteTaken(req: PayloadRequest, node: string, offered: readonly OfferedOrder[]): Promise<void> {
  await inTransaction(req, async () => {
    const run = await openOffer(req, node)
    await closeRun(req, run, { read: offered.length, changed: offered.length })
  })
}

const openOffer = async (req: PayloadRequest, node: string): Promise<string> =>
  (await unendedRun(req, { node, kind: OUT })) ?? openRun(req, { node, transport: 'commerceml', kind: OUT })
