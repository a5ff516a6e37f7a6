import type { Endpoint } from 'payload'
import { currentCompany } from '@/collections/people/memberships/membership.queries'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { actorOf, isStaff } from '@/src/mechanisms/access/actor'
import { contextOf } from '@/src/mechanisms/access/context'
import { errorResponse, refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { searchEverything } from '@/src/mechanisms/search/defineSearch'

/** The cookie of the company switcher. */
const COMPANY_COOKIE = 'kabinet-company'
const LONGEST = 200

/**
 * `GET /api/search?q=` answers what the ⌘K palette shows: groups of found things, as the signed-in person
 * may see them in the company of the switcher; employees are led to the panel. `locale` says how their addresses begin.
 */
export const searchEndpoint: Endpoint = {
  path: '/search',
  method: 'get',
  handler: async (req) => {
    try {
      const actor = await actorOf(req)
      if (!actor.id) return refusalResponse(req, 'auth.required', 401)
      const params = new URL(req.url ?? '', 'http://portal.invalid').searchParams
      const asked = params.get('locale')
      const locale = isLocale(asked) ? asked : defaultLocale
      // The panel has one address in every language.
      const prefix = locale === defaultLocale || isStaff(actor) ? '' : `/${locale}`
      const phrase = (params.get('q') ?? '').slice(0, LONGEST)
      const main = req.user && 'company' in req.user ? req.user.company : null
      const company = currentCompany(actor, chosenCompany(req.headers), {
        main: typeof main === 'object' ? main?.id : main,
      })
      const context = { ...(await contextOf(req, company)), locale }
      const found = await searchEverything(context, phrase)
      const groups = found.map(({ key, label, hits }) => ({
        key,
        title: say(label, locale),
        items: hits.map(({ title, note, href }) => ({ href: `${prefix}${href}`, title, ...(note ? { note } : {}) })),
      }))
      return Response.json({ groups }, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
}

function chosenCompany(headers: Headers): string | null {
  const held = headers
    .get('cookie')
    ?.split('; ')
    .find((pair) => pair.startsWith(`${COMPANY_COOKIE}=`))
  return held ? held.slice(COMPANY_COOKIE.length + 1) : null
}
