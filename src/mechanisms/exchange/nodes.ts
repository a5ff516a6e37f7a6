import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query, type Runner } from '../database/query'
import { hit, throttleKey } from '../throttle/throttle'

export type ExchangeNode = {
  id: string
  name: string
  /** Areas it may exchange: `catalogue`, `orders`, `clients`, `contracts`, `money`, `documents`. */
  areas: ReadonlySet<string>
  zip: boolean
  timezone: string
}

export type NodeCredentials = { login: string; password: string } | { token: string }

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const WRONG_LIMIT = { limit: 20, windowSeconds: 300 }
const REMEMBERED_MS = 60_000

type Row = { id: string; name: string; secret: string | null; active: boolean; areas: string[]; addresses: string[]; zip: boolean; timezone: string }

/** Passwords that were right a moment ago: thousands of chunks must not cost a derivation each. */
const verified = new Map<string, { secret: string; until: number }>()

/** `scrypt$salt$key`, both base64; for passwords that people type into 1C. */
export async function hashNodePassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt, 32)).toString('base64')}`
}

/** A token is long and random, so a plain digest keeps it. */
export const hashNodeToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * The node that these credentials belong to, or null: unknown, wrong, switched off, from a strange
 * address, or too many wrong tries. The answer is one and the same on purpose.
 */
export async function authenticateNode(runner: Runner, credentials: NodeCredentials, address: string): Promise<ExchangeNode | null> {
  const key = throttleKey('exchange', address, 'login' in credentials ? credentials.login : 'token')
  const row = await findRow(runner, credentials)
  const right = 'token' in credentials ? row !== null : await passwordFits(row, credentials)
  if (!right || !row) {
    await hit(runner, key, WRONG_LIMIT)
    return null
  }
  if (!row.active || !addressAllowed(row.addresses, address)) return null
  await execute(
    runner,
    sql`update exchange_nodes set last_seen_at = now() where id = ${row.id} and (last_seen_at is null or last_seen_at < now() - interval '1 minute')`,
  )
  return nodeOf(row)
}

/** A node by its id, if it is still switched on. */
export async function nodeById(runner: Runner, id: string): Promise<ExchangeNode | null> {
  const [row] = await query<Row>(runner, sql`select ${columns} from exchange_nodes n where n.id::text = ${id} and n.active`)
  return row ? nodeOf(row) : null
}

/** Exact addresses and CIDR ranges of IPv4; an empty list lets everybody in. */
export function addressAllowed(list: readonly string[], address: string): boolean {
  const bare = address.replace(/^::ffff:/, '')
  return list.length === 0 || list.some((entry) => matches(entry.trim(), bare))
}

const columns = sql`n.id::text, n.name, n.secret_hash as secret, coalesce(n.active, false) as active, coalesce(n.zip, true) as zip,
  coalesce(n.timezone, 'Europe/Moscow') as timezone,
  array(select e.value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas,
  array(select t.text from exchange_nodes_texts t where t.parent_id = n.id and t.path = 'addresses') as addresses`

async function findRow(runner: Runner, credentials: NodeCredentials): Promise<Row | null> {
  const condition = 'token' in credentials ? sql`n.token_hash = ${hashNodeToken(credentials.token)}` : sql`n.login = ${credentials.login}`
  const [row] = await query<Row>(runner, sql`select ${columns} from exchange_nodes n where ${condition}`)
  return row ?? null
}

/** Takes its time for an unknown login too. */
async function passwordFits(row: Row | null, { login, password }: { login: string; password: string }): Promise<boolean> {
  const secret = row?.secret ?? DUMMY
  const memo = createHash('sha256').update(`${login}\u0000${password}`).digest('base64url')
  const known = verified.get(memo)
  if (row && known && known.secret === secret && known.until > Date.now()) return true
  const [, salt = '', key = ''] = secret.split('$')
  const wanted = Buffer.from(key, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), 32)
  const fits = row !== null && wanted.length === given.length && timingSafeEqual(wanted, given)
  if (fits) {
    if (verified.size > 1_000) verified.clear()
    verified.set(memo, { secret, until: Date.now() + REMEMBERED_MS })
  }
  return fits
}

const DUMMY = `scrypt$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`

const nodeOf = (row: Row): ExchangeNode => ({ id: row.id, name: row.name, areas: new Set(row.areas), zip: row.zip, timezone: row.timezone })

function matches(entry: string, address: string): boolean {
  const [range = '', bits] = entry.split('/')
  if (bits === undefined) return range === address
  if (isIP(range) !== 4 || isIP(address) !== 4) return false
  const mask = Number(bits) === 0 ? 0 : (~0 << (32 - Number(bits))) >>> 0
  return (toInt(range) & mask) >>> 0 === (toInt(address) & mask) >>> 0
}

const toInt = (address: string): number => address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0)
