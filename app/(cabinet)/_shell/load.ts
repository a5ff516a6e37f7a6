import { cookies, headers } from 'next/headers'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { unreadCount } from '@/collections/messages/notifications/notification.queries'
import { FLASH_COOKIE } from '@/src/ui/feedback/flash'
import type { ShellData } from '@/src/ui/shell/shellData'
import { brandFor } from '@/src/mechanisms/sites/brand'
import { prefixes, prefixOf } from '../_page/prefix'
import { cabinetRequest, currentSession, type CabinetSession } from '../_session/session'
import { areasFor, commandsFor } from './areas'
import { cartCount, lastExchange } from './frame.queries'
import { logout, switchCompany } from './shell.server'
import { shellWords as words } from './shell.labels'
import { readTheme } from './theme'

const STALE_MS = 24 * 60 * 60 * 1_000

/** What the frame around the pages shows for this request; without a signed-in person only the brand. */
export async function loadShell(locale: Locale): Promise<ShellData> {
  const { req } = await cabinetRequest()
  const session = await currentSession()
  const prefix = prefixOf(locale)
  const host = (await headers()).get('host')
  const [brand, theme, areas, commands, unread, cart, fresh] = await Promise.all([
    brandFor(req, host),
    readTheme(),
    session ? areasFor(session, locale) : [],
    session ? commandsFor(session, locale) : [],
    session ? unreadCount(req, session.actor) : 0,
    session ? cartOfPerson(session, prefix) : null,
    session ? freshness(session, locale) : null,
  ])
  return {
    locale,
    theme,
    prefixes,
    brand: { name: brand.name, href: prefix || '/', hue: brand.hue, ...(brand.logo ? { logo: brand.logo } : {}) },
    person: session ? { name: session.user.name, email: session.user.email } : null,
    companies: session?.companies.map(({ id, name, inn }) => ({ id, name, ...(inn ? { note: inn } : {}), current: id === session.company?.id })) ?? [],
    areas,
    commands,
    unread,
    cart,
    urls: {
      profile: `${prefix}/profile`,
      notifications: `${prefix}/notifications`,
      siteMap: `${prefix}/site-map`,
      search: locale === 'ru' ? '/api/search' : `/api/search?locale=${locale}`,
      live: session ? '/api/live' : null,
    },
    flash: (await cookies()).get(FLASH_COOKIE)?.value ?? null,
    freshness: fresh,
    switchCompany,
    logout,
  }
}

async function cartOfPerson({ req, actor, company, capabilities }: CabinetSession, prefix: string): Promise<ShellData['cart']> {
  if (!company || !actor.id || !capabilities.has('orders.create') || !(await isModuleOn(req, 'sales'))) return null
  return { href: `${prefix}/cart`, count: await cartCount(req, actor.id, company.id) }
}

async function freshness({ req, zone }: CabinetSession, locale: Locale): Promise<ShellData['freshness']> {
  if (!(await isModuleOn(req, 'exchange'))) return null
  const at = await lastExchange(req)
  if (!at) return null
  const stale = Date.now() - Date.parse(at) > STALE_MS
  return { words: say(stale ? words.stale : words.fresh, locale, { when: humanDate(at, locale, zone) }), is: stale ? 'wait' : 'good' }
}
