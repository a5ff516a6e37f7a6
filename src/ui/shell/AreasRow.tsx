import { ChevronDown } from '@/src/ui/icon/icons'
import { AreaPanel } from './AreaPanel'
import { NavLink } from './NavLink'
import { opensPanel, type NavArea } from './shellData'
import type { ShellWords } from './shellWords'

/** The areas in one row; an area with many pages also opens a panel: by press, by hover, by keyboard. */
export function AreasRow({ areas, words }: { areas: NavArea[]; words: ShellWords }) {
  if (areas.length === 0) return null
  return (
    <nav aria-label={words.areas} className="strip mx-auto hidden max-w-page gap-0.5 px-4 md:flex">
      {areas.map((area) => {
        const panel = opensPanel(area) ? `area-${area.key}` : undefined
        return (
          <span key={area.key} className="flex flex-none items-stretch" data-hover-pop={panel}>
            <NavLink href={area.href} exact={area.exact} also={area.also} className="area-link">
              {area.label}
              {area.count ? <span className="num text-xs font-normal text-ink-2">{area.count}</span> : null}
            </NavLink>
            {panel ? (
              <>
                <button
                  type="button"
                  popoverTarget={panel}
                  aria-label={words.openArea.replace('{name}', area.label)}
                  className="area-more"
                >
                  <ChevronDown className="!size-3.5" />
                </button>
                <AreaPanel id={panel} area={area} whole={words.wholeArea} />
              </>
            ) : null}
          </span>
        )
      })}
    </nav>
  )
}
