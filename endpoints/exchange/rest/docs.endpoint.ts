import type { Endpoint, PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { settings } from '@/src/lib/settings'
import { errorResponse } from '@/src/mechanisms/actions/errorResponse'
import { resourcesOn } from '@/src/mechanisms/exchange/items/resourceIsOn'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { BASE } from './asNode'
import { docsPage } from './docsPage'
import { openApi } from './openapi'

const CACHED = { 'cache-control': 'public, max-age=300' }

/**
 * The description is public: it says how to speak, holds no data and no secret, and the person who
 * sets up 1C has no account here. Whoever knows it still needs a node's secret for any call.
 */
export const openApiEndpoint: Endpoint = {
  method: 'get',
  path: `${BASE}/openapi.json`,
  handler: whileOn(async (req) =>
    Response.json(openApi(settings().PUBLIC_URL, await resourcesOn(req)), { headers: CACHED }),
  ),
}

export const docsEndpoint: Endpoint = {
  method: 'get',
  path: `${BASE}/docs`,
  handler: whileOn(
    async (req) =>
      new Response(docsPage(settings().PUBLIC_URL, await resourcesOn(req)), {
        headers: {
          ...CACHED,
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
          'x-content-type-options': 'nosniff',
        },
      }),
  ),
}

function whileOn(handle: (req: PayloadRequest) => Promise<Response>) {
  return async (req: PayloadRequest): Promise<Response> =>
    (await isModuleOn(req, 'exchange'))
      ? handle(req)
      : errorResponse(req, new AppError('module.off', {}, { status: 404 }))
}
