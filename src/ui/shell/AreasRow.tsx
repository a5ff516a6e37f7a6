import { ChevronDown } from 'lucide-react'
import { say, type Locale } from '@/src/lib/i18n'
import { AreaPanel } from './AreaPanel'
import { NavLink } from './NavLink'
import { shellLabels } from './shell.labels'
import { opensPanel, type Area } from './shellData'

/** The areas in one row; an area with many pages also opens a panel: by press, by hover, by keyboard. */
export function AreasRow({ areas, locale }: { areas: Area[]; locale: Locale }) {
  if (areas.length === 0) return null
  return (
    <nav aria-label={say(shellLabels.areas, locale)} className="strip mx-auto hidden max-w-page gap-0.5 px-4 md:flex">
      {areas.map((area) => {
        const panel = opensPanel(area) ? `area-${area.key}` : undefined
        return (
          <span key={area.key} className="flex flex-none items-stretch" data-hover-pop={panel}>
            <NavLink
              href={area.href}
              exact={area.exact}
              also={area.also}
              className="-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-2.5 pt-2.25 pb-2.5 text-md text-ink-2 hover:text-ink aria-[current]:border-brand aria-[current]:font-mid aria-[current]:text-ink"
            >
              {area.label}
              {area.count ? <span className="num text-xs font-normal text-ink-2">{area.count}</span> : null}
            </NavLink>
            {panel ? (
              <>
                <button
                  type="button"
                  popoverTarget={panel}
                  aria-label={say(shellLabels.openArea, locale, { name: area.label })}
                  className="-ml-2 grid w-6 place-items-center text-ink-3 hover:text-ink"
                >
                  <ChevronDown className="!size-3.5" />
                </button>
                <AreaPanel id={panel} area={area} locale={locale} />
              </>
            ) : null}
          </span>
        )
      })}
    </nav>
  )
}
