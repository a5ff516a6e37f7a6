import { say } from '@/src/lib/i18n'
import { MenuLine, MenuLink, MenuTitle } from '../base/Menu'
import { areaIcons } from './areaIcons'
import { PersonItems } from './AvatarMenu'
import { NavLink } from './NavLink'
import { shellLabels } from './shell.labels'
import { pagesOf, type ShellData } from './shellData'

const PLACE = 'grid content-center justify-items-center gap-0.75 text-[0.6875rem] text-ink-2 aria-[current]:text-brand-ink [&_svg]:!size-5.5'
const PLACES = 4

/** Four places and «Ещё» at the lower edge of a phone. */
export function PhoneBar({ data }: { data: ShellData }) {
  const { areas, locale } = data
  const marked = areas.filter((area) => area.phone)
  const places = (marked.length ? marked : areas).slice(0, PLACES)
  const others = areas.filter((area) => !places.includes(area))
  const More = areaIcons.more
  return (
    <nav
      aria-label={say(shellLabels.places, locale)}
      className="phone-bar no-print fixed inset-x-0 bottom-0 z-7 grid h-[calc(62px+env(safe-area-inset-bottom))] auto-cols-fr grid-flow-col border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.map((area) => {
        const Icon = areaIcons[area.icon ?? 'more']
        return (
          <NavLink key={area.key} href={area.href} exact={area.exact} also={area.also} className={PLACE}>
            <Icon />
            {area.label}
          </NavLink>
        )
      })}
      <button type="button" popoverTarget="phone-more" className={PLACE}>
        <More />
        {say(shellLabels.more, locale)}
      </button>
      <div id="phone-more" popover="auto" className="pop">
        {[...others, ...places.filter((area) => pagesOf(area).length > 0)].map((area) => {
          const Icon = areaIcons[area.icon ?? 'more']
          const pages = pagesOf(area)
          return (
            <div key={area.key}>
              {places.includes(area) ? <MenuTitle>{area.label}</MenuTitle> : <MenuLink href={area.href} icon={<Icon />}>{area.label}</MenuLink>}
              {pages.length ? (
                <div className="pl-7">
                  {pages.map((page) => (
                    <MenuLink key={page.href} href={page.href}>{page.label}</MenuLink>
                  ))}
                </div>
              ) : null}
            </div>
          )
        })}
        {others.length ? <MenuLine /> : null}
        <PersonItems data={data} />
      </div>
    </nav>
  )
}
