import { effectiveFilters, parseListQuery, type SearchParams } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import type { ListAsked } from './defineList'

/** What an address asks of a list, as its query wants it. */
export function askedOf(search: SearchParams, spec: ListSpec, zone: string): { query: ListQuery; asked: ListAsked } {
  const query = parseListQuery(search, spec)
  return { query, asked: { ...query, filters: effectiveFilters(query, spec), zone } }
}
