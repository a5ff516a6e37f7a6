import { Plus, X } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import { Button } from '../base/Button'
import { FilterFields } from './FilterFields'
import { filterWords } from './filterWords'
import { HiddenQuery } from './HiddenQuery'
import { listLabels } from './list.labels'
import { toSearch, withChange, withoutFilter } from '@/src/lib/lists/listQuery'
import type { FilterSpec, ListQuery, ListSpec } from '@/src/lib/lists/listSpec'

export type FilterChipProps = {
  id: string
  filter: FilterSpec
  path: string
  spec: ListSpec
  query: ListQuery
  locale: Locale
  currency?: string
}

/** One filter: dashed while it is open to everything, solid with its value and a cross when it narrows the list. */
export function FilterChip({ id, filter, path, spec, query, locale, currency }: FilterChipProps) {
  const value = query.filters[filter.key]
  const name = say(filter.label, locale)
  const words = value ? filterWords(filter, value, locale, currency) : name
  const offHref = path + toSearch(withoutFilter(query, filter.key), spec)

  if (filter.kind === 'flag') {
    const onHref =
      path + toSearch(withChange(query, { filters: { ...query.filters, [filter.key]: { kind: 'flag' } } }), spec)
    return value ? (
      <Link {...near} href={offHref} className="chip" data-on aria-label={say(listLabels.remove, locale, { name })}>
        <span className="pl-2.5">{name}</span>
        <X className="mr-2" />
      </Link>
    ) : (
      <Link {...near} href={onHref} className="chip">
        <Plus />
        {name}
      </Link>
    )
  }
  return (
    <>
      {value ? (
        <span className="chip" data-on>
          <button type="button" popoverTarget={id} title={words}>
            {words}
          </button>
          <Link {...near} href={offHref} aria-label={say(listLabels.remove, locale, { name })}>
            <X />
          </Link>
        </span>
      ) : (
        <button type="button" className="chip" popoverTarget={id}>
          <Plus />
          {name}
        </button>
      )}
      <form id={id} popover="auto" action={path} data-list-form aria-label={name} className="pop p-3">
        <HiddenQuery spec={spec} query={query} without={filter.key} />
        <p aria-hidden className="mb-2 font-mid md:hidden">
          {name}
        </p>
        <FilterFields id={id} filter={filter} value={value} locale={locale} />
        <Button type="submit" tone="primary" size="s" className="mt-3 w-full">
          {say(listLabels.apply, locale)}
        </Button>
      </form>
    </>
  )
}
