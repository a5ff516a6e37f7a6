import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { erpActor } from '../../access/actor'
import { execute, list, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { nodeOf, type ExchangeNode } from '../source'
import { resourceNamed, type ItemContext } from './defineResource'
import { waitAnew } from '../run/waiting'
import { wantsOf } from './journal'
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
          and i.id in (select w.issue_id from exchange_waiting w where w.kind = ${entity.replaceAll('-', '_')} and w.key = any(${list(externalIds)}))
        order by i.created_at limit ${SLICE} for update of i skip locked`,
  )
  for (const row of rows) {
    const resource = resourceNamed(row.entity)
    if (!resource) continue
    const context: ItemContext = { req, actor: erpActor(row.node), node: row.node, run: row.run, found: new Map() }
    const [taken] = await applyItems(context, resource, [row.item])
    const failed = taken?.outcome instanceof Error
    const waits = taken?.outcome instanceof Error && isParked(taken.outcome)
    // Still waiting for something else: it is parked under that name instead.
    const waitsFor = waits && taken?.outcome instanceof Error && 'params' in taken.outcome ? taken.outcome.params : null
    await execute(
      req,
      sql`update exchange_issues set status = ${waits ? 'parked' : failed ? 'open' : 'replayed'},
            "row" = case when ${waits} then jsonb_set("row", '{waitsFor}', ${JSON.stringify(waitsFor)}::jsonb) else "row" end,
            updated_at = now() where id = ${row.id}`,
    )
    if (waits && taken?.outcome instanceof Error) await waitAnew(req, row.entity, [{ externalId: taken.key, wants: wantsOf(taken.outcome) }])
  }
  return rows.length
}
