import type { Endpoint } from 'payload'
import { settings } from '@/src/lib/settings'
import { BASE } from './asNode'
import { docsPage } from './docsPage'
import { openApi } from './openapi'

/**
 * The description is public: it says how to speak, holds no data and no secret, and the person who
 * sets up 1C has no account here. Whoever knows it still needs a node's secret for any call.
 */
export const openApiEndpoint: Endpoint = {
  method: 'get',
  path: `${BASE}/openapi.json`,
  handler: () => Response.json(openApi(settings().PUBLIC_URL), { headers: { 'cache-control': 'public, max-age=300' } }),
}

export const docsEndpoint: Endpoint = {
  method: 'get',
  path: `${BASE}/docs`,
  handler: () =>
    new Response(docsPage(settings().PUBLIC_URL), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
      },
    }),
}
