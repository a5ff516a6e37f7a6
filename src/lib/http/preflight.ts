import { NextResponse } from 'next/server'
import { isFrontApi } from './frontOrigins'

/** What a browser asks before a page of another site may call: answered to listed sites alone, and never with cookies. */
export function preflight(
  request: { method: string; headers: Headers; nextUrl: { pathname: string } },
  origins: readonly string[],
): NextResponse | null {
  const { method, headers, nextUrl } = request
  const origin = headers.get('origin')
  if (method !== 'OPTIONS' || !isFrontApi(nextUrl.pathname) || !origin || !origins.includes(origin)) return null
  return new NextResponse(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers':
        'Authorization, Content-Type, X-Company, Accept-Language, Idempotency-Key, If-None-Match',
      'access-control-max-age': '600',
      vary: 'Origin',
    },
  })
}
