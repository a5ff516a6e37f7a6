import { generateCookie, type Payload } from 'payload'
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS, rememberDevice } from './knownDevice'
import { CONFIRM_SECONDS, registrationCookie } from './registrations'
import type { People } from './sessions'

export type SetCookie = {
  name: string
  value: string
  maxAge: number
  httpOnly: true
  sameSite: 'lax'
  secure: boolean
  path: '/'
}

/** Cookies of someone who has just signed in: the session, and that this browser is known. */
export function signedInCookies(payload: Payload, collection: People, signed: { token: string; email: string }): SetCookie[] {
  const { auth } = payload.collections[collection].config
  return [
    cookie(payload, `${payload.config.cookiePrefix}-token`, signed.token, auth.tokenExpiration),
    cookie(payload, DEVICE_COOKIE, rememberDevice(payload, collection, signed.email), DEVICE_COOKIE_SECONDS),
  ]
}

export function signedOutCookies(payload: Payload): SetCookie[] {
  return [cookie(payload, `${payload.config.cookiePrefix}-token`, '', 0)]
}

/** By it the browser that registered is known again when its link is followed. */
export const registeredCookie = (payload: Payload, browser: string): SetCookie => cookie(payload, registrationCookie(payload), browser, CONFIRM_SECONDS)

/** As headers of an answer. */
export function appendCookies(headers: Headers, cookies: readonly SetCookie[]): Headers {
  for (const { name, value, maxAge, secure } of cookies) {
    const expires = new Date(Date.now() + maxAge * 1_000)
    headers.append('Set-Cookie', generateCookie<false>({ name, value, expires, path: '/', secure, httpOnly: true, sameSite: 'Lax', returnCookieAsObject: false }))
  }
  return headers
}

function cookie(payload: Payload, name: string, value: string, maxAge: number): SetCookie {
  const secure = payload.config.serverURL.startsWith('https:')
  return { name, value, maxAge, httpOnly: true, sameSite: 'lax', secure, path: '/' }
}
