import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { erpActor } from '../../access/actor'
import { execute, list, query } from '../../database/query'
import { tableOf } from '../../database/tableOf'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { nodeOf, type ExchangeNode } from '../source'
import { resourceNamed, type ItemContext } from './defineResource'
import { waitAnew } from '../run/waiting'
import { errorCode } from '@/src/lib/error-labels'
import { lineText, paramsOfLine } from '../run/lineText'
import { waitsOnly, wantsOf } from './journal'
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
      await execute(req, sql`update exchange_issues set status = 'replayed', updated_at = now() where id = ${row.id}`)
      continue
    }
    // Still waiting, for something else, or wrong: the line says what it is now.
    const waits = isParked(fault)
    const [code, params] = [errorCode(fault), paramsOfLine(fault)]
    await execute(
      req,
      sql`update exchange_issues set status = ${waits ? 'parked' : 'open'}, code = ${code}, params = ${JSON.stringify(params)}::jsonb, message = ${lineText({ code, params }, 'ru').slice(0, 1_000)},
            "row" = ("row" - 'waitsFor') || ${JSON.stringify(waitsOnly(fault))}::jsonb, updated_at = now() where id = ${row.id}`,
    )
    if (waits) await waitAnew(req, row.entity, [{ externalId: taken?.key ?? null, wants: wantsOf(fault) }])
  }
  return rows.length
}
