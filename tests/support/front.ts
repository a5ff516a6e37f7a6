import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { newKey } from '@/src/mechanisms/sessions/accessKeys'
import { insertRow, type Row } from '@/src/mechanisms/database/insertRows'
import { openSession } from '@/src/mechanisms/sessions/sessions'

export type FrontAnswer = {
  status: number
  text: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its names, each of which the test itself vouches for
  body: any
  headers: Headers
}
export type FrontAsk = { headers?: Record<string, string>; body?: unknown; raw?: string }
/** Asks `/api/v1`, with the real configuration. */
export type FrontCall = (method: string, path: string, ask?: FrontAsk) => Promise<FrontAnswer>

/** Whoever knows this header: a key, a session, or nothing at all. */
export function frontBy(proof: Record<string, string>): FrontCall {
  return async (method, path, { headers = {}, body, raw } = {}) => {
    // Not at the top: the config reads the settings, which the worker's setup has to make first.
    const { default: config } = await import('@payload-config')
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...proof, ...headers },
        ...(sent === undefined ? {} : { body: sent }),
      }),
    })
    const text = await response.text()
    return { status: response.status, text, body: bodyOf(text), headers: response.headers }
  }
}

/** As a person who has signed in. */
export async function frontAs(
  payload: Payload,
  id: string,
  collection: 'users' | 'staff' = 'users',
): Promise<FrontCall> {
  const { token } = await openSession(await createLocalReq({}, payload), { collection, id, email: 'a@example.com' })
  return frontBy({ authorization: `JWT ${token}` })
}

/** A key of a person for a company, written as the action writes it. */
export async function makeKey(
  payload: Payload,
  { user, company, ...more }: { user: string; company: string } & Row,
): Promise<{ id: string; key: string; call: FrontCall }> {
  const { key, hash, hint } = newKey()
  const id = await insertRow(payload, 'access_keys', {
    name: 'Приложение',
    userId: user,
    companyId: company,
    hint,
    hash,
    acts: true,
    expiresAt: new Date(Date.now() + 86_400_000),
    ...more,
  })
  return { id, key, call: frontBy({ authorization: `Bearer ${key}` }) }
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
