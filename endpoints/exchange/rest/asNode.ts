import type { Endpoint, PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { wellFormed } from '@/src/lib/wellFormed'
import { errorResponse } from '@/src/mechanisms/actions/errorResponse'
import { authenticateNode, type Node } from '@/src/mechanisms/exchange/nodeAuth'
import '@/src/mechanisms/exchange/items/items.labels'
import { isModuleOn } from '@/src/mechanisms/modules/switches'

export const BASE = '/1c/v1'

/** An address of the exchange: only a node gets in, every error is `{ code, message }` in its language. */
export function nodeEndpoint(
  method: 'get' | 'post' | 'put',
  path: string,
  handle: (req: PayloadRequest, node: Node) => Promise<Response>,
): Endpoint {
  return {
    method,
    path: `${BASE}${path}`,
    handler: async (req) => {
      try {
        if (!(await isModuleOn(req, 'exchange'))) throw new AppError('module.off', {}, { status: 404 })
        cleanAddress(req)
        return await handle(req, await authenticateNode(req))
      } catch (error) {
        const response = errorResponse(req, error)
        if (response.status === 401)
          response.headers.set('www-authenticate', 'Basic realm="Kabinet 1C", charset="UTF-8"')
        return response
      }
    },
  }
}

/** Parameters without signs that no text of the database can hold: they name nothing. */
function cleanAddress(req: PayloadRequest): void {
  for (const [name, value] of Object.entries(req.routeParams ?? {}))
    if (typeof value === 'string') req.routeParams = { ...req.routeParams, [name]: wellFormed(value) }
  const asked = [...(req.searchParams ?? [])]
  for (const [name] of asked) req.searchParams?.delete(name)
  for (const [name, value] of asked) req.searchParams?.append(wellFormed(name), wellFormed(value))
}

export const jsonAnswer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** One text parameter of the address. */
export function textParam(req: PayloadRequest, name: string): string | undefined {
  return req.searchParams?.get(name) ?? undefined
}

/** A whole number of the address between two bounds. @throws AppError `input.invalid` 422 */
export function wholeNumberParam(
  req: PayloadRequest,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const text = textParam(req, name)
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least) throw new AppError('input.invalid', {}, { status: 422, field: name })
  return Math.min(value, most)
}
