import type { Endpoint, PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { inTransaction } from '../database/transaction'
import { answerInWords, bodyOf } from './answer'
import { changePassword } from './credentials'
import { requestRecovery, resetPassword } from './recovery'
import { appendCookies, deviceCookie, sessionCookie, signedInCookies, signedOutCookies } from './session-cookies'
import { endSession, endSessions, extendSession, sidOf, signSession, type AuthCollection } from './sessions'
import { signIn, type SignedIn } from './signIn'

/**
 * What stands in place of Payload's own endpoints of an auth collection: the same addresses and
 * shapes of answers (the panel speaks to them), with throttling before hashing, equal answers, and
 * sessions that are changed one by one instead of as a whole list. Our endpoints come first in the
 * collection, so Payload's of the same address are never reached.
 */
export function authEndpoints(collection: AuthCollection): Endpoint[] {
  const post = (path: string, handler: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
    path,
    method: 'post',
    handler: (req) => answerInWords(req, () => handler(req)),
  })
  return [
    post('/login', async (req) =>
      signedInResponse(req, collection, await signIn(req, collection, await bodyOf(req, 'email', 'password'))),
    ),
    post('/logout', (req) => logout(req, collection)),
    post('/refresh-token', (req) => refresh(req, collection)),
    post('/forgot-password', async (req) => {
      await requestRecovery(req, collection, (await bodyOf(req, 'email')).email)
      return ok({ message: req.t('general:success') })
    }),
    post('/reset-password', async (req) =>
      signedInResponse(req, collection, await resetPassword(req, collection, await bodyOf(req, 'token', 'password'))),
    ),
    post('/change-password', async (req) => {
      const { device } = await changePassword(req, collection, await bodyOf(req, 'current', 'password'))
      return ok({ ok: true }, appendCookies(new Headers(), [deviceCookie(req.payload, device)]))
    }),
    { path: '/init', method: 'get', handler: () => ok({ initialized: true }) },
    ...['/first-register', '/unlock', '/verify/:id'].map((path) => post(path, closed)),
  ]
}

/** The first administrator is made by `npm start`, accounts lock nobody out, links are confirmed elsewhere. */
async function closed(): Promise<Response> {
  throw new AppError('record.notFound', {}, { status: 404 })
}

/** The answer to somebody who has just signed in; the token travels in its cookie only. */
export async function signedInResponse(
  req: PayloadRequest,
  collection: AuthCollection,
  signed: SignedIn,
): Promise<Response> {
  const headers = appendCookies(new Headers(), signedInCookies(req.payload, signed))
  return ok(
    { message: req.t('authentication:passed'), exp: signed.exp, user: await person(req, collection, signed.id) },
    headers,
  )
}

async function logout(req: PayloadRequest, collection: AuthCollection): Promise<Response> {
  const mine = req.user?.collection === collection ? String(req.user.id) : null
  if (!mine) throw new AppError('auth.required', {}, { status: 401 })
  const sid = sidOf(req)
  if (req.searchParams.get('allSessions') === 'true') await inTransaction(req, () => endSessions(req, collection, mine))
  else if (sid) await inTransaction(req, () => endSession(req, collection, mine, sid))
  return ok(
    { message: req.t('authentication:logoutSuccessful') },
    appendCookies(new Headers(), signedOutCookies(req.payload)),
  )
}

async function refresh(req: PayloadRequest, collection: AuthCollection): Promise<Response> {
  const sid = sidOf(req)
  const user = req.user?.collection === collection ? req.user : null
  const seconds = user && sid ? await extendSession(req, collection, String(user.id), sid) : null
  if (!user || !sid || seconds === null) throw new AppError('auth.required', {}, { status: 401 })
  const signed = await signSession(req, collection, { id: String(user.id), email: user.email ?? '', sid }, seconds)
  const headers = appendCookies(new Headers(), [sessionCookie(req.payload, signed)])
  return ok(
    {
      message: req.t('authentication:tokenRefreshSuccessful'),
      exp: signed.exp,
      user: await person(req, collection, String(user.id)),
    },
    headers,
  )
}

/** The person as they themselves may read their row. */
async function person(req: PayloadRequest, collection: AuthCollection, id: string): Promise<Record<string, unknown>> {
  const { hash, salt, sessions, ...row } = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: false,
  })
  return { ...row, collection }
}

function ok(body: Record<string, unknown>, headers = new Headers()): Response {
  headers.set('Cache-Control', 'no-store')
  return Response.json(body, { headers })
}
