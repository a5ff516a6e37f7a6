import { createHash } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import '@/collections/areas'
import { AppError } from '@/src/lib/errors'
import { frontOrigins } from '@/src/lib/http/frontOrigins'
import { contextOf } from '@/src/mechanisms/access/context'
import { heldIn } from '@/src/mechanisms/access/heldIn'
import { errorResponse, localeOf } from '@/src/mechanisms/actions/errorResponse'
import { declaredRoutes, partsOfRoute, type Route, type RouteContext } from '@/src/mechanisms/front/defineRoute'
import { bodyOf, paramsOf, queryOf, searchOf } from '@/src/mechanisms/front/readCall'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { callerOf, type Caller } from './caller'
import { companyOfCall } from './company'
import { frontDocs, frontDescription } from './description'

/** `/orders/{id}` as Payload writes it. */
const asPayload = (path: string): string => `/v1${path.replace(/\{(\w+)\}/g, ':$1')}`

/** More places in an address come last: `/orders/:id` would take what has a name of its own. */
const byPlaces = (a: Route, b: Route): number => placesIn(a) - placesIn(b)
const placesIn = ({ path }: Route): number => path.split('{').length

/** `/api/v1`: every declared route, and what describes them. */
export const frontEndpoints: Endpoint[] = [
  frontDescription,
  frontDocs,
  ...[...declaredRoutes()].sort(byPlaces).map((route): Endpoint => ({
    method: route.method,
    path: asPayload(route.path),
    handler: async (req) => openTo(req, await answered(req, route)),
  })),
]

async function answered(req: PayloadRequest, route: Route): Promise<Response> {
  try {
    await requireModule(req, route)
    const caller = await callerOf(req)
    if (route.method !== 'get' && caller.key && !caller.key.acts)
      throw new AppError('accessKey.readOnly', {}, { status: 403 })
    const search = searchOf(req)
    const context = await contextFor(req, caller, route, search)
    const params = paramsOf(route, req)
    const call = { req, context, params, query: queryOf(route, search), body: await bodyOf(route, req), search }
    const key = req.headers.get('idempotency-key')
    const [answer, more] = await Promise.all([
      // What is read out of the call is what the route's own schemas gave.
      route.run({ ...call, ...(key ? { idempotencyKey: key } : {}) } as never),
      partsFor(route, context, params as Record<string, string>),
    ])
    return answer instanceof Response ? answer : jsonAnswer(req, { ...answer, ...more })
  } catch (error) {
    const response = errorResponse(req, error)
    if (response.status === 401) response.headers.set('www-authenticate', 'Bearer realm="Kabinet"')
    return response
  }
}

async function requireModule(req: PayloadRequest, part: object): Promise<void> {
  const module = moduleOfPart(part)
  if (module && !(await isModuleOn(req, module))) throw new AppError('module.off', {}, { status: 404 })
}

/** @throws AppError `record.notFound` 404, `access.denied` 403 */
async function contextFor(
  req: PayloadRequest,
  caller: Caller,
  { needs, ofPerson }: Route,
  search: URLSearchParams,
): Promise<RouteContext> {
  const { company, via } = await companyOfCall(req, caller, search)
  const held = company ? heldIn(caller.actor, { id: company, partner: via }) : new Set()
  if ((!ofPerson && !company) || (needs && !held.has(needs))) throw new AppError('access.denied', {}, { status: 403 })
  return { ...(await contextOf(req, company, via)), locale: localeOf(req), zone: caller.zone }
}

/** What other areas add, as far as they are on and the person may see it. */
async function partsFor(
  { name }: Route,
  context: RouteContext,
  params: Record<string, string>,
): Promise<Record<string, unknown>> {
  const { actor, company, via } = context
  const held = company ? heldIn(actor, { id: company, partner: via }) : new Set()
  const shown = partsOfRoute(name).filter(
    (part) => (!part.needs || held.has(part.needs)) && !actor.off?.has(moduleOfPart(part) ?? ''),
  )
  return Object.assign({}, ...(await Promise.all(shown.map((part) => part.read(context, params)))))
}

/** With a mark of what it says, so that a program that knows it already is told no more than that. */
function jsonAnswer(req: PayloadRequest, body: unknown): Response {
  const text = JSON.stringify(body)
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
  })
  if (req.method !== 'GET') return new Response(text, { headers })
  const tag = `"${createHash('sha1').update(text).digest('base64url')}"`
  headers.set('etag', tag)
  const known = req.headers.get('if-none-match')?.split(',') ?? []
  return known.some((one) => one.trim().replace(/^W\//, '') === tag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers })
}

/** A page of a listed site may read the answer; nobody else's may. Cookies go with none of them. */
function openTo(req: PayloadRequest, response: Response): Response {
  const origin = req.headers.get('origin')
  if (!origin || !frontOrigins().includes(origin)) return response
  response.headers.set('access-control-allow-origin', origin)
  response.headers.set('access-control-expose-headers', 'ETag, Retry-After, X-Request-Id')
  response.headers.append('vary', 'Origin')
  return response
}
