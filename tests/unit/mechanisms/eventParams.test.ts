import { describe, expect, it } from 'vitest'
import { say } from '@/src/lib/i18n'
import { defineEvents } from '@/src/mechanisms/events/defineEvents'
import { historyWords } from '@/src/mechanisms/events/historyWords'
import { eventParams } from '@/src/mechanisms/events/eventParams'

const plain = (text: string | null | undefined): string => String(text).replace(/\s/g, ' ')
const text = {
  ru: '{document} № {number}: {sum}, срок {due}, {days, plural, one {# день} few {# дня} other {# дней}}',
  en: '{document} No. {number}: {sum}, due {due}, {days, plural, one {# day} other {# days}}',
}
const words = (data: Record<string, unknown>) => [
  plain(say(text, 'ru', eventParams(data, 'ru'))),
  plain(say(text, 'en', eventParams(data, 'en'))),
]
const said = [
  'Счёт № 2026-11-24: 1 234,50 $, срок 1 декабря 2026, 3 дня',
  'Invoice No. 2026-11-24: $1,234.50, due 1 December 2026, 3 days',
]

describe('data of an event as its words take it', () => {
  it('[AUTH-10] sums and dates are said in the language of whoever reads, a number that looks like a day as it is', () => {
    const data = {
      number: '2026-11-24',
      document: { ru: 'Счёт', en: 'Invoice' },
      sum: { amount: 1_234_50, currency: 'USD' },
      due: { date: '2026-12-01' },
      days: 3,
    }
    expect(words(data)).toEqual(said)
  })

  it('rows that hold words of the day they were written say the same', () => {
    const data = {
      number: '2026-11-24',
      documentRu: 'Счёт',
      documentEn: 'Invoice',
      sumRu: '1 234,50 $',
      sumEn: '$1,234.50',
      due: '2026-12-01',
      dueRu: '1 декабря 2026',
      dueEn: '1 December 2026',
      days: 3,
    }
    expect(words(data)).toEqual(said)
  })

  it('what cannot be said is left out, and nothing breaks', () => {
    expect(eventParams({ list: [1], thing: { amount: 1 }, none: null, half: { ru: 'а' }, oneRu: 'б' }, 'ru')).toEqual({
      list: null,
      thing: null,
      none: null,
      half: null,
      oneRu: 'б',
    })
    expect(eventParams(null, 'en')).toEqual({})
    expect(eventParams({ due: { date: 'someday' } }, 'en')).toEqual({ due: '—' })
  })

  it('the history of a record says them too', () => {
    defineEvents({
      'test.counted': { label: { ru: 'Учтено {sum}', en: '{sum} counted' }, history: true },
      'test.inside': { label: { ru: 'Внутри', en: 'Inside' } },
    })
    const data = { sum: { amount: -5, currency: 'RUB' } }
    expect(plain(historyWords('test.counted', data, 'ru'))).toBe('Учтено −0,05 ₽')
    expect(plain(historyWords('test.counted', data, 'en'))).toBe('−₽0.05 counted')
    expect(historyWords('test.inside', data, 'ru')).toBeNull()
    expect(historyWords('test.unknown', data, 'ru')).toBeNull()
  })
})
