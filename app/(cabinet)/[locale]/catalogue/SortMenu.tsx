import { ArrowDownWideNarrow } from '@/src/ui/icon/icons'
import { say, type Locale } from '@/src/lib/i18n'
import { Menu, MenuLink } from '@/src/ui/base/Menu'
import { toSearch, withChange } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { cataloguePage as words } from './catalogue.labels'
import { sortOf, sortsOf } from './catalogueAddress'

/** In what order the goods stand; each order has its own address. */
export function SortMenu({
  path,
  query,
  spec,
  locale,
}: {
  path: string
  query: ListQuery
  spec: ListSpec
  locale: Locale
}) {
  const current = sortOf(query)
  const sorts = sortsOf(query)
  const named = sorts.find(({ key }) => key === current)?.key ?? 'name'
  return (
    <Menu
      id="shelf-sort"
      side="end"
      triggerClass="inline-flex min-h-7 pointer-coarse:min-h-11 items-center gap-1.5 rounded-sm px-1.5 text-sm text-ink-2 hover:bg-sunk hover:text-ink"
      trigger={
        <>
          <span className="sr-only">{say(words.sort, locale)}: </span>
          <span className="sr-only md:not-sr-only">{say(words.sorts[named], locale)}</span>
          <ArrowDownWideNarrow className="!size-4" />
        </>
      }
    >
      {sorts.map(({ key, sort }) => (
        <MenuLink key={key} href={path + toSearch(withChange(query, { sort }), spec)} current={key === current}>
          {say(words.sorts[key], locale)}
        </MenuLink>
      ))}
    </Menu>
  )
}
