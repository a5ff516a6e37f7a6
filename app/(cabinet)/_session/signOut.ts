import { cookies } from 'next/headers'
import { endSession, sidOf } from '@/src/mechanisms/sessions/sessions'
import { signedOutCookies } from '@/src/mechanisms/sessions/session-cookies'
import { cabinetRequest } from './session'

/** Ends the session of this browser, on the server and in its cookies. */
export async function signOut(): Promise<void> {
  const { req, actor } = await cabinetRequest()
  const sid = sidOf(req)
  if (actor.id && sid) await endSession(req, 'users', actor.id, sid)
  const jar = await cookies()
  for (const { name, value, ...options } of signedOutCookies(req.payload)) jar.set(name, value, options)
}
