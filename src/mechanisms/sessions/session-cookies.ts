import { generateCookie, type Payload } from 'payload'
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS } from './knownDevice'
import { CONFIRM_SECONDS, registrationCookie } from './registrations'

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
export function signedInCookies(payload: Payload, signed: { token: string; exp: number; device: string }): SetCookie[] {
  return [sessionCookie(payload, signed), deviceCookie(payload, signed.device)]
}

/** It lasts as long as its token; a session that is prolonged gets a new one. */
export const sessionCookie = (payload: Payload, { token, exp }: { token: string; exp: number }): SetCookie =>
  cookie(payload, `${payload.config.cookiePrefix}-token`, token, Math.max(0, exp - Math.floor(Date.now() / 1_000)))

export const deviceCookie = (payload: Payload, device: string): SetCookie =>
  cookie(payload, DEVICE_COOKIE, device, DEVICE_COOKIE_SECONDS)

export function signedOutCookies(payload: Payload): SetCookie[] {
  return [cookie(payload, `${payload.config.cookiePrefix}-token`, '', 0)]
}

/** By it the browser that registered is known again when its link is followed. */
export const registeredCookie = (payload: Payload, browser: string): SetCookie =>
  cookie(payload, registrationCookie(payload), browser, CONFIRM_SECONDS)

/** As headers of an answer. */
export function appendCookies(headers: Headers, cookies: readonly SetCookie[]): Headers {
  for (const { name, value, maxAge, secure } of cookies) {
    const expires = new Date(Date.now() + maxAge * 1_000)
    headers.append(
      'Set-Cookie',
      generateCookie<false>({
        name,
        value,
        expires,
        path: '/',
        secure,
        httpOnly: true,
        sameSite: 'Lax',
        returnCookieAsObject: false,
      }),
    )
  }
  return headers
}

function cookie(payload: Payload, name: string, value: string, maxAge: number): SetCookie {
  const secure = payload.config.serverURL.startsWith('https:')
  return { name, value, maxAge, httpOnly: true, sameSite: 'lax', secure, path: '/' }
}
