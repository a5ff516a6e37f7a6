import { PackageOpen, SearchX } from '@/src/ui/icon/icons'
import { say, type Locale } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { isNarrowed, toSearch, withChange } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { cataloguePage as words } from './catalogue.labels'

type NothingHereProps = {
  path: string
  query: ListQuery
  spec: ListSpec
  wholePath: string
  inGroup: boolean
  locale: Locale
}

/** No goods: none fit the filter, or there are none yet. */
export function NothingHere({ path, query, spec, wholePath, inGroup, locale }: NothingHereProps) {
  if (!isNarrowed(query, spec)) {
    return (
      <EmptyState icon={<PackageOpen />} title={say(words.empty, locale)}>
        {say(words.emptyText, locale)}
      </EmptyState>
    )
  }
  const everywhere = wholePath + (query.search ? `?q=${encodeURIComponent(query.search)}` : '')
  return (
    <EmptyState
      icon={<SearchX />}
      title={say(words.nothing, locale)}
      action={{
        href: path + toSearch(withChange(query, { filters: {}, search: '' }), spec),
        label: say(words.reset, locale),
      }}
      actions={inGroup ? <LinkButton href={everywhere}>{say(words.everywhere, locale)}</LinkButton> : undefined}
    >
      {say(words.nothingText, locale)}
    </EmptyState>
  )
}
