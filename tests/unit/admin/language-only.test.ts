import { describe, expect, it } from 'vitest'
import { languageOnly } from '@/src/admin/lib/languageOnly'

describe('what the panel sends of its words', () => {
  it('is in one language, wherever it lies, and nothing else is touched', () => {
    const when = new Date(0)
    const data = {
      label: { ru: 'Заказ', en: 'Order' },
      labels: { singular: { ru: 'Заказ', en: 'Order' }, none: false },
      options: [{ value: 'ru', label: { ru: 'Русский', en: 'Russian' } }],
      half: { en: 'Only English' },
      prices: { ru: 1, en: 2 },
      when,
      empty: {},
    }
    expect(languageOnly(data, 'ru', ['ru', 'en'])).toEqual({
      label: 'Заказ',
      labels: { singular: 'Заказ', none: false },
      options: [{ value: 'ru', label: 'Русский' }],
      half: { en: 'Only English' },
      prices: { ru: 1, en: 2 },
      when,
      empty: {},
    })
  })
})
