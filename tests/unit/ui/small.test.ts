import { describe, expect, it } from 'vitest'
import { initials } from '@/src/ui/base/Avatar'
import { formatPhone } from '@/src/lib/formatPhone'
import { formatInn, formatSum } from '@/src/ui/form/formats'
import { filterWords } from '@/src/ui/list/filterWords'
import { pagesAround } from '@/src/ui/list/Pagination'
import { moneyText } from '@/src/ui/money/Money'
import { inLanguage, isHere } from '@/src/ui/shell/isHere'
import { matchingLines } from '@/src/ui/shell/matchingLines'
import { opensPanel } from '@/src/ui/shell/shellData'

describe('what is typed is formatted as it is typed', () => {
  it.each([
    ['9031234567', '+7 903 123-45-67'],
    ['89031234567', '+7 903 123-45-67'],
    ['+7903', '+7 903'],
    ['+3751', '+3751'],
    ['', ''],
    ['abc', ''],
  ])('phone %s', (typed, shown) => {
    expect(formatPhone(typed)).toBe(shown)
    expect(formatPhone(shown)).toBe(shown)
  })
  it.each([
    ['7707083893', '7707 08389 3'],
    ['500100732259', '5001 00732 259'],
    ['77', '77'],
    ['7707083893xx', '7707 08389 3'],
  ])('inn %s', (typed, shown) => {
    expect(formatInn(typed)).toBe(shown)
    expect(formatInn(shown)).toBe(shown)
  })
  it.each([
    ['1234567.5', '1\u202f234\u202f567,5'],
    ['0012', '12'],
    [',5', '0,5'],
    ['1,239', '1,23'],
    ['', ''],
  ])('sum %s', (typed, shown) => {
    expect(formatSum(typed)).toBe(shown)
  })
})

describe('the current place', () => {
  it('is the page itself and what lies under it, not what only begins alike', () => {
    expect(isHere('/ru/orders/10-2481', '/ru/orders')).toBe(true)
    expect(isHere('/ru/orders', '/ru/orders/')).toBe(true)
    expect(isHere('/ru/orders-archive', '/ru/orders')).toBe(false)
    expect(isHere('/ru/orders', '/ru', true)).toBe(false)
  })
  it('is the same in the other language', () => {
    expect(inLanguage('/ru/orders/1', 'ru', 'en', { ru: '/ru', en: '/en' })).toBe('/en/orders/1')
    expect(inLanguage('/orders', 'ru', 'en', { ru: '', en: '/en' })).toBe('/en/orders')
    expect(inLanguage('/en', 'en', 'ru', { ru: '', en: '/en' })).toBe('/')
    expect(inLanguage('/', 'ru', 'en', { ru: '', en: '/en' })).toBe('/en')
  })
})

describe('pages of a list', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [7, 400, [1, null, 6, 7, 8, null, 400]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  ])('page %i of %i', (page, pages, shown) => {
    expect(pagesAround(page, pages)).toEqual(shown)
  })
})

describe('[NAV-14] the palette finds pages and commands by the beginnings of words', () => {
  const lines = [
    { href: '/1', label: 'Новый заказ' },
    { href: '/2', label: 'Запросить акт сверки' },
    { href: '/3', label: 'Расчёты' },
  ]
  it.each([
    ['нов', ['/1']],
    ['сверк акт', ['/2']],
    ['расчеты', ['/3']],
    ['каз', []],
    ['', ['/1', '/2', '/3']],
  ])('%s', (query, found) => {
    expect(matchingLines(lines, query).map((line) => line.href)).toEqual(found)
  })
})

describe('small words', () => {
  it('initials leave the quotes out', () => {
    expect([initials('Анна Воронова'), initials('ООО «Стройград»'), initials(' ')]).toEqual(['АВ', 'ОС', ''])
  })
  it('a round sum goes without kopecks, one with kopecks keeps them', () => {
    expect(moneyText(18_240_000, 'RUB', 'ru')).toBe('182\u00a0400\u00a0₽')
    expect(moneyText(-6_492_050, 'RUB', 'ru')).toBe('−64\u00a0920,50\u00a0₽')
  })
  it('a chip says its value', () => {
    const label = { ru: 'Склад', en: 'Warehouse' }
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
    expect(filterWords({ key: 'w', kind: 'select', label, options }, { kind: 'select', values: ['a'] }, 'ru')).toBe(
      'Склад: A',
    )
    expect(
      filterWords({ key: 'w', kind: 'select', label, options }, { kind: 'select', values: ['a', 'b', 'c'] }, 'ru'),
    ).toBe('Склад: A и ещё 2')
    expect(filterWords({ key: 's', kind: 'sum', label }, { kind: 'sum', from: 100_000 }, 'ru')).toBe(
      'от 1\u00a0000\u00a0₽',
    )
    expect(filterWords({ key: 's', kind: 'sum', label }, { kind: 'sum', from: 0, to: 100_000 }, 'en')).toBe(
      'from ₽0 to ₽1,000',
    )
  })
  it('seven pages open a panel, six do not', () => {
    const area = (pages: number) => ({
      key: 'a',
      label: 'a',
      href: '/a',
      groups: [{ title: 't', pages: Array.from({ length: pages }, (_, index) => ({ href: `/${index}`, label: 'p' })) }],
    })
    expect([opensPanel(area(6)), opensPanel(area(7))]).toEqual([false, true])
  })
})
