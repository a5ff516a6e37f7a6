import type { Endpoint, PayloadRequest } from 'payload'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { anonymous } from '@/src/mechanisms/access/actor'
import { declaredRoutes, type Route } from '@/src/mechanisms/front/defineRoute'
import { frontApi, type Json } from '@/src/mechanisms/front/openApi'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import { docsPage } from './docsPage'

const CACHED = { 'cache-control': 'public, max-age=300', vary: 'Accept-Language' }

/** What stands there is how to speak: no data and no secret, so whoever builds a front end needs no account to read it. */
export const frontDescription: Endpoint = {
  method: 'get',
  path: '/v1/openapi.json',
  handler: async (req) => Response.json(await described(req), { headers: CACHED }),
}

export const frontDocs: Endpoint = {
  method: 'get',
  path: '/v1/docs',
  handler: async (req) =>
    new Response(docsPage(await described(req), languageOf(req)), {
      headers: {
        ...CACHED,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
      },
    }),
}

async function described(req: PayloadRequest): Promise<Json> {
  const off = await modulesOff(req)
  const on = (route: Route): boolean => !off.has(moduleOfPart(route) ?? '')
  return frontApi(
    { req, actor: anonymous },
    { routes: declaredRoutes().filter(on), serverUrl: settings().PUBLIC_URL, locale: languageOf(req) },
  )
}

function languageOf(req: PayloadRequest): Locale {
  const asked = req.searchParams?.get('locale') ?? req.headers.get('accept-language')?.slice(0, 2)
  return isLocale(asked) ? asked : defaultLocale
}
