import type { Endpoint, PayloadRequest } from 'payload'
import { answer, bodyOf } from '@/src/mechanisms/sessions/answer'
import { signedIn } from '@/src/mechanisms/sessions/authEndpoints'
import { acceptInvitation } from '../memberships/membership.invitation'
import { changeEmail, changePassword, confirmEmail } from './user.credentials'
import { confirmRegistration, register } from './user.registration'

const done = (): Response => Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } })

const post = (path: string, handler: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method: 'post',
  handler: (req) => answer(req, () => handler(req)),
})

/** Registration, links and credentials over HTTP: the same functions that the cabinet's forms call. */
export const userEndpoints: Endpoint[] = [
  post('/register', async (req) => {
    const { locale, ...fields } = await bodyOf(req, 'name', 'phone', 'email', 'password', 'companyName', 'inn', 'locale')
    await register(req, { ...fields, locale: locale === 'en' ? 'en' : 'ru' })
    return done()
  }),
  post('/confirm', async (req) => signedIn(req, 'users', await confirmRegistration(req, (await bodyOf(req, 'token')).token))),
  post('/accept-invitation', async (req) => signedIn(req, 'users', await acceptInvitation(req, await bodyOf(req, 'token', 'name', 'password')))),
  post('/confirm-email', async (req) => {
    await confirmEmail(req, (await bodyOf(req, 'token')).token)
    return done()
  }),
  post('/change-password', async (req) => {
    await changePassword(req, await bodyOf(req, 'current', 'password'))
    return done()
  }),
  post('/change-email', async (req) => {
    await changeEmail(req, await bodyOf(req, 'current', 'email'))
    return done()
  }),
]
