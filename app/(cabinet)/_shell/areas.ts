import { say, type Locale } from '@/src/lib/i18n'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import type { NavArea } from '@/src/ui/shell/shellData'
import { prefixOf } from '../_page/prefix'
import type { CabinetSession } from '../_session/session'
import { isOpenTo } from './isOpenTo'
import { placesOf } from './places'
import { shellWords as words } from './shell.labels'

/** The areas this person may go to now: modules that are on, rights that they hold in this company. */
export async function areasFor(session: CabinetSession, locale: Locale): Promise<NavArea[]> {
  const off = await modulesOff(session.req)
  const href = (path: string): string => `${prefixOf(locale)}${path}`
  const items = declaredModules()
    .filter(({ slug }) => !off.has(slug))
    .flatMap(({ nav }) => [...(nav ?? [])])
    .filter((item) => isOpenTo(session, item))
    .sort((a, b) => a.order - b.order)
  return [
    {
      key: 'home',
      label: say(words.home, locale),
      href: prefixOf(locale) || '/',
      icon: 'home',
      phone: true,
      exact: true,
    },
    ...items.map((item): NavArea => ({
      key: item.href,
      label: say(item.label, locale),
      href: href(item.href),
      icon: item.icon ?? 'more',
      phone: item.phone ?? false,
      also: item.also?.map(href),
    })),
  ]
}

type Command = { href: string; label: string; main: boolean }

/** Deeds that ⌘K offers to this person: of modules that are on, with the rights that they hold in this company, at a place they may go to. */
export async function commandsFor(session: CabinetSession, locale: Locale): Promise<Command[]> {
  const [off, mayGo] = await Promise.all([modulesOff(session.req), placesOf(session)])
  return declaredModules()
    .filter(({ slug }) => !off.has(slug))
    .flatMap(({ commands }) => [...(commands ?? [])])
    .filter((command) => isOpenTo(session, command) && mayGo(command.href))
    .map(({ href, label, main = false }) => ({ href: `${prefixOf(locale)}${href}`, label: say(label, locale), main }))
}
