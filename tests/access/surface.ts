import { NextRequest } from 'next/server'
import type { Who } from './people'
import type { World } from './world'

export type Ask = { method?: string; headers?: Record<string, string>; body?: string | FormData; json?: unknown }
export type Answer = { status: number; text: string; headers: Headers; json: () => Record<string, unknown> }

type Handler = (request: Request, args: { params: Promise<{ slug: string[] }> }) => Promise<Response>

/** Asks the portal as this person's browser does, with a session of its own. */
export async function ask(
  world: World,
  who: Who,
  path: string,
  { method = 'GET', headers = {}, body, json }: Ask = {},
): Promise<Answer> {
  return knock(await world.browser(who), {
    method,
    path,
    headers: json === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  })
}

/**
 * One call, through the proxy that stands before everything and the route that Next calls, so limits, headers and
 * refusals are those of the running portal.
 */
export async function knock(
  all: Headers,
  {
    method,
    path,
    headers,
    body,
  }: { method: string; path: string; headers: Record<string, string>; body?: string | FormData },
): Promise<Answer> {
  const { proxy } = await import('@/proxy')
  const route = (await import('@/app/(payload)/api/[...slug]/route')) as unknown as Record<string, Handler> // by the names of methods
  all.set('host', 'localhost:3000')
  for (const [name, value] of Object.entries(headers)) all.set(name, value)
  const url = `http://localhost:3000${path}`
  const request = (): Request => new Request(url, { method, headers: all, ...(body === undefined ? {} : { body }) })
  const before = proxy(new NextRequest(new Request(url, { method, headers: all })))
  if (before.status >= 300) return readAnswer(before)
  const handler = route[method]
  if (!handler) return readAnswer(new Response(null, { status: 405 }))
  const slug = new URL(url).pathname
    .replace(/^\/api\/?/, '')
    .split('/')
    .map((segment) => decodeURIComponent(segment))
  return readAnswer(await handler(request(), { params: Promise.resolve({ slug }) }))
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = response.headers.get('content-type')?.startsWith('text/event-stream') ? '' : await response.text()
  if (text === '') await response.body?.cancel().catch(() => {})
  return {
    status: response.status,
    text,
    headers: response.headers,
    json: () => JSON.parse(text || '{}') as Record<string, unknown>,
  }
}

/** Query text as Payload reads it: `where[a][equals]=b`. */
export const q = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
