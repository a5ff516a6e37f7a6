import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '../../database/query'
import { defineJob } from '../../jobs/defineJob'

/** Rows of one statement: few enough for a file that is at work meanwhile. */
const PORTION = 20_000

/**
 * Records know the node that brought them by its name: a node that is called otherwise from now on keeps what it brought.
 * Every table with that column is found in the database itself. May run twice.
 */
export const renameNodeJob = defineJob<{ from: string; to: string }>({
  name: 'exchange.renameNode',
  label: { ru: 'Отметить записи новым именем узла', en: 'Mark records with a node’s new name' },
  lane: 'exchange',
  handler: async ({ from, to }, { req, signal }) => {
    const tables = await query<{ name: string }>(
      req,
      sql`select table_name as name from information_schema.columns where table_schema = current_schema() and column_name = 'sync_node'`,
    )
    for (const { name } of tables) {
      const table = sql.identifier(name)
      for (let renamed = PORTION; renamed === PORTION;) {
        signal.throwIfAborted()
        const rows = await query<{ one: number }>(
          req,
          sql`update ${table} set sync_node = ${to} where ctid = any(array(select ctid from ${table} where sync_node = ${from} limit ${PORTION})) returning 1 as one`,
        )
        renamed = rows.length
      }
    }
  },
})
