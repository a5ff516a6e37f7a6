import { createHash, randomBytes } from 'node:crypto'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { execute, list, query, type Runner } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { isAddressAllowed } from '../nodeAuth'
import { defaultSpoolLimits } from '../archive/spool'
import type { DialogueNode, DialogueSession, OfferedOrder } from '../commerceml/dialogue-ports'

/**
 * The dialogue's sessions. Only a digest of the cookie is kept; the digest also begins the names of its spool folders. A session is
 * no right of its own: at each request the node is asked anew for its switch, password, addresses and areas.
 */

/** After its last word, and after its first. */
const ALIVE = '2 hours'
const LONGEST = '24 hours'
/** Areas that this dialogue speaks of. */
export const DIALOGUE_AREAS = ['catalogue', 'orders'] as const
/** Which password a session was opened with, without keeping its hash a second time. */
const secretOf = (node: SQL): SQL => sql`encode(sha256(convert_to(${node}.secret_hash, 'UTF8')), 'hex')`

export const sessionKey = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 40)

type NodeRow = { id: string; zip: boolean | null; timezone: string | null }
type Row = NodeRow & { schema: string | null; offered: OfferedOrder[] }

export const dialogueNode = ({ id, zip, timezone }: NodeRow): DialogueNode => ({
  id,
  zip: zip ?? true,
  fileLimit: defaultSpoolLimits.fullChunkBytes,
  encoding: 'utf-8',
  schemaVersion: '2.07',
  zone: timezone ?? 'Europe/Moscow',
})

/** A new session; takes over what the node's last one offered, since some clients log in again before `success`. */
export async function createSession(runner: Runner, node: DialogueNode, address: string): Promise<DialogueSession> {
  const id = randomBytes(24).toString('base64url')
  const [row] = await query<{ offered: OfferedOrder[]; schema: string | null }>(
    runner,
    sql`with last as (
          select offered, schema_version from exchange_sessions where node_id = ${node.id} order by seen_at desc limit 1
        )
        insert into exchange_sessions (id, spool, node_id, address, secret, offered, schema_version)
        select ${sessionKey(id)}, ${sessionKey(id)}, n.id, ${address}, ${secretOf(sql`n`)}, coalesce((select offered from last), '[]'), (select schema_version from last)
        from exchange_nodes n where n.id = ${node.id}
        returning offered, schema_version as schema`,
  )
  return { id, node, schemaVersion: row?.schema ?? null, offered: row?.offered ?? [] }
}

/** The session as its node stands now, or null: it is over, or the node could not open it from this address any more. */
export async function findSession(runner: Runner, id: string, address: string): Promise<DialogueSession | null> {
  const [row] = await query<Row & { addresses: string[] }>(
    runner,
    sql`select n.id::text, n.zip, n.timezone, s.schema_version as schema, s.offered,
               array(select t.text from exchange_nodes_texts t where t.parent_id = n.id and t.path = 'addresses') as addresses
        from exchange_sessions s join exchange_nodes n on n.id = s.node_id
        where s.id = ${sessionKey(id)} and n.active and s.secret = ${secretOf(sql`n`)}
          and s.seen_at > now() - ${ALIVE}::interval and s.created_at > now() - ${LONGEST}::interval
          and exists (select 1 from exchange_nodes_entities e where e.parent_id = n.id and e.value::text = any(${list(DIALOGUE_AREAS)}))`,
  )
  if (!row || !isAddressAllowed(row.addresses, address)) return null
  await execute(runner, sql`update exchange_sessions set seen_at = now() where id = ${sessionKey(id)}`)
  return { id, node: dialogueNode(row), schemaVersion: row.schema, offered: row.offered }
}

export async function updateSession(
  runner: Runner,
  id: string,
  patch: Partial<Pick<DialogueSession, 'schemaVersion' | 'offered'>>,
): Promise<void> {
  await execute(
    runner,
    sql`update exchange_sessions set seen_at = now(),
          schema_version = ${patch.schemaVersion === undefined ? sql`schema_version` : patch.schemaVersion},
          offered = ${patch.offered === undefined ? sql`offered` : sql`${JSON.stringify(patch.offered)}::jsonb`}
        where id = ${sessionKey(id)}`,
  )
}

/** The spool folder that a session fills now. */
export async function spoolOf(runner: Runner, id: string): Promise<string> {
  const [row] = await selectFrom(runner, 'exchange_sessions', ['spool'], sql`where id = ${sessionKey(id)}`)
  if (!row) throw new Error('The session has gone')
  return row.spool
}

/** Remembers when a file was sent last, so that an import asked for after it is a new piece of work. */
export async function markFresh(runner: Runner, id: string, filename: string): Promise<void> {
  await execute(
    runner,
    sql`update exchange_sessions set seen_at = now(), fresh = fresh || jsonb_build_object(${filename}::text, clock_timestamp()) where id = ${sessionKey(id)}`,
  )
}
