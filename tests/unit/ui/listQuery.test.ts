import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  effectiveFilters,
  isChanged,
  isNarrowed,
  parseListQuery,
  savedQuery,
  toggleSort,
  toSearch,
  withChange,
  withoutFilter,
} from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'

const both = (text: string) => ({ ru: text, en: text })

const spec: ListSpec = {
  search: true,
  filters: [
    {
      key: 'warehouse',
      kind: 'select',
      label: both('Склад'),
      options: [
        { value: 'himki', label: 'Химки' },
        { value: 'podolsk', label: 'Подольск' },
      ],
    },
    {
      key: 'payer',
      kind: 'select',
      single: true,
      label: both('Плательщик'),
      options: [
        { value: 'a', label: 'А' },
        { value: 'b', label: 'Б' },
      ],
    },
    { key: 'contract', kind: 'text', label: both('Договор') },
    { key: 'date', kind: 'dates', label: both('Дата') },
    { key: 'total', kind: 'sum', label: both('Сумма') },
    { key: 'stock', kind: 'flag', label: both('В наличии') },
  ],
  sorts: ['date', 'total'],
  defaultSort: { key: 'date', dir: 'desc' },
  views: [
    { key: 'all', label: 'Все' },
    {
      key: 'unpaid',
      label: 'Ждут оплаты',
      filters: { warehouse: { kind: 'select', values: ['podolsk'] }, stock: { kind: 'flag' } },
      sort: { key: 'total', dir: 'asc' },
    },
  ],
}

const parse = (search: string) => parseListQuery(new URLSearchParams(search), spec)
const plain = parse('')

describe('what the address asks of a list', () => {
  it('an empty address asks for what the list shows itself', () => {
    expect(plain).toEqual({
      view: 'all',
      search: '',
      filters: {},
      sort: { key: 'date', dir: 'desc' },
      page: 1,
      perPage: 25,
    })
    expect(toSearch(plain, spec)).toBe('')
  })

  it('reads every kind of filter', () => {
    const query = parse(
      '?q=болт&warehouse=podolsk,himki&contract=54/25&date=2026-10-01..2026-10-31&total=1000..2500.5&stock=1&sort=-total&page=3&per=50',
    )
    expect(query).toEqual({
      view: 'all',
      search: 'болт',
      filters: {
        warehouse: { kind: 'select', values: ['podolsk', 'himki'] },
        contract: { kind: 'text', text: '54/25' },
        date: { kind: 'dates', from: '2026-10-01', to: '2026-10-31' },
        total: { kind: 'sum', from: 100_000, to: 250_050 },
        stock: { kind: 'flag' },
      },
      sort: { key: 'total', dir: 'desc' },
      page: 3,
      perPage: 50,
    })
  })

  it('takes the form of Next’s searchParams and of a form without script', () => {
    const query = parseListQuery(
      { warehouse: ['himki', 'podolsk'], 'total.from': '1 000', 'date.to': '2026-10-31', 'date.from': '' },
      spec,
    )
    expect(query.filters).toEqual({
      warehouse: { kind: 'select', values: ['himki', 'podolsk'] },
      total: { kind: 'sum', from: 100_000 },
      date: { kind: 'dates', to: '2026-10-31' },
    })
  })

  it('puts turned ends of a range right', () => {
    expect(parse('?date=2026-10-31..2026-10-01&total=9..5').filters).toEqual({
      date: { kind: 'dates', from: '2026-10-01', to: '2026-10-31' },
      total: { kind: 'sum', from: 500, to: 900 },
    })
  })

  it.each([
    ['an unknown option', '?warehouse=mars'],
    ['a day that is not in the calendar', '?date=2026-02-30..'],
    ['words instead of a sum', '?total=many..'],
    ['a filter nobody declared', '?__proto__=1&constructor=2&drop=table'],
    ['a sort nobody declared', '?sort=-password'],
    ['a page below one', '?page=0'],
    ['a page that is no number', '?page=1e9'],
    ['a size that is not offered', '?per=100000'],
    ['a view nobody declared', '?view=secret'],
  ])('falls back on %s', (_what, search) => {
    expect(parse(search)).toEqual(plain)
  })

  it('keeps one value of a filter that takes one', () => {
    expect(parse('?payer=b,a').filters.payer).toEqual({ kind: 'select', values: ['b'] })
  })

  it('a view brings its own order and filters, the person’s own lie over them', () => {
    const query = parse('?view=unpaid&warehouse=himki')
    expect(query.sort).toEqual({ key: 'total', dir: 'asc' })
    expect(effectiveFilters(query, spec)).toEqual({
      warehouse: { kind: 'select', values: ['himki'] },
      stock: { kind: 'flag' },
    })
    expect(toSearch(query, spec)).toBe('?view=unpaid&warehouse=himki')
  })

  it('says whether the list was narrowed', () => {
    expect(isNarrowed(plain, spec)).toBe(false)
    expect(isNarrowed(parse('?page=2&sort=total'), spec)).toBe(false)
    expect([parse('?q=a'), parse('?stock=1'), parse('?view=unpaid')].map((query) => isNarrowed(query, spec))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('any change but of the page goes back to the first page', () => {
    const deep = parse('?stock=1&contract=1&page=7')
    expect(withoutFilter(deep, 'stock')).toMatchObject({ page: 1, filters: { contract: { text: '1' } } })
    expect(withChange(deep, { page: 8 }).page).toBe(8)
    expect(toggleSort(deep, 'total')).toMatchObject({ page: 1, sort: { key: 'total', dir: 'asc' } })
    expect(toggleSort(toggleSort(deep, 'total'), 'total').sort.dir).toBe('desc')
  })

  it('an address written is read back the same', () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000_000 })
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    const ordered = <T extends string | number>(one: fc.Arbitrary<T>) =>
      fc.tuple(one, one).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))
    const query: fc.Arbitrary<ListQuery> = fc.record({
      view: fc.constantFrom('all', 'unpaid'),
      search: fc.string({ maxLength: 30 }).map((text) => text.trim()),
      filters: fc.record(
        {
          contract: fc
            .string({ minLength: 1, maxLength: 30 })
            .map((text) => ({ kind: 'text' as const, text: text.trim() || 'x' })),
          warehouse: fc
            .uniqueArray(fc.constantFrom('himki', 'podolsk'), { minLength: 1 })
            .map((values) => ({ kind: 'select' as const, values })),
          date: ordered(day).map((ends) => ({ kind: 'dates' as const, ...ends })),
          total: ordered(cents).map((ends) => ({ kind: 'sum' as const, ...ends })),
          stock: fc.constant({ kind: 'flag' as const }),
        },
        { requiredKeys: [] },
      ),
      sort: fc.record({ key: fc.constantFrom('date', 'total'), dir: fc.constantFrom('asc' as const, 'desc' as const) }),
      page: fc.integer({ min: 1, max: 1_000 }),
      perPage: fc.constantFrom(25, 50, 100),
    })
    fc.assert(
      fc.property(query, (one) => {
        expect(parse(toSearch(one, spec))).toEqual(one)
      }),
    )
  })
})

