import { cookies } from 'next/headers'
import { createLocalReq, type ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { workplacesFor } from '@/src/mechanisms/panel/defineWorkplace'
import { panelNav, type NavEntry, type NavSection } from '@/src/mechanisms/panel/panelNav'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/panelLocale'
import { listedPlaces } from './listedPlaces'
import { NavFold } from './NavFold'
import { NAV_FOLDED } from './navFolded'
import { PanelNavLink } from './PanelNavLink'
import { OpenNav } from './OpenNav'
import { Palette } from './Palette'

const { palette } = adminLabels

/** The panel's navigation: «Сегодня», then each section with what the person has in it. */
export async function NavLinks({ i18n, payload, permissions, user }: ServerProps) {
  if (user?.collection !== 'staff') return null
  const locale = panelLocale(i18n.language)
  const context = await contextOf(await createLocalReq({ user }, payload))
  const listed = listedPlaces(payload.config, permissions, locale)
  return (
    <div className="kb-nav">
      <OpenNav folded={(await cookies()).has(NAV_FOLDED)} />
      <Palette
        locale={locale}
        words={{
          find: say(palette.find, locale),
          placeholder: say(palette.placeholder, locale),
          nothing: say(palette.nothing, locale),
          failed: say(adminLabels.failed, locale),
          close: say(palette.close, locale),
        }}
      />
      <PanelNavLink href="/admin">{say(adminLabels.nav.today, locale)}</PanelNavLink>
      {panelNav(context.actor, await workplacesFor(context), listed, locale).map((section) =>
        section.closed ? (
          <NavFold hrefs={section.entries.map(({ href }) => href)} key={section.key} label={section.label}>
            <ByArea section={section} />
          </NavFold>
        ) : (
          <section aria-label={section.label} key={section.key}>
            {section.key === 'work' ? null : <h2>{section.label}</h2>}
            <Entries entries={section.entries} />
          </section>
        ),
      )}
    </div>
  )
}

/** Tables of an area under its name; what stands in a place of its own needs none. */
function ByArea({ section: { key, entries } }: { section: NavSection }) {
  if (key !== 'data') return <Entries entries={entries} />
  return [...new Set(entries.map(({ area }) => area))].map((area) => (
    <div key={area}>
      <h3>{area}</h3>
      <Entries entries={entries.filter((entry) => entry.area === area)} />
    </div>
  ))
}

const Entries = ({ entries }: { entries: readonly NavEntry[] }) =>
  entries.map(({ href, label, waiting }) => (
    <PanelNavLink href={href} key={href}>
      {label}
      {waiting > 0 ? <span className="kb-count">{waiting}</span> : null}
    </PanelNavLink>
  ))
