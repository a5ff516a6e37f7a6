import { say, type Locale, type Text } from '@/src/lib/i18n'
import type { Actor } from '../access/actor'
import { addressOfWorkplace, type WaitingWorkplace } from './defineWorkplace'
import { hiddenFrom, panelSections, sectionFor, type PanelPlace, type PanelSection } from './panelPlace'

/** A list or a page of settings, as the panel knows it. */
export type ListedPlace = { href: string; label: string; place: PanelPlace; area?: string }

export type NavEntry = { href: string; label: string; waiting: number; area?: string; order: number }
export type NavSection = { key: PanelSection; label: string; closed: boolean; entries: NavEntry[] }

/**
 * The navigation of one employee: workplaces and the lists that they may read, each in the section that it declares for
 * their role. Empty sections are left out. `listed` are those which the person may read.
 */
export function panelNav(
  { role }: Actor,
  workplaces: readonly WaitingWorkplace[],
  listed: readonly ListedPlace[],
  locale: Locale,
): NavSection[] {
  const entries: Array<[PanelSection, NavEntry]> = [
    ...workplaces.map(({ workplace, waiting }): [PanelSection, NavEntry] => [
      workplace.section ?? 'work',
      { href: addressOfWorkplace(workplace), label: say(workplace.label, locale), waiting, order: workplace.order },
    ]),
    ...listed
      .filter(({ place }) => !hiddenFrom(role, place))
      .map(({ href, label, area, place }): [PanelSection, NavEntry] => [
        sectionFor(role, place),
        { href, label, waiting: 0, area, order: place.order ?? 1_000 },
      ]),
  ]
  return sections.flatMap((key) => {
    const mine = entries.flatMap(([section, entry]) => (section === key ? [entry] : []))
    const { label, closed = false }: { label: Text; closed?: boolean } = panelSections[key]
    return mine.length > 0
      ? [{ key, label: say(label, locale), closed, entries: mine.sort((a, b) => a.order - b.order) }]
      : []
  })
}

// Keys of an object written out are its sections.
const sections = Object.keys(panelSections) as PanelSection[]

/** How many places stand before a person's eyes at once: those of open sections, and the names of closed ones. */
export const visibleEntries = (nav: readonly NavSection[]): number =>
  nav.reduce((sum, { closed, entries }) => sum + (closed ? 1 : entries.length), 0)
