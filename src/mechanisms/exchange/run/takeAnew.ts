import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../../database/ids'
import { execute, list, query } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { defineJob } from '../../jobs/defineJob'
import { ENDED } from '../bulk/bulkTable'
import { declaredConsumers } from '../consumer'

/** Rows of one statement: few enough for a file that is at work meanwhile. */
const PORTION = 20_000

/**
 * Forgets as of which moment the data of a node are and what they were like: its next file is taken whole, however old its
 * moment. The data themselves stay until something is sent. May run twice.
 */
export const takeAnewJob = defineJob<{ node: string }>({
  name: 'exchange.takeAnew',
  label: { ru: 'Забыть моменты данных узла', en: 'Forget the moments of a node’s data' },
  lane: 'exchange',
  handler: async ({ node }, { req, signal }) => {
    const [named] = await selectFrom(req, 'exchange_nodes', ['name'], sql`where ${idIs(sql`id`, node)}`)
    if (!named) return
    const consumers = declaredConsumers()
    const marks = list([ENDED, ...consumers.flatMap(({ marks: own = [] }) => own)])
    for (const table of new Set(consumers.flatMap(({ tables = [] }) => tables.map((one) => one.table)))) {
      for (let forgotten = PORTION; forgotten === PORTION;) {
        signal.throwIfAborted()
        const rows = await query<{ id: string }>(
          req,
          sql`update ${sql.identifier(table)} t set sync_time = null, sync_hash = case when t.sync_hash = any(${marks}) then t.sync_hash end
              where t.id in (select p.id from ${sql.identifier(table)} p where p.sync_node = ${named.name} and (p.sync_time is not null or p.sync_hash <> all(${marks})) limit ${PORTION})
              returning t.id::text`,
        )
        forgotten = rows.length
      }
    }
    await execute(req, sql`delete from exchange_applied where ${idIs(sql`node_id`, node)}`)
    await execute(req, sql`delete from exchange_taken where ${idIs(sql`node_id`, node)}`)
  },
})
