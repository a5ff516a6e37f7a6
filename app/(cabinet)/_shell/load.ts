import { cookies, headers } from 'next/headers'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { FLASH_COOKIE } from '@/src/ui/feedback/flash'
import type { ShellData } from '@/src/ui/shell/shellData'
import { brandFor } from '@/src/mechanisms/sites/brand'
import { prefixes, prefixOf } from '../_page/prefix'
import { cabinetRequest, currentSession } from '../_session/session'
import { areasFor, commandsFor } from './areas'
import { frameCounts } from './frameCounts'
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
  const [brand, theme, areas, commands, counts] = await Promise.all([
    brandFor(req, host),
    readTheme(),
    session ? areasFor(session, locale) : [],
    session ? commandsFor(session, locale) : [],
    frameCounts(),
  ])
  const cart = counts?.cart ?? null
  return {
    locale,
    theme,
    prefixes,
    brand: { name: brand.name, href: prefix || '/', hue: brand.hue, ...(brand.logo ? { logo: brand.logo } : {}) },
    person: session ? { name: session.user.name, email: session.user.email } : null,
    companies:
      session?.companies.map(({ id, name, inn, partner }) => ({
        id,
        name,
        ...(inn ? { note: inn } : {}),
        ...(partner ? { subclient: true as const } : {}),
        current: id === session.company?.id,
      })) ?? [],
    areas,
    commands,
    unread: counts?.unread ?? 0,
    cart: cart && { ...cart, href: `${prefix}${cart.href}` },
    urls: {
      profile: `${prefix}/profile`,
      notifications: `${prefix}/notifications`,
      siteMap: `${prefix}/site-map`,
      search: locale === 'ru' ? '/api/search' : `/api/search?locale=${locale}`,
      live: session ? '/api/live' : null,
    },
    flash: (await cookies()).get(FLASH_COOKIE)?.value ?? null,
    freshness: session && freshness(counts?.exchangedAt ?? null, locale, session.zone),
    switchCompany,
    logout,
  }
}

function freshness(at: string | null, locale: Locale, zone: string): ShellData['freshness'] {
  if (!at) return null
  const stale = Date.now() - Date.parse(at) > STALE_MS
  return {
    words: say(stale ? words.stale : words.fresh, locale, { when: humanDate(at, locale, zone) }),
    is: stale ? 'wait' : 'good',
  }
}
