'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { signedOutCookies } from '@/src/mechanisms/sessions/session-cookies'
import { endSession, sidOf } from '@/src/mechanisms/sessions/sessions'
import { cabinetRequest, COMPANY_COOKIE, currentSession } from './session'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Works in another of the person's companies from now on; one that is not theirs changes nothing. */
export async function switchCompany(form: FormData): Promise<void> {
  const session = await currentSession()
  const company = form.get('company')
  if (!session || typeof company !== 'string' || !session.companies.some(({ id }) => id === company)) redirect('/')
  const jar = await cookies()
  const secure = session.req.payload.config.serverURL.startsWith('https:')
  jar.set(COMPANY_COOKIE, company, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_SECONDS })
  redirect(session.locale === 'en' ? '/en' : '/')
}

/** Ends this session; the token in the browser is worth nothing even if somebody kept it. */
export async function logout(): Promise<void> {
  const { req, actor } = await cabinetRequest()
  const sid = sidOf(req)
  if (sid && actor.id && (actor.collection === 'users' || actor.collection === 'staff')) {
    const { collection, id } = actor
    await inTransaction(req, () => endSession(req, collection, id, sid))
  }
  const jar = await cookies()
  for (const { name, value, ...rest } of signedOutCookies(req.payload)) jar.set(name, value, rest)
  redirect('/login')
}
