import { describe, expect, it } from 'vitest'
import { keyboardWords, otherLayout } from '@/src/lib/keyboard'
import { matchingLines } from '@/src/ui/shell/matchingLines'

describe('the other layout of the keyboard', () => {
  it.each([
    ['rhtgt;', 'крепеж'],
    ['Rhtg`; ,jkn', 'крепёж болт'],
    ['шзрщту 15', 'iphone 15'],
    ['анкер rkbyjdjq', 'fyrth клиновой'],
    [',jkn  v12', 'болт м12'],
    ['J<J', 'обо'],
  ])('%s was meant as %s', (typed, meant) => expect(otherLayout(typed)).toBe(meant))

  it('takes words apart at any space, and sees no difference in spaces and capitals', () => {
    expect(keyboardWords('  Rhtgt;  \t12 ')).toEqual([
      { typed: 'rhtgt;', meant: 'крепеж' },
      { typed: '12', meant: '12' },
    ])
    expect(keyboardWords('{},.<>')).toEqual([{ typed: '{},.<>', meant: '{},.<>' }])
    expect(otherLayout('  50   %  ')).toBeNull()
    expect(otherLayout('№ 7\t ≈')).toBeNull()
  })

  it.each(['12-345', '', '50 %', '№ 7'])('%s is the same in both', (typed) => expect(otherLayout(typed)).toBeNull())

  it('finds a command typed in it, unless the words as typed find one', () => {
    const lines = [
      { href: '/new', label: 'Новый заказ' },
      { href: '/en', label: 'Yjdsq' },
    ]
    expect(matchingLines(lines, 'pfrfp').map(({ href }) => href)).toEqual(['/new'])
    expect(matchingLines(lines, 'yjds').map(({ href }) => href)).toEqual(['/en'])
  })
})
