import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, executeAuthStrategies, getPayload, type Payload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { companiesOf, type OwnCompany } from '@/collections/clients/companies/company.own.queries'
import { currentCompany } from '@/collections/people/memberships/membership.queries'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { actorOf, actsWith, rightsOf, type Actor } from '@/src/mechanisms/access/actor'
import { heldIn } from '@/src/mechanisms/access/heldIn'
import { touchSession } from '@/src/mechanisms/sessions/sessions'
import { tokenOf, type Named } from '@/src/mechanisms/sessions/tokenOf'
import type { User } from '@/src/payload-types'
import { prefixOf } from '../_page/prefix'
import { safeNext } from './next-path'
import { pageHeaders } from './page-headers'

/** Cookie with the id of the company chosen in the switcher; believed only after `currentCompany`. */
export const COMPANY_COOKIE = 'kabinet-company'
/** Written by the portal's own proxy: the address asked for, path and query. */
export const PATH_HEADER = 'x-kabinet-path'

export type CabinetRequest = { req: PayloadRequest; actor: Actor }
type Known = CabinetRequest & { companies: readonly OwnCompany[] }

export type CabinetSession = CabinetRequest & {
  user: User
  /** The company the person works in now; null for employees and for people without a company. */
  company: OwnCompany | null
  /** All companies of the switcher: their own ones, and a partner's sub-clients. */
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
export const cabinetRequest = cache(async (): Promise<Known> => {
  const payload = await getPayload({ config })
  const incoming = pageHeaders(await headers())
  const ahead = await readAhead(payload, incoming)
  const { user } = await executeAuthStrategies({ headers: incoming, payload, canSetHeaders: false })
  const req = await createLocalReq({ req: { headers: incoming }, ...(user ? { user } : {}) }, payload)
  const own = user && ahead && ahead.id === String(user.id) && ahead.collection === user.collection ? ahead : null
  if (user && own) actsWith(user, own.rights)
  const actor = await actorOf(req)
  if (actor.collection !== 'users' || !actor.id) return { req, actor, companies: [] }
  const companies = await (own?.companies ?? companiesOf(req, actor.id))
  await own?.touched
  return { req, actor, companies: companies.filter(({ id, partner }) => actor.memberships.has(partner ?? id)) }
})

type Ahead = Named & { rights: Promise<Actor>; companies: Promise<OwnCompany[]>; touched: Promise<void> }

/**
 * Asks for rights and companies of whomever the token names while Payload reads the person themselves. Nothing of it is
 * believed until the person of that very token has signed in.
 */
async function readAhead(payload: Payload, incoming: Headers): Promise<Ahead | null> {
  const named = await tokenOf(payload, incoming)
  if (!named || named.collection !== 'users') return null
  const ahead = {
    ...named,
    rights: rightsOf(payload, named),
    companies: companiesOf(payload, named.id),
    touched: touchSession(payload, named.sid),
  }
  // Whoever turns out not to be signed in waits for none of them, and hears of no failure.
  for (const read of [ahead.rights, ahead.companies, ahead.touched]) read.catch(() => {})
  return ahead
}

/** The signed-in cabinet user with their company, or null for anybody else (staff too). */
export const currentSession = cache(async (): Promise<CabinetSession | null> => {
  const { req, actor, companies } = await cabinetRequest()
  if (actor.collection !== 'users') return null
  // The actor was made from this user, so it is one of `users`.
  const user = req.user as User
  const asked = (await cookies()).get(COMPANY_COOKIE)?.value
  const own = currentCompany(actor, asked, {
    main: typeof user.company === 'string' ? user.company : user.company?.id,
    order: companies.filter(({ partner }) => !partner).map(({ id }) => id),
  })
  const company =
    companies.find(({ id, partner }) => partner && id === asked) ?? companies.find(({ id }) => id === own) ?? null
  return {
    req,
    actor,
    user,
    companies,
    company,
    capabilities: company ? heldIn(actor, company) : new Set(),
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
