import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { list, query } from '@/src/mechanisms/database/query'
import { hashSecret, hashToken } from '@/src/mechanisms/exchange/nodeSecrets'
import { createOneC, type OneC, type OneCOptions } from '@/tests/emulator/onec'

const PASSWORD = 'a-password-for-tests'
const LOGIN = '1c'
let secret: Promise<string> | undefined

type NodeOptions = { name?: string; login?: string; areas?: readonly string[]; token?: string }

/** An exchange node that may send goods and orders, with the login that `oneCAt` uses. */
export async function makeExchangeNode(
  payload: Payload,
  { name = 'УТ', login = LOGIN, areas = ['catalogue', 'orders'], token }: NodeOptions = {},
): Promise<string> {
  secret ??= hashSecret(PASSWORD)
  const [node] = await query<{ id: string }>(
    payload,
    sql`with node as (
          insert into exchange_nodes (name, login, secret_hash, token_hash, active, zip, timezone)
          values (${name}, ${login}, ${await secret}, ${token ? hashToken(token) : null}, true, true, 'Europe/Moscow') returning id
        ), areas as (
          insert into exchange_nodes_entities ("order", parent_id, value)
          select place, node.id, area::enum_exchange_nodes_entities from node, unnest(${list(areas)}) with ordinality as a(area, place)
        )
        select id::text from node`,
  )
  return String(node?.id)
}

/** A 1C that speaks to the portal at this address. */
export const oneCAt = (url: string, options: Partial<OneCOptions> = {}): OneC =>
  createOneC({ url: `${url}/api/1c/commerceml`, login: LOGIN, password: PASSWORD, pause: 20, ...options })

export type RawDialogue = {
  init: () => Promise<string>
  file: (name: string, body: BodyInit) => Promise<string>
  /** Asks until the answer is not `progress`. */
  import: (name: string) => Promise<string>
  ask: (mode: string, parameters?: Record<string, string>) => Promise<string>
  cookie: string
}

/** The dialogue word by word, for what no honest 1C would send. Each call gives the text of the answer. */
export async function rawDialogue(
  url: string,
  type: 'catalog' | 'sale' = 'catalog',
  login = LOGIN,
): Promise<RawDialogue> {
  const basic = Buffer.from(`${login}:${PASSWORD}`).toString('base64')
  const [, name, value] = (
    await rawCall(url, { type, mode: 'checkauth' }, { headers: { authorization: `Basic ${basic}` } })
  ).text.split('\n')
  const cookie = `${name}=${value}`
  const call = async (parameters: Record<string, string>, init: RequestInit = {}): Promise<string> =>
    (await rawCall(url, { type, ...parameters }, { headers: { cookie }, ...init })).text
  const importFile = async (filename: string): Promise<string> => {
    const said = await call({ mode: 'import', filename })
    return said.startsWith('progress') ? importFile(filename) : said
  }
  return {
    init: () => call({ mode: 'init' }),
    file: (filename, body) => call({ mode: 'file', filename }, { method: 'POST', body }),
    import: importFile,
    ask: (mode, parameters = {}) => call({ mode, ...parameters }),
    cookie,
  }
}

/** One call with whatever is given: its status, text, and the type of the text. */
export async function rawCall(
  url: string,
  parameters: Record<string, string>,
  init: RequestInit = {},
): Promise<{ status: number; text: string; type: string | null; headers: Headers }> {
  const answer = await fetch(
    `${url}/api/1c/commerceml?${new URLSearchParams({ type: 'catalog', ...parameters })}`,
    init,
  )
  return {
    status: answer.status,
    text: await answer.text(),
    type: answer.headers.get('content-type'),
    headers: answer.headers,
  }
}
