import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { openSession } from '@/src/mechanisms/sessions/sessions'

export type RestAnswer = { status: number; text: string; body: Record<string, unknown> }
/** Asks REST, `path` from behind `/api`, as the person who has signed in. */
export type RestCall = (method: string, path: string, body?: unknown) => Promise<RestAnswer>

/** Signs a person in and gives what asks REST as them, with the real configuration. */
export async function restAs(
  payload: Payload,
  who: { collection: 'staff' | 'users'; id: string; email?: string },
): Promise<RestCall> {
  // Not at the top: the config reads the settings, which the worker's setup has to make first.
  const { default: config } = await import('@payload-config')
  const { token } = await openSession(await createLocalReq({}, payload), { email: 'a@example.com', ...who })
  return async (method, path, body) => {
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      authorization: `JWT ${token}`,
    }
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    })
    const text = await response.text()
    return { status: response.status, text, body: bodyOf(text) }
  }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    return body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {} // by its names
  } catch {
    return {}
  }
}
