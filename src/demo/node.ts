import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { hashSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import type { Clock } from './clock'
import type { Source } from './passport'

const NAME = '1С:Управление торговлей'
const PASSWORD = 'demo-1c-exchange'
const entities = ['catalogue', 'orders', 'clients', 'contracts', 'money', 'documents'] as const

/** The 1C that everything in the demo came from, three minutes ago. Signs in as `1c`. */
export async function seedNode(db: Runner, clock: Clock): Promise<Source> {
  const syncedAt = clock.minutesAgo(3)
  const nodeId = await insertRow(db, 'exchange_nodes', {
    name: NAME,
    login: '1c',
    secretHash: await hashSecret(PASSWORD),
    active: true,
    zip: true,
    timezone: 'Europe/Moscow',
    lastSeenAt: syncedAt,
  })
  for (const [order, value] of entities.entries()) {
    await query(
      db,
      sql`insert into exchange_nodes_entities ("order", parent_id, value) values (${order + 1}, ${nodeId}, ${value})`,
    )
  }
  return { node: NAME, syncedAt, nodeId }
}
