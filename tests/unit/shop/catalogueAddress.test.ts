import { describe, expect, it } from 'vitest'
import { catalogueQueryOf, readAddress, shelfSpec } from '@/app/(cabinet)/[locale]/catalogue/catalogueAddress'
import { toSearch, withoutFilter } from '@/src/lib/lists/listQuery'

const places = [
  { id: '0f8fad5b-d9cb-469f-a165-70867728950e', slug: 'khimki', name: 'Химки', address: null, pickup: true },
]
const facets = {
  brands: [{ id: 'nevis', name: 'Невис', count: 3 }],
  warehouses: [{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Химки', count: 5 }],
  price: null,
  properties: [
    {
      name: 'Диаметр',
      values: [
        { value: 'М10', count: 2 },
        { value: 'М12', count: 4 },
      ],
    },
    {
      name: 'Толщина',
      values: [
        { value: '0,5', count: 1 },
        { value: '1,2', count: 1 },
      ],
    },
    { name: 'Марка', values: [{ value: 'Невис', count: 3 }] },
  ],
}
const names = { brands: new Map([['nevis', 'Невис']]), places }

describe('the address of the catalogue', () => {
  it('[SHOP-03] gives the whole question: group, words, filters, order and page', () => {
    const query = readAddress({
      q: 'болт',
      brand: 'nevis',
      warehouse: 'khimki',
      stock: '1',
      price: '10..25.50',
      'p.Диаметр': 'М12',
      sort: '-price',
      page: '2',
    })
    expect(catalogueQueryOf(query, 'bolty', places)).toEqual({
      group: 'bolty',
      q: 'болт',
      brand: ['nevis'],
      warehouse: places[0]?.id,
      inStock: true,
      priceFrom: 100_000,
      priceTo: 255_000,
      properties: { Диаметр: ['М12'] },
      sort: 'priceDesc',
      page: 2,
      pageSize: 24,
    })
  })

  it('puts the client’s frequent goods first, and the best match where something is searched for', () => {
    expect(catalogueQueryOf(readAddress({}), undefined, places).sort).toBe('frequent')
    expect(catalogueQueryOf(readAddress({ q: 'болт' }), undefined, places).sort).toBe('relevance')
    expect(catalogueQueryOf(readAddress({ sort: 'drop table' }), undefined, places).sort).toBe('frequent')
  })

  it('keeps values with a comma whole', () => {
    const spec = shelfSpec(readAddress({}), facets, names)
    const thickness = spec.filters.find(({ key }) => key === 'p.Толщина')
    const value = thickness?.kind === 'select' ? thickness.options[0]?.value : undefined
    expect(value).not.toContain(',')
    expect(catalogueQueryOf(readAddress({ 'p.Толщина': value }), undefined, places).properties).toEqual({
      Толщина: ['0,5'],
    })
  })

  it('writes back what it read, and forgets what is taken out', () => {
    const query = readAddress({ warehouse: 'khimki', 'p.Диаметр': ['М10', 'М12'] })
    const spec = shelfSpec(query, facets, names)
    const written = Object.fromEntries(new URLSearchParams(toSearch(query, spec)))
    expect(written).toEqual({ warehouse: 'khimki', 'p.Диаметр': 'М10,М12' })
    expect(toSearch(withoutFilter(query, 'p.Диаметр'), spec)).toBe('?warehouse=khimki')
  })

  it('keeps a chosen value on offer where nothing fits it, and offers no property that repeats the brands', () => {
    const query = readAddress({ brand: 'gone', 'p.Цвет': 'красный' })
    const spec = shelfSpec(query, facets, names)
    expect(spec.filters.find(({ key }) => key === 'brand')).toMatchObject({
      options: [
        { value: 'nevis', count: 3 },
        { value: 'gone', count: 0 },
      ],
    })
    expect(spec.filters.map(({ key }) => key)).toEqual([
      'stock',
      'brand',
      'warehouse',
      'price',
      'p.Цвет',
      'p.Диаметр',
      'p.Толщина',
    ])
  })
})