describe('views that people have saved', () => {
  const view = { key: 'v1', label: 'К оплате', search: 'sort=total&warehouse=podolsk%2Chimki' }
  const known = { ...spec, saved: [view] }
  const read = (search: string) => parseListQuery(new URLSearchParams(search), known)

  it('stand in the address beside what they ask for, with the look that is tried out', () => {
    const asked = savedQuery(view, known)
    const address = toSearch(asked ?? plain, known)
    expect(address).toBe('?saved=v1&warehouse=podolsk,himki&sort=total')
    expect(read(address)).toEqual(asked)
    expect(toSearch(read(`${address}&look=snug:number`), known)).toContain('look=snug%3Anumber')
    // A look belongs to a saved view; elsewhere the person's own counts.
    expect(read('?look=snug:number').look).toBeUndefined()
    expect(read('?saved=gone').saved).toBeUndefined()
  })

  it('are changed by whatever is asked for besides, not by the page that one is on', () => {
    const asked = savedQuery(view, known) ?? plain
    expect(isChanged({ ...asked, page: 3, look: 'snug:number' }, view, known)).toBe(false)
    expect(isChanged(withChange(asked, { search: 'болт' }), view, known)).toBe(true)
    expect(isChanged(withoutFilter(asked, 'warehouse'), view, known)).toBe(true)
  })

  it('do not fit where something of them is unknown', () => {
    expect(savedQuery({ ...view, search: 'warehouse=himki,elsewhere' }, known)).toBeNull()
    expect(savedQuery({ ...view, search: 'nothing=1' }, known)).toBeNull()
    expect(savedQuery({ ...view, search: '' }, known)).toEqual({ ...plain, saved: 'v1' })
  })

  it('come back as they were saved, whatever was asked for', () => {
    fc.assert(
      fc.property(
        fc.subarray(['himki', 'podolsk'], { minLength: 1 }),
        fc.string({ maxLength: 20 }),
        fc.constantFrom('date', 'total'),
        fc.constantFrom('all', 'unpaid'),
        (values, search, sort, of) => {
          const query = parse(
            `?${new URLSearchParams({ warehouse: values.join(','), q: search, sort, view: of }).toString()}`,
          )
          const saved = { key: 'v1', label: 'x', search: toSearch(query, spec) }
          const again = { ...known, saved: [saved] }
          expect(savedQuery(saved, again)).toEqual({ ...query, saved: 'v1' })
          expect(isChanged(query, saved, again)).toBe(false)
        },
      ),
    )
  })
})
