import { Building2, Check, ChevronsUpDown } from 'lucide-react'
import { say, type Locale } from '@/src/lib/i18n'
import { Menu, MenuButton } from '../base/Menu'
import { shellLabels } from './shell.labels'
import type { ShellCompany, ShellData } from './shellData'

const LOOK = 'flex min-w-0 flex-1 items-center gap-2 rounded-sm py-1.5 text-[0.875rem] pointer-coarse:min-h-11 font-mid md:max-w-72 md:flex-initial md:border md:border-line md:px-2.5 md:font-normal'

/** Which company the person acts for. One company: words only. */
export function CompanySwitcher({ companies, action, locale }: { companies: ShellCompany[]; action: ShellData['switchCompany']; locale: Locale }) {
  const current = companies.find((company) => company.current) ?? companies[0]
  if (!current) return <span className="flex-1 md:hidden" />
  const face = (
    <>
      <Building2 className="hidden md:block" />
      <span className="truncate">{current.name}</span>
    </>
  )
  if (companies.length === 1) return <span className={LOOK} title={current.name}>{face}</span>
  return (
    <Menu
      label={say(shellLabels.switchCompany, locale)}
      triggerClass={`${LOOK} text-left md:hover:border-line-strong`}
      trigger={
        <>
          {face}
          <ChevronsUpDown className="!size-4 text-ink-2" />
        </>
      }
    >
      <form action={action}>
        {companies.map((company) => (
          <MenuButton key={company.id} type="submit" name="company" value={company.id} aria-current={company.current ? 'true' : undefined}>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{company.name}</span>
              {company.note ? <span className="block text-sm font-normal text-ink-2">{company.note}</span> : null}
            </span>
            {company.current ? <Check /> : null}
          </MenuButton>
        ))}
      </form>
    </Menu>
  )
}
