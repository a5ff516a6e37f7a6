import { say, type Locale } from '@/src/lib/i18n'
import { TextLink } from '@/src/ui/base/TextLink'
import { toSearch, withChange } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { cataloguePage as words } from './catalogue.labels'
import { mendPhrase } from './mendPhrase'

type MendedProps = { path: string; query: ListQuery; spec: ListSpec; mended: readonly string[]; locale: Locale }

/** «Возможно, вы искали: болт м12» — what a misspelt phrase was read as. */
export function Mended({ path, query, spec, mended, locale }: MendedProps) {
  if (mended.length === 0) return null
  const phrase = mendPhrase(query.search, mended)
  return (
    <p role="status" className="border-b border-line px-4 py-2.5 text-md md:px-5">
      {say(words.maybe, locale)}:{' '}
      <TextLink href={path + toSearch(withChange(query, { search: phrase }), spec)}>{phrase}</TextLink>
    </p>
  )
}
