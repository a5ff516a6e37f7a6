import type { Endpoint, PayloadRequest } from 'payload'
import { answerInWords, bodyOf } from '@/src/mechanisms/sessions/answer'
import { signedInResponse } from '@/src/mechanisms/sessions/authEndpoints'
import { appendCookies, registeredCookie } from '@/src/mechanisms/sessions/session-cookies'
import { acceptInvitation } from '../memberships/membership.invitation.actions'
import { changeEmail, confirmEmail } from './user.credentials.actions'
import { confirmRegistration, register } from './user.registration.actions'

function done(headers = new Headers()): Response {
  headers.set('Cache-Control', 'no-store')
  return Response.json({ ok: true }, { headers })
}

const post = (path: string, handler: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method: 'post',
  handler: (req) => answerInWords(req, () => handler(req)),
})

/** Registration, links and credentials over HTTP: the same functions that the cabinet's forms call. */
export const userEndpoints: Endpoint[] = [
  post('/register', async (req) => {
    const { locale, ...fields } = await bodyOf(
      req,
      'name',
      'phone',
      'email',
      'password',
      'companyName',
      'inn',
      'locale',
    )
    const { browser } = await register(req, { ...fields, locale: locale === 'en' ? 'en' : 'ru' })
    return done(appendCookies(new Headers(), [registeredCookie(req.payload, browser)]))
  }),
  post('/confirm', async (req) => {
    const { token, ...given } = await bodyOf(req, 'token', 'name', 'phone', 'password', 'companyName', 'inn')
    return signedInResponse(req, 'users', await confirmRegistration(req, token, given))
  }),
  post('/accept-invitation', async (req) =>
    signedInResponse(req, 'users', await acceptInvitation(req, await bodyOf(req, 'token', 'name', 'password'))),
  ),
  post('/confirm-email', async (req) => {
    await confirmEmail(req, (await bodyOf(req, 'token')).token)
    return done()
  }),
  post('/change-email', async (req) => {
    await changeEmail(req, await bodyOf(req, 'current', 'email'))
    return done()
  }),
]
