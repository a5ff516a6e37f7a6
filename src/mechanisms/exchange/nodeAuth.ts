import { createHash } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { rateLimited } from '@/src/lib/rateLimited'
import { wellFormed } from '@/src/lib/wellFormed'
import { callerAddress } from '../audit/writeAudit'
import { execute, query } from '../database/query'
import { resetThrottle, countHit, throttleKey } from '../throttle/throttle'
import type { ExchangeArea } from './items/defineResource'
import { hashToken, isSecret } from './nodeSecrets'
import type { ExchangeNode } from './source'
import { noteRefusal, type RefusalReason } from './refusals'

export type Node = ExchangeNode & { areas: ReadonlySet<string> }

type Row = {
  id: string
  name: string
  timezone: string | null
  source: string
  active: boolean
  secretHash: string | null
  areas: string[]
  addresses: string[]
}
type Given = { kind: 'basic'; login: string; secret: string } | { kind: 'token'; token: string }

/** Wrong secrets of one name from one address, and from one address over all names. */
const PAIR = { limit: 20, windowSeconds: 15 * 60 }
const ADDRESS = { limit: 100, windowSeconds: 15 * 60 }

/** A secret that was right a moment ago is not derived again for every call of a busy 1C. */
const FRESH_MS = 60_000
const proved = new Map<string, { at: number; hash: string }>()

/**
 * The exchange node behind a request, by Basic (login and password) or Bearer (token). An unknown
 * login, a wrong secret and a node that is switched off get the same answer.
 * @throws AppError `exchange.nodeWrong` 401, `exchange.addressDenied` 403, `rate.limited` 429
 */
export async function authenticateNode(req: PayloadRequest): Promise<Node> {
  const given = credentials(req.headers.get('authorization'))
  if (!given) throw wrong()
  const row = await find(req, given)
  const right = given.kind === 'token' ? row !== undefined : await proves(req, given, row)
  if (given.kind === 'token' && !right) await countFailure(req, given)
  const reason = refusalOf(row, right, callerAddress(req))
  if (reason) await noteRefusal(req.payload, { node: row?.id ?? null, address: callerAddress(req), reason })
  if (reason === 'address') throw new AppError('exchange.addressDenied', {}, { status: 403 })
  if (!row || reason) throw wrong()
  await execute(
    req.payload,
    sql`update exchange_nodes set last_seen_at = now() where id = ${row.id} and (last_seen_at is null or last_seen_at < now() - interval '1 minute')`,
  )
  return {
    id: row.id,
    name: row.name,
    timezone: row.timezone ?? 'Europe/Moscow',
    source: row.source,
    areas: new Set(row.areas),
  }
}

function refusalOf(row: Row | undefined, right: boolean, address: string | null): RefusalReason | null {
  if (!row) return 'unknown'
  if (!right) return 'secret'
  if (!row.active) return 'off'
  return isAddressAllowed(row.addresses, address) ? null : 'address'
}

/** @throws AppError `exchange.areaDenied` 403 */
export function requireArea(node: Pick<Node, 'areas'>, area: ExchangeArea): void {
  if (!node.areas.has(area)) throw new AppError('exchange.areaDenied', {}, { status: 403 })
}

const wrong = (): AppError => new AppError('exchange.nodeWrong', {}, { status: 401 })

function credentials(header: string | null): Given | null {
  const match = /^(Basic|Bearer) +(\S+)$/i.exec(header?.slice(0, 2_000) ?? '')
  const value = match?.[2]
  if (!value) return null
  if (match[1]?.toLowerCase() === 'bearer') return { kind: 'token', token: value }
  // No login holds such signs, and the database takes no NUL.
  const text = wellFormed(Buffer.from(value, 'base64').toString('utf8'))
  const colon = text.indexOf(':')
  return colon > 0 ? { kind: 'basic', login: text.slice(0, colon), secret: text.slice(colon + 1) } : null
}

async function find(req: PayloadRequest, given: Given): Promise<Row | undefined> {
  const which = given.kind === 'basic' ? sql`n.login = ${given.login}` : sql`n.token_hash = ${hashToken(given.token)}`
  const [row] = await query<Row>(
    req.payload,
    sql`select n.id::text, n.name, n.timezone, n.source, coalesce(n.active, false) as active, n.secret_hash as "secretHash",
               array(select value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas,
               array(select t.text from exchange_nodes_texts t where t.parent_id = n.id and t.path = 'addresses') as addresses
        from exchange_nodes n where ${which}`,
  )
  return row
}

/** Counts first and forgives after, so parallel guesses cannot slip past the limit. */
async function proves(
  req: PayloadRequest,
  given: Extract<Given, { kind: 'basic' }>,
  row: Row | undefined,
): Promise<boolean> {
  const key = createHash('sha256').update(`${given.login}\0${given.secret}`).digest('hex')
  const fresh = proved.get(key)
  if (row?.secretHash && fresh?.hash === row.secretHash && Date.now() - fresh.at < FRESH_MS) return true
  const counted = await countFailure(req, given)
  if (!(await isSecret(given.secret, row?.secretHash)) || !row?.secretHash) return false
  await resetThrottle(req.payload, counted)
  if (proved.size > 1_000) proved.clear()
  proved.set(key, { at: Date.now(), hash: row.secretHash })
  return true
}

async function countFailure(req: PayloadRequest, given: Given): Promise<string> {
  const address = callerAddress(req) ?? ''
  const key = throttleKey('node', given.kind === 'basic' ? given.login : 'token', address)
  const pair = await countHit(req.payload, key, PAIR)
  const all = await countHit(req.payload, throttleKey('node-address', address), ADDRESS)
  const refused = [pair, all].find((it) => !it.allowed)
  if (refused) throw rateLimited(refused.retryAfterSeconds)
  return key
}

const BITS = { ipv4: 32, ipv6: 128 } as const
const familyOf = (text: string): 'ipv4' | 'ipv6' => (isIP(text) === 6 ? 'ipv6' : 'ipv4')

/** An entry of a list of addresses: an address or a network (`10.0.0.0/8`); null when it is neither. */
export function readNetwork(entry: string): { network: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [network = '', bits, ...rest] = entry.trim().split('/')
  if (!isIP(network) || rest.length > 0) return null
  const family = familyOf(network)
  if (bits === undefined) return { network, bits: BITS[family], family }
  return /^\d{1,3}$/.test(bits) && Number(bits) <= BITS[family] ? { network, bits: Number(bits), family } : null
}

/** Whether the address is on the list; an empty list lets everyone in. */
export function isAddressAllowed(addresses: readonly string[], address: string | null): boolean {
  if (addresses.length === 0) return true
  const bare = address?.replace(/^::ffff:(?=\d+\.)/, '') ?? ''
  if (!isIP(bare)) return false
  const list = new BlockList()
  for (const entry of addresses) {
    const read = readNetwork(entry)
    if (read) list.addSubnet(read.network, read.bits, read.family)
  }
  return list.check(bare, familyOf(bare))
}
