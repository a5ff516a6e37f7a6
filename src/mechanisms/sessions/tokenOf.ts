import { jwtVerify } from 'jose'
import { JWT_AUTH_VERSION, type Payload } from 'payload'
import { parseCookies } from 'payload/shared'
import type { AuthCollection } from './sessions'

/** Whom a token is of: proved by its signature, while whether the session is still open only the database knows. */
export type Named = { collection: AuthCollection; id: string; sid: string }

/**
 * Who the cookie of a request says it is of, before the database is asked, so that what hangs on the person can be read
 * beside the person. Payload's own strategy still decides who signed in; null for whatever it would not take.
 */
export async function tokenOf(payload: Payload, headers: Headers): Promise<Named | null> {
  const token = parseCookies(headers).get(`${payload.config.cookiePrefix}-token`)
  if (!token) return null
  try {
    const { payload: said, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(payload.secret))
    const { id, collection, sid } = said
    if (protectedHeader.authVersion !== JWT_AUTH_VERSION || typeof id !== 'string' || typeof sid !== 'string')
      return null
    return collection === 'users' || collection === 'staff' ? { collection, id, sid } : null
  } catch {
    return null
  }
}
