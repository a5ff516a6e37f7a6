import { toSearch } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'

/** The rest of the address as hidden fields, so that a filter form keeps the other filters, also without script. */
export function HiddenQuery({ spec, query, without }: { spec: ListSpec; query: ListQuery; without: string }) {
  const pairs = [...new URLSearchParams(toSearch({ ...query, page: 1 }, spec))].filter(([key]) => key !== without)
  return pairs.map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)
}
