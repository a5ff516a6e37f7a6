import type { ProductFacets } from '@/collections/catalogue/products/product.facets.queries'
import {
  productSorts,
  type ProductQuery,
  type ProductSort,
} from '@/collections/catalogue/products/product.filters.queries'
import type { WarehousePlace } from '@/collections/catalogue/warehouses/warehouse.queries'
import { parseListQuery } from '@/src/lib/lists/listQuery'
import type { FilterSpec, ListQuery, ListSpec, Option } from '@/src/lib/lists/listSpec'
import { cataloguePage as words } from './catalogue.labels'

type Search = Record<string, string | string[] | undefined>
type Names = { brands: ReadonlyMap<string, string>; places: readonly WarehousePlace[] }

/** Filters by a property stand in the address under its own name: `p.Диаметр=М12`. */
export const PROPERTY = 'p.'
const SHOWN_PROPERTIES = 3
/** Minor units in the filter, 1/10,000 in the catalogue. */
const PRICE_PER_MINOR = 100

/** A value inside a comma-separated list: «0,5» would fall apart. */
const wrap = (value: string): string => value.replace(/~/g, '~0').replace(/,/g, '~1')
const unwrap = (value: string): string => value.replace(/~1/g, ',').replace(/~0/g, '~')

/** What the address asks, before anything is known about the goods: every value is taken as it stands. */
export function readAddress(search: Search): ListQuery {
  const asked = (key: string): Option[] => valuesOf(search[key]).map((value) => ({ value, label: value }))
  const properties = Object.keys(search).filter(
    (key) => key.startsWith(PROPERTY) && key.length > PROPERTY.length && key.length < 200,
  )
  return parseListQuery(
    search,
    specOf({
      searched: Boolean(valuesOf(search.q)[0]),
      brands: asked('brand'),
      warehouses: asked('warehouse'),
      properties: properties.map((key) => ({ key, options: asked(key) })),
    }),
  )
}

/** The same address as a question to the catalogue. */
export function catalogueQueryOf(
  query: ListQuery,
  group: string | undefined,
  places: readonly WarehousePlace[],
): ProductQuery {
  const { brand, warehouse, price, stock } = query.filters
  const properties = Object.entries(query.filters).flatMap(([key, value]) =>
    key.startsWith(PROPERTY) && value.kind === 'select'
      ? [[key.slice(PROPERTY.length), value.values.map(unwrap)] as const]
      : [],
  )
  const place = warehouse?.kind === 'select' ? places.find(({ slug }) => slug === warehouse.values[0])?.id : undefined
  return {
    group,
    q: query.search || undefined,
    brand: brand?.kind === 'select' ? brand.values : undefined,
    warehouse: place,
    inStock: stock !== undefined,
    priceFrom: price?.kind === 'sum' && price.from !== undefined ? price.from * PRICE_PER_MINOR : undefined,
    priceTo: price?.kind === 'sum' && price.to !== undefined ? price.to * PRICE_PER_MINOR : undefined,
    properties: Object.fromEntries(properties),
    sort: sortOf(query),
    page: query.page,
    pageSize: query.perPage,
  }
}

/** What the filters offer among these goods; what is chosen stays on offer even where nothing fits it. */
export function shelfSpec(query: ListQuery, facets: ProductFacets, { brands, places }: Names): ListSpec {
  const chosen = (key: string): string[] => {
    const value = query.filters[key]
    return value?.kind === 'select' ? value.values : []
  }
  const withChosen = (key: string, options: Option[], name: (value: string) => string): Option[] => [
    ...options,
    ...chosen(key)
      .filter((value) => !options.some((option) => option.value === value))
      .map((value) => ({ value, label: name(value), count: 0 })),
  ]
  // a property that repeats the brands has its filter already
  const known = new Set(facets.brands.map(({ name }) => name))
  const own = facets.properties.filter(({ values }) => !values.every(({ value }) => known.has(value)))
  const offered = own.map(({ name, values }) => ({
    key: PROPERTY + name,
    options: values.map(({ value, count }) => ({ value: wrap(value), label: value, count })),
  }))
  const asked = Object.keys(query.filters)
    .filter((key) => key.startsWith(PROPERTY) && !offered.some((one) => one.key === key))
    .map((key) => ({ key, options: [] }))
  const shown = [
    ...asked,
    ...offered.filter(({ key }) => query.filters[key]),
    ...offered.filter(({ key }) => !query.filters[key]).slice(0, SHOWN_PROPERTIES),
  ]
  return specOf({
    searched: query.search !== '',
    brands: withChosen(
      'brand',
      facets.brands.map(({ id, name, count }) => ({ value: id, label: name, count })),
      (value) => brands.get(value) ?? value,
    ),
    warehouses: withChosen(
      'warehouse',
      facets.warehouses.flatMap(({ id, name, count }) => {
        const slug = places.find((place) => place.id === id)?.slug
        return slug ? [{ value: slug, label: name, count }] : []
      }),
      (value) => places.find(({ slug }) => slug === value)?.name ?? value,
    ),
    properties: shown.map(({ key, options }) => ({ key, options: withChosen(key, options, unwrap) })),
  })
}

/** Orders a person may choose, in the order of the menu. «Best match» only where something is searched for. */
export function sortsOf(query: ListQuery): Array<{ key: keyof typeof words.sorts; sort: ListQuery['sort'] }> {
  const up = (key: keyof typeof words.sorts) => ({ key, sort: { key, dir: 'asc' as const } })
  return [
    ...(query.search ? [up('relevance')] : []),
    up('frequent'),
    up('name'),
    up('price'),
    { key: 'priceDesc', sort: { key: 'price', dir: 'desc' } },
    up('stock'),
  ]
}

export function sortOf({ sort }: ListQuery): ProductSort {
  const name = sort.key === 'price' && sort.dir === 'desc' ? 'priceDesc' : sort.key
  return productSorts.find((known) => known === name) ?? 'name'
}

type Parts = {
  searched: boolean
  brands: Option[]
  warehouses: Option[]
  properties: Array<{ key: string; options: Option[] }>
}

function specOf({ searched, brands, warehouses, properties }: Parts): ListSpec {
  const select = (key: string, label: FilterSpec['label'], options: Option[], single = false): FilterSpec[] =>
    options.length > 0 ? [{ key, kind: 'select', label, options, single }] : []
  return {
    search: true,
    filters: [
      { key: 'stock', kind: 'flag', label: words.inStock },
      ...select('brand', words.brand, brands),
      ...select('warehouse', words.warehouse, warehouses, true),
      { key: 'price', kind: 'sum', label: words.price },
      ...properties.flatMap(({ key, options }) => {
        const name = key.slice(PROPERTY.length)
        return select(key, { ru: name, en: name }, options)
      }),
    ],
    sorts: ['relevance', 'frequent', 'name', 'price', 'stock'],
    defaultSort: { key: searched ? 'relevance' : 'frequent', dir: 'asc' },
    perPage: 24,
    pageSizes: [24, 48, 96],
  }
}

function valuesOf(raw: string | string[] | undefined): string[] {
  const text = Array.isArray(raw) ? raw.join(',') : raw
  return text ? text.split(',').filter(Boolean).slice(0, 50) : []
}
