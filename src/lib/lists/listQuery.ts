import { readFilter, writeFilter } from './filterText'
import type { Filters, ListQuery, ListSpec, SavedView, Sort } from './listSpec'

export type SearchParams = Record<string, string | string[] | undefined> | URLSearchParams

const PAGE_LIMIT = 100_000
const LOOK_LIMIT = 500
const PAGE_SIZES = [25, 50, 100]

/**
 * What the address asks of a list. Never throws: unknown filters, sorts, views and pages fall back to the default.
 * Names taken by the list itself: view, saved, look, q, sort, page, per.
 */
export function parseListQuery(searchParams: SearchParams, spec: ListSpec): ListQuery {
  const get = reader(searchParams)
  const view = spec.views?.find((one) => one.key === get('view')) ?? spec.views?.[0]
  const filters: Filters = {}
  for (const filter of spec.filters) {
    const value = readFilter(filter, get(filter.key), get(`${filter.key}.from`), get(`${filter.key}.to`))
    if (value) filters[filter.key] = value
  }
  const saved = spec.saved?.find((one) => one.key === get('saved'))?.key
  return {
    view: view?.key ?? '',
    ...(saved ? { saved, ...lookOf(get('look')) } : {}),
    search: (get('q') ?? '').trim().slice(0, 200),
    filters,
    sort: readSort(get('sort'), spec) ?? view?.sort ?? spec.defaultSort,
    page: wholeNumber(get('page'), PAGE_LIMIT) ?? 1,
    perPage: pageSizes(spec).find((size) => String(size) === get('per')) ?? defaultPerPage(spec),
  }
}

/** The address of a query: «?view=work&warehouse=himki&sort=-date», «» when everything is as it comes. */
export function toSearch(query: ListQuery, spec: ListSpec): string {
  const pairs: [string, string][] = query.saved ? [['saved', query.saved]] : []
  if (query.saved && query.look) pairs.push(['look', query.look])
  const view = spec.views?.find((one) => one.key === query.view)
  if (view && view.key !== spec.views?.[0]?.key) pairs.push(['view', view.key])
  if (query.search) pairs.push(['q', query.search])
  for (const filter of spec.filters) {
    const value = query.filters[filter.key]
    if (value) pairs.push([filter.key, writeFilter(value)])
  }
  if (!sameSort(query.sort, view?.sort ?? spec.defaultSort))
    pairs.push(['sort', `${query.sort.dir === 'desc' ? '-' : ''}${query.sort.key}`])
  if (query.perPage !== defaultPerPage(spec)) pairs.push(['per', String(query.perPage)])
  if (query.page > 1) pairs.push(['page', String(query.page)])
  return pairs.length ? `?${pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')}` : ''
}

/** What a saved view asks for, now; null where some of it is no more, or is another company's. */
export function savedQuery({ key, search }: SavedView, spec: ListSpec): ListQuery | null {
  const query = { ...parseListQuery(new URLSearchParams(search), spec), page: 1 }
  return sameAddress(toSearch(query, spec), search) ? { ...query, saved: key } : null
}

/** True when something else is asked for than the saved view that it was opened from. */
export function isChanged(query: ListQuery, saved: SavedView, spec: ListSpec): boolean {
  return !sameAddress(toSearch({ ...query, saved: undefined, page: 1 }, spec), saved.search)
}

/** What the rows have to satisfy: the view's filters with the person's own over them. */
export function effectiveFilters(query: ListQuery, spec: ListSpec): Filters {
  return { ...spec.views?.find((view) => view.key === query.view)?.filters, ...query.filters }
}

/** True when the person narrowed the list, so that «nothing found» is not «nothing here». */
export function isNarrowed(query: ListQuery, spec: ListSpec): boolean {
  return query.search !== '' || Object.keys(query.filters).length > 0 || query.view !== (spec.views?.[0]?.key ?? '')
}

/** The query with something changed; back on the first page unless the page itself is what changes. */
export function withChange(query: ListQuery, change: Partial<ListQuery>): ListQuery {
  return { ...query, page: 1, ...change }
}

export function withoutFilter(query: ListQuery, key: string): ListQuery {
  const { [key]: _dropped, ...filters } = query.filters
  return withChange(query, { filters })
}

/** What pressing a header asks for: ascending first, then the other way. */
export function toggleSort(query: ListQuery, key: string): ListQuery {
  const dir = query.sort.key === key && query.sort.dir === 'asc' ? 'desc' : 'asc'
  return withChange(query, { sort: { key, dir } })
}

export function pageSizes(spec: ListSpec): number[] {
  return spec.pageSizes ?? PAGE_SIZES
}

function defaultPerPage(spec: ListSpec): number {
  return spec.perPage ?? pageSizes(spec)[0] ?? 25
}

const sameAddress = (first: string, second: string): boolean => sortedPairs(first) === sortedPairs(second)

function sortedPairs(search: string): string {
  const pairs = new URLSearchParams(search)
  pairs.sort()
  return pairs.toString()
}

const lookOf = (text: string | undefined) => (text ? { look: text.slice(0, LOOK_LIMIT) } : {})

function readSort(text: string | undefined, spec: ListSpec): Sort | undefined {
  if (!text) return undefined
  const key = text.replace(/^-/, '')
  return spec.sorts.includes(key) ? { key, dir: text.startsWith('-') ? 'desc' : 'asc' } : undefined
}

function sameSort(first: Sort, second: Sort): boolean {
  return first.key === second.key && first.dir === second.dir
}

function wholeNumber(text: string | undefined, limit: number): number | undefined {
  const value = Number(text)
  return text && Number.isInteger(value) && value >= 1 && value <= limit ? value : undefined
}

/** Commas and dots stay readable in the address. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ',')
}

function reader(params: SearchParams): (key: string) => string | undefined {
  if (params instanceof URLSearchParams) return (key) => params.getAll(key).join(',') || undefined
  return (key) => {
    const value = Object.hasOwn(params, key) ? params[key] : undefined
    return Array.isArray(value) ? value.join(',') : value
  }
}
