import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, handleEndpoints, type Payload, type PayloadRequest } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import { hashSecret, hashToken } from '@/src/mechanisms/exchange/nodeSecrets'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const AREAS = ['catalogue', 'orders', 'clients', 'contracts', 'money', 'documents'] as const
export type Area = (typeof AREAS)[number]

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are JSON of many shapes; each test says what it expects
export type Reply = { status: number; body: any; headers: Headers }

export type World = {
  payload: Payload
  req: PayloadRequest
  make: Builders
  node: (options?: NodeOptions) => Promise<{ id: string; token: string; login: string; secret: string }>
  /** A call with the token of a node that may do everything, unless `auth` says otherwise. */
  call: (method: string, path: string, options?: CallOptions) => Promise<Reply>
  put: (entity: string, items: unknown[], options?: CallOptions) => Promise<Reply>
  one: <Row>(statement: ReturnType<typeof sql>) => Promise<Row>
  rows: <Row>(statement: ReturnType<typeof sql>) => Promise<Row[]>
}
type NodeOptions = { areas?: readonly Area[]; active?: boolean; addresses?: readonly string[]; timezone?: string }
type CallOptions = { auth?: string | null; body?: unknown; form?: FormData; headers?: Record<string, string> }

let count = 0

/** An empty portal with one exchange node, a default manager and two portal roles. */
export async function world(): Promise<World> {
  const payload = await getTestPayload()
  await emptyDatabase()
  const req = await createLocalReq({}, payload)
  const { default: config } = await import('@payload-config')
  const make = builders(payload)

  const node: World['node'] = async ({
    areas = AREAS,
    active = true,
    addresses = [],
    timezone = 'Europe/Moscow',
  } = {}) => {
    const number = (count += 1)
    const [login, secret, token] = [`1c-${number}`, `secret-${number}`, `token-${number}`]
    const [row] = await query<{ id: string }>(
      payload,
      sql`insert into exchange_nodes (name, login, secret_hash, token_hash, active, timezone, created_at, updated_at)
          values (${`УТ ${number}`}, ${login}, ${await hashSecret(secret)}, ${hashToken(token)}, ${active}, ${timezone}, now(), now()) returning id::text`,
    )
    const id = String(row?.id)
    for (const [place, area] of areas.entries()) {
      await query(
        payload,
        sql`insert into exchange_nodes_entities ("order", parent_id, value) values (${place}, ${id}, ${area})`,
      )
    }
    for (const [place, address] of addresses.entries()) {
      await query(
        payload,
        sql`insert into exchange_nodes_texts ("order", parent_id, path, text) values (${place}, ${id}, 'addresses', ${address})`,
      )
    }
    return { id, token, login, secret }
  }
  const main = await node()

  const call: World['call'] = async (
    method,
    path,
    { auth = `Bearer ${main.token}`, body, form, headers = {} } = {},
  ) => {
    const request = new Request(`http://localhost:3000/api/1c/v1/${path}`, {
      method,
      headers: {
        ...(auth ? { authorization: auth } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body:
        form ??
        (body === undefined
          ? undefined
          : typeof body === 'string' || body instanceof Uint8Array
            ? (body as BodyInit)
            : JSON.stringify(body)),
    })
    const response = await handleEndpoints({ config, request })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers }
  }

  await make.staff({ email: 'olga@example.ru', name: 'Ольга', isDefaultManager: true })
  for (const [code, capability] of [
    ['director', 'company.manage'],
    ['buyer', 'orders.read'],
  ]) {
    const [role] = await query<{ id: string }>(
      payload,
      sql`insert into portal_roles (code, name, created_at, updated_at) values (${code}, ${code}, now(), now()) returning id::text`,
    )
    await query(
      payload,
      sql`insert into portal_roles_capabilities ("order", parent_id, value) values (1, ${role?.id}, ${capability})`,
    )
  }
  const rows = <Row>(statement: ReturnType<typeof sql>): Promise<Row[]> => query<Row>(payload, statement)
  return {
    payload,
    req,
    make,
    node,
    call,
    put: (entity, items, options) => call('PUT', entity, { ...options, body: items }),
    rows,
    one: async <Row>(statement: ReturnType<typeof sql>) => {
      const [row] = await rows<Row>(statement)
      if (!row) throw new Error('no row')
      return row
    },
  }
}

export const basic = (login: string, secret: string): string =>
  `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`
export const results = (reply: Reply): string[] => reply.body.map((item: { result: string }) => item.result)
export const pdf = (text = 'one'): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\nstartxref\n0\n%%EOF\n`)
