import { Search } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import { TextLink } from '../base/TextLink'
import { FilterChip } from './FilterChip'
import { HiddenQuery } from './HiddenQuery'
import { listLabels } from './list.labels'
import { toSearch, withChange } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'

export type FilterBarProps = {
  id: string
  path: string
  spec: ListSpec
  query: ListQuery
  locale: Locale
  currency?: string
  /** at the right: how many, what the list looks like */
  end?: ReactNode
}

/** Search field and filter chips; everything they say lives in the address. Works alone for tiles and other shapes too. */
export function FilterBar({ id, path, spec, query, locale, currency, end }: FilterBarProps) {
  const narrowed = query.search !== '' || Object.keys(query.filters).length > 0
  const chosen = spec.filters.filter((filter) => query.filters[filter.key])
  const others = spec.filters.filter((filter) => !query.filters[filter.key])
  return (
    <div className="filter-bar">
      {spec.search ? (
        <form action={path} data-list-form role="search" className="relative min-w-0 flex-1 md:w-56 md:flex-none">
          <HiddenQuery spec={spec} query={query} without="q" />
          <Search className="pointer-events-none absolute inset-y-0 left-2.5 my-auto !size-4 text-ink-3" />
          <input
            type="search"
            name="q"
            defaultValue={query.search}
            aria-label={say(listLabels.search, locale)}
            placeholder={say(listLabels.search, locale)}
            title={say(listLabels.keysHint, locale)}
            data-list-search={query.search}
            autoComplete="off"
            className="field-control list-search"
          />
        </form>
      ) : null}
      <div className="chips strip">
        {[...chosen, ...others].map((filter) => (
          <FilterChip
            key={filter.key}
            id={`${id}-${filter.key.replace(/\s+/g, '_')}`}
            filter={filter}
            path={path}
            spec={spec}
            query={query}
            locale={locale}
            currency={currency}
          />
        ))}
        {narrowed ? (
          <TextLink
            href={path + toSearch(withChange(query, { filters: {}, search: '' }), spec)}
            className="inline-flex min-h-6 flex-none items-center px-1 text-sm pointer-coarse:min-h-11"
          >
            {say(listLabels.reset, locale)}
          </TextLink>
        ) : null}
      </div>
      {end ? <span className="ml-auto flex flex-none items-center gap-2 text-sm text-ink-2">{end}</span> : null}
    </div>
  )
}
