import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { erpActor } from '../../access/actor'
import { list, query } from '../../database/query'
import { tableOf } from '../../database/tableOf'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { nodeOf, type ExchangeNode } from '../source'
import { resourceNamed, type ItemContext } from './defineResource'
import { errorCode } from '@/src/lib/error-labels'
import { closeIssues } from '../journal/closing'
import { sayAnew } from '../journal/issues'
import { paramsOfLine } from '../journal/lineText'
import { waitAnew } from '../journal/waits'
import { waitsOnly, wantsOf } from './noteItems'
import { isParked } from './rows'
import { applyItems } from './takeItems'

type Parked = {
  id: string
  entity: string
  run: string
  item: unknown
  node: ExchangeNode
}

const SLICE = 200

/**
 * Tries parked items again once what they wait for has come. An item that was sent anew meanwhile is
 * no longer parked, so an old copy never overwrites a newer one.
 */
export const replayParkedJob = defineJob<{ entity: string; externalIds: string[] }>({
  name: 'exchange.replayParked',
  label: { ru: 'Повторить ждущие записи обмена', en: 'Replay waiting rows' },
  lane: 'exchange',
  handler: async ({ entity, externalIds }, { req }) => {
    for (;;) {
      const tried = await inTransaction(req, () => replaySlice(req, entity, externalIds))
      if (tried < SLICE) return
    }
  },
})

async function replaySlice(req: PayloadRequest, entity: string, externalIds: string[]): Promise<number> {
  const rows = await query<Parked>(
    req,
    sql`select i.id::text, i.entity, i.run_id::text as run, i."row"->'item' as item, ${nodeOf('n')}
        from exchange_issues i join exchange_runs r on r.id = i.run_id join exchange_nodes n on n.id = r.node_id
        where i.status = 'parked' and i."row"->'item' is not null
          and i.id in (select w.issue_id from exchange_waiting w where w.kind = ${tableOf(entity)} and w.key = any(${list(externalIds)}))
        order by i.created_at limit ${SLICE} for update of i skip locked`,
  )
  for (const row of rows) {
    const resource = resourceNamed(row.entity)
    if (!resource) continue
    const context: ItemContext = { req, actor: erpActor(row.node), node: row.node, run: row.run, found: new Map() }
    const [taken] = await applyItems(context, resource, [row.item])
    const fault = taken?.outcome instanceof Error ? taken.outcome : null
    if (!fault) {
      await closeIssues(req, [row.id], 'replayed')
      continue
    }
    // Still waiting, for something else, or wrong: the line says what it is now.
    const waits = isParked(fault)
    await sayAnew(req, row.id, {
      code: errorCode(fault),
      params: paramsOfLine(fault),
      row: waitsOnly(fault),
      parked: waits,
    })
    if (waits) await waitAnew(req, row.entity, [{ externalId: taken?.key ?? null, wants: wantsOf(fault) }])
  }
  return rows.length
}
