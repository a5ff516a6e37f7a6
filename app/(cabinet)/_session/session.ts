import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, executeAuthStrategies, getPayload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { companiesOf, currentCompany, type OwnCompany } from '@/collections/people/memberships/membership.queries'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { actorOf, type Actor } from '@/src/mechanisms/access/actor'
import { sidOf, touchSession } from '@/src/mechanisms/sessions/sessions'
import type { User } from '@/src/payload-types'
import { prefixOf } from '../_page/prefix'
import { safeNext } from './next-path'
import { pageHeaders } from './page-headers'

/** Cookie with the id of the company chosen in the switcher; believed only after `currentCompany`. */
export const COMPANY_COOKIE = 'kabinet-company'
/** Written by the portal's own proxy: the address asked for, path and query. */
export const PATH_HEADER = 'x-kabinet-path'

export type CabinetRequest = { req: PayloadRequest; actor: Actor }

export type CabinetSession = CabinetRequest & {
  user: User
  /** The company the person works in now; null for employees and for people without a company. */
  company: OwnCompany | null
  /** All companies of the switcher. */
  companies: readonly OwnCompany[]
  /** Capabilities in the current company: `orders.read`, `company.manage` … */
  capabilities: ReadonlySet<string>
  locale: Locale
  /** IANA time zone of the person. */
  zone: string
}

/**
 * The request behind a page or a server action, with whoever is signed in. Made once per rendered
 * page; a server action gets one of its own. `payload.auth()` is not used: it computes the
 * permissions of every collection.
 */
export const cabinetRequest = cache(async (): Promise<CabinetRequest> => {
  const payload = await getPayload({ config })
  const incoming = pageHeaders(await headers())
  const { user } = await executeAuthStrategies({ headers: incoming, payload, canSetHeaders: false })
  const req = await createLocalReq({ req: { headers: incoming }, ...(user ? { user } : {}) }, payload)
  return { req, actor: await actorOf(req) }
})

/** The signed-in cabinet user with their company, or null for anybody else (staff too). */
export const currentSession = cache(async (): Promise<CabinetSession | null> => {
  const { req, actor } = await cabinetRequest()
  if (actor.collection !== 'users') return null
  const sid = sidOf(req)
  if (sid) await touchSession(req, sid)
  // The actor was made from this user, so it is one of `users`.
  const user = req.user as User
  const companies = await companiesOf(req, actor)
  const chosen = currentCompany(actor, (await cookies()).get(COMPANY_COOKIE)?.value, {
    main: typeof user.company === 'string' ? user.company : user.company?.id,
    order: companies.map(({ id }) => id),
  })
  return {
    req,
    actor,
    user,
    companies,
    company: companies.find(({ id }) => id === chosen) ?? null,
    capabilities: (chosen ? actor.memberships.get(chosen) : undefined) ?? new Set(),
    locale: isLocale(user.locale) ? user.locale : defaultLocale,
    zone: user.timezone ?? 'Europe/Moscow',
  }
})

/**
 * The session of a page that needs one. Anybody without it is taken to the sign-in page and brought
 * back afterwards; staff are taken to their panel.
 * @param next where to come back to, when the page knows better than the address asked for.
 */
export async function requireUser(next?: string): Promise<CabinetSession> {
  const session = await currentSession()
  if (session) return session
  const { actor } = await cabinetRequest()
  if (actor.collection === 'staff') redirect('/admin')
  const asked = (await headers()).get(PATH_HEADER)
  const back = safeNext(next ?? asked)
  const prefix = /^\/en(?:[/?#]|$)/.test(asked ?? back) ? prefixOf('en') : prefixOf('ru')
  redirect(back === '/' ? `${prefix}/login` : `${prefix}/login?next=${encodeURIComponent(back)}`)
}
