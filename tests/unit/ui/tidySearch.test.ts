import { describe, expect, it } from 'vitest'
import { tidySearch } from '@/src/ui/list/tidySearch'

describe('the address a filter form asks for', () => {
  it('leaves empty fields and the page out', () => {
    expect(
      tidySearch([
        ['q', '  '],
        ['page', '4'],
        ['contract', '54/25'],
      ]),
    ).toBe('?contract=54%2F25')
    expect(tidySearch([['q', '']])).toBe('')
  })

  it('joins ticks of one filter and the ends of a range', () => {
    expect(
      tidySearch([
        ['warehouse', 'himki'],
        ['warehouse', 'podolsk'],
        ['total.from', '1000'],
        ['total.to', ''],
      ]),
    ).toBe('?warehouse=himki,podolsk&total=1000..')
    expect(
      tidySearch([
        ['date.from', '2026-10-01'],
        ['date.to', '2026-10-31'],
      ]),
    ).toBe('?date=2026-10-01..2026-10-31')
  })

  it('a new range takes the place of the old', () => {
    expect(
      tidySearch([
        ['sort', '-total'],
        ['total.to', '5'],
      ]),
    ).toBe('?sort=-total&total=..5')
  })
})
