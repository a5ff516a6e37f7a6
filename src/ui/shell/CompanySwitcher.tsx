'use client'

import { Building2, Check, ChevronsUpDown } from '@/src/ui/icon/icons'
import { useState } from 'react'
import { Menu, MenuButton, MenuTitle } from '../base/Menu'
import { filterByLabel } from './matchingLines'
import type { ShellCompany, ShellData } from './shellData'
import type { ShellWords } from './shellWords'

const LOOK =
  'flex min-w-0 flex-1 items-center gap-2 rounded-sm py-1.5 text-[0.875rem] pointer-coarse:min-h-11 font-mid md:max-w-72 md:flex-initial md:border md:border-line md:px-2.5 md:font-normal'

/** So many are looked through by eye; more of them are searched. */
const BY_EYE = 8

type Props = {
  companies: ShellCompany[]
  action: ShellData['switchCompany']
  words: Pick<ShellWords, 'switchCompany' | 'subclients' | 'findCompany' | 'noCompany'>
}

/** Which company the person acts for, their own and a partner's sub-clients apart. One company: words only. */
export function CompanySwitcher({ companies, action, words }: Props) {
  const [asked, setAsked] = useState('')
  const current = companies.find((company) => company.current) ?? companies[0]
  if (!current) return <span className="flex-1 md:hidden" />
  const face = (
    <>
      <Building2 className="hidden md:block" />
      <span className="truncate">{current.name}</span>
    </>
  )
  if (companies.length === 1)
    return (
      <span className={LOOK} title={current.name}>
        {face}
      </span>
    )
  const found = filterByLabel(
    companies.map((company) => ({ ...company, label: `${company.name} ${company.note ?? ''}` })),
    asked,
  )
  const subclients = found.filter(({ subclient }) => subclient)
  return (
    <Menu
      label={words.switchCompany}
      triggerClass={`${LOOK} text-left md:hover:border-line-strong`}
      trigger={
        <>
          {face}
          <ChevronsUpDown className="!size-4 text-ink-2" />
        </>
      }
    >
      <form action={action}>
        {companies.length > BY_EYE ? (
          <input
            aria-label={words.findCompany}
            autoComplete="off"
            className="field-control mb-1.5"
            onChange={(event) => setAsked(event.target.value)}
            placeholder={words.findCompany}
            type="search"
            value={asked}
          />
        ) : null}
        {found.flatMap((company) => (company.subclient ? [] : [<Choice company={company} key={company.id} />]))}
        {subclients.length > 0 ? <MenuTitle>{words.subclients}</MenuTitle> : null}
        {subclients.map((company) => (
          <Choice company={company} key={company.id} />
        ))}
        {found.length === 0 ? (
          <p className="px-2.5 py-2 text-sm text-ink-2" role="status">
            {words.noCompany}
          </p>
        ) : null}
      </form>
    </Menu>
  )
}

function Choice({ company }: { company: ShellCompany }) {
  return (
    <MenuButton aria-current={company.current ? 'true' : undefined} name="company" type="submit" value={company.id}>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{company.name}</span>
        {company.note ? <span className="block text-sm font-normal text-ink-2">{company.note}</span> : null}
      </span>
      {company.current ? <Check /> : null}
    </MenuButton>
  )
}
