import { End } from '../base/End'
import { MenuLine, MenuLink, MenuTitle } from '../base/Menu'
import { areaIcons } from './areaIcons'
import { PersonItems } from './AvatarMenu'
import { NavLink } from './NavLink'
import { pagesOf } from './shellData'
import type { ShellProps } from './shellWords'

const PLACES = 4

/** Four places and «Ещё» at the lower edge of a phone. */
export function PhoneBar({ data, words }: ShellProps) {
  const { areas } = data
  const marked = areas.filter((area) => area.phone)
  const places = (marked.length ? marked : areas).slice(0, PLACES)
  const others = areas.filter((area) => !places.includes(area))
  const More = areaIcons.more
  return (
    <nav
      data-whole
      aria-label={words.places}
      className="phone-bar no-print fixed inset-x-0 bottom-0 z-7 grid h-[calc(62px+env(safe-area-inset-bottom))] auto-cols-fr grid-flow-col border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.map((area) => {
        const Icon = areaIcons[area.icon ?? 'more']
        return (
          <NavLink key={area.key} href={area.href} exact={area.exact} also={area.also} className="phone-place">
            <Icon />
            {area.label}
          </NavLink>
        )
      })}
      <button type="button" popoverTarget="phone-more" className="phone-place">
        <More />
        {words.more}
      </button>
      <div id="phone-more" popover="auto" className="pop">
        {[...others, ...places.filter((area) => pagesOf(area).length > 0)].map((area) => {
          const Icon = areaIcons[area.icon ?? 'more']
          const pages = pagesOf(area)
          return (
            <div key={area.key}>
              {places.includes(area) ? (
                <MenuTitle>{area.label}</MenuTitle>
              ) : (
                <MenuLink href={area.href} icon={<Icon />}>
                  {area.label}
                </MenuLink>
              )}
              {pages.length ? (
                <div className="pl-7">
                  {pages.map((page) => (
                    <MenuLink key={page.href} href={page.href}>
                      {page.label}
                    </MenuLink>
                  ))}
                </div>
              ) : null}
            </div>
          )
        })}
        {others.length ? <MenuLine /> : null}
        <PersonItems data={data} words={words} />
      </div>
      <End />
    </nav>
  )
}
