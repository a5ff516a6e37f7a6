import { NextResponse, type NextRequest } from 'next/server'
import { pageHeaders } from '@/app/(cabinet)/_session/page-headers'
import { bodyLimit, isBodyWithin } from '@/src/lib/http/bodyLimit'
import { contentSecurityPolicy, makeNonce, STRICT_TRANSPORT } from '@/src/lib/http/csp'
import { frontOrigins, isFrontApi } from '@/src/lib/http/frontOrigins'
import { knownOrigins } from '@/src/lib/http/knownOrigins'
import { localeRoute } from '@/src/lib/http/localePath'
import { isOwnRequest } from '@/src/lib/http/origin'
import { preflight } from '@/src/lib/http/preflight'
import { saneRequestId } from '@/src/lib/http/requestId'
import { settings } from '@/src/lib/settings'

/**
 * Stands before every page and API call: refuses forged and oversized requests, finds the language, sets the security
 * headers. It never decides who may see what. `/api/1c` is left alone: Next would hold whole exchange files in memory.
 */
export function proxy(request: NextRequest): NextResponse {
  const { PUBLIC_URL, NODE_ENV, TRUST_PROXY } = settings()
  const id = saneRequestId(request.headers.get('x-request-id'))
  const refusal = preflight(request, frontOrigins()) ?? refuse(request, PUBLIC_URL, TRUST_PROXY.any)
  const secure = PUBLIC_URL.startsWith('https:')
  const response = refusal ?? forward(request, { id, development: NODE_ENV === 'development', secure })
  response.headers.set('x-request-id', id)
  if (secure) response.headers.set('strict-transport-security', STRICT_TRANSPORT)
  return response
}

function refuse(request: NextRequest, publicUrl: string, trustProxy: boolean): NextResponse | null {
  const { headers, method } = request
  const own = isOwnRequest({
    method,
    publicUrl,
    sites: knownOrigins(),
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    host: (trustProxy && headers.get('x-forwarded-host')) || headers.get('host'),
    hasCookies: headers.has('cookie'),
    ...(isFrontApi(request.nextUrl.pathname) ? { fronts: frontOrigins() } : {}),
  })
  if (!own) return NextResponse.json({ code: 'origin.refused' }, { status: 403 })
  const within = isBodyWithin(headers.get('content-length'), bodyLimit(headers.get('content-type')))
  return within ? null : NextResponse.json({ code: 'request.tooLarge' }, { status: 413 })
}

function forward(
  request: NextRequest,
  { id, development, secure }: { id: string; development: boolean; secure: boolean },
): NextResponse {
  const { pathname, search } = request.nextUrl
  const admin = isAdmin(pathname)
  // A link of a letter that lies open in a web mail leads into the panel, not to its sign-in.
  const headers = admin && request.method === 'GET' ? pageHeaders(request.headers) : new Headers(request.headers)
  headers.set('x-request-id', id)
  if (isApi(pathname)) return NextResponse.next({ request: { headers } })

  const nonce = makeNonce()
  const policy = contentSecurityPolicy({ nonce, admin, development, secure })
  // Next takes the nonce for its own scripts from this header of the request.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-kabinet-path', `${pathname}${search}`)
  const response = admin ? NextResponse.next({ request: { headers } }) : localise(request, headers)
  response.headers.set('content-security-policy', policy)
  return response
}

function localise(request: NextRequest, headers: Headers): NextResponse {
  const route = localeRoute(request.nextUrl.pathname)
  if (route.kind === 'pass') return NextResponse.next({ request: { headers } })
  const url = request.nextUrl.clone()
  url.pathname = route.path
  return route.kind === 'redirect'
    ? NextResponse.redirect(url, 308)
    : NextResponse.rewrite(url, { request: { headers } })
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/')
const isAdmin = (path: string): boolean => path === '/admin' || path.startsWith('/admin/')

export const config = {
  // By place and not by ending: `/orders/x.js` and `/api/payload-preferences/x.js` are the portal's like any other.
  matcher: ['/((?!_next/|api/1c/|api/1c$).*)'],
}
